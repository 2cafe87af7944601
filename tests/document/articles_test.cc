#include "core/document/articles.h"

#include <string>

#include <gtest/gtest.h>

namespace tracuu {
namespace {

std::string labels(const std::vector<Article>& articles) {
  std::string out;
  for (const Article& article : articles) {
    out += (out.empty() ? "" : ", ") + article.label + " " + article.anchor;
  }
  return out;
}

struct ArticleCase {
  const char* name;
  const char* body;
  const char* want;
};

const ArticleCase kCases[] = {
    {"Headings", "Điều 1. Phạm vi\n…\nĐiều 2. Hiệu lực", "Điều 1 dieu-1, Điều 2 dieu-2"},
    {"Indented", "  Điều 3: Tổ chức", "Điều 3 dieu-3"},
    {"WithLetter", "Điều 12a. Bổ sung", "Điều 12a dieu-12a"},
    {"Alone", "Điều 7\nNội dung", "Điều 7 dieu-7"},
    {"Capitals", "ĐIỀU 4. X", "Điều 4 dieu-4"},
    {"ReferenceAtLineBegin", "Điều 5 của Luật này quy định", ""},
    {"ReferenceInSentence", "theo Điều 5. Hết", ""},
    {"NoNumber", "Điều lệ", ""},
    {"TooManyDigits", "Điều 123456. x", ""},
    {"Empty", "", ""},
};

class ArticlesTest : public testing::TestWithParam<ArticleCase> {};

TEST_P(ArticlesTest, FindsHeadingsOnly) {
  EXPECT_EQ(labels(find_articles(GetParam().body)), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(Table, ArticlesTest, testing::ValuesIn(kCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(ArticlesTest, AnOffsetLiesInTheArticleThatBeganLast) {
  const std::string body = "Mở đầu\nĐiều 1. A\nĐiều 2. B";
  const auto articles = find_articles(body);
  EXPECT_EQ(article_at(articles, 0), nullptr);
  EXPECT_EQ(article_at(articles, articles[0].offset)->label, "Điều 1");
  EXPECT_EQ(article_at(articles, body.size())->label, "Điều 2");
}

}  // namespace
}  // namespace tracuu
