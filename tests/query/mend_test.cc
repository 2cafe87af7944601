// Queries that do not parse, as they are searched all the same.

#include "searcher/query/mend.h"

#include <optional>
#include <random>
#include <string>
#include <variant>

#include <gtest/gtest.h>

#include "searcher/query/parse.h"

namespace tracuu::query {
namespace {

struct Row {
  const char* query = nullptr;
  std::optional<std::string> want;
};

TEST(MendTest, LeavesOutWhatIsWrong) {
  const Row rows[] = {
      {"“danh mục giống cây", "   danh mục giống cây"},
      {"Sơn) chụp ảnh", "Sơn  chụp ảnh"},
      {"(lúa (gạo", " lúa  gạo"},
      {"lúa OR", "lúa   "},
      {"lúa \"\" gạo", "lúa    gạo"},
      {"\"\"", std::nullopt},
      {")", std::nullopt},
  };
  for (const Row& row : rows) {
    ASSERT_TRUE(std::holds_alternative<QueryError>(parse(row.query))) << row.query;
    EXPECT_EQ(mend(row.query), row.want) << row.query;
  }
}

TEST(MendTest, TooLongAndTooDeepAreNotMended) {
  EXPECT_EQ(mend(std::string(1 << 20, 'a')), std::nullopt);
  EXPECT_EQ(mend(std::string(100, '(') + "a" + std::string(100, ')')), std::nullopt);
}

TEST(MendTest, WhatComesOutParsesAndIsAsLong) {
  constexpr unsigned kSeed = 11;
  std::mt19937 random(kSeed);
  int mended_count = 0;
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    const std::size_t size = 1 + random() % 24;
    for (std::size_t i = 0; i < size; ++i) text += "ab c\"()*+-:/OR"[random() % 14];
    if (!std::holds_alternative<QueryError>(parse(text))) continue;
    const auto mended = mend(text);
    if (!mended) continue;
    ++mended_count;
    EXPECT_EQ(mended->size(), text.size()) << text;
    EXPECT_TRUE(std::holds_alternative<Node>(parse(*mended))) << text << " seed " << kSeed;
  }
  EXPECT_GT(mended_count, 500);
}

}  // namespace
}  // namespace tracuu::query
