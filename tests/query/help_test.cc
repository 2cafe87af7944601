#include "searcher/query/help.h"

#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "searcher/query/parse.h"
#include "searcher/query/print.h"
#include "tests/golden.h"

namespace tracuu::query {
namespace {

TEST(QueryHelpTest, IsTheGoldenText) {
  expect_golden("query/help_vi.txt", query_help(Language::kVietnamese));
  expect_golden("query/help_en.txt", query_help(Language::kEnglish));
}

// The examples are canonical, so that the page can show how a query was understood in the same way.
TEST(QueryHelpTest, ExamplesParseAndPrintAsTheyAre) {
  for (const QueryExample& example : query_examples()) {
    const ParseResult result = parse(example.query);
    ASSERT_TRUE(std::holds_alternative<Node>(result)) << example.query;
    EXPECT_EQ(print(std::get<Node>(result)), example.query);
  }
}

TEST(QueryHelpTest, FitsATerminal) {
  for (Language language : {Language::kVietnamese, Language::kEnglish}) {
    std::istringstream lines(query_help(language));
    for (std::string line; std::getline(lines, line);) {
      std::size_t characters = 0;
      for (char byte : line) characters += (byte & 0xC0) != 0x80;
      EXPECT_LE(characters, 100u) << line;
      EXPECT_FALSE(line.ends_with(' ')) << line;
    }
  }
}

}  // namespace
}  // namespace tracuu::query
