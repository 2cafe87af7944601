#!/usr/bin/env python3
"""Fits the generated collection to real documents: counts only, no sentence is kept.

    fit.py CORPORA_FOLDER      writes syllables.tsv and shapes.tsv beside itself

Reads the *.jsonl.xz of the folder (one document a line: title, body, type, agency, date). What
names start with `gov_` are lists of subjects: they give titles, types, agencies and years but no
text. README.md says what each number means and how it is used.

Deterministic; a minute and a half.
"""

import collections
import json
import lzma
import math
import pathlib
import re
import sys
import unicodedata

MEAN_SYLLABLES = 400  # of a generated body
LONGEST = 4000  # words of a document that are read: a code of law is no typical document
VOCABULARY = 6000  # words with a row of their own
PAIRS = 40000  # learnt pairs, the most frequent ones
NUMBER, RARE = "#", "?"  # any number; any word without a row
QUANTILES = 20  # steps of a table of lengths
REFERENCE_DOCUMENTS = 10000  # over which document frequencies are compared
RANKS = (1, 10, 100, 1000, 10000, 100000)
AGENCIES = 40  # ranks whose counts are kept
FIRST_YEAR = 1990

WORD = re.compile(r"[^\W_]+")
SENTENCE = re.compile(r"[.;:!?]\s|\n")
PARAGRAPH = re.compile(r"\n+")


class Document:
    def __init__(self, record, has_text):
        self.title = words_of(record.get("title") or record["body"][:200])
        body = unicodedata.normalize("NFC", record["body"])
        self.words = words_of(body)[:LONGEST] if has_text else []
        self.sentences = len([s for s in SENTENCE.split(body) if WORD.search(s)]) if has_text else 0
        self.paragraphs = len([p for p in PARAGRAPH.split(body) if WORD.search(p)]) if has_text else 0
        self.body_words = len(WORD.findall(body)) if has_text else 0
        self.type = record.get("type", "")
        self.agency = record.get("agency", "")
        self.year = (record.get("date") or "")[:4]


def words_of(text):
    text = unicodedata.normalize("NFC", text).lower()
    return WORD.findall(text)


def read_corpora(folder):
    documents = []
    for path in sorted(folder.glob("*.jsonl.xz")):
        has_text = not path.name.startswith("gov_")
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            documents.extend(Document(json.loads(line), has_text) for line in lines)
    return documents


def quantiles(values):
    values = sorted(values)
    return [values[(len(values) - 1) * i // QUANTILES] for i in range(QUANTILES + 1)]


def cut_to_mean(texts):
    """Every text loses the same share of its length, so that the mean is MEAN_SYLLABLES."""
    scale = MEAN_SYLLABLES * len(texts) / sum(len(d.words) for d in texts)
    for document in texts:
        document.words = document.words[: max(1, round(scale * len(document.words)))]
    return scale


def count_rare(texts, known):
    """The exponent of Heaps' law among the words without a row, by its growth over one doubling,
    and the offset of the Zipf–Mandelbrot law that gives the most frequent one its share."""
    rare = [w for d in texts[::2] + texts[1::2] for w in d.words if w not in known and not w.isdigit()]
    half = len(set(rare[: len(rare) // 2]))
    heaps = math.log2(len(set(rare)) / half)
    alpha = 1 / heaps - 1
    most = collections.Counter(rare).most_common(1)[0][1]
    return alpha, alpha * len(rare) / most


def document_frequencies(texts):
    """Shares of the documents that have the word (pair) of each rank, by document frequency; and
    how often a word (pair) of 100 to 300 occurrences stands in a document that has it."""
    step = max(1, len(texts) // REFERENCE_DOCUMENTS)
    sample = texts[::step][:REFERENCE_DOCUMENTS]
    rows = []
    for kind in ("syllable", "pair"):
        documents, occurrences = collections.Counter(), collections.Counter()
        for document in sample:
            words = document.words
            units = words if kind == "syllable" else list(zip(words, words[1:]))
            occurrences.update(units)
            documents.update(set(units))
        ordered = sorted(documents.values(), reverse=True)
        for rank in RANKS:
            share = ordered[rank - 1] / len(sample) if rank <= len(ordered) else 0
            rows.append(("df", kind, rank, f"{share:.6f}"))
        middle = [u for u, n in occurrences.items() if 100 <= n < 300]
        burst = sum(occurrences[u] for u in middle) / sum(documents[u] for u in middle)
        rows.append(("burst", kind, 0, f"{burst:.4f}"))
        rows.append(("distinct", kind, 0, len(ordered)))
    return rows


def write_syllables(path, texts):
    counts, pairs = collections.Counter(), collections.Counter()
    for document in texts:
        counts.update(NUMBER if w.isdigit() else w for w in document.words)
    known = {w for w, _ in counts.most_common(VOCABULARY)} | {NUMBER}
    rare = count_rare(texts, known)
    for document in texts:
        states = [NUMBER if w.isdigit() else w if w in known else RARE for w in document.words]
        pairs.update(zip(states, states[1:]))
    total = sum(counts.values())
    rows = [(w, n) for w, n in counts.most_common(VOCABULARY)]
    rows.append((RARE, total - sum(n for _, n in rows)))
    rows.sort(key=lambda row: (-row[1], row[0]))
    index = {w: i for i, (w, _) in enumerate(rows)}
    followers = collections.defaultdict(list)
    for (first, second), n in sorted(pairs.items(), key=lambda p: (-p[1], p[0]))[:PAIRS]:
        followers[first].append((index[second], n))
    with path.open("w", encoding="utf-8") as out:
        for word, n in rows:
            columns = [word, str(n)] + [f"{i}:{c}" for i, c in followers[word]]
            out.write("\t".join(columns) + "\n")
    return rare


def write_shapes(path, documents, texts, scale, rare):
    digits = collections.Counter(min(len(w), 8) for d in texts for w in d.words if w.isdigit())
    body_words = sum(d.body_words for d in texts)
    rows = [("body_length", "", i, n) for i, n in enumerate(quantiles(len(d.words) for d in texts))]
    rows += [("title_length", "", i, n) for i, n in enumerate(quantiles(len(d.title) for d in documents))]
    rows += [("digits", "", n, c) for n, c in sorted(digits.items())]
    rows += [("type", t, 0, c) for t, c in collections.Counter(d.type for d in documents).most_common(12) if t]
    agencies = collections.Counter(d.agency for d in documents if d.agency).most_common(AGENCIES)
    rows += [("agency_rank", "", rank, c) for rank, (_, c) in enumerate(agencies, 1)]
    years = collections.Counter(int(d.year) for d in documents if d.year.isdigit())
    rows += [("year", "", y, c) for y, c in sorted(years.items()) if y >= FIRST_YEAR]
    rows.append(("scale", "", 0, f"{scale:.4f}"))
    rows.append(("sentence_words", "", 0, f"{body_words / sum(d.sentences for d in texts):.2f}"))
    rows.append(("paragraph_words", "", 0, f"{body_words / sum(d.paragraphs for d in texts):.2f}"))
    rows.append(("rare_alpha", "", 0, f"{rare[0]:.4f}"))
    rows.append(("rare_offset", "", 0, f"{rare[1]:.1f}"))
    rows += document_frequencies(texts)
    with path.open("w", encoding="utf-8") as out:
        for row in rows:
            out.write("\t".join(str(cell) for cell in row) + "\n")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    here = pathlib.Path(__file__).resolve().parent
    documents = read_corpora(pathlib.Path(sys.argv[1]))
    texts = [d for d in documents if d.words]
    scale = cut_to_mean(texts)
    rare = write_syllables(here / "syllables.tsv", texts)
    write_shapes(here / "shapes.tsv", documents, texts, scale, rare)


if __name__ == "__main__":
    main()
