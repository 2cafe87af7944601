#!/usr/bin/env python3
"""Learns the weights of the second stage of ranking from judged queries.

    fit.py NAME=FEATURES.tsv,QRELS.tsv …  [--write data/rerank.tsv]  [--without FEATURE,…]  [--by-hand FILE]

FEATURES.tsv is what feature_run writes. One setting for all sets, each weighing the same. A feature
has a weight for each trait of a query (searcher/rerank/query_traits.h). They are those that make the
softmax over a query's candidates give most to those judged right (ListNet's loss with one relevance
grade), with a small quadratic penalty. For learning, the features of a query are divided by how far
the first stage's scores of its candidates lie apart: without that the queries that are clear anyway
decide (nDCG@10 of news -.010, of zalo -.006). What is printed for each set is nDCG@10 by cross-validation: the queries of each fold are ranked with weights that the other
folds gave, with the 95 % interval of the mean, the figure of the first stage, and how the two
differ (paired sign-flip test). --write then learns from all queries.

What no judgement can teach, as that news are recent, is set by hand: below the line «# By hand» of
data/rerank.tsv, or of the file that --by-hand names. These weights are not learnt; they take part in
every figure, and --write puts them where they were. `number` is learnt all the same, so that the other
weights need not explain look-ups by number, and then takes what is set by hand.

Needs python3-numpy and python3-scipy; only who changes the ranking needs this program.
"""

import argparse
import pathlib
import zlib

import numpy
from scipy.optimize import minimize

import figures
import intervals

FOLDS = 5
PENALTY = 3e-2
TRAITS = ("always", "long", "naming", "titled", "covers_title")
FIRST_BLOCK = 30  # RankingOptions::rerank_block: what traits are read off
LEAST_SPREAD = 0.02
STAND_IN = "number"  # learnt, then replaced by what is set by hand
POINTS = 100  # the weights learnt sum up to, so that scores are points out of some fifty
BY_HAND = "# By hand"
WEIGHTS = pathlib.Path(__file__).resolve().parents[2] / "data" / "rerank.tsv"


class Query:
    """`features` has the features once for each trait, times its value."""

    def __init__(self, documents, features, grades, words, names):
        self.documents = documents
        features = numpy.array(features, dtype=float).reshape(len(documents), len(names))
        self.features = numpy.hstack([value * features for value in traits(features, words, names)])
        self.grades = grades
        self.right = numpy.array([1.0 if d in grades else 0.0 for d in documents])


def traits(features, words, names):
    """As searcher/rerank/query_traits.cc has them; TRAITS names them."""
    if not len(features):
        return [1.0] + [0.0] * (len(TRAITS) - 1)
    column = {name: features[:, i] for i, name in enumerate(names)}
    # The first stage puts a document whose own number is given before all others.
    order = numpy.argsort(-(column["stage1"] + column["named"] + 100 * column["number"]), kind="stable")
    first = order[:FIRST_BLOCK]
    return [1.0, float(numpy.log(numpy.clip(words / 10, 1 / 2, 2))),
            float((column["named"][first] > 0).any()), float(column["title_pair"][first].max()),
            float(column["title_share"][first].max())]


def read_set(features_path, qrels_path):
    """Returns the names of the features and the queries, by their ids."""
    judged = figures.read_judgements(qrels_path)
    rows = {}
    with open(features_path, encoding="utf-8") as lines:
        names = next(lines).rstrip("\n").split("\t")[3:]
        for line in lines:
            query, document, words, *values = line.rstrip("\n").split("\t")
            documents, features, _ = rows.setdefault(query, ([], [], int(words)))
            documents.append(document)
            features.append([float(v) for v in values])
    queries = {}
    for query, grades in judged.items():
        documents, features, words = rows.get(query, ([], [], 1))
        queries[query] = Query(documents, features, grades, words, names)
    return names, queries


def read_by_hand(path):
    """Returns the lines from BY_HAND on, and the weights in them by name."""
    lines = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
    begin = next((i for i, line in enumerate(lines) if line.startswith(BY_HAND)), len(lines))
    rows = [line.split("\t") for line in lines[begin:] if line and not line.startswith("#")]
    return lines[begin:], {name: float(weight) for name, weight in rows}


def fold_of(query_id):
    return zlib.crc32(query_id.encode()) % FOLDS


def spread(query):
    """Returns the standard deviation of the first stage's scores (the first feature)."""
    return max(query.features[:, 0].std(), LEAST_SPREAD)


def learn(sets, chosen, by_hand):
    """Returns the weights: what `by_hand` gives, the others learnt for the chosen features."""
    usable = [[q for q in queries if q.right.any()] for queries in sets]
    scaled = [[q.features / spread(q) for q in queries] for queries in usable]
    stacked = numpy.vstack([f for features in scaled for f in features])
    scale = stacked.std(axis=0)
    scale[scale == 0] = 1
    blocks = []
    for queries, features in zip(usable, scaled):
        sizes = [len(q.documents) for q in queries]
        features = numpy.vstack(features)[:, chosen] / scale[chosen]
        right = numpy.concatenate([q.right / q.right.sum() for q in queries])
        starts = numpy.concatenate([[0], numpy.cumsum(sizes)[:-1]])
        blocks.append((features, right, starts, sizes, len(queries)))

    def loss(weights):
        value, slope = PENALTY * weights @ weights, 2 * PENALTY * weights
        for features, right, starts, sizes, count in blocks:
            scores = features @ weights
            top = numpy.repeat(numpy.maximum.reduceat(scores, starts), sizes)
            odds = numpy.exp(scores - top)
            total = numpy.repeat(numpy.add.reduceat(odds, starts), sizes)
            value -= (right * (scores - top - numpy.log(total))).sum() / count
            slope = slope + features.T @ (odds / total - right) / count
        return value, slope

    found = minimize(loss, numpy.zeros(len(chosen)), jac=True, method="L-BFGS-B",
                     options={"maxiter": 500})
    weights = numpy.zeros(stacked.shape[1])
    weights[chosen] = found.x / scale[chosen]
    # Of what is learnt only the proportions count.
    always = len(weights) // len(TRAITS)
    weights *= POINTS / (numpy.abs(weights[:always]).sum() or 1)
    return numpy.where(numpy.isnan(by_hand), weights, by_hand)


def ndcg(query, weights):
    if not query.documents:
        return 0.0
    order = numpy.argsort(-(query.features @ weights), kind="stable")
    return figures.figures(query.grades, [query.documents[i] for i in order])[0]


def cross_validate(named_sets, chosen, by_hand):
    """Returns, for each set, nDCG@10 of its queries with weights learnt without their fold."""
    scores = {name: {} for name in named_sets}
    for fold in range(FOLDS):
        train = [[q for i, q in queries.items() if fold_of(i) != fold]
                 for queries in named_sets.values()]
        weights = learn(train, chosen, by_hand)
        for name, queries in named_sets.items():
            for i, query in queries.items():
                if fold_of(i) == fold:
                    scores[name][i] = ndcg(query, weights)
    return scores


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("sets", nargs="+", metavar="NAME=FEATURES,QRELS")
    parser.add_argument("--write")
    parser.add_argument("--without", default="")
    parser.add_argument("--by-hand", default=WEIGHTS)
    options = parser.parse_args()
    named_sets = {}
    for argument in options.sets:
        name, paths = argument.split("=", 1)
        names, named_sets[name] = read_set(*paths.split(","))
    without = set(filter(None, options.without.split(",")))
    unknown = without - set(names)
    if unknown:
        parser.error(f"no such feature: {', '.join(sorted(unknown))}")
    kept, given = read_by_hand(options.by_hand)
    columns = [(trait, name) for trait in TRAITS for name in names]
    by_hand = numpy.array([(given[name] if trait == "always" else 0.0) if name in given else numpy.nan
                           for trait, name in columns])
    # What is named or numbered is 0 where nothing is: its weight by naming would be the first again.
    chosen = [i for i, (trait, name) in enumerate(columns)
              if name not in without and (name not in given or name == STAND_IN)
              and not (trait == "naming" and name in ("named", "number"))]
    stage1 = numpy.zeros(len(columns))
    # Words, what is named and numbers: its whole score.
    stage1[[names.index("stage1"), names.index("named")]] = 1
    stage1[names.index("number")] = 100
    for name, scores in cross_validate(named_sets, chosen, by_hand).items():
        queries = named_sets[name]
        ours = [scores[i] for i in queries]
        before = [ndcg(q, stage1) for q in queries.values()]
        low, high = intervals.bootstrap([ours])[0]
        change = intervals.difference(intervals.changes([ours], [before])[0])
        print(f"{name}\t{intervals.mean(ours):.4f} [{low:.4f}, {high:.4f}]\t"
              f"stage 1 {intervals.mean(before):.4f}\t{change.mean:+.4f} p {change.p:.4f}")
    weights = learn([list(queries.values()) for queries in named_sets.values()], chosen, by_hand)
    weights = weights.reshape(len(TRAITS), len(names))
    lines = ["\t".join([name, *(f"{weight:.6g}" for weight in weights[:, i])])
             for i, name in enumerate(names) if name not in without and name not in given]
    print("\n".join(lines))
    if options.write:
        with open(options.write, encoding="utf-8") as old:
            head = [line for line in old.read().splitlines(keepends=True)
                    if line.startswith("#") and line.rstrip("\n") not in kept]
        with open(options.write, "w", encoding="utf-8") as out:
            out.writelines(head)
            out.write("\n".join(lines + kept) + "\n")


if __name__ == "__main__":
    main()
