#!/usr/bin/env python3
"""Prints the queries that are judged: BEIR's queries.jsonl holds those of all splits.

    judged_queries.py QRELS QUERIES
"""

import json
import sys

sys.dont_write_bytecode = True  # nothing is written beside the sources

import figures


def main():
    qrels, queries = sys.argv[1:]
    left = set(figures.read_judgements(qrels))
    with open(queries, encoding="utf-8") as lines:
        for line in filter(str.strip, lines):
            query = json.loads(line)["_id"]
            if query in left:
                left.remove(query)
                print(line.rstrip("\r\n"))
    if left:
        print(f"{queries}: {len(left)} judged queries are missing and count as 0", file=sys.stderr)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    try:
        main()
    except (OSError, ValueError, KeyError) as error:
        sys.exit(f"judged_queries.py: {error}")
