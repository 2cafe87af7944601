// Words one after another, as often as real text has them and in its pairs.
//
//   «nhân» is followed by «dân» as often as fit.py counted; else by any word, as often as that word
//   follows by no learnt pair
//
// A Markov chain of mixed order: the learnt pairs of a word, and behind them the rest of all
// occurrences. So every word and every learnt pair keeps its frequency, and the seldom pairs are as
// many as real text has. Numbers and words without a row are classes; which number, which word is
// drawn apart: numbers by their digits, years by the years of the documents, rare words by a
// Zipf–Mandelbrot law without end, so that a larger collection has more of them.
//
// Immutable after construction; safe from any thread.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/bench/collection/fitted.h"
#include "tests/bench/collection/weighted.h"

namespace tracuu::bench {

// A word of a text: its row, and for a class which of its members.
struct ChainWord {
  std::uint32_t row = 0;
  std::uint32_t member = 0;

  friend bool operator==(const ChainWord&, const ChainWord&) = default;
};

class WordChain {
 public:
  explicit WordChain(const Fitted& fitted);

  // Returns a word that may begin a text; a word that may follow.
  ChainWord first(Random& random) const;
  ChainWord next(ChainWord previous, Random& random) const;

  // Returns the word in small letters, and with a capital first.
  std::string spell(ChainWord word) const { return spelled(word, forms_); }
  std::string spell_capitalized(ChainWord word) const { return spelled(word, capitalized_); }

 private:
  struct Followers {
    double learnt_share = 0;  // of the occurrences that a learnt pair follows
    std::vector<std::uint32_t> words;
    std::vector<WeightedDraw> draw;  // one, none without learnt pairs
  };

  ChainWord member_of(std::uint32_t row, Random& random) const;
  std::string spelled(ChainWord word, const std::vector<std::string>& forms) const;

  std::vector<std::string> forms_;
  std::vector<std::string> capitalized_;
  std::vector<Followers> followers_;
  WeightedDraw any_;   // by all occurrences
  WeightedDraw rest_;  // by the occurrences that no learnt pair leads to
  WeightedDraw digits_;
  std::vector<int> digit_counts_;
  WeightedDraw year_;
  std::vector<int> years_;
  std::uint32_t number_;
  std::uint32_t rare_;
  double rare_alpha_;
  double rare_offset_;
};

}  // namespace tracuu::bench
