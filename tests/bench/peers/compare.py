#!/usr/bin/env python3
"""The same documents and queries through every engine: one table of quality and speed.

    compare.py BUILD_DIR CLASSES [--set NAME]… [--folder PATH]… [--keep DIR] [--warm N] [--rounds N] …

run.sh is how it is called; README.md says what is measured and why it is fair. Progress goes to
standard error, the table to standard output. Status 2: an engine failed.
"""

import argparse
import hashlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True  # nothing is written beside the sources
HERE = os.path.dirname(os.path.realpath(__file__))
sys.path.append(os.path.join(HERE, "../../relevance"))

import engines
import figures
import session
import sets
import table
import title_queries

SHARED = os.path.join(HERE, "../../../../shared")
SETS = ("zalo_legal_docs", "alqac", "news_knownitem", "viqa_person")
CORPORA = "corpora"
CORPORA_DOCUMENTS, CORPORA_QUERIES, SEED = 20000, 1000, 1
REFERENCE = "lucene_fields"  # the set-up of Lucene that the others are measured against


def say(text):
    print(text, file=sys.stderr, flush=True)


def corpora_set(folder):
    """20,000 documents of ../shared/corpora and queries of 6 to 9 syllables out of their titles."""
    source = os.path.join(SHARED, "corpora")
    documents = [document for name in sorted(os.listdir(source)) if name.endswith(".jsonl.xz")
                 for document in sets.read_jsonl(os.path.join(source, name))]
    rows = [sets.row(document)[:2] for document in documents]
    drawn, queries, judged = title_queries.draw(rows, CORPORA_DOCUMENTS, CORPORA_QUERIES, SEED)
    kept = (d for d, (name, _) in zip(documents, rows) if name in drawn)
    return sets.write_set(CORPORA, folder, kept, queries, judged)


def load_set(name, work, folders):
    folder = os.path.join(work, name)
    if name == CORPORA:
        return corpora_set(folder)
    source = folders.get(name, os.path.join(SHARED, "relevance", name))
    judged = figures.read_judgements(os.path.join(source, "qrels.tsv"))
    return sets.beir_set(name, source, folder, judged)


def stamp(engine, documents):
    """What an index depends on: the set-up, the program and the documents."""
    classes = next((a.split(":")[0] for a in engine.index if "lucene-core" in a), None)
    programs = sorted(e.path for e in os.scandir(classes)) if classes else engine.index[:1]
    total = hashlib.sha256(engine.set_up.encode())
    for path in [*programs, documents]:
        with open(path, "rb") as data:
            while block := data.read(1 << 20):
                total.update(block)
    return total.hexdigest()


def size_of(folder):
    """Bytes on the disk: Groonga's files are as long as they may grow, and mostly holes."""
    return sum(os.stat(os.path.join(base, name)).st_blocks * 512
               for base, _, names in os.walk(folder) for name in names)


def index(engine, set_, folder):
    """Builds the index unless it is there; returns (seconds, bytes)."""
    documents = set_.source if engine.name == "tracuu" else set_.documents
    made = folder + ".json"
    wanted = stamp(engine, documents)
    if os.path.exists(made):
        with open(made, encoding="utf-8") as data:
            known = json.load(data)
        if known["stamp"] == wanted:
            return known["seconds"], known["bytes"]
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    start = time.monotonic()
    subprocess.run([*engine.index, folder, documents], check=True, stdout=subprocess.DEVNULL)
    seconds = time.monotonic() - start
    known = {"stamp": wanted, "seconds": seconds, "bytes": size_of(folder)}
    with open(made, "w", encoding="utf-8") as out:
        json.dump(known, out)
    say(f"{set_.name}: {engine.name}, {engine.set_up}: indexed in {seconds:.1f} s")
    return known["seconds"], known["bytes"]


def measure(engines_, set_, folder, options):
    """Returns {engine: {(limit, kind): [round]}}: rounds go through the engines in turn, each time
    beginning with another, so that what else the machine does hits all of them."""
    running = [session.Session(e, os.path.join(folder, e.key), set_, options.pin)
               for e in engines_]
    kinds = [(10, "plain"), (100, "plain")]
    if set_.name == CORPORA or options.facets:
        kinds.append((10, "facets"))
    taken = {e: {kind: [] for kind in kinds if kind[1] == "plain" or e.facets} for e in engines_}
    for one in running:
        for kind in taken[one.engine]:
            one.warm(-(-options.warm // len(taken[one.engine])), *kind)
    for number in range(options.rounds):
        order = running[number % len(running):] + running[:number % len(running)]
        for kind in kinds:
            for one in order:
                if kind in taken[one.engine]:
                    taken[one.engine][kind].append(one.round(*kind))
        say(f"{set_.name}: round {number + 1} of {options.rounds}")
    for one in running:
        one.close()
    return taken


def write_run(path, rounds):
    """The answers as a TREC run, for tests/relevance/score.py."""
    with open(path, "w", encoding="utf-8") as out:
        for query, answer in rounds[0].items():
            for rank, name in enumerate(answer.ids, 1):
                out.write(f"{query} Q0 {name} {rank} {-rank} peer\n")


def added_by_facets(engine, rounds, dated):
    """What counting adds to the median query, with the number of facets."""
    if (10, "facets") not in rounds:
        return "–"
    if dated and not any(a.counted for a in rounds[10, "facets"][0].values()):
        raise RuntimeError(f"{engine.name} counts nothing")
    without = table.medians(rounds[10, "plain"], "cpu_ms")
    with_ = table.medians(rounds[10, "facets"], "cpu_ms")
    added = table.percentile([with_[query] - without[query] for query in with_], 0.5)
    return f"{engine.facets}: {added:.2f}"


def rows(set_, taken, built, folder):
    """The lines of the table for one set."""
    cpu = {engine: table.percentile(table.medians(rounds[10, "plain"], "cpu_ms").values(), 0.5)
           for engine, rounds in taken.items()}
    reference = next((cpu[engine] for engine in cpu if engine.key == REFERENCE), None)
    for engine, rounds in taken.items():
        write_run(os.path.join(folder, engine.key + ".trec"), rounds[100, "plain"])
        answers = {query: answer.ids for query, answer in rounds[100, "plain"][0].items()}
        scored = figures.score(set_.judged, answers)
        ndcg, _, _, _, r100 = (statistics.fmean(column) for column in zip(*scored.values()))
        ten = table.medians(rounds[10, "plain"], "wall_ms").values()
        hundred = table.medians(rounds[100, "plain"], "wall_ms").values()
        seconds, size = built[engine]
        yield (set_.name, engine.name, engine.set_up, f"{ndcg:.3f}", f"{r100:.3f}",
               f"{seconds:.0f}", f"{size / 1e6:.0f}", f"{table.percentile(ten, 0.5):.2f}",
               f"{table.percentile(ten, 0.95):.2f}", f"{cpu[engine]:.2f}",
               f"{1000 / statistics.fmean(ten):.0f}", f"{table.percentile(hundred, 0.5):.2f}",
               f"{cpu[engine] / reference:.2f}" if reference else "–",
               added_by_facets(engine, rounds, set_.dated))


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("classes")
    parser.add_argument("--set", dest="sets", action="append", default=[])
    parser.add_argument("--folder", dest="folders", action="append", default=[])
    parser.add_argument("--keep")
    parser.add_argument("--warm", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pin")
    parser.add_argument("--facets", action="store_true")
    parser.add_argument("--engine", dest="engines", action="append", default=[])
    return parser.parse_args()


def main(work):
    options = arguments()
    work = os.path.realpath(options.keep or work)
    here, missing = engines.engines(os.path.realpath(options.build), options.classes)
    for name, reason in missing:
        say(f"skipped: {name}: {reason}")
    if options.engines:
        here = [e for e in here if e.name in options.engines]
    folders = {os.path.basename(os.path.realpath(f)): os.path.realpath(f) for f in options.folders}
    wanted = options.sets or ([] if folders else [*SETS, CORPORA])
    if wanted and not os.path.isdir(SHARED):
        say(f"skipped: there is no {SHARED}")
        wanted = []
    lines = []
    for name in [*wanted, *folders]:
        set_ = load_set(name, work, folders)
        folder = os.path.join(work, name)
        built = {e: index(e, set_, os.path.join(folder, e.key)) for e in here}
        taken = measure(here, set_, folder, options)
        lines.extend(rows(set_, taken, built, folder))
        print(table.markdown(lines[-len(here):]), file=sys.stderr, flush=True)
    print(table.markdown(lines))
    print("\n" + "\n".join(table.machine(here)))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder_:
        try:
            main(folder_)
        except (RuntimeError, ValueError, OSError, subprocess.CalledProcessError) as error:
            say(f"compare.py: {error}")
            sys.exit(2)
