// The generated collection: the same from the same seed, and as frequent as what it was fitted to.

#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/document/document_json.h"
#include "tests/bench/collection/frequencies.h"
#include "tests/bench/collection/generator.h"

namespace tracuu::bench {
namespace {

constexpr std::uint64_t kDocuments = 300;

std::vector<std::string> lines_of(const CollectionOptions& options) {
  const Generator generator(options);
  std::vector<std::string> lines;
  for (std::uint64_t i = 0; i < generator.size(); ++i) {
    lines.push_back(to_json_line(generator.document(i)));
  }
  return lines;
}

TEST(GeneratorTest, TheSameSeedGivesTheSameCollection) {
  EXPECT_EQ(lines_of({.documents = kDocuments, .seed = 7}),
            lines_of({.documents = kDocuments, .seed = 7}));
}

TEST(GeneratorTest, AnotherSeedGivesOtherDocuments) {
  const auto one = lines_of({.documents = kDocuments, .seed = 7});
  const auto other = lines_of({.documents = kDocuments, .seed = 8});
  std::size_t equal = 0;
  for (std::size_t i = 0; i < one.size(); ++i) equal += one[i] == other[i];
  EXPECT_EQ(equal, 0u);
}

// What a growth table compares is one collection growing.
TEST(GeneratorTest, ALargerCollectionBeginsWithTheSmallerOne) {
  const auto small = lines_of({.documents = kDocuments / 3, .seed = 7});
  auto large = lines_of({.documents = kDocuments, .seed = 7});
  large.resize(small.size());
  EXPECT_EQ(small, large);
}

TEST(GeneratorTest, AnIdNamesItsDocument) {
  const Generator generator({.documents = kDocuments});
  EXPECT_EQ(generator.index_of(generator.document(17).id), 17u);
  for (const char* id : {"", "d-", "d-300", "d-1x", "17", "d--1", "d-99999999999999999999"}) {
    EXPECT_EQ(generator.index_of(id), std::nullopt) << id;
  }
}

TEST(GeneratorTest, ALineReadsBackAsTheDocument) {
  const Generator generator({.documents = kDocuments});
  for (std::uint64_t i = 0; i < generator.size(); ++i) {
    const Document document = generator.document(i);
    const ParsedDocument parsed = parse_document_json(to_json_line(document));
    ASSERT_TRUE(parsed.document) << i;
    EXPECT_TRUE(parsed.warnings.empty()) << i;
    EXPECT_EQ(parsed.document->id, document.id);
    EXPECT_EQ(parsed.document->title, document.title);
    EXPECT_EQ(parsed.document->body, document.body);
    EXPECT_EQ(parsed.document->number, document.number);
    EXPECT_EQ(parsed.document->agency, document.agency);
    EXPECT_EQ(parsed.document->date, document.date);
  }
}

TEST(GeneratorTest, ActsHaveAnAgencyAndArticlesAndNewsHasNeither) {
  const Generator generator({.documents = kDocuments});
  std::set<std::string> types;
  for (std::uint64_t i = 0; i < generator.size(); ++i) {
    const Document document = generator.document(i);
    types.insert(document.type);
    EXPECT_EQ(document.agency.empty(), is_news(document)) << i;
    EXPECT_EQ(document.number.empty(), is_news(document)) << i;
    if (!document.body.empty()) {
      EXPECT_EQ(document.body.starts_with("Điều 1. "), !is_news(document)) << i;
    }
  }
  EXPECT_GE(types.size(), 8u);  // of 12
}

// Shares of documents at the same ranks, within a factor. A few hundred documents are a sample, so
// ranks whose share would be a handful of them are left out.
void expect_like(const Frequencies& real, const Frequencies& made, double factor) {
  constexpr double kLeastShare = 0.05;
  std::size_t compared = 0;
  ASSERT_EQ(real.ranks.size(), made.ranks.size());
  for (std::size_t i = 0; i < real.ranks.size(); ++i) {
    if (real.ranks[i].share < kLeastShare) continue;
    ++compared;
    EXPECT_LT(made.ranks[i].share, real.ranks[i].share * factor) << real.ranks[i].rank;
    EXPECT_GT(made.ranks[i].share, real.ranks[i].share / factor) << real.ranks[i].rank;
  }
  EXPECT_GE(compared, 3u);
}

TEST(GeneratorTest, WordsAndPairsAreAsFrequentAsFitted) {
  const Fitted fitted = read_fitted();
  const Generator generator({.documents = kDocuments});
  const auto made = measure_frequencies(generator, kDocuments, fitted.syllables);
  expect_like(fitted.syllables, made.syllables, 1.3);
  expect_like(fitted.pairs, made.pairs, 2.0);  // README.md says why they are off
  EXPECT_NEAR(made.mean_words, 400, 60);
}

TEST(WeightedDrawTest, DrawsByWeight) {
  const std::vector<double> weights{0, 1, 3, 0, 6};
  const WeightedDraw draw(weights);
  Random random(1);
  constexpr int kDraws = 100'000;
  std::vector<double> seen(weights.size());
  for (int i = 0; i < kDraws; ++i) ++seen[draw.draw(random)];
  for (std::size_t i = 0; i < weights.size(); ++i) {
    EXPECT_NEAR(seen[i] / kDraws, weights[i] / 10, 0.01) << i;
  }
}

}  // namespace
}  // namespace tracuu::bench
