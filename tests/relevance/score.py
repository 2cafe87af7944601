#!/usr/bin/env python3
"""How well a run answers judged queries; README.md says what each figure means.

    score.py QRELS RUN                      each figure with its interval
    score.py QRELS RUN --against OTHER      … and by how much it differs from another run
    score.py QRELS RUN --golden FILE        … and status 1 when it dropped below the golden run
    score.py QRELS RUN --worst 10 --queries QUERIES   … and the queries that fare worst

Status 2: a file cannot be read. TRACUU_UPDATE_GOLDEN=1 writes the golden file anew.
"""

import argparse
import json
import os
import sys

sys.dont_write_bytecode = True  # nothing is written beside the sources

import figures
import golden
import intervals


def difference_texts(columns, others):
    changes = intervals.changes(columns, others)
    for column, (low, high) in zip(changes, intervals.bootstrap(changes)):
        change = intervals.difference(column)
        yield (f"{change.mean:+.4f} [{low:+.4f}, {high:+.4f}]  p {change.p:.4f}  "
               f"won {change.won} lost {change.lost} tied {change.tied}")


def print_figures(name, rows, others):
    """A line for each figure; where there are rows of another run, also the difference to it."""
    columns = list(zip(*rows.values()))
    changes = [""] * len(columns)
    if others:
        changes = difference_texts(columns, list(zip(*(others[query] for query in rows))))
    print(f"{name}  {len(rows)} queries")
    for figure, column, (low, high), change in zip(figures.NAMES, columns,
                                                   intervals.bootstrap(columns), changes):
        line = f"  {figure:8s} {intervals.mean(column):.4f}  [{low:.4f}, {high:.4f}]  {change}"
        print(line.rstrip())


def print_worst(count, judged, answers, rows, texts):
    for query in sorted(rows, key=lambda q: (rows[q][0], q))[:count]:
        print(f"\n{query}  nDCG@10 {rows[query][0]:.3f}  {texts.get(query, '')}")
        found = answers.get(query, [])
        for document, grade in sorted(judged[query].items(), key=lambda item: -item[1]):
            rank = found.index(document) + 1 if document in found else "-"
            print(f"   wanted ({grade}) at {rank}: {document}")
        for document in found[:3]:
            print(f"   found: {document}")


def read_texts(path):
    with open(path, encoding="utf-8") as lines:
        return {q["_id"]: q["text"] for q in map(json.loads, filter(str.strip, lines))}


def run(options):
    judged = figures.read_judgements(options.qrels)
    answers = figures.read_run(options.run)
    rows = figures.score(judged, answers)
    others = figures.score(judged, figures.read_run(options.against)) if options.against else None
    print_figures(options.name, rows, others)
    if options.worst:
        texts = read_texts(options.queries) if options.queries else {}
        print_worst(options.worst, judged, answers, rows, texts)
    if not options.golden:
        return 0
    if os.environ.get("TRACUU_UPDATE_GOLDEN"):
        golden.write(options.golden, judged, answers, map(intervals.mean, zip(*rows.values())))
        return 0
    before = figures.score(judged, golden.read(options.golden, judged))
    return int(golden.compare(rows, before, options.tolerance))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("qrels")
    parser.add_argument("run")
    parser.add_argument("--against", metavar="RUN", help="compare with this run, query by query")
    parser.add_argument("--golden", metavar="FILE", help="compare with this golden run")
    parser.add_argument("--tolerance", type=float, metavar="X",
                        help="a figure may drop by X below the golden run, beyond noise or not")
    parser.add_argument("--queries", metavar="FILE", help="where --worst has the texts from")
    parser.add_argument("--worst", type=int, default=0, metavar="N")
    parser.add_argument("--name", default="all")
    try:
        return run(parser.parse_args())
    except (OSError, ValueError, KeyError) as error:
        print(f"score.py: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
