#include "searcher/query/error.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "searcher/query/grammar.h"
#include "searcher/query/parse.h"

namespace tracuu::query {
namespace {

struct ErrorCase {
  const char* name;
  const char* query;
  QueryErrorKind kind;
  Span span;
  const char* vi;  // its sentence, or nullptr where another row has it
};

const ErrorCase kErrorCases[] = {
    {"Empty", "", QueryErrorKind::kEmpty, {0, 0}, "câu tìm kiếm trống: hãy nhập ít nhất một từ"},
    {"OnlyBlanks", " \u00a0\t", QueryErrorKind::kEmpty, {0, 4}, nullptr},
    {"UnclosedQuote",
     "chuyển đổi \"số",
     QueryErrorKind::kUnclosedQuote,
     {16, 1},
     "dấu ngoặc kép ở ký tự thứ 12 chưa được đóng"},
    {"UnclosedQuoteInsideWord", "a“b", QueryErrorKind::kUnclosedQuote, {1, 3}, nullptr},
    {"EmptyPhrase",
     "a “ ”",
     QueryErrorKind::kEmptyPhrase,
     {2, 7},
     "không có từ nào giữa hai dấu ngoặc kép, ở ký tự thứ 3"},
    {"UnclosedBracket",
     "a (b OR (c)",
     QueryErrorKind::kUnclosedBracket,
     {2, 1},
     "dấu ngoặc '(' ở ký tự thứ 3 chưa được đóng"},
    {"UnclosedBracketAtEnd", "a (", QueryErrorKind::kUnclosedBracket, {2, 1}, nullptr},
    {"UnopenedBracket",
     "a b) c",
     QueryErrorKind::kUnopenedBracket,
     {3, 1},
     "dấu ngoặc ')' ở ký tự thứ 4 không có dấu '(' đi trước"},
    {"UnopenedBracketFirst", ")", QueryErrorKind::kUnopenedBracket, {0, 1}, nullptr},
    {"EmptyGroup",
     "a ( ) b",
     QueryErrorKind::kEmptyGroup,
     {2, 3},
     "không có từ nào trong cặp ngoặc, ở ký tự thứ 3"},
    {"FieldAtEnd",
     "x co quan:",
     QueryErrorKind::kFieldWithoutValue,
     {2, 8},
     "trường 'cơ quan:' ở ký tự thứ 3 chưa có giá trị"},
    {"FieldBeforeOperator", "l: OR x", QueryErrorKind::kFieldWithoutValue, {0, 2}, nullptr},
    {"FieldBeforeSign", "l: -x", QueryErrorKind::kFieldWithoutValue, {0, 2}, nullptr},
    {"FieldBeforeField", "l: số:5", QueryErrorKind::kFieldWithoutValue, {0, 2}, nullptr},
    {"FieldBeforeBracket", "(l:)", QueryErrorKind::kFieldWithoutValue, {1, 2}, nullptr},
    {"FieldInField",
     "l:(a số:5)",
     QueryErrorKind::kFieldInField,
     {5, 5},
     "trường 'số:' ở ký tự thứ 6 nằm trong giá trị của một trường khác"},
    {"OrFirst",
     "OR a",
     QueryErrorKind::kOperatorWithoutOperand,
     {0, 2},
     "toán tử 'OR' ở ký tự thứ 1 còn thiếu một vế"},
    {"OrLast", "a HOẶC", QueryErrorKind::kOperatorWithoutOperand, {2, 6}, nullptr},
    {"OrTwice", "a OR OR b", QueryErrorKind::kOperatorWithoutOperand, {2, 2}, nullptr},
    {"OrInBracket", "(a OR)", QueryErrorKind::kOperatorWithoutOperand, {3, 2}, nullptr},
    {"AndFirst", "(AND a)", QueryErrorKind::kOperatorWithoutOperand, {1, 3}, nullptr},
    {"AndLast", "a AND", QueryErrorKind::kOperatorWithoutOperand, {2, 3}, nullptr},
    {"NotLast", "a NOT", QueryErrorKind::kOperatorWithoutOperand, {2, 3}, nullptr},
    {"NotTwice", "NOT -a", QueryErrorKind::kOperatorWithoutOperand, {0, 3}, nullptr},
    {"NearFirst", "NEAR/5 a", QueryErrorKind::kOperatorWithoutOperand, {0, 6}, nullptr},
    {"NearLast", "a NEAR", QueryErrorKind::kOperatorWithoutOperand, {2, 4}, nullptr},
    {"NearExcluded",
     "a NEAR -b",
     QueryErrorKind::kNearOperand,
     {2, 4},
     "'NEAR' ở ký tự thứ 3 chỉ đặt được giữa hai từ hoặc cụm từ trong ngoặc kép"},
    {"NearPrefix", "ab* NEAR c", QueryErrorKind::kNearOperand, {4, 4}, nullptr},
    {"NearField", "l:a NEAR c", QueryErrorKind::kNearOperand, {4, 4}, nullptr},
    {"NearGroup", "(a OR b) NEAR c", QueryErrorKind::kNearOperand, {9, 4}, nullptr},
    {"NearChain", "a NEAR b NEAR c", QueryErrorKind::kNearOperand, {9, 4}, nullptr},
    {"NearZero",
     "a NEAR/0 b",
     QueryErrorKind::kNearDistance,
     {2, 6},
     "khoảng cách trong 'NEAR/0' ở ký tự thứ 3 phải từ 1 đến 100"},
    {"NearTooFar", "a NEAR/101 b", QueryErrorKind::kNearDistance, {2, 8}, nullptr},
    {"NearHuge", "a NEAR/99999999999999999999 b", QueryErrorKind::kNearDistance, {2, 25}, nullptr},
    {"PrefixTooShort",
     "x ế*",
     QueryErrorKind::kPrefixTooShort,
     {2, 4},
     "trước dấu '*' phải có ít nhất 2 chữ cái hoặc chữ số, ở ký tự thứ 3"},
    {"PrefixTooShortDecomposed",
     "e\u0302\u0301*",
     QueryErrorKind::kPrefixTooShort,
     {0, 6},
     nullptr},
};

class QueryErrorTest : public testing::TestWithParam<ErrorCase> {};

TEST_P(QueryErrorTest, HasKindAndPosition) {
  const ErrorCase& c = GetParam();
  const ParseResult result = parse(c.query);
  ASSERT_TRUE(std::holds_alternative<QueryError>(result));
  const QueryError& error = std::get<QueryError>(result);
  EXPECT_EQ(error.kind, c.kind) << describe(error, Language::kEnglish);
  EXPECT_EQ(error.span.offset, c.span.offset);
  EXPECT_EQ(error.span.length, c.span.length);
  if (c.vi != nullptr) {
    EXPECT_EQ(describe(error, Language::kVietnamese), c.vi);
  }
}

INSTANTIATE_TEST_SUITE_P(Table, QueryErrorTest, testing::ValuesIn(kErrorCases),
                         [](const auto& c) { return std::string(c.param.name); });

QueryError error_of(std::string_view query) {
  ParseResult result = parse(query);
  if (auto* error = std::get_if<QueryError>(&result)) return std::move(*error);
  ADD_FAILURE() << "parses: " << query;
  return {};
}

std::string repeated(std::string_view part, std::size_t bytes) {
  std::string out;
  while (out.size() + part.size() <= bytes) out += part;
  return out;
}

// What could make a parser slow or deep ends at once, and says where.
TEST(QueryErrorTest, HostileQueriesOfTheLargestSize) {
  const std::pair<const char*, QueryErrorKind> cases[] = {
      {"(", QueryErrorKind::kTooDeep},
      {"-(", QueryErrorKind::kTooDeep},
      {"a OR (", QueryErrorKind::kTooDeep},
      {"\"", QueryErrorKind::kEmptyPhrase},
      {")", QueryErrorKind::kUnopenedBracket},
      {"\"a\"", QueryErrorKind::kTooManyClauses},
      {"a OR ", QueryErrorKind::kOperatorWithoutOperand},
      {"l:a ", QueryErrorKind::kTooManyClauses},
      {"cơ quan: ", QueryErrorKind::kFieldWithoutValue},
      {"NOT ", QueryErrorKind::kOperatorWithoutOperand},
      {"ab* ", QueryErrorKind::kTooManyClauses},
  };
  for (const auto& [part, kind] : cases) {
    const QueryError error = error_of(repeated(part, kMaxQueryBytes));
    EXPECT_EQ(error.kind, kind) << part << ": " << describe(error, Language::kEnglish);
  }
  const QueryError error = error_of(repeated("(", kMaxQueryBytes));
  EXPECT_EQ(error.span, (Span{kMaxNesting, 1}));
}

TEST(QueryErrorTest, TooLong) {
  const std::string query = repeated("ế ", 2 * kMaxQueryBytes);
  const QueryError error = error_of(query);
  EXPECT_EQ(error.kind, QueryErrorKind::kTooLong);
  EXPECT_EQ(error.span.offset, kMaxQueryBytes);
  EXPECT_EQ(describe(error, Language::kVietnamese), "câu tìm kiếm dài quá 8192 byte; hãy rút ngắn");
}

// The bound is one of the printed query too, where names of fields stand in full.
TEST(QueryErrorTest, TooLongWhenPrinted) {
  const std::string fields = repeated("l:a ", 4 * (kMaxClauses - 1));
  const std::string query = fields + std::string(kMaxQueryBytes - fields.size(), 'a');
  EXPECT_EQ(query.size(), kMaxQueryBytes);
  EXPECT_EQ(error_of(query).kind, QueryErrorKind::kTooLong);
}

// Each AND puts its sides in brackets, so a tree may be deeper than the brackets that were typed.
TEST(QueryErrorTest, TreeDeeperThanItsBrackets) {
  std::string query = "a";
  for (std::size_t i = 0; i < kMaxNesting; ++i) {
    query.insert(0, "(x \"y\" ");
    query += " AND z)";
  }
  EXPECT_EQ(error_of(query).kind, QueryErrorKind::kTooDeep);
}

TEST(QueryErrorTest, EveryKindHasBothSentences) {
  for (int i = 0; i <= static_cast<int>(QueryErrorKind::kPrefixTooShort); ++i) {
    const QueryError error{static_cast<QueryErrorKind>(i), {}, {"7", "x", "y"}};
    EXPECT_FALSE(describe(error, Language::kVietnamese).empty());
    EXPECT_NE(describe(error, Language::kVietnamese), describe(error, Language::kEnglish));
  }
}

struct PositionCase {
  const char* name;
  std::string query;
  const char* want;
};

const PositionCase kPositionCases[] = {
    {"Columns", "chuyển đổi \"số", "chuyển đổi \"số\n           ^"},
    {"Decomposed", "chuye\u0302\u0309n \"số", "chuye\u0302\u0309n \"số\n       ^"},
    {"WideCharacters", "漢字 )", "漢字 )\n     ^"},
    {"WholeSpan", "a HOẶC", "a HOẶC\n  ^~~~"},
    {"Nothing", "", "\n^"},
    {"OneLine", "a\r\nb\t)", "a\uFFFD b )\n     ^"},
    {"EscapesAndBidi", "\x1b[31m\u202ea\u200b\xff )",
     "\uFFFD[31m\uFFFDa\uFFFD\uFFFD )\n          ^"},
    {"Blanks", "a\u00a0\u3000)", "a  )\n   ^"},
};

class ShowPositionTest : public testing::TestWithParam<PositionCase> {};

TEST_P(ShowPositionTest, PutsTheCaretUnderTheError) {
  EXPECT_EQ(show_position(GetParam().query, error_of(GetParam().query)), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(Table, ShowPositionTest, testing::ValuesIn(kPositionCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(ShowPositionTest, CutsLongQueries) {
  const std::string query = repeated("ế", 3000) + ")" + repeated("b", 3000);
  const std::string want =
      "…" + repeated("ế", 120) + ")" + repeated("b", 29) + "…\n" + std::string(41, ' ') + "^";
  EXPECT_EQ(show_position(query, error_of(query)), want);
}

TEST(ShowPositionTest, TakesAnySpan) {
  for (std::size_t offset : {0u, 1u, 3u, 4u, 99u}) {
    for (std::size_t length : {0u, 1u, 99u}) {
      const QueryError error{QueryErrorKind::kEmpty, {offset, length}, {}};
      EXPECT_NE(show_position("ếb", error).find('^'), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace tracuu::query
