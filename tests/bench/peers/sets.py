"""Judged collections as every peer reads them.

    documents.tsv    id, title, body, agency, year      NFC, blanks joined: no tab, no line end
    documents.jsonl  the same documents as they were, which is what tracuu-index reads
    queries.tsv      id, text                           only what is judged

Peers get composed text (NFC), as few of them compose it; the number of a document stands in its
title for them, so that they find it there.
"""

import collections
import gzip
import json
import lzma
import os
import re
import unicodedata

Set = collections.namedtuple("Set", "name documents source queries judged texts dated")

MAX_ID_BYTES = 200  # what every engine takes as a key


def open_text(path):
    """Opens a text file, compressed or not."""
    opener = {".xz": lzma.open, ".gz": gzip.open}.get(os.path.splitext(path)[1], open)
    return opener(path, "rt", encoding="utf-8", errors="replace")


def clean(text):
    """Returns the text on one line: composed, without control characters, blanks joined.

    >>> clean("Quyê\\u0301t\\tđịnh\\x00 số 8")
    'Quyết định số 8'
    """
    text = text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate is no character
    text = re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", unicodedata.normalize("NFC", text))
    return " ".join(text.split())


def row(document):
    """Returns the columns of documents.tsv. Raises ValueError for an id no engine could hold."""
    name = str(document.get("_id") or document.get("id") or "")
    if not name or name != clean(name) or len(name.encode()) > MAX_ID_BYTES:
        raise ValueError(f"no id for a peer: {name!r}")
    title = document.get("title") or ""
    number = document.get("number") or ""
    if number not in title:
        title = f"{title} {number}"
    body = document.get("body") or document.get("text") or ""
    year = str(document.get("date") or "")[:4]
    return [name, clean(title), clean(body), clean(document.get("agency") or ""),
            year if re.fullmatch("[0-9]{4}", year) else ""]


def write_set(name, folder, documents, queries, judged):
    """Writes a set into the folder; its `dated` says how many documents have a year.
    REQUIRES: documents as JSON objects, queries as (id, text)."""
    os.makedirs(folder, exist_ok=True)
    paths = [os.path.join(folder, f) for f in ("documents.tsv", "documents.jsonl", "queries.tsv")]
    dated = 0
    with (open(paths[0], "w", encoding="utf-8") as rows,
          open(paths[1], "w", encoding="utf-8", errors="replace") as originals):
        for document in documents:
            columns = row(document)
            dated += columns[-1] != ""
            rows.write("\t".join(columns) + "\n")
            originals.write(json.dumps(document, ensure_ascii=False) + "\n")
    texts = {query: clean(text) for query, text in queries if query in judged}
    with open(paths[2], "w", encoding="utf-8") as out:
        out.writelines(f"{query}\t{text}\n" for query, text in texts.items())
    return Set(name, *paths, judged, texts, dated)


def read_jsonl(path):
    with open_text(path) as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def beir_set(name, source, folder, judged):
    """Writes a folder in BEIR's form as a set."""
    names = (os.path.join(source, "corpus.jsonl" + end) for end in ("", ".xz", ".gz"))
    corpus = next(filter(os.path.exists, names), None)
    if corpus is None:
        raise ValueError(f"{source}: no corpus.jsonl")
    queries = [(q["_id"], q["text"]) for q in read_jsonl(os.path.join(source, "queries.jsonl"))]
    return write_set(name, folder, read_jsonl(corpus), queries, judged)
