"""Queries of 3 to 9 syllables out of the titles of an index that is served, one target a line.

    make_targets.py http://127.0.0.1:8080 PREFIX COUNT [SEED]

PREFIX is what stands before the query: "/search?q=", "/api/v1/search?q=".
With "documents" for PREFIX the targets are pages of documents.
"""

import json
import random
import sys
import urllib.parse
import urllib.request

PAGE = 100
PAGES = 40
DEPTH = 5000  # as far as the server goes


def results(server, offset, sort="newest"):
    url = f"{server}/api/v1/search?limit={PAGE}&offset={offset}&snippets=0&collapse=0&sort={sort}"
    with urllib.request.urlopen(url, timeout=60) as answer:
        return json.load(answer)


def main():
    server, prefix, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    rng = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    total = results(server, 0)["total"]
    last = max(0, min(total - PAGE, DEPTH))
    found = []
    for _ in range(PAGES):
        found += results(server, rng.randint(0, last), rng.choice(["newest", "oldest"]))["results"]
    for _ in range(count):
        result = rng.choice(found)
        if prefix == "documents":
            print("/document?id=" + urllib.parse.quote(result["id"], safe=""))
            continue
        words = result["title"].split()
        length = rng.randint(3, 9)
        begin = rng.randint(0, max(0, len(words) - length))
        query = " ".join(words[begin:begin + length]) or "chuyển đổi số"
        print(prefix + urllib.parse.quote(query.replace('"', " "), safe=""))


if __name__ == "__main__":
    main()
