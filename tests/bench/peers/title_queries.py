"""Queries of 6 to 9 syllables out of titles of real collections, and the documents they mean.

    title   Quyết định về việc phê duyệt Chương trình chuyển đổi số quốc gia
    query   phê duyệt Chương trình chuyển đổi số quốc

Answers are the document whose title was drawn from and every other one whose title holds the same
words in the same order: the query says nothing that would tell them apart. The draw is seeded and
the same everywhere.
"""

import random
import re

FEWEST, MOST = 6, 9


def words_of(text):
    """Returns the words of a clean text, without punctuation."""
    return re.findall(r"\w+", text)


def draw(rows, documents, queries, seed):
    """Draws `documents` of the rows (id, title) and up to `queries` queries out of their titles.

    Returns the ids drawn, [(query id, text)] and {query id: {document id: 1}}."""
    order = random.Random(seed)
    rows = sorted(rows)
    order.shuffle(rows)
    rows = rows[:documents]
    titles = [(name, words_of(title)) for name, title in rows]
    lowered = [(name, " " + " ".join(words).lower() + " ") for name, words in titles]
    texts, judged, seen = [], {}, set()
    for _, words in titles:
        if len(texts) == queries:
            break
        if len(words) < FEWEST:
            continue
        count = order.randint(FEWEST, min(MOST, len(words)))
        first = order.randint(0, len(words) - count)
        text = " ".join(words[first : first + count])
        if text.lower() in seen:
            continue
        seen.add(text.lower())
        query = f"t{len(texts) + 1}"
        texts.append((query, text))
        judged[query] = {name: 1 for name, title in lowered if f" {text.lower()} " in title}
    return {name for name, _ in rows}, texts, judged
