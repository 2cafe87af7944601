// Whatever is typed: expansions are whole words, in order, never overlapping, within the bounds.

#include <array>
#include <cstdlib>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "searcher/dictionary/dictionary.h"

namespace tracuu {
namespace {

constexpr unsigned kSeed = 20210426;
constexpr int kQueries = 20'000;
constexpr std::array<std::string_view, 30> kAtoms{
    "UBND", "ubnd", "Ủy", "ban", "nhân", "dân", "nhan", "TT",     "&",      "-",
    "/",    ".",    ",",  " ",   " ",    " ",   "\n",   "\"",     "T",      "Ư",
    "XH",   "KT",   "CT", "12",  "Đắk",  "Lắk", "dak",  "\u0323", "\u200B", "\xE1\xBB",
};

TEST(DictionaryPropertyTest, ExpansionsAreOrderedSpansOfWords) {
  const char* chosen = std::getenv("TRACUU_TEST_SEED");
  const unsigned seed = chosen == nullptr ? kSeed : static_cast<unsigned>(std::stoul(chosen));
  SCOPED_TRACE("TRACUU_TEST_SEED=" + std::to_string(seed));
  std::mt19937 random(seed);
  const Dictionary dictionary = Dictionary::load({});
  const text::Analyzer analyzer;
  text::Analysis analysis;
  std::size_t found_any = 0;
  for (int i = 0; i < kQueries; ++i) {
    std::string query;
    for (std::size_t n = random() % 16; n > 0; --n) query += kAtoms[random() % kAtoms.size()];
    analyzer.analyze(query, analysis);
    const auto words = dictionary_words(query, analysis);
    std::size_t last = 0;
    for (const Expansion& expansion : dictionary.find(words)) {
      ++found_any;
      ASSERT_LE(last, expansion.begin) << query;
      ASSERT_LT(expansion.begin, expansion.end) << query;
      ASSERT_LE(expansion.end, words.size()) << query;
      ASSERT_FALSE(expansion.alternatives.empty()) << query;
      ASSERT_TRUE(!expansion.ambiguous || expansion.alternatives.size() > 1) << query;
      for (std::size_t w = expansion.begin + 1; w < expansion.end; ++w) {
        ASSERT_NE(words[w].joiner, DictionaryWord::kBreak) << query;
      }
      last = expansion.end;
    }
  }
  EXPECT_GT(found_any, std::size_t{kQueries} / 10);
}

}  // namespace
}  // namespace tracuu
