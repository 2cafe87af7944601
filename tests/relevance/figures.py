"""Judgements, runs, and what a run is worth on each query.

    judged   {"q1": {"a.txt": 2, "b.txt": 1}}      grades; what is not judged is 0
    answers  {"q1": ["a.txt", "c.txt", "b.txt"]}   documents from the first rank on
    rows     {"q1": (0.96, 1.0, 1.0, 1.0, 1.0)}    the figures, in the order of NAMES

A judged query that the run does not answer counts as 0; an answer to a query that is not judged
counts nowhere. README.md says what each figure means.
"""

import math

NAMES = ("nDCG@10", "MRR@10", "P@1", "R@10", "R@100")
DEPTH = 100  # no figure looks further down


def read_judgements(path):
    """Reads BEIR's qrels: query, document, grade, with tabs; the first line may be names.
    Grades of 0 and less are as good as not judged. Raises ValueError with the line that is none."""
    judged = {}
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                query, document, grade = line.rstrip("\r\n").split("\t")
                if number == 1 and not grade.lstrip("-").isdigit():
                    continue
                grade = int(grade)
            except ValueError:
                raise ValueError(f"{path}:{number}: not query, document, grade") from None
            if grade > 0:
                judged.setdefault(query, {})[document] = grade
    if not judged:
        raise ValueError(f"{path}: no query has a grade above 0")
    return judged


def read_run(path):
    """Reads a TREC run. An id may hold blanks: it stands between two and three columns. The order
    is that of the ranks. Raises ValueError with the line that is none, and where a document is
    found twice."""
    ranked = {}
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                query, _, rest = line.rstrip("\r\n").split(" ", 2)
                document, rank, _, _ = rest.rsplit(" ", 3)
                ranked.setdefault(query, []).append((int(rank), document))
            except ValueError:
                raise ValueError(f"{path}:{number}: not a line of a TREC run") from None
    answers = {query: [d for _, d in sorted(found)] for query, found in ranked.items()}
    for query, found in answers.items():
        if len(set(found)) < len(found):
            raise ValueError(f"{path}: {query} has a document twice")
    return answers


def gain(grade):
    """Exponential: grade 2 is worth three of grade 1. With one grade it is the linear gain."""
    return 2**grade - 1


def figures(grades, answer):
    """Returns the figures of one query in the order of NAMES. REQUIRES: a grade."""
    best = max(grades.values())
    main = {document for document, grade in grades.items() if grade == best}
    first = next((i for i, d in enumerate(answer[:10]) if d in main), None)
    got = sum(gain(grades.get(d, 0)) / math.log2(i + 2) for i, d in enumerate(answer[:10]))
    ideal = sorted(grades.values(), reverse=True)[:10]
    most = sum(gain(grade) / math.log2(i + 2) for i, grade in enumerate(ideal))
    return (
        got / most,
        0.0 if first is None else 1 / (first + 1),
        float(first == 0),
        len(grades.keys() & answer[:10]) / len(grades),
        len(grades.keys() & answer[:DEPTH]) / len(grades),
    )


def score(judged, answers):
    """Returns the rows of all judged queries."""
    return {query: figures(grades, answers.get(query, [])) for query, grades in judged.items()}
