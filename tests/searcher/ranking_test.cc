// The order of the hits, and its slices.

#include "searcher/ranking.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/searcher/random_collection.h"
#include "tests/searcher/test_index.h"

namespace tracuu {
namespace {

using Order = std::vector<std::string>;

struct Row {
  const char* name;
  const char* query;
  std::vector<Document> documents;  // their ids would order them the other way round
  Order want;
};

class OrderTest : public testing::TestWithParam<Row> {};

TEST_P(OrderTest, BestFirst) {
  TestIndex index(GetParam().documents);
  EXPECT_EQ(index.ids(GetParam().query), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    All, OrderTest,
    testing::Values(
        Row{"marked_before_unmarked",
            "quyết",
            {{.id = "a", .body = "quyet tam"}, {.id = "z", .body = "quyết tam"}},
            {"z", "a"}},
        Row{"asked_tone_before_another",
            "quyết",
            {{.id = "a", .body = "quyệt tam"}, {.id = "z", .body = "quyết tam"}},
            {"z", "a"}},
        Row{"title_before_body",
            "chuyển đổi số",
            {{.id = "a", .title = "Kế hoạch năm nay", .body = "chuyển đổi số"},
             {.id = "z", .title = "Chuyển đổi số", .body = "kế hoạch năm nay"}},
            {"z", "a"}},
        Row{"title_before_body_without_marks",
            "chuyen doi so",
            {{.id = "a", .title = "Kế hoạch năm nay", .body = "chuyển đổi số"},
             {.id = "z", .title = "Chuyển đổi số", .body = "kế hoạch năm nay"}},
            {"z", "a"}},
        Row{"words_side_by_side_before_words_apart",
            "hồ chứa",
            {{.id = "a", .body = "hồ nước mưa chứa"}, {.id = "z", .body = "hồ chứa nước mưa"}},
            {"z", "a"}},
        Row{"text_before_caption",
            "múa rồng",
            {{.id = "a",
              .body = "lễ hội làng\n\nmúa rồng",
              .regions = {{Region::Kind::kCaption, 18, 11}}},
             {.id = "z", .body = "múa rồng\n\nlễ hội làng"}},
            {"z", "a"}},
        Row{"own_number_before_cited",
            "749/QĐ-TTg",
            {{.id = "a", .body = "749/QĐ-TTg 749/QĐ-TTg"},
             {.id = "z", .body = "phê duyệt chương trình", .number = "749/QĐ-TTg"}},
            {"z", "a"}},
        Row{"own_number_by_its_beginning",
            "749/QĐ",
            {{.id = "a", .body = "số 749/QĐ 749/QĐ", .number = "1/QĐ-UBND"},
             {.id = "z", .body = "phê duyệt", .number = "749/QĐ-TTg"}},
            {"z"}},
        Row{"what_no_word_ranks_comes_last",
            "lúa OR loại:\"công văn\"",
            {{.id = "a", .body = "gạo", .type = "Công văn"}, {.id = "z", .body = "lúa"}},
            {"z", "a"}},
        Row{"without_words_the_newest_first",
            "loại:\"công văn\"",
            {{.id = "a", .body = "x", .type = "Công văn", .date = "2019-01-01"},
             {.id = "b", .body = "x", .type = "Công văn"},
             {.id = "z", .body = "x", .type = "Công văn", .date = "2020-01-01"}},
            {"z", "a", "b"}},
        Row{"excluded_words_do_not_rank",
            "lúa -gạo",
            {{.id = "a", .body = "lúa nước"}, {.id = "z", .body = "lúa lúa"}},
            {"z", "a"}}),
    [](const auto& row) { return std::string(row.param.name); });

std::vector<Document> dated() {
  return {{.id = "b", .body = "số", .date = "2020-06-03"},
          {.id = "a", .body = "số", .date = "2020-06-03"},
          {.id = "old", .body = "số", .date = "1999-12-31"},
          {.id = "none", .body = "số"},
          {.id = "new", .body = "số", .date = "2024-02-29"},
          {.id = "broken", .body = "số", .date = "2024-02-31"},
          {.id = "other", .body = "khác", .date = "2020-06-03"}};
}

TEST(SortTest, DatesInOrderAndWhatHasNoneLast) {
  TestIndex index(dated());
  SearchRequest request = everything("số");
  request.sort = Sort::kNewest;
  EXPECT_EQ(ids_of(index.ask(request)), (Order{"new", "a", "b", "old", "broken", "none"}));
  request.sort = Sort::kOldest;
  EXPECT_EQ(ids_of(index.ask(request)), (Order{"old", "a", "b", "new", "broken", "none"}));
}

TEST(DateFilterTest, BothDaysAreIncluded) {
  struct {
    const char* name;
    std::optional<Date> from;
    std::optional<Date> to;
    Order want;
  } rows[] = {
      {"from the day", Date{2020, 6, 3}, {}, {"new", "a", "b"}},
      {"from the day after", Date{2020, 6, 4}, {}, {"new"}},
      {"to the day", {}, Date{2020, 6, 3}, {"a", "b", "old"}},
      {"to the day before", {}, Date{2020, 6, 2}, {"old"}},
      {"one day", Date{2020, 6, 3}, Date{2020, 6, 3}, {"a", "b"}},
      {"empty range", Date{2021, 1, 1}, Date{2020, 1, 1}, {}},
  };
  TestIndex index(dated());
  for (const auto& row : rows) {
    SearchRequest request = everything("số");
    request.sort = Sort::kNewest;
    request.from = row.from;
    request.to = row.to;
    EXPECT_EQ(ids_of(index.ask(request)), row.want) << row.name;
  }
}

TEST(PagingTest, BoundsOfAnAnswer) {
  TestIndex index(dated());
  SearchRequest request = everything("số");
  request.limit = 0;
  EXPECT_EQ(index.ask(request).total, 6u);
  EXPECT_TRUE(index.ask(request).results.empty());
  request.limit = 10;
  request.offset = 6;
  EXPECT_TRUE(index.ask(request).results.empty());
  request.offset = static_cast<std::size_t>(-1);
  request.limit = static_cast<std::size_t>(-1);
  EXPECT_TRUE(index.ask(request).results.empty());
  EXPECT_EQ(index.ask(request).total, 6u);
}

TEST(PagingTest, PagesAreSlicesOfTheWholeOrder) {
  const unsigned seed = test_seed();
  SCOPED_TRACE(testing::Message() << "TRACUU_TEST_SEED=" << seed);
  RandomCollection random(seed);
  std::vector<Document> documents = random.documents(50);
  for (int i = 0; i < 20; ++i) {  // and some that tie
    documents.push_back({.id = "tie-" + std::to_string(i), .body = "quyết định chuyển đổi số"});
  }
  TestIndex index(documents);
  for (int round = 0; round < 40 && !HasFailure(); ++round) {
    const std::string query = round == 0 ? "" : random.query(documents);
    for (const Sort sort : {Sort::kRelevance, Sort::kNewest, Sort::kOldest}) {
      SearchRequest request = everything(query);
      request.sort = sort;
      const SearchOutcome whole = index.searcher().search(request);
      if (!std::holds_alternative<Response>(whole)) break;
      const Order want = ids_of(std::get<Response>(whole));
      request.limit = 1 + random.below(9);
      Order pages;
      for (request.offset = 0; request.offset < want.size(); request.offset += request.limit) {
        for (std::string& id : ids_of(index.ask(request))) pages.push_back(std::move(id));
      }
      EXPECT_EQ(pages, want) << query << ", pages of " << request.limit;
    }
  }
}

// The order of indexing, and into how many runs it was cut, must not show.
TEST(TieTest, OrderOfIndexingDoesNotShow) {
  const unsigned seed = test_seed();
  SCOPED_TRACE(testing::Message() << "TRACUU_TEST_SEED=" << seed);
  RandomCollection random(seed);
  std::vector<Document> documents = random.documents(40);
  for (int i = 0; i < 30; ++i) {
    documents.push_back({.id = "tie-" + std::to_string(i), .body = "quyết định, chuyển đổi số"});
  }
  TestIndex first(documents);
  std::mt19937 rng(seed);
  for (int shuffle = 0; shuffle < 3; ++shuffle) {
    std::ranges::shuffle(documents, rng);
    TestIndex second(documents, 1 + static_cast<std::size_t>(shuffle) * 2);
    for (int round = 0; round < 40 && !HasFailure(); ++round) {
      SearchRequest request = everything(random.query(documents));
      request.limit = 1 + random.below(40);
      const SearchOutcome want = first.searcher().search(request);
      if (!std::holds_alternative<Response>(want)) continue;
      const Response got = second.ask(request);
      const auto& results = std::get<Response>(want).results;
      EXPECT_EQ(ids_of(got), ids_of(std::get<Response>(want))) << request.query;
      for (std::size_t i = 0; i < std::min(results.size(), got.results.size()); ++i) {
        EXPECT_NEAR(got.results[i].score, results[i].score, 1e-9) << request.query;
      }
    }
  }
}

TEST(TieTest, EqualDocumentsStandInTheOrderOfTheirIds) {
  std::vector<Document> documents;
  for (const char* id : {"m", "c", "z", "a", "k", "b"}) {
    documents.push_back({.id = id, .body = "chuyển đổi số"});
  }
  TestIndex index(documents);
  const Order want{"a", "b", "c", "k", "m", "z"};
  EXPECT_EQ(index.ids("chuyển đổi số"), want);
  EXPECT_EQ(index.ids("chuy*"), want);
  EXPECT_EQ(index.ids(""), want);
}

}  // namespace
}  // namespace tracuu
