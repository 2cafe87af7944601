#!/usr/bin/env python3
"""Learns the weights of the second stage of ranking from judged queries.

    fit.py NAME=FEATURES.tsv,QRELS.tsv …  [--write data/rerank.tsv]  [--without FEATURE,…]  [--by-hand FILE]

FEATURES.tsv is what feature_run writes. One linear setting for all sets, each weighing the same:
the weights that make the softmax over a query's candidates give most to those judged right
(ListNet's loss with one relevance grade), with a small quadratic penalty. For learning, the features
of a query are divided by how far the first stage's scores of its candidates lie apart: without that
the queries that are clear anyway decide (nDCG@10 of news -.010, of zalo -.006). What is printed for each
set is nDCG@10 by cross-validation: the queries of each fold are ranked with weights that the other
folds gave, with the 95 % interval of the mean, the figure of the first stage, and how the two
differ (paired sign-flip test). --write then learns from all queries.

What no judgement can teach, as that news are recent, is set by hand: below the line «# By hand» of
data/rerank.tsv, or of the file that --by-hand names. These weights are not learnt; they take part in
every figure, and --write puts them where they were.

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
PENALTY = 1e-2
LEAST_SPREAD = 0.02
POINTS = 100  # the weights learnt sum up to, so that scores are points out of some fifty
BY_HAND = "# By hand"
WEIGHTS = pathlib.Path(__file__).resolve().parents[2] / "data" / "rerank.tsv"


class Query:
    def __init__(self, documents, features, grades):
        self.documents = documents
        self.features = numpy.array(features, dtype=float)
        self.grades = grades
        self.right = numpy.array([1.0 if d in grades else 0.0 for d in documents])


def read_set(features_path, qrels_path):
    """Returns the names of the features and the queries, by their ids."""
    judged = figures.read_judgements(qrels_path)
    rows = {}
    with open(features_path, encoding="utf-8") as lines:
        names = next(lines).rstrip("\n").split("\t")[2:]
        for line in lines:
            query, document, *values = line.rstrip("\n").split("\t")
            documents, features = rows.setdefault(query, ([], []))
            documents.append(document)
            features.append([float(v) for v in values])
    queries = {}
    for query, grades in judged.items():
        documents, features = rows.get(query, ([], []))
        queries[query] = Query(documents, features, grades)
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
    """Returns the weights: learnt for the chosen features, and what `by_hand` gives."""
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
    return weights * POINTS / (numpy.abs(weights).sum() or 1) + by_hand


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
    by_hand = numpy.array([given.get(name, 0.0) for name in names])
    chosen = [i for i, name in enumerate(names) if name not in without and name not in given]
    stage1 = numpy.zeros(len(names))
    stage1[[names.index("stage1"), names.index("named")]] = 1  # words and what is named: its whole score
    for name, scores in cross_validate(named_sets, chosen, by_hand).items():
        queries = named_sets[name]
        ours = [scores[i] for i in queries]
        before = [ndcg(q, stage1) for q in queries.values()]
        low, high = intervals.bootstrap([ours])[0]
        change = intervals.difference(intervals.changes([ours], [before])[0])
        print(f"{name}\t{intervals.mean(ours):.4f} [{low:.4f}, {high:.4f}]\t"
              f"stage 1 {intervals.mean(before):.4f}\t{change.mean:+.4f} p {change.p:.4f}")
    weights = learn([list(queries.values()) for queries in named_sets.values()], chosen, by_hand)
    lines = [f"{names[i]}\t{weights[i]:.6g}" for i in chosen if weights[i]]
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
