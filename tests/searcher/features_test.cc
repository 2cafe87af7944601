// What the second stage measures, against a slow reading that leaves nothing out.

#include "searcher/rerank/features.h"

#include <algorithm>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <xapian.h>

#include "core/text/analyzer.h"
#include "core/text/word_form.h"
#include "searcher/bag.h"
#include "searcher/rerank/counts.h"
#include "searcher/rerank/nearness.h"
#include "searcher/rerank/query_units.h"

namespace tracuu {
namespace {

// Words of the query with other marks and without, and words that are not of it.
const std::vector<std::string> kWords{"mức", "thu", "học", "phí", "mưc", "hoc", "phi",
                                      "năm", "trẻ", "của", "là",  "và",  "các", "749"};

double saturated(double count, double norm) {
  const PassageOptions options;
  return count * (options.k1 + 1) / (count + options.k1 * norm);
}

class FeaturesTest : public testing::Test {
 protected:
  FeaturesTest() {
    Xapian::Document document;
    for (const std::string& word : kWords) document.add_term(word);
    database_.add_document(document);
    const text::Analyzer analyzer;
    text::Analysis analysis;
    const std::vector<Bag> bags{make_bag("mức thu học phí mức thu", analyzer, analysis)};
    query_ = std::make_unique<QueryUnits>(bags, RankingOptions(), codes_, Postings(database_));
  }

  std::vector<TokenCode> random_codes(std::size_t size) {
    std::vector<TokenCode> codes;
    for (std::size_t i = 0; i < size; ++i) {
      const std::string& word = kWords[random_() % kWords.size()];
      const text::WordForm form = text::word_form(word);
      codes.push_back(random_() % 10 == 0 ? kBreakCode : codes_.of(form.toned, form.toneless));
    }
    return codes;
  }

  TokenStream random_stream() {
    TokenStream stream;
    stream.codes = random_codes(random_() % 9);
    stream.title_end = stream.codes.size();
    const std::size_t passages = random_() % 12;
    for (std::size_t p = 0; p < passages; ++p) {
      if (!stream.codes.empty()) stream.codes.push_back(kBreakCode);
      PassageStart start;
      start.token = static_cast<std::uint32_t>(stream.codes.size());
      start.begins_section = random_() % 2 == 0;
      stream.passages.push_back(start);
      for (const TokenCode code : random_codes(random_() % (random_() % 3 == 0 ? 200 : 40))) {
        stream.codes.push_back(code);
      }
    }
    return stream;
  }

  // The sum over the words of [begin, end), or over their pairs.
  double toned(const TokenStream& stream, std::size_t begin, std::size_t end, double norm) const {
    std::map<std::size_t, double> counts;
    for (std::size_t i = begin; i < end; ++i) {
      const std::uint8_t entry = query_->look_up(stream.codes[i]);
      if (entry == QueryUnits::kNone) continue;
      const std::size_t unit = (entry & ~QueryUnits::kExact) - std::size_t{1};
      const bool is_exact = (entry & QueryUnits::kExact) != 0;
      counts[unit] += is_exact ? 1 : query_->units()[unit].inexact;
    }
    double sum = 0;
    for (const auto& [unit, count] : counts) {
      sum += query_->units()[unit].weight * saturated(count, norm);
    }
    return sum / mass();
  }

  double pair(const TokenStream& stream, std::size_t begin, std::size_t end, double norm) const {
    std::map<std::size_t, double> counts;
    for (std::size_t i = begin + 1; i < end; ++i) {
      const std::uint8_t first = query_->look_up(stream.codes[i - 1]);
      const std::uint8_t second = query_->look_up(stream.codes[i]);
      if (first == QueryUnits::kNone || second == QueryUnits::kNone) continue;
      const std::uint16_t index = query_->pair(toneless(first), toneless(second));
      if (index != QueryUnits::kNoPair) counts[index] += 1;
    }
    double sum = 0;
    for (const auto& [index, count] : counts) {
      sum += query_->pairs()[index].weight * saturated(count, norm);
    }
    return sum / mass();
  }

  // The share of squared weights that the words of [begin, end) have.
  double rare(const TokenStream& stream, std::size_t begin, std::size_t end) const {
    std::map<std::size_t, double> counts;
    for (std::size_t i = begin; i < end; ++i) {
      const std::uint8_t entry = query_->look_up(stream.codes[i]);
      if (entry == QueryUnits::kNone) continue;
      const std::size_t unit = (entry & ~QueryUnits::kExact) - std::size_t{1};
      counts[unit] += (entry & QueryUnits::kExact) != 0 ? 1 : query_->units()[unit].inexact;
    }
    double sum = 0;
    double all = 0;
    for (std::size_t u = 0; u < query_->units().size(); ++u) {
      const double square = query_->units()[u].weight * query_->units()[u].weight;
      all += square;
      if (counts.contains(u)) sum += square * std::min(1.0, counts[u]);
    }
    return sum / all;
  }

  // The title and the passages.
  static std::vector<std::vector<TokenCode>> stretches(const TokenStream& stream) {
    const auto at = [&](std::size_t token) {
      return stream.codes.begin() + static_cast<std::ptrdiff_t>(token);
    };
    std::vector<std::vector<TokenCode>> all{{at(0), at(stream.title_end)}};
    for (std::size_t p = 0; p < stream.passages.size(); ++p) {
      const std::size_t end =
          p + 1 < stream.passages.size() ? stream.passages[p + 1].token : stream.codes.size();
      all.emplace_back(at(stream.passages[p].token), at(end));
    }
    return all;
  }

  bool is_of(TokenCode code, std::uint8_t unit) const {
    const std::uint8_t entry = query_->look_up(code);
    return entry != QueryUnits::kNone && toneless(entry) == unit;
  }

  // 1 / distance of the pair at its nearest, by every two tokens of the stretch.
  double nearest(const QueryPair& pair, const std::vector<TokenCode>& stretch) const {
    double best = 0;
    for (std::size_t i = 0; i < stretch.size(); ++i) {
      for (std::size_t j = 0; j < stretch.size(); ++j) {
        const std::size_t distance = i < j ? j - i : i - j;
        if (distance == 0 || distance > kNearTokens) continue;
        if (!is_of(stretch[i], pair.first) || !is_of(stretch[j], pair.second)) continue;
        best = std::max(best, 1 / static_cast<double>(distance));
      }
    }
    return best;
  }

  double near(const std::vector<std::vector<TokenCode>>& stretches) const {
    double sum = 0;
    for (const QueryPair& pair : query_->pairs()) {
      double best = 0;
      for (const auto& stretch : stretches) best = std::max(best, nearest(pair, stretch));
      sum += pair.weight * best;
    }
    return sum / query_->pair_mass();
  }

  std::uint8_t toneless(std::uint8_t entry) const {
    return query_->units()[(entry & ~QueryUnits::kExact) - std::size_t{1}].toneless;
  }

  double mass() const { return query_->unit_mass() + PassageOptions().pair * query_->pair_mass(); }

  static constexpr unsigned kSeed = 11;

  TokenCodes codes_;
  Xapian::WritableDatabase database_{"", Xapian::DB_BACKEND_INMEMORY};
  std::unique_ptr<QueryUnits> query_;
  std::mt19937 random_{kSeed};
};

TEST_F(FeaturesTest, TheBestPassageIsTheBestOfAll) {
  const PassageOptions options;
  FeatureReader reader(*query_);
  std::size_t chosen = 0;
  for (int round = 0; round < 500; ++round) {
    const TokenStream stream = random_stream();
    std::size_t passage = 0;
    double best = 0;
    double second = 0;
    double best_toned = 0;
    double best_rare = 0;
    double best_near = 0;
    for (std::size_t p = 0; p < stream.passages.size(); ++p) {
      const std::size_t begin = stream.passages[p].token;
      const std::size_t end =
          p + 1 < stream.passages.size() ? stream.passages[p + 1].token : stream.codes.size();
      const double share = static_cast<double>(end - begin) / kPassageTokens;
      const double norm = 1 - options.b + options.b * std::max(0.3, share);
      const double words = toned(stream, begin, end, norm);
      const double score = words + options.pair * pair(stream, begin, end, norm);
      second = std::max(second, std::min(score, best));
      if (score <= best) continue;
      best = score;
      best_toned = words;
      best_rare = rare(stream, begin, end);
      best_near = near({{stream.codes.begin() + static_cast<std::ptrdiff_t>(begin),
                         stream.codes.begin() + static_cast<std::ptrdiff_t>(end)}});
      passage = p;
    }
    const Measured measured = reader.read(stream, 0, 0);
    const auto value = [&](Feature feature) {
      return measured.values[static_cast<std::size_t>(feature)];
    };
    ASSERT_EQ(measured.passage, passage) << "seed " << kSeed << ", round " << round;
    ASSERT_NEAR(value(Feature::kBestToned), best_toned, 1e-9);
    ASSERT_NEAR(value(Feature::kSecond), second, 1e-9);
    // Without a best passage the first one is looked at, which has none of the words.
    ASSERT_NEAR(value(Feature::kBestRare), best_rare, 1e-9);
    ASSERT_NEAR(value(Feature::kBestNear), best_near, 1e-9);
    chosen += passage;
  }
  EXPECT_GT(chosen, 0U);
}

// Passages that cannot be the best count in the whole text all the same.
TEST_F(FeaturesTest, TheTextIsAllOfIt) {
  const PassageOptions options;
  FeatureReader reader(*query_);
  for (int round = 0; round < 200; ++round) {
    const TokenStream stream = random_stream();
    const double share = static_cast<double>(stream.codes.size()) / query_->mean_tokens();
    const double norm = 1 - options.b + options.b * share;
    const Measured measured = reader.read(stream, 0, 0);
    const auto value = [&](Feature feature) {
      return measured.values[static_cast<std::size_t>(feature)];
    };
    const std::size_t end = stream.codes.size();
    ASSERT_NEAR(value(Feature::kTextToned), toned(stream, 0, end, norm), 1e-9) << "round " << round;
    ASSERT_NEAR(value(Feature::kTextPair), pair(stream, 0, end, norm), 1e-9) << "round " << round;
    ASSERT_NEAR(value(Feature::kTextRare), rare(stream, 0, end), 1e-9) << "round " << round;
    ASSERT_NEAR(value(Feature::kTextNear), near(stretches(stream)), 1e-9) << "round " << round;
  }
}

TEST(CountsTest, WhatIsSeenIsThereOnceAndForgotten) {
  Counts counts(3);
  counts.add(2, 0.5);
  counts.add(0, 0);
  counts.add(2, 1);
  counts.add(0, 0);
  EXPECT_EQ(std::vector<std::uint16_t>(counts.seen().begin(), counts.seen().end()),
            (std::vector<std::uint16_t>{2, 0}));
  EXPECT_EQ(counts.of(2), 1.5);
  EXPECT_EQ(counts.of(0), 0);
  counts.forget();
  EXPECT_TRUE(counts.seen().empty());
  for (std::uint16_t index = 0; index < 3; ++index) counts.add(index, 1);
  EXPECT_EQ(counts.seen().size(), 3U);
  EXPECT_EQ(counts.of(2), 1);
}

}  // namespace
}  // namespace tracuu
