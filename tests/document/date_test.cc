#include "core/document/date.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

#include "tests/document/domain_table.h"

namespace tracuu {
namespace {

// The table's rows say «year from the document (2021)».
constexpr Date kReference{2021, 12, 31};

TEST(DateTable, EveryRowGivesItsDate) {
  const auto rows = domain_table("date_pairs.tsv", 2);
  ASSERT_GE(rows.size(), 27U);
  for (const auto& row : rows) {
    const auto mention = find_date(row[0], kReference);
    EXPECT_EQ(mention ? to_text(*mention) : "", row[1]) << row[0];
  }
}

TEST(Date, ParseOfToIsoIsEveryDayItself) {
  int count = 0;
  for (int year = kFirstYear; year <= kLastYear; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= days_in_month(year, month); ++day, ++count) {
        const Date date{year, month, day};
        ASSERT_EQ(parse_iso(to_iso(date)), date);
        ASSERT_EQ(parse_date(to_iso(date)), date);
      }
    }
  }
  EXPECT_EQ(count, 73414);
}

TEST(Date, KeysOrderAsDaysDo) {
  EXPECT_EQ(to_key({2020, 6, 3}), 20200603);
  EXPECT_LT(to_key({2020, 12, 31}), to_key({2021, 1, 1}));
}

struct WholeCase {
  const char* input;
  const char* want;  // empty: no date
};

const WholeCase kWholeCases[] = {
    {"2020-12-31", "2020-12-31"},
    {"2020-12-31T08:00:00Z", "2020-12-31"},
    {" 31/12/2020 ", "2020-12-31"},
    {"31/12/20", "2020-12-31"},
    {"1/1/1999", "1999-01-01"},
    {"01/01/89", "1989-01-01"},
    {"29/02/2020", "2020-02-29"},
    {"29/02/2021", ""},
    {"29/02/2000", "2000-02-29"},
    {"29/02/1900", ""},
    {"ngày 03 tháng 6 năm 2020", "2020-06-03"},
    {"Ngày 03 tháng 6, năm 2020", "2020-06-03"},
    {"NGÀY 03 THÁNG 6 NĂM 2020", "2020-06-03"},
    {"ngay 3 thang 6 nam 2020", "2020-06-03"},
    {"ngày 20 tháng mười một năm 2020", "2020-11-20"},
    {"ngày 20 tháng mười hai năm 2020", "2020-12-20"},
    {"ngày 20 tháng mười năm 2020", "2020-10-20"},
    {"31/12", ""},
    {"12/2020", ""},
    {"31/13/2020", ""},
    {"00/12/2020", ""},
    {"31/12/2101", ""},
    {"31/12/2020 và", ""},
    {"2020-13-01", ""},
    {"2020-1-1", ""},
    {"không rõ", ""},
    {"", ""},
};

TEST(Date, WholeTextIsADateOrNot) {
  for (const WholeCase& c : kWholeCases) {
    const auto date = parse_date(c.input);
    EXPECT_EQ(date ? to_iso(*date) : "", c.want) << c.input;
  }
}

struct RangeCase {
  const char* input;
  const char* first;  // empty: no range
  const char* last;
};

const RangeCase kRangeCases[] = {
    {"2020-12-31", "2020-12-31", "2020-12-31"},
    {"31/12/2020", "2020-12-31", "2020-12-31"},
    {"31-12-2020", "2020-12-31", "2020-12-31"},
    {"12/2020", "2020-12-01", "2020-12-31"},
    {"2/2020", "2020-02-01", "2020-02-29"},
    {"2020-12", "2020-12-01", "2020-12-31"},
    {"2020", "2020-01-01", "2020-12-31"},
    {"2019..2021", "2019-01-01", "2021-12-31"},
    {"01/2021..04/2021", "2021-01-01", "2021-04-30"},
    {"17/4/2021 .. 2021", "2021-04-17", "2021-12-31"},
    {"..2020", "1900-01-01", "2020-12-31"},
    {"2020..", "2020-01-01", "2100-12-31"},
    {"quý IV/2020", "2020-10-01", "2020-12-31"},
    {"tháng 4 năm 2021", "2021-04-01", "2021-04-30"},
    {"..", "", ""},
    {"", "", ""},
    {"2021..2019", "", ""},
    {"13/2020", "", ""},
    {"20", "", ""},
    {"2020..x", "", ""},
    {"2019..2020..2021", "", ""},
};

TEST(DateRange, TypedPeriods) {
  for (const RangeCase& c : kRangeCases) {
    const auto range = parse_date_range(c.input);
    EXPECT_EQ(range ? to_iso(range->first) : "", c.first) << c.input;
    EXPECT_EQ(range ? to_iso(range->last) : "", c.last) << c.input;
  }
}

TEST(FindDate, YearComesFromTheReference) {
  // The sample article of 2021-04-17: «ngày 12/4» is this year's, «ngày 31/12» the last one's.
  constexpr Date kArticle{2021, 4, 17};
  EXPECT_EQ(to_text(*find_date("ngày 12/4", kArticle)), "2021-04-12");
  EXPECT_EQ(to_text(*find_date("ngày 31/12", kArticle)), "2020-12-31");
  EXPECT_FALSE(find_date("ngày 12/4").has_value());
  EXPECT_FALSE(find_date("chiếm 3/4 diện tích", kArticle).has_value());
}

TEST(FindDate, BothEndsOfARangeAreFound) {
  const auto found = find_dates("từ 01/01/2020-31/12/2020; quý 2 năm 2021 và tháng 7/2021.");
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(to_text(found[0]), "2020-01-01");
  EXPECT_EQ(to_text(found[1]), "2020-12-31");
  EXPECT_EQ(to_text(found[2]), "2021-Q2");
  EXPECT_EQ(to_text(found[3]), "2021-07");
}

TEST(FindDateProperty, SpansAreOrderedAndInside) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE(testing::Message() << "seed " << seed);
  std::mt19937 rng(seed);
  static const std::string atoms[] = {"ngày",   " ",    "12",     "/",  "4",  "2020",
                                      "tháng",  "năm",  "quý",    "IV", "-",  ".",
                                      "\u2013", "\xE2", "\u00a0", "tư", "\n", "31/12/2020"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t n = rng() % 14; n > 0; --n) text += atoms[rng() % std::size(atoms)];
    std::size_t end = 0;
    for (const DateMention& m : find_dates(text, kReference)) {
      ASSERT_GE(m.offset, end) << text;
      ASSERT_GT(m.length, 0U) << text;
      end = m.offset + m.length;
      ASSERT_LE(end, text.size()) << text;
      ASSERT_TRUE(is_valid(m.days.first) && is_valid(m.days.last)) << text;
    }
    parse_date_range(text);
  }
}

}  // namespace
}  // namespace tracuu
