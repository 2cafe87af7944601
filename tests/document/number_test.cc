#include "core/document/number.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

#include "tests/document/domain_table.h"

namespace tracuu {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : " ") + part;
  return out;
}

TEST(NumberTable, EveryRowGivesItsNumberAndKey) {
  const auto rows = domain_table("number_pairs.tsv", 3);
  ASSERT_GE(rows.size(), 95U);
  for (const auto& row : rows) {
    const std::string input = unescaped(row[0]);
    const auto found = find_numbers(input);
    ASSERT_LE(found.size(), 1U) << input;
    EXPECT_EQ(found.empty() ? "" : found[0].number.canonical, row[1]) << input;
    EXPECT_EQ(found.empty() ? "" : found[0].number.key, row[2]) << input;
  }
}

TEST(NumberTable, CanonicalFormsAreFixedPoints) {
  for (const auto& row : domain_table("number_pairs.tsv", 3)) {
    if (row[1].empty()) continue;
    const auto number = parse_number(row[1]);
    ASSERT_TRUE(number.has_value()) << row[1];
    EXPECT_EQ(number->canonical, row[1]);
    EXPECT_EQ(number->key, row[2]);
    const auto query = parse_number_query(row[1]);
    ASSERT_TRUE(query.has_value()) << row[1];
    EXPECT_EQ(query->number, *number);
    EXPECT_TRUE(query->is_complete) << row[1];
  }
}

struct PartsCase {
  const char* input;
  const char* canonical;
  const char* sequence;
  int year;
  const char* type;
  const char* organs;
  const char* unit;
  int term;
};

const PartsCase kPartsCases[] = {
    {"15/2020/NĐ-CP", "15/2020/NĐ-CP", "15", 2020, "NĐ", "CP", "", 0},
    {"17/2015/TTLT-BTP-BQP", "17/2015/TTLT-BTP-BQP", "17", 2015, "TTLT", "BTP BQP", "", 0},
    {"19/2008/NQLT-CP-UBTƯMTTQVN", "19/2008/NQLT-CP-UBTƯMTTQVN", "19", 2008, "NQLT",
     "CP UBTƯMTTQVN", "", 0},
    {"1234/UBND-KSTT", "1234/UBND-KSTT", "1234", 0, "", "UBND", "KSTT", 0},
    {"1517/BNN-TT-QLCL", "1517/BNN-TT-QLCL", "1517", 0, "", "BNN", "TT-QLCL", 0},
    {"367-QĐ/TWĐTN-VP", "367-QĐ/TWĐTN-VP", "367", 0, "QĐ", "TWĐTN", "VP", 0},
    {"67/2020/QH14", "67/2020/QH14", "67", 2020, "", "QH", "", 14},
    {"77/2006/QH 11", "77/2006/QH11", "77", 2006, "", "QH", "", 11},
    {"1234/NQ-UBTVQH15", "1234/NQ-UBTVQH15", "1234", 0, "NQ", "UBTVQH", "", 15},
    {"64-CP", "64-CP", "64", 0, "", "CP", "", 0},
    {"64/CP", "64-CP", "64", 0, "", "CP", "", 0},
    {"29-SL", "29/SL", "29", 0, "SL", "", "", 0},
    {"01/NQ-TU", "01-NQ/TU", "01", 0, "NQ", "TU", "", 0},
    {"33/1999/QĐ/BTC", "33/1999/QĐ-BTC", "33", 1999, "QĐ", "BTC", "", 0},
    {"Số: 538/QLCL-QLVBCC", "538/QLCL-QLVBCC", "538", 0, "", "QLCL", "QLVBCC", 0},
    {"số hiệu: 15/QĐ-ĐHTN", "15/QĐ-ĐHTN", "15", 0, "QĐ", "ĐHTN", "", 0},
    {"05/VPĐĐBQH&HĐND-TH", "05/VPĐĐBQH&HĐND-TH", "05", 0, "", "VPĐĐBQH&HĐND", "TH", 0},
};

TEST(Number, PartsAreTold) {
  for (const PartsCase& c : kPartsCases) {
    const auto number = parse_number(c.input);
    ASSERT_TRUE(number.has_value()) << c.input;
    EXPECT_EQ(number->canonical, c.canonical);
    EXPECT_EQ(number->sequence, c.sequence) << c.input;
    EXPECT_EQ(number->year, c.year) << c.input;
    EXPECT_EQ(number->type, c.type) << c.input;
    EXPECT_EQ(joined(number->organs), c.organs) << c.input;
    EXPECT_EQ(number->unit, c.unit) << c.input;
    EXPECT_EQ(number->term, c.term) << c.input;
  }
}

TEST(Number, WholeTextOrNothing) {
  EXPECT_FALSE(parse_number("749/QĐ-TTg ngày 03/6/2020"));
  EXPECT_FALSE(parse_number("Quyết định số 749/QĐ-TTg"));
  EXPECT_FALSE(parse_number("538/QLCL-QLVBCC"));
  EXPECT_FALSE(parse_number(""));
  EXPECT_FALSE(parse_number("Số:"));
}

struct RunningCase {
  const char* text;
  const char* want;  // numbers as written, '|' between
};

const RunningCase kRunningCases[] = {
    {"Căn cứ Nghị định số 15/2020/NĐ-CP ngày 03/02/2020 và Quyết định số 749/QĐ-TTg.",
     "15/2020/NĐ-CP|749/QĐ-TTg"},
    // A footnote mark is no part of the number.
    {"Thông tư số 86/2024/TT-BTC1 ngày", "86/2024/TT-BTC"},
    // What follows a dash with blanks is the next phrase.
    {"15/QĐ-UBND - UBND tỉnh", "15/QĐ-UBND"},
    {"15/QĐ-UBND-HC ngày", "15/QĐ-UBND-HC"},
    // PDF extraction breaks lines at hyphens.
    {"Nghị định số 12/2020/NĐ-\nCP ngày", "12/2020/NĐ-\nCP"},
    {"Thông tư 12/2021/TT-BGDĐTsẽ có hiệu lực", "12/2021/TT-BGDĐT"},
    {"Quyết định 1830 QĐ-UBND; năm 2020 QĐ của Bộ", "1830 QĐ-UBND"},
    {"công văn số 538/QLCL-QLVBCC ngày 3/4", "538/QLCL-QLVBCC"},
    {"các Luật số 43/2024/QH15, số 47/2024/QH15", "43/2024/QH15|47/2024/QH15"},
    {"xe 29/A-12345, nhà 12/3-TP, QCVN 01:2021/BTNMT, TCVN 1234:2019/BKHCN", ""},
    {"U23/VN-TH, COVID-19/CP-UB, 5/L-ABC, 3/4-CP", ""},
    {"đường 30/4, tỷ lệ 1/500, 60 km/h, 24/7, 2 - TP Hà Nội, 5 - CT", ""},
};

TEST(Number, RunningText) {
  for (const RunningCase& c : kRunningCases) {
    const std::string text = c.text;
    std::string got;
    for (const NumberMention& m : find_numbers(text)) {
      got += (got.empty() ? "" : "|") + text.substr(m.offset, m.length);
    }
    EXPECT_EQ(got, c.want) << text;
  }
}

struct QueryCase {
  const char* query;
  const char* canonical;  // empty: no number
  const char* type;
  bool is_complete;
};

const QueryCase kQueryCases[] = {
    {"749/QĐ-TTg", "749/QĐ-TTg", "", true},
    {"749/qd-ttg", "749/QĐ-TTg", "", true},
    {"40 2014 tt bkhcn", "40/2014/TT-BKHCN", "", true},
    {"456 qð ubnd", "456/QĐ-UBND", "", true},
    {"1874 qđ ubnd", "1874/QĐ-UBND", "", true},
    {"2719 ubnd kt", "2719/UBND-KT", "", true},
    {"2719/ubnd-kinhte", "2719/UBND-KINHTE", "", true},
    {"101 2014 ttlt btc bvhttdl", "101/2014/TTLT-BTC-BVHTTDL", "", true},
    {"12/2016/tt-", "12/2016/TT", "", false},
    {"12/2016/tt-btc-", "12/2016/TT-BTC", "", true},
    {"02/2020/ttlt-bca-bqp-byt-bng-tandtc-vksndtc", "02/2020/TTLT-BCA-BQP-BYT-BNG-TANDTC-VKSNDTC",
     "", true},
    {"Nghị định số 46/2018/NĐ-CP", "46/2018/NĐ-CP", "Nghị định", true},
    {"nghi dinh 46 2018 nd cp", "46/2018/NĐ-CP", "Nghị định", true},
    {"Số 01-NQ/TU", "01-NQ/TU", "", true},
    {"01 nq tu", "01-NQ/TU", "", true},
    {"nq 01", "", "", false},
    {"nghị quyết 266/2016", "266/2016", "Nghị quyết", false},
    {"thông tư liên tịch 24/2012", "24/2012", "Thông tư liên tịch", false},
    {"luật 67/2020/qh14", "67/2020/QH14", "Luật", true},
    {"67 2020 qh 14", "67/2020/QH14", "", true},
    {"công văn số 538/QLCL-QLVBCC", "538/QLCL-QLVBCC", "Công văn", true},
    {"64-cp", "64-CP", "", true},
    {"538/QLCL-QLVBCC", "538/QLCL-QLVBCC", "", true},
    {"29/2017/TT-BCT.", "29/2017/TT-BCT", "", true},
    {"749/qđ", "749/QĐ", "", false},
    {"15 hd ubnd", "15/HD-UBND", "", true},
    {"nghị quyết 01", "", "", false},
    {"40 ubnd tỉnh", "", "", false},
    {"40 ubnd tinh", "", "", false},
    {"24 tt", "", "", false},
    {"10/2020", "", "", false},
    {"31/12/2020", "", "", false},
    {"24/7", "", "", false},
    {"2020", "", "", false},
    {"quyết định", "", "", false},
    {"749/QĐ-TTg chuyển đổi số", "", "", false},
    {"", "", "", false},
};

TEST(NumberQuery, AsClerksType) {
  for (const QueryCase& c : kQueryCases) {
    const auto query = parse_number_query(c.query);
    EXPECT_EQ(query ? query->number.canonical : "", c.canonical) << c.query;
    if (!query) continue;
    EXPECT_EQ(query->type, c.type) << c.query;
    EXPECT_EQ(query->is_complete, c.is_complete) << c.query;
  }
}

TEST(NumberQuery, KeyIsTheDocumentsKey) {
  EXPECT_EQ(parse_number_query("1 nq tu")->number.key, parse_number("Số 01-NQ/TU")->key);
  EXPECT_EQ(parse_number_query("40 2014 tt bkhcn")->number.key,
            parse_number("40/2014/TT-BKHCN")->key);
  EXPECT_EQ(parse_number_query("64/cp")->number.key, parse_number("64-CP")->key);
}

TEST(NumberProperty, SpansAreOrderedInsideAndStandAlone) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE(testing::Message() << "seed " << seed);
  std::mt19937 rng(seed);
  static const std::string atoms[] = {"749", "/",    "-",  "QĐ", "TTg",    " ",    "2020", "UBND",
                                      "số ", "QH14", "a",  ".",  "\u2013", "Ð",    "\xC4", "TT",
                                      "01",  "\n",   "NQ", "TU", "&",      "66.16"};
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::size_t n = rng() % 14; n > 0; --n) text += atoms[rng() % std::size(atoms)];
    std::size_t end = 0;
    for (const NumberMention& m : find_numbers(text)) {
      ASSERT_GE(m.offset, end) << text;
      ASSERT_GT(m.length, 0U) << text;
      end = m.offset + m.length;
      ASSERT_LE(end, text.size()) << text;
      // Written canonically it is the same number.
      const auto again = parse_number("số " + m.number.canonical);
      ASSERT_TRUE(again.has_value()) << m.number.canonical << " of " << text;
      ASSERT_EQ(again->key, m.number.key) << text;
    }
    parse_number(text);
    parse_number_query(text);
  }
}

TEST(NumberKey, IsOfTheGrammarOrOfTheWords) {
  EXPECT_EQ(number_key("Số: 0749/QĐ-TTg"), "749/QD-TTG");
  EXPECT_EQ(number_key("không số"), "khong so");
  EXPECT_EQ(number_key(""), "");
}

}  // namespace
}  // namespace tracuu
