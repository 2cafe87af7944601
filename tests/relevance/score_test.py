#!/usr/bin/env python3
"""The figures, intervals and verdicts against values worked out by hand."""

import contextlib
import io
import math
import os
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True  # nothing is written beside the sources

import figures
import golden
import intervals

LOG3 = math.log2(3)  # ranks 1, 2, 3 are divided by 1, log2(3), 2

# name, grades, answer, nDCG@10, MRR@10, P@1, R@10, R@100
FIGURES = (
    ("first", {"a": 1}, ["a", "x"], 1, 1, 1, 1, 1),
    ("second", {"a": 1}, ["x", "a"], 1 / LOG3, 1 / 2, 0, 1, 1),
    ("tenth", {"a": 1}, [*"123456789", "a"], 1 / math.log2(11), 1 / 10, 0, 1, 1),
    ("eleventh", {"a": 1}, [*"123456789", "x", "a"], 0, 0, 0, 0, 1),
    ("beyond a hundred", {"a": 1}, [*map(str, range(100)), "a"], 0, 0, 0, 0, 0),
    ("no answer", {"a": 1}, [], 0, 0, 0, 0, 0),
    ("one of two, at rank 3", {"a": 1, "b": 1}, ["x", "y", "b"],
     (1 / 2) / (1 + 1 / LOG3), 1 / 3, 0, 1 / 2, 1 / 2),
    # Grade 2 is worth 3, grade 1 is worth 1; the document of grade 2 alone is the main one.
    ("grades in order", {"a": 2, "b": 1}, ["a", "b"], 1, 1, 1, 1, 1),
    ("grades swapped", {"a": 2, "b": 1}, ["b", "a"],
     (1 + 3 / LOG3) / (3 + 1 / LOG3), 1 / 2, 0, 1, 1),
    ("the lower grade alone", {"a": 2, "b": 1}, ["b"], 1 / (3 + 1 / LOG3), 0, 0, 1 / 2, 1 / 2),
    # Twelve are wanted: ten of them are the best order, but not all that is to be found.
    ("more than ten", dict.fromkeys("abcdefghijkl", 1), list("abcdefghij"),
     1, 1, 1, 10 / 12, 10 / 12),
)

# name, differences, p: of all 2^n signs of those that are not 0, how many are as far from 0
SIGN_FLIPS = (
    ("nothing moved", [0, 0, 0], 1),
    ("one fell", [0, -1, 0], 1),
    ("three fell", [-1, -1, -1, 0], 2 / 8),
    ("seven fell alike", [-0.1] * 7, 2 / 128),
    ("one each way", [1, -1], 1),
    ("4 and -1", [4, -1], 1),  # sums 3, 5, -5, -3: all as far as 3
    ("4, 2 and -1", [4, 2, -1], 4 / 8),  # 5, 7, -5, -7 of 1, 3, 5, 7 and their negatives
    ("ten fell, in two bytes", [-1] * 10, 2 / 1024),
)


class FiguresTest(unittest.TestCase):
    def test_figures(self):
        for name, grades, answer, *wanted in FIGURES:
            with self.subTest(name):
                row = figures.figures(grades, answer)
                for figure, got, value in zip(figures.NAMES, row, wanted):
                    self.assertAlmostEqual(got, value, 12, figure)

    def test_a_judged_query_without_answer_counts_as_0(self):
        self.assertEqual(figures.score({"q": {"a": 1}}, {"other": ["a"]}), {"q": (0, 0, 0, 0, 0)})


class FilesTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = os.path.join(folder.name, "file")

    def write(self, text):
        with open(self.path, "w", encoding="utf-8") as out:
            out.write(text)
        return self.path

    def test_judgements(self):
        judged = {"q1": {"văn bản a": 2}, "q2": {"b": 1}}
        rows = "q1\tvăn bản a\t2\nq1\tc\t0\nq2\tb\t1\nq3\td\t-1\n"
        self.assertEqual(figures.read_judgements(self.write(rows)), judged)
        self.assertEqual(figures.read_judgements(self.write("query-id\tcorpus-id\tscore\n" + rows)),
                         judged)

    def test_bad_judgements_name_their_line(self):
        for text in ("q1\ta\t1\nq1\tb\n", "q1\ta\t1\nq1\tb\tx\n"):
            with self.assertRaisesRegex(ValueError, "file:2: "):
                figures.read_judgements(self.write(text))
        with self.assertRaisesRegex(ValueError, "no query"):
            figures.read_judgements(self.write("q1\ta\t0\n"))

    def test_run(self):
        run = self.write("q1 Q0 b c 2 1.5 t\nq1 Q0 a 1 2.5 t\n")
        self.assertEqual(figures.read_run(run), {"q1": ["a", "b c"]})

    def test_bad_runs_are_refused(self):
        with self.assertRaisesRegex(ValueError, "file:1: "):
            figures.read_run(self.write("q1 a 1\n"))
        with self.assertRaisesRegex(ValueError, "q1 has a document twice"):
            figures.read_run(self.write("q1 Q0 a 1 2 t\nq1 Q0 a 2 1 t\n"))

    def test_golden_keeps_every_figure(self):
        judged = {name: grades for name, grades, *_ in FIGURES}
        answers = {name: answer for name, _, answer, *_ in FIGURES}
        golden.write(self.path, judged, answers, [0] * len(figures.NAMES))
        self.assertEqual(figures.score(judged, golden.read(self.path, judged)),
                         figures.score(judged, answers))

    def test_golden_of_other_judgements_is_refused(self):
        golden.write(self.path, {"q1": {"a": 1}}, {}, [0] * len(figures.NAMES))
        for judged in ({"q2": {"a": 1}}, {"q1": {"a": 1, "b": 1}},
                       {"q1": {"a": 1}, "q2": {"a": 1}}):
            with self.assertRaisesRegex(ValueError, "TRACUU_UPDATE_GOLDEN"):
                golden.read(self.path, judged)


class IntervalsTest(unittest.TestCase):
    def test_sign_flips(self):
        for name, differences, wanted in SIGN_FLIPS:
            with self.subTest(name):
                self.assertAlmostEqual(intervals.sign_flip_p(differences), wanted, 12)

    def test_drawn_sign_flips_are_near_the_exact_ones(self):
        # 40 signs, sum 12: 26 or more, or 14 or fewer, of 40 fair coins.
        exact = 2 * sum(math.comb(40, k) for k in range(26, 41)) / 2**40
        self.assertAlmostEqual(intervals.sign_flip_p([1] * 26 + [-1] * 14), exact, delta=0.01)

    def test_interval_of_coins(self):
        # 400 queries, half of them right: the standard error is .025, 95 % are .5 ± .049.
        (low, high), (same, also) = intervals.bootstrap([[0, 1] * 200, [0.25] * 400])
        self.assertAlmostEqual(low, 0.451, delta=0.006)
        self.assertAlmostEqual(high, 0.549, delta=0.006)
        self.assertEqual((same, also), (0.25, 0.25))

    def test_the_same_figures_each_time(self):
        column = [i / 100 for i in range(100)]
        self.assertEqual(intervals.bootstrap([column]), intervals.bootstrap([column]))
        moved = [x - 0.45 for x in column]
        self.assertEqual(intervals.sign_flip_p(moved), intervals.sign_flip_p(moved))

    def test_difference(self):
        (change,) = intervals.changes([[1, 0.5, 0, 0]], [[0, 1, 0, 0]])
        self.assertEqual(change, [1, -0.5, 0, 0])
        self.assertEqual(intervals.difference(change), (0.125, 1, 1, 1, 2))


# queries, how many fall from rank 1 to 2, how many rise from 2 to 1, tolerance, dropped
DROPS = (
    (100, 0, 0, None, False),
    (100, 6, 0, None, False),  # p = 2/64
    (100, 7, 0, None, True),  # p = 2/128
    (100, 12, 6, None, False),
    (100, 0, 9, None, False),
    (3000, 7, 0, None, True),  # of P@1 and MRR .0023 and .0012
    (8000, 7, 0, None, False),  # beyond noise, but less than .001
    (100, 1, 0, 0.005, True),
    (100, 1, 1, 0.005, False),
    (100, 1, 0, 0.02, False),
)


class GoldenTest(unittest.TestCase):
    def test_drops(self):
        judged = {"a": 1}
        first, second = figures.figures(judged, ["a"]), figures.figures(judged, ["x", "a"])
        for queries, fall, rise, tolerance, dropped in DROPS:
            with self.subTest((queries, fall, rise, tolerance)):
                before, rows = {}, {}
                for i in range(queries):
                    before[i] = second if fall <= i < fall + rise else first
                    rows[i] = second if i < fall else first
                with contextlib.redirect_stdout(io.StringIO()) as said:
                    self.assertEqual(golden.compare(rows, before, tolerance), dropped)
                self.assertEqual("DROPPED" in said.getvalue(), dropped)


if __name__ == "__main__":
    unittest.main()
