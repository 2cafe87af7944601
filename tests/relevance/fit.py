#!/usr/bin/env python3
"""Learns the weights of the second stage of ranking from judged queries.

    fit.py NAME=FEATURES.tsv,QRELS.tsv …  [--write data/rerank.tsv]  [--without FEATURE,…]

FEATURES.tsv is what feature_run writes. One linear setting for all sets, each weighing the same:
the weights that make the softmax over a query's candidates give most to those judged right
(ListNet's loss with one relevance grade), with a small quadratic penalty. For learning, the features
of a query are divided by how far the first stage's scores of its candidates lie apart: without that
the queries that are clear anyway decide (nDCG@10 of news -.010, of zalo -.006). What is printed for each
set is nDCG@10 by cross-validation: the queries of each fold are ranked with weights that the other
folds gave, with the 95 % interval of the mean, the figure of the first stage, and how the two
differ (paired sign-flip test). --write then learns from all queries.

Needs python3-numpy and python3-scipy; only who changes the ranking needs this program.
"""

import argparse
import zlib

import numpy
from scipy.optimize import minimize

import figures
import intervals

FOLDS = 5
PENALTY = 1e-2
LEAST_SPREAD = 0.02


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


def fold_of(query_id):
    return zlib.crc32(query_id.encode()) % FOLDS


def spread(query):
    """Returns the standard deviation of the first stage's scores (the first feature)."""
    return max(query.features[:, 0].std(), LEAST_SPREAD)


def learn(sets, chosen):
    """Returns the weights of the chosen features; the others weigh nothing."""
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
    return weights


def ndcg(query, weights):
    if not query.documents:
        return 0.0
    order = numpy.argsort(-(query.features @ weights), kind="stable")
    return figures.figures(query.grades, [query.documents[i] for i in order])[0]


def cross_validate(named_sets, chosen):
    """Returns, for each set, nDCG@10 of its queries with weights learnt without their fold."""
    scores = {name: {} for name in named_sets}
    for fold in range(FOLDS):
        train = [[q for i, q in queries.items() if fold_of(i) != fold]
                 for queries in named_sets.values()]
        weights = learn(train, chosen)
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
    options = parser.parse_args()
    named_sets = {}
    for argument in options.sets:
        name, paths = argument.split("=", 1)
        names, named_sets[name] = read_set(*paths.split(","))
    without = set(filter(None, options.without.split(",")))
    unknown = without - set(names)
    if unknown:
        parser.error(f"no such feature: {', '.join(sorted(unknown))}")
    chosen = [i for i, name in enumerate(names) if name not in without]
    stage1 = numpy.zeros(len(names))
    stage1[[names.index("stage1"), names.index("named")]] = 1  # words and what is named: its whole score
    for name, scores in cross_validate(named_sets, chosen).items():
        queries = named_sets[name]
        ours = [scores[i] for i in queries]
        before = [ndcg(q, stage1) for q in queries.values()]
        low, high = intervals.bootstrap([ours])[0]
        change = intervals.difference(intervals.changes([ours], [before])[0])
        print(f"{name}\t{intervals.mean(ours):.4f} [{low:.4f}, {high:.4f}]\t"
              f"stage 1 {intervals.mean(before):.4f}\t{change.mean:+.4f} p {change.p:.4f}")
    weights = learn([list(queries.values()) for queries in named_sets.values()], chosen)
    # Only the proportions count: the weights are written so that scores are points out of some fifty.
    weights *= 100 / (numpy.abs(weights).sum() or 1)
    lines = [f"{name}\t{weight:.6g}" for name, weight in zip(names, weights) if weight]
    print("\n".join(lines))
    if options.write:
        with open(options.write, encoding="utf-8") as old:
            head = [line for line in old if line.startswith("#")]
        with open(options.write, "w", encoding="utf-8") as out:
            out.writelines(head)
            out.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
