// Time limits: what an answer says when it was cut.

#include "searcher/deadline.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/searcher/random_collection.h"
#include "tests/searcher/test_index.h"

namespace tracuu {
namespace {

using std::chrono::milliseconds;

// A clock by which a millisecond passes each time that it is looked at.
class CountingClock {
 public:
  Deadline::Clock clock() {
    return [this] { return Deadline::Time() + milliseconds(looks_++); };
  }
  int looks() const { return looks_; }
  void restart() { looks_ = 0; }

 private:
  int looks_ = 0;
};

TEST(DeadlineTest, IsOverWhenTheTimeHasPassedAndStaysSo) {
  Deadline::Time now{};
  Deadline deadline(milliseconds(10), [&] { return now; });
  EXPECT_FALSE(deadline.is_over());
  now += milliseconds(9);
  EXPECT_FALSE(deadline.is_over());
  EXPECT_FALSE(deadline.has_cut());
  now += milliseconds(1);
  EXPECT_FALSE(deadline.has_cut()) << "nobody was told";
  EXPECT_TRUE(deadline.is_over());
  EXPECT_TRUE(deadline.has_cut());
  now -= milliseconds(5);
  EXPECT_TRUE(deadline.is_over());
}

TEST(DeadlineTest, WithoutALimitItIsNeverOver) {
  Deadline deadline;
  EXPECT_FALSE(deadline.is_over());
  EXPECT_FALSE(deadline.has_cut());
}

// Cut at every place there is: an answer that is not flagged is the whole answer.
TEST(TimeLimitTest, WhatIsCutIsFlagged) {
  const unsigned seed = test_seed();
  SCOPED_TRACE(testing::Message() << "TRACUU_TEST_SEED=" << seed);
  RandomCollection random(seed);
  const std::vector<Document> documents = random.documents(40);
  TestIndex index(documents);
  std::vector<std::string> queries{"",
                                   "quyết định",
                                   "\"quyết định\"",
                                   "chuy*",
                                   "chuyển đổi số quyết định kế hoạch năm về việc",
                                   "quyết NEAR/3 định",
                                   "-quyết số",
                                   "không có từ này"};
  for (int i = 0; i < 8; ++i) queries.push_back(random.query(documents));
  CountingClock clock;
  Searcher searcher(index.directory(), {}, {}, Dictionary::load({}), clock.clock());
  int cut = 0;
  int not_exact = 0;
  for (const std::string& query : queries) {
    SearchRequest request = everything(query);
    request.facets = {"type", "year"};
    const SearchOutcome whole = index.searcher().search(request);
    if (!std::holds_alternative<Response>(whole)) continue;
    const Response& want = std::get<Response>(whole);
    EXPECT_TRUE(want.is_exact);
    EXPECT_FALSE(want.is_partial);
    bool is_whole = false;
    for (int limit = 0; !is_whole; ++limit) {
      ASSERT_LT(limit, 10000) << query;
      clock.restart();
      request.time_limit = milliseconds(limit);
      const Response got = ask(searcher, request);
      is_whole = !got.is_partial;
      EXPECT_LE(clock.looks(), limit + 2) << "told that it is over, nobody asks again";
      if (got.is_exact) {
        EXPECT_EQ(got.total, want.total) << query << ", " << limit;
      }
      if (is_whole) {
        EXPECT_TRUE(got.is_exact);
        EXPECT_EQ(ids_of(got), ids_of(want)) << query;
        EXPECT_EQ(got.facets.size(), 2u) << query;
      }
      cut += got.is_partial ? 1 : 0;
      not_exact += got.is_exact ? 0 : 1;
    }
  }
  EXPECT_GT(cut, 50);
  EXPECT_GT(not_exact, 10);
}

TEST(TimeLimitTest, SimilarDocumentsThatAreCutAreFlagged) {
  const unsigned seed = test_seed();
  SCOPED_TRACE(testing::Message() << "TRACUU_TEST_SEED=" << seed);
  RandomCollection random(seed);
  const std::vector<Document> documents = random.documents(40);
  TestIndex index(documents);
  CountingClock clock;
  Searcher searcher(index.directory(), {}, {}, Dictionary::load({}), clock.clock());
  int not_exact = 0;
  int found = 0;
  for (const Document& document : documents) {
    SearchRequest request = everything("");
    request.facets = {"type"};
    const auto want = index.searcher().similar(document.id, request);
    ASSERT_TRUE(want);
    found += want->total > 0 ? 1 : 0;
    bool is_whole = false;
    for (int limit = 0; !is_whole; ++limit) {
      ASSERT_LT(limit, 10000) << document.id;
      clock.restart();
      request.time_limit = milliseconds(limit);
      const auto got = searcher.similar(document.id, request);
      ASSERT_TRUE(got);
      is_whole = !got->is_partial;
      EXPECT_LE(clock.looks(), limit + 2) << "told that it is over, nobody asks again";
      if (got->is_exact) {
        EXPECT_EQ(got->total, want->total) << document.id << ", " << limit;
      }
      if (is_whole) {
        EXPECT_TRUE(got->is_exact);
        EXPECT_EQ(ids_of(*got), ids_of(*want)) << document.id;
      }
      not_exact += got->is_exact ? 0 : 1;
    }
  }
  EXPECT_GT(found, 5);
  EXPECT_GT(not_exact, 10);
}

TEST(TimeLimitTest, ALongLimitChangesNothing) {
  TestIndex index({{.id = "a", .body = "chuyển đổi số"}, {.id = "b", .body = "số"}});
  SearchRequest request = everything("chuyển đổi số");
  request.time_limit = milliseconds::max();
  const Response response = index.ask(request);
  EXPECT_TRUE(response.is_exact);
  EXPECT_FALSE(response.is_partial);
  EXPECT_EQ(ids_of(response), std::vector<std::string>{"a"});
}

}  // namespace
}  // namespace tracuu
