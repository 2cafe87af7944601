#!/usr/bin/env python3
"""Sets, queries out of titles, and figures, against values worked out by hand."""

import os
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True

import session
import sets
import table
import title_queries

TITLES = [("a", "Về việc phê duyệt Chương trình chuyển đổi số quốc gia"),
          ("b", "Kế hoạch thực hiện, phê duyệt Chương trình chuyển đổi số quốc gia"),
          ("c", "Văn thư")]


class SetsTest(unittest.TestCase):
    def test_rows(self):
        self.assertEqual(
            sets.row({"_id": "d 1", "title": "Quyê\u0301t\tđịnh", "number": "8/QĐ",
                      "text": "a\n\x00b\u2028c", "date": "2020-01-02", "agency": None}),
            ["d 1", "Quyết định 8/QĐ", "a b c", "", "2020"])
        self.assertEqual(sets.row({"id": "x", "title": "Số 8/QĐ", "number": "8/QĐ", "body": "",
                                   "date": "khoảng 2020"}), ["x", "Số 8/QĐ", "", "", ""])

    def test_ids_no_engine_could_hold_are_refused(self):
        for name in ("", "a\tb", "a\nb", "x" * 201):
            with self.subTest(name), self.assertRaises(ValueError):
                sets.row({"_id": name})

    def test_only_judged_queries_are_written(self):
        with tempfile.TemporaryDirectory() as folder:
            made = sets.write_set("s", folder, [{"_id": "a", "date": "2020"}, {"_id": "b"}],
                                  [("q1", "một\ncửa"), ("q2", "x")], {"q1": {"a": 1}})
            with open(made.queries, encoding="utf-8") as lines:
                self.assertEqual(lines.read(), "q1\tmột cửa\n")
            self.assertEqual((made.texts, made.dated), ({"q1": "một cửa"}, 1))


class TitleQueriesTest(unittest.TestCase):
    def test_a_query_is_judged_by_every_title_that_holds_it(self):
        for seed in range(20):
            drawn, texts, judged = title_queries.draw(TITLES, 3, 10, seed)
            self.assertEqual(drawn, {"a", "b", "c"})
            for query, text in texts:
                self.assertIn(len(text.split()), range(6, 10))
                held = {name for name, title in TITLES
                        if text in " ".join(title_queries.words_of(title))}
                self.assertEqual(set(judged[query]), held)

    def test_the_same_seed_gives_the_same_whatever_the_order(self):
        self.assertEqual(title_queries.draw(TITLES, 2, 10, 7),
                         title_queries.draw(TITLES[::-1], 2, 10, 7))


class TableTest(unittest.TestCase):
    def test_percentiles(self):
        for values, share, wanted in (([7], 0.5, 7), ([3, 1, 2, 4], 0.5, 2), ([3, 1, 2], 0.5, 2),
                                      (range(1, 101), 0.95, 95), ([1, 2], 1, 2), ([1, 2], 0, 1)):
            with self.subTest((values, share)):
                self.assertEqual(table.percentile(values, share), wanted)

    def test_medians_over_rounds(self):
        rounds = [{"q": session.Answer(wall, 0, 0, [])} for wall in (9, 1, 2)]
        self.assertEqual(table.medians(rounds, "wall_ms"), {"q": 2})


if __name__ == "__main__":
    os.chdir(os.path.dirname(os.path.realpath(__file__)))
    unittest.main()
