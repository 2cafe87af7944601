"""Writes queries that name what they want beside their words, with the documents they mean.

  named_queries.py CORPORA OUT     CORPORA: the shared folder of *.jsonl.xz

OUT/corpus.jsonl holds the documents of three legal and provincial collections; beside it

  facts   «<type> của <agency> năm <year> về <three to five words of the subject>», a third of them
          without marks: one document drawn from those with all three
  loose   a number without its symbol: «quyết định 749 năm 2020», «qđ 749/2020», …: every document
          with that type, sequence and year

as OUT/facts.jsonl and OUT/facts.tsv, OUT/loose.jsonl and OUT/loose.tsv, in the form score.py and
rank_run read. The draw is the same each time.
"""

import collections
import json
import lzma
import pathlib
import random
import re
import sys
import unicodedata

SETS = ("legal_phapdien_docs", "gov_binhduong_metadata", "gov_sonla_metadata")
SYMBOLS = {"quyết định": "qđ", "nghị định": "nđ", "thông tư": "tt", "nghị quyết": "nq", "chỉ thị": "ct"}
LOOSE = ("{type} {number} năm {year}", "{type} số {number} năm {year}", "{type} {number}/{year}",
         "{symbol}{number} năm {year}", "{symbol} {number} năm {year}")


def without_marks(text):
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in plain if unicodedata.category(c) != "Mn").lower()


def subject_words(document):
    title = document["title"]
    if document.get("number"):
        title = title.replace(document["number"], " ")
    title = re.sub(r"^\s*" + re.escape(document["type"]) + r"\s*", "", title, flags=re.I)
    return [word for word in re.findall(r"\w+", title) if not word.isdigit()]


def facts(documents):
    known = [d for d in documents if d.get("type") and d.get("agency") and d.get("date")]
    known = [d for d in known if len(subject_words(d)) >= 6]
    for n, document in enumerate(random.sample(known, 400)):
        words = subject_words(document)
        count = random.choice((3, 4, 5))
        first = random.randrange(len(words) - count + 1)
        text = (f"{document['type'].lower()} của {document['agency']} năm {document['date'][:4]} "
                f"về {' '.join(words[first:first + count])}")
        yield without_marks(text) if n % 3 == 2 else text, [document["id"]]


def loose(documents):
    meant = collections.defaultdict(list)
    for document in documents:
        number = re.match(r"0*(\d+)[/-]", document.get("number") or "")
        if number and document.get("type") and document.get("date"):
            key = (document["type"].lower(), number.group(1), document["date"][:4])
            meant[key].append(document["id"])
    for n, key in enumerate(random.sample(list(meant), 300)):
        form = random.choice(LOOSE)
        if "symbol" in form and key[0] not in SYMBOLS:
            form = LOOSE[0]
        text = form.format(type=key[0], number=key[1], year=key[2], symbol=SYMBOLS.get(key[0], ""))
        yield without_marks(text) if n % 2 else text, meant[key]


def write(name, queries, out):
    with open(out / f"{name}.jsonl", "w") as lines, open(out / f"{name}.tsv", "w") as judged:
        judged.write("query-id\tcorpus-id\tscore\n")
        for n, (text, ids) in enumerate(queries):
            lines.write(json.dumps({"_id": f"{name}-{n}", "text": text}, ensure_ascii=False) + "\n")
            judged.writelines(f"{name}-{n}\t{id}\t1\n" for id in ids)


def main():
    corpora, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    random.seed(7)
    documents = []
    with open(out / "corpus.jsonl", "w") as lines:
        for name in SETS:
            for line in lzma.open(corpora / f"{name}.jsonl.xz", "rt"):
                documents.append(json.loads(line))
                lines.write(line)
    write("facts", facts(documents), out)
    write("loose", loose(documents), out)


if __name__ == "__main__":
    main()
