#!/usr/bin/env python3
"""How well a run answers judged queries; README.md says what each figure means.

    score.py QRELS RUN                      the table
    score.py QRELS RUN --golden STATS       … and status 1 when a figure dropped below it
    score.py QRELS RUN --worst 10 --queries QUERIES   … and the queries that fare worst
"""

import argparse
import json
import math
import os
import sys

TOLERANCE = 0.005  # a drop up to this is no news


def read_judgements(path):
    """Query -> document -> grade; grade 0 is as good as not judged."""
    judged = {}
    with open(path, encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            query, document, grade = line.rstrip("\n").split("\t")
            if int(grade) > 0:
                judged.setdefault(query, {})[document] = int(grade)
    return judged


def read_run(path):
    """Query -> documents in order. An id may hold blanks: it stands between two and three columns."""
    ranked = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            query, _, rest = line.rstrip("\n").split(" ", 2)
            document, rank, _, _ = rest.rsplit(" ", 3)
            ranked.setdefault(query, []).append((int(rank), document))
    return {query: [d for _, d in sorted(found)] for query, found in ranked.items()}


def gain(grade):
    return 2**grade - 1


def figures(grades, answer):
    """The figures of one query."""
    best = max(grades.values())
    main = {document for document, grade in grades.items() if grade == best}

    def recall(wanted, depth):
        return len(wanted.intersection(answer[:depth])) / min(len(wanted), depth)

    first = next((i for i, d in enumerate(answer[:10]) if d in main), None)
    got = sum(gain(grades.get(d, 0)) / math.log2(i + 2) for i, d in enumerate(answer[:10]))
    ideal = sorted(grades.values(), reverse=True)[:10]
    most = sum(gain(grade) / math.log2(i + 2) for i, grade in enumerate(ideal))
    return {
        "recall@1": recall(main, 1),
        "recall@5": recall(main, 5),
        "MRR@10": 0.0 if first is None else 1 / (first + 1),
        "nDCG@10": got / most,
        "R@100": recall(set(grades), 100),
    }


def compare(mean, golden):
    """Prints what changed against the golden file; returns whether a figure dropped."""
    with open(golden, encoding="utf-8") as lines:
        before = dict(line.split() for line in lines if line.strip() and line[0] != "#")
    dropped = False
    for name, value in mean.items():
        if name not in before:
            continue
        change = value - float(before[name])
        if change < -TOLERANCE:
            print(f"DROPPED: {name} {before[name]} -> {value:.4f}")
            dropped = True
        elif change > TOLERANCE:
            print(f"{name} rose from {before[name]} to {value:.4f}: "
                  "keep it with TRACUU_UPDATE_GOLDEN=1")
    return dropped


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("qrels")
    parser.add_argument("run")
    parser.add_argument("--golden")
    parser.add_argument("--queries")
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--name", default="all")
    options = parser.parse_args()

    judged = read_judgements(options.qrels)
    answers = read_run(options.run)
    each = {query: figures(grades, answers.get(query, [])) for query, grades in judged.items()}
    names = list(next(iter(each.values())))
    mean = {name: sum(f[name] for f in each.values()) / len(each) for name in names}
    print(f"{options.name:16s} {len(each):5d} queries  "
          + "  ".join(f"{name} {value:.4f}" for name, value in mean.items()))

    if options.worst:
        texts = {}
        if options.queries:
            with open(options.queries, encoding="utf-8") as lines:
                texts = {q["_id"]: q["text"] for q in map(json.loads, lines)}
        order = sorted(each, key=lambda q: (each[q]["nDCG@10"], q))
        for query in order[: options.worst]:
            print(f"\n{query}  nDCG@10 {each[query]['nDCG@10']:.3f}  {texts.get(query, '')}")
            found = answers.get(query, [])
            for document, grade in sorted(judged[query].items(), key=lambda item: -item[1]):
                rank = found.index(document) + 1 if document in found else "-"
                print(f"   wanted ({grade}) at {rank}: {document}")
            for document in found[:3]:
                print(f"   found: {document}")

    if options.golden:
        if os.environ.get("TRACUU_UPDATE_GOLDEN"):
            with open(options.golden, "w", encoding="utf-8") as out:
                out.write("# Means over the judged queries; see README.md. Rewritten with "
                          "TRACUU_UPDATE_GOLDEN=1.\n")
                for name, value in mean.items():
                    out.write(f"{name} {value:.4f}\n")
        elif compare(mean, options.golden):
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
