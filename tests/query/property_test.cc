// What holds for every query: what is printed is read back as what it was.

#include <cstdlib>
#include <string>

#include <gtest/gtest.h>

#include "searcher/query/grammar.h"
#include "searcher/query/parse.h"
#include "searcher/query/print.h"
#include "tests/query/dump.h"
#include "tests/query/random_query.h"

namespace tracuu::query {
namespace {

constexpr unsigned kDefaultSeed = 20240611;
constexpr int kRounds = 10000;

unsigned test_seed() {
  const char* chosen = std::getenv("TRACUU_TEST_SEED");
  return chosen == nullptr ? kDefaultSeed
                           : static_cast<unsigned>(std::strtoul(chosen, nullptr, 10));
}

void expect_reads_back(const Node& node) {
  const std::string printed = print(node);
  const ParseResult again = parse(printed);
  ASSERT_TRUE(std::holds_alternative<Node>(again))
      << printed << "\n"
      << describe(std::get<QueryError>(again), Language::kEnglish);
  EXPECT_EQ(std::get<Node>(again), node)
      << printed << "\n got " << dump(std::get<Node>(again)) << "\nwant " << dump(node);
  EXPECT_EQ(print(std::get<Node>(again)), printed);
}

TEST(QueryProperty, TextThatParsesReadsBack) {
  const unsigned seed = test_seed();
  SCOPED_TRACE(testing::Message() << "TRACUU_TEST_SEED=" << seed);
  RandomQuery random(seed);
  int parsed = 0;
  for (int round = 0; round < kRounds && !testing::Test::HasFailure(); ++round) {
    const std::string text = random.text();
    SCOPED_TRACE(testing::PrintToString(text));
    const ParseResult result = parse(text);
    if (const Node* node = std::get_if<Node>(&result)) {
      ++parsed;
      expect_reads_back(*node);
    } else {
      const QueryError& error = std::get<QueryError>(result);
      EXPECT_LE(error.span.offset + error.span.length, text.size());
      EXPECT_FALSE(show_position(text, error).empty());
    }
  }
  EXPECT_GT(parsed, kRounds / 20) << "too few random texts parse to say anything";
}

TEST(QueryProperty, CanonicalTreesReadBack) {
  const unsigned seed = test_seed();
  SCOPED_TRACE(testing::Message() << "TRACUU_TEST_SEED=" << seed);
  RandomQuery random(seed);
  for (int round = 0; round < kRounds && !testing::Test::HasFailure(); ++round)
    expect_reads_back(random.tree());
}

// Reading is linear: a bound on the size of the tree by the size of the text is what there is to
// count, and every loop but the walk over it is over the text once.
std::size_t count_nodes(const Node& node) {
  std::size_t count = 1;
  for (const Node& child : node.children) count += count_nodes(child);
  return count;
}

TEST(QueryProperty, TreesAreNoLargerThanTheirText) {
  RandomQuery random(test_seed());
  for (int round = 0; round < kRounds; ++round) {
    const std::string text = random.text();
    const ParseResult result = parse(text);
    if (const Node* node = std::get_if<Node>(&result)) {
      EXPECT_LE(count_nodes(*node), text.size()) << text;
    }
  }
}

}  // namespace
}  // namespace tracuu::query
