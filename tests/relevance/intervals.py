"""How far a mean over queries can be trusted.

    bootstrap([[1, 0, 1, 1, 0]])  -> [(0.2, 1.0)]     of one mean, 95 %
    sign_flip_p([-1, -1, -1, 0])  -> 0.25             of one mean difference, two-sided

The queries are taken as a sample of those that people ask: another sample would give another mean.
An interval says how far off that mean may lie, a p-value how often a difference as large as this
arises where both runs are equally good. Both draw from a fixed seed, so that a figure is the same
each time.
"""

import collections
import operator
import random

RESAMPLES = 2000
FLIPS = 10000
SEED = 1
COVERED = 0.95

Difference = collections.namedtuple("Difference", "mean p won lost tied")


def mean(values):
    return sum(values) / len(values)


def bootstrap(columns):
    """Returns the percentile interval of each column's mean. Rows are queries and are drawn as a
    whole, with replacement. Time: RESAMPLES × rows × columns."""
    rows = len(columns[0])
    if rows == 1:
        return [(column[0], column[0]) for column in columns]
    draw = random.Random(SEED)
    sums = [[] for _ in columns]
    for _ in range(RESAMPLES):
        take = operator.itemgetter(*draw.choices(range(rows), k=rows))
        for column, own in zip(columns, sums):
            own.append(sum(take(column)))
    cut = round(RESAMPLES * (1 - COVERED) / 2)
    return [(own[cut] / rows, own[-1 - cut] / rows) for own in map(sorted, sums)]


def _sums_by_byte(values):
    """For each eight values their 256 sums: a bit that is set takes its value as it is, the others
    are negated. Flipping by bytes is some ten times faster than value by value."""
    tables = []
    for start in range(0, len(values), 8):
        table = [0.0]
        for value in values[start:start + 8]:
            table = [s - value for s in table] + [s + value for s in table]
        tables.append(table * (256 // len(table)))  # bits beyond the last value say nothing
    return tables


def sign_flip_p(differences):
    """Returns the two-sided p-value of the paired randomisation test: how often the sum is as far
    from 0 when each difference has the sign that chance gives it. Exact where all signs can be
    gone through, else by FLIPS draws."""
    moved = [d for d in differences if d]
    far = abs(sum(moved)) - 1e-9  # sums of the same values in another order differ in the last bit
    tables = _sums_by_byte(moved)
    size = len(tables)
    exact = 2 ** len(moved) <= FLIPS
    if exact:
        signs = (code.to_bytes(size, "little") for code in range(2 ** len(moved)))
    else:
        draw = random.Random(SEED)
        signs = (draw.randbytes(size) for _ in range(FLIPS))
    hits = sum(abs(sum(map(operator.getitem, tables, flips))) >= far for flips in signs)
    return hits / 2 ** len(moved) if exact else (hits + 1) / (FLIPS + 1)


def changes(columns, others):
    """Returns `columns` minus `others`, row by row."""
    return [list(map(operator.sub, ours, theirs)) for ours, theirs in zip(columns, others)]


def difference(change):
    """Returns what a column of changes amounts to."""
    won, lost = sum(d > 0 for d in change), sum(d < 0 for d in change)
    return Difference(mean(change), sign_flip_p(change), won, lost, len(change) - won - lost)
