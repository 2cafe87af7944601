"""The golden run of a collection, and whether a run is worse than it.

    # nDCG@10 0.9195          the means, for the eye
    alqac-0006\t1             its one judged document came first
    alqac-0007\t3 - 17        of three, in the order of their ids, one is not among the first 100

The file holds ranks, not figures: all figures follow from them, so each query of a run can be set
against the same query of the golden run.
"""

import figures
import intervals

# A drop is news when it is larger than SMALL and its p-value less than LEVEL: seven queries that
# fall while none rises are enough. With five figures of five sets, 4 to 9 of 100 changes that are
# neither good nor bad fail one at .02, 12 to 21 at .05; measured by swapping the two runs of a change
# of weights at random, query by query, 300 times for each of three changes.
LEVEL = 0.02
SMALL = 0.001


def write(path, judged, answers, means):
    with open(path, "w", encoding="utf-8") as out:
        out.write("# Where the golden run has each judged document; see golden.py. Rewritten with "
                  "TRACUU_UPDATE_GOLDEN=1.\n")
        out.writelines(f"# {name} {value:.4f}\n" for name, value in zip(figures.NAMES, means))
        for query, grades in sorted(judged.items()):
            found = answers.get(query, [])[:figures.DEPTH]
            ranks = {document: rank for rank, document in enumerate(found, 1)}
            out.write(f"{query}\t{' '.join(str(ranks.get(d, '-')) for d in sorted(grades))}\n")


def read(path, judged):
    """Returns the answers of the golden run, with None for what is not judged. Raises ValueError
    where the file is not one of these judgements."""
    answers = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#"):
                continue
            query, _, ranks = line.rstrip("\n").partition("\t")
            documents, ranks = sorted(judged.get(query, {})), ranks.split(" ")
            if len(documents) != len(ranks):
                raise ValueError(f"{path}: other judgements of {query}; TRACUU_UPDATE_GOLDEN=1 "
                                 "writes it anew")
            answer = [None] * figures.DEPTH
            for document, rank in zip(documents, ranks):
                if rank != "-":
                    answer[int(rank) - 1] = document
            answers[query] = answer
    if answers.keys() != judged.keys():
        raise ValueError(f"{path}: other queries than are judged; TRACUU_UPDATE_GOLDEN=1 writes it "
                         "anew")
    return answers


def is_news(difference, tolerance):
    """Whether a figure moved, either way: by more than the tolerance or, where that is None, beyond
    noise."""
    if tolerance is not None:
        return abs(difference.mean) > tolerance
    return abs(difference.mean) > SMALL and difference.p < LEVEL


def print_lost(now, before):
    """The queries whose figure fell furthest."""
    lost = sorted((now[q] - before[q], q) for q in now if now[q] < before[q])
    for _, query in lost[:5]:
        print(f"      {query}  {before[query]:.3f} -> {now[query]:.3f}")


def compare(rows, before, tolerance):
    """Prints what differs from the rows of the golden run. Returns whether a figure dropped."""
    ours = list(zip(*rows.values()))
    theirs = list(zip(*(before[query] for query in rows)))
    dropped = False
    for name, now, then, change in zip(figures.NAMES, ours, theirs,
                                       intervals.changes(ours, theirs)):
        difference = intervals.difference(change)
        if not difference.won + difference.lost:
            continue
        verdict = "within noise" if tolerance is None else "within the tolerance"
        fell = difference.mean < 0
        if is_news(difference, tolerance):
            verdict = "DROPPED" if fell else "rose: keep it with TRACUU_UPDATE_GOLDEN=1"
            dropped = dropped or fell
        print(f"  golden {name} {intervals.mean(then):.4f} -> {intervals.mean(now):.4f}  "
              f"p {difference.p:.4f}  won {difference.won} lost {difference.lost}  {verdict}")
        if verdict == "DROPPED":
            print_lost(dict(zip(rows, now)), dict(zip(rows, then)))
    return dropped
