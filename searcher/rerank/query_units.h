// The words of a query as the second stage of ranking looks for them in token streams.
//
//   «chuyển đổi số» gives
//     units     chuyển 6.1, đổi 5.2, số 2.3          each with the weight that its rarity gives it
//     pairs     chuyen doi 8.0, doi so 7.7           toneless, as everywhere
//     triples   chuyen doi so 15.7                   of the sum of its pairs
//     look_up   the code of «chuyển» -> unit 0, exact;   of «chuyên» -> unit 0
//
// Rarity is counted over passages, not documents: a word that stands in every long law may stand in
// few of its articles. Passages with a term are reckoned from how many documents have it and how
// often it occurs (passage_frequency).

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "core/index/token_codes.h"
#include "searcher/bag.h"
#include "searcher/postings.h"
#include "searcher/score.h"

namespace tracuu {

// Units of one query; of a longer one the rarest are kept.
inline constexpr std::size_t kMaxUnits = 60;

struct QueryUnit {
  std::string word;           // its toned form
  double weight = 0;          // idf over passages
  double inexact = 0;         // what an occurrence with other marks counts, 0…1
  std::uint8_t toneless = 0;  // units with one toneless form share this
};

// From this on an occurrence with other marks is one of the word.
inline constexpr double kLeastInexact = 0.5;

struct QueryPair {
  std::uint8_t first = 0;  // QueryUnit::toneless
  std::uint8_t second = 0;
  double weight = 0;
};

// Two pairs that follow one another in the query.
struct QueryTriple {
  std::uint16_t first = 0;  // indices of pairs
  std::uint16_t second = 0;
  double weight = 0;
};

class QueryUnits {
 public:
  static constexpr std::uint8_t kNone = 0;
  static constexpr std::uint8_t kExact = 0x80;
  static constexpr std::uint16_t kNoPair = std::numeric_limits<std::uint16_t>::max();
  static constexpr std::uint16_t kNoTriple = kNoPair;

  // What marks count is as in the first stage (`options`); what may stand for words, as «Ủy ban
  // nhân dân» for UBND, counts there only. Throws Xapian::Error. Cost: two look-ups in the index
  // for each syllable and pair that is new to `postings`; 0.1 ms for 20 syllables that are not.
  QueryUnits(const std::vector<Bag>& bags, const RankingOptions& options, const TokenCodes& codes,
             const Postings& postings);

  bool empty() const { return units_.empty(); }
  const std::vector<QueryUnit>& units() const { return units_; }
  const std::vector<QueryPair>& pairs() const { return pairs_; }
  const std::vector<QueryTriple>& triples() const { return triples_; }

  // Returns kNone, or 1 + the index of the unit that a code stands for, with kExact where its marks
  // are those of the unit.
  std::uint8_t look_up(TokenCode code) const { return table_[code]; }

  // Returns 1 where look_up() is not kNone, else 0: from 8 KB, which stay in the fastest cache.
  std::uint32_t has(TokenCode code) const {
    return static_cast<std::uint32_t>(is_known_[code / kBits] >> code % kBits & 1);
  }

  // Returns the index of a pair, or kNoPair.
  std::uint16_t pair(std::uint8_t first_toneless, std::uint8_t second_toneless) const {
    return pair_table_[std::size_t{first_toneless} * kMaxUnits + second_toneless];
  }

  // Returns the index of the triple of a pair and the word behind it, or kNoTriple.
  // REQUIRES: pair < pairs().size().
  std::uint16_t triple(std::uint16_t pair, std::uint8_t third_toneless) const {
    return triple_table_[std::size_t{pair} * kMaxUnits + third_toneless];
  }

  // The mean length of the index' documents in tokens, at least one passage.
  double mean_tokens() const { return mean_tokens_; }

  // Share of unit_mass() that the words of document numbers have: 1 for «749/QĐ-TTg» alone.
  double number_share() const { return number_share_; }

  // Sums of the weights: what a text with every word would have.
  double unit_mass() const { return unit_mass_; }
  double pair_mass() const { return pair_mass_; }
  double triple_mass() const { return triple_mass_; }

 private:
  static constexpr std::size_t kCodes = std::size_t{std::numeric_limits<TokenCode>::max()} + 1;
  static constexpr std::size_t kBits = 64;

  std::uint8_t& entry(TokenCode code);
  void put_in_table(const std::string& toned, const std::string& toneless, const TokenCodes& codes);
  std::uint16_t add_pair(std::uint8_t first, std::uint8_t second, double weight);
  void add_triple(std::uint16_t first, std::uint16_t second);

  std::vector<QueryUnit> units_;
  std::vector<QueryPair> pairs_;
  std::vector<QueryTriple> triples_;
  std::vector<std::uint8_t> table_;      // by code
  std::vector<std::uint64_t> is_known_;  // a bit for each code
  std::vector<std::uint16_t> pair_table_;
  std::vector<std::uint16_t> triple_table_;
  double mean_tokens_ = 1;
  double number_share_ = 0;
  double unit_mass_ = 0;
  double pair_mass_ = 0;
  double triple_mass_ = 0;
};

// Returns in how many of `passages` a term is, by estimate: `documents` have it, it occurs
// `occurrences` times in all, and a document has `mean` passages.
double passage_frequency(double documents, double occurrences, double mean);

}  // namespace tracuu
