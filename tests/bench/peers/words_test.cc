#include "tests/bench/peers/words.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace tracuu::peers {
namespace {

struct Row {
  const char* name;
  std::string text;
  std::vector<std::string> words;
};

class WordsTest : public testing::TestWithParam<Row> {};

TEST_P(WordsTest, OnlyLettersDigitsAndMarksAreLeft) {
  EXPECT_EQ(words_of(GetParam().text), GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(
    Table, WordsTest,
    testing::Values(Row{"nothing", "", {}}, Row{"operators_alone", "\"*()-:^{}\\'; --", {}},
                    Row{"question", "Thế nào là đất ở?", {"Thế", "nào", "là", "đất", "ở"}},
                    Row{"number", "08/2022/QĐ-UBND", {"08", "2022", "QĐ", "UBND"}},
                    Row{"again", "Đất đất ĐẤT", {"Đất"}},
                    Row{"decomposed", "tê\u0301", {"tê\u0301"}},
                    Row{"zero_byte", std::string("a\0b", 3), {"a", "b"}},
                    Row{"broken_utf8", "a\xE1\xBA b\xFF", {"a", "b"}}),
    [](const auto& row) { return row.param.name; });

TEST(AnyOfWordsTest, OperatorsAreWordsInQuotes) {
  EXPECT_EQ(any_of_words("cấp \"thẻ\" OR NOT (NEAR)"),
            "\"cấp\" OR \"thẻ\" OR \"OR\" OR \"NOT\" OR \"NEAR\"");
  EXPECT_EQ(any_of_words("?!"), "");
}

}  // namespace
}  // namespace tracuu::peers
