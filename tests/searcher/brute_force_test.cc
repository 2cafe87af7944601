// The searcher and the definition, side by side: the same hits for every query.

#include "tests/searcher/brute_force.h"

#include <set>
#include <string>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "searcher/query/parse.h"
#include "tests/searcher/random_collection.h"
#include "tests/searcher/test_index.h"

namespace tracuu {
namespace {

struct Tally {
  int parsed = 0;
  int with_hits = 0;
  int relaxed = 0;
};

void compare(const std::string& text, TestIndex& index, BruteForce& brute, Tally& tally) {
  const query::ParseResult parsed = query::parse(text);
  const auto* tree = std::get_if<query::Node>(&parsed);
  if (tree == nullptr) return;
  ++tally.parsed;
  const std::set<std::string> want = brute.hits(*tree);
  SearchRequest request = everything(text);
  request.verbatim = true;  // the definition is of what stands in the query
  const Response response = index.ask(request);
  const std::vector<std::string> listed = ids_of(response);
  const std::set<std::string> got(listed.begin(), listed.end());
  EXPECT_EQ(response.total, listed.size());
  EXPECT_EQ(got.size(), listed.size()) << "a document stands twice";
  if (want.empty()) {
    EXPECT_EQ(response.relaxed.empty(), response.total == 0);
    tally.relaxed += response.relaxed.empty() ? 0 : 1;
    return;
  }
  ++tally.with_hits;
  EXPECT_EQ(got, want);
  EXPECT_TRUE(response.relaxed.empty());
}

TEST(BruteForceTest, SearcherFindsWhatTheDefinitionSays) {
  constexpr int kCollections = 5;
  constexpr int kQueries = 200;
  const unsigned seed = test_seed();
  SCOPED_TRACE(testing::Message() << "TRACUU_TEST_SEED=" << seed);
  Tally tally;
  for (int i = 0; i < kCollections; ++i) {
    RandomCollection random(seed * 1000 + static_cast<unsigned>(i));
    const std::vector<Document> documents = random.documents(20 + random.below(41));
    TestIndex index(documents, 1 + random.below(3));
    BruteForce brute(documents);
    for (int k = 0; k < kQueries; ++k) {
      const std::string text = random.query(documents);
      SCOPED_TRACE(testing::Message() << "collection " << i << ", query " << text);
      compare(text, index, brute, tally);
      if (testing::Test::HasFailure()) return;
    }
  }
  // The queries must be worth asking.
  EXPECT_GT(tally.parsed, kCollections * kQueries * 8 / 10);
  EXPECT_GT(tally.with_hits, tally.parsed / 3);
  EXPECT_GT(tally.relaxed, tally.parsed / 40);
}

}  // namespace
}  // namespace tracuu
