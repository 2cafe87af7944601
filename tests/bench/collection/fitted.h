// What fit.py found in real documents, read from the two tables beside it (README.md).
//
// Counts only: how often a word occurs, what follows it, how long texts are. The tables are in the
// program, so that a collection depends on nothing but its options.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace tracuu::bench {

struct FittedWord {
  std::string form;  // "của"; kNumberForm and kRareForm stand for classes
  double count = 0;
  std::vector<std::pair<std::uint32_t, double>> followers;  // word, count: learnt pairs
};

inline constexpr std::string_view kNumberForm = "#";
inline constexpr std::string_view kRareForm = "?";

// One value of a measured distribution.
template <typename Value>
struct Weighted {
  Value value;
  double weight = 0;
};

// Returns the weights alone, for a WeightedDraw.
template <typename Value>
std::vector<double> weights_of(const std::vector<Weighted<Value>>& rows) {
  std::vector<double> weights;
  weights.reserve(rows.size());
  for (const auto& row : rows) weights.push_back(row.weight);
  return weights;
}

// How frequent the frequent are among documents, to compare a collection with.
struct Frequencies {
  struct Rank {
    std::size_t rank = 0;  // from 1, by documents
    double share = 0;      // of the documents that have it; 0: there are fewer
  };
  std::vector<Rank> ranks;
  double burst = 0;  // occurrences a document that has it, of what occurs 100 to 299 times
  double distinct = 0;
};

struct Fitted {
  std::vector<FittedWord> words;  // the most frequent first
  std::uint32_t number = 0;       // index of the class of numbers
  std::uint32_t rare = 0;         // index of the class of words without a row

  std::vector<double> body_lengths;   // quantiles at even steps, the shortest first; words
  std::vector<double> title_lengths;  // the same
  std::vector<Weighted<int>> digits;  // digits of a number
  std::vector<Weighted<std::string>> types;
  std::vector<double> agency_weights;  // of the most frequent agency, the second, …
  std::vector<Weighted<int>> years;
  double sentence_words = 0;   // mean
  double paragraph_words = 0;  // mean
  double rare_alpha = 0;       // weight of rare word r: (r + offset)^-(1 + alpha)
  double rare_offset = 0;

  Frequencies syllables;
  Frequencies pairs;
};

// Returns what the tables say. Throws Error (kInternal) for a table that does not read.
Fitted read_fitted();

}  // namespace tracuu::bench
