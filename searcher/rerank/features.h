// Reads the text of a candidate for what the second stage of ranking wants to know of it.
//
//   query «mức xử phạt không đội mũ bảo hiểm», the stream of Nghị định 100/2019/NĐ-CP
//     best_cover .93, best_pair .61, … and the passage they were found in: one of its Điều 6

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/index/token_stream.h"
#include "searcher/rerank/counts.h"
#include "searcher/rerank/feature.h"
#include "searcher/rerank/nearness.h"
#include "searcher/rerank/query_units.h"

namespace tracuu {

// Tokens that kLeadToned looks at.
inline constexpr std::size_t kLeadTokens = 60;

struct Measured {
  FeatureValues values{};
  std::size_t passage = 0;  // index of the best passage; 0 also where there is none
};

// BM25 of passages; chosen on the tune sets.
struct PassageOptions {
  double k1 = 0.8;
  double b = 0.5;
  double pair = 0.9;  // a pair's weight beside a syllable's, for choosing the best passage
};

// Measures candidates of one query. Belongs to one thread; keeps its memory from text to text.
class FeatureReader {
 public:
  // REQUIRES: `query` outlives this object; it is not empty.
  explicit FeatureReader(const QueryUnits& query, PassageOptions options = {});

  // Returns the features of the document; `stage1` is the score of its words in the first stage,
  // `boost` what was added to it.
  // Cost: one pass over the codes, some 3 ns each where one in ten is a word of the query.
  Measured read(const TokenStream& stream, double stage1, double boost);

 private:
  struct Match {
    std::uint8_t unit = 0;
    bool is_exact = false;
    std::uint16_t pair = QueryUnits::kNoPair;      // with the match before it
    std::uint16_t triple = QueryUnits::kNoTriple;  // with the two before it

    bool has_pair() const { return pair != QueryUnits::kNoPair; }
    bool has_triple() const { return triple != QueryUnits::kNoTriple; }
  };

  struct Sums {
    double toned = 0;
    double pair = 0;
    double cover = 0;
    double pair_cover = 0;
    double triple = 0;
    double rare = 0;
  };

  std::size_t scan(const std::vector<TokenCode>& codes, std::size_t begin, std::size_t end);
  void find_matches(const TokenStream& stream, std::size_t begin, std::size_t end);
  void count();
  void add_nearness(Nearness& nearness) const;
  double add_to_text();
  Sums sums(double length_share);
  void measure_text(const TokenStream& stream, Measured& measured);
  bool is_word(const Match& match) const;
  double phrase_share() const;
  void measure_title(const TokenStream& stream, Measured& measured);
  void measure_passages(const TokenStream& stream, Measured& measured);
  void measure_joint(const TokenStream& stream, std::size_t section, Measured& measured);

  const QueryUnits& query_;
  PassageOptions options_;
  double mass_ = 1;                     // of all units and pairs
  double square_mass_ = 1;              // of all units, squared
  std::vector<std::uint8_t> toneless_;  // of each unit

  // By unit, twice each: for an occurrence with other marks, for one with its own.
  std::vector<double> gains_;          // what it counts
  std::vector<double> most_of_units_;  // what it adds at most to the score of a passage
  std::vector<double> most_of_pairs_;  // by pair

  // Of the stretch looked at last, some hundred tokens: what stays in the fastest cache.
  std::vector<std::uint32_t> tokens_;
  std::vector<Match> matches_;
  Nearness text_near_;
  Nearness best_near_;
  Counts units_;
  Counts pairs_;
  Counts triples_;

  // Of the text at hand, added up from its stretches.
  std::vector<double> text_units_;
  std::vector<double> text_pairs_;
};

}  // namespace tracuu
