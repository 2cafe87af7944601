// What the second stage of ranking knows of a candidate: a number for each way in which it may fit.
//
//   query «mức xử phạt không đội mũ bảo hiểm», candidate Nghị định 100/2019/NĐ-CP
//     stage1 .41   title_pair .10   best_cover .93 (of its Điều 6)   heading_pair .22   …
//
// All but the last few are shares of the weight that the query's words have together, so that they
// mean the same for short and long queries. Weighted and summed they order the candidates
// (weights.h).

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tracuu {

class QueryUnits;
struct TokenStream;

enum class Feature : std::uint8_t {
  kStage1,      // the score of the first stage
  kTextToned,   // BM25 of the whole text, words as typed
  kTextPair,    // … and their pairs
  kTitleToned,  // words of the query in the title, by weight
  kTitlePair,
  kTitleTriple,  // three in a row in the title
  kTitlePhrase,  // the whole query in a row in the title: the share of marks that fit
  kTitleShare,   // share of the title's words that the query has
  kBestToned,    // BM25 of the best passage
  kBestPair,
  kBestCover,  // words of the query in the best passage, by weight
  kBestPairCover,
  kBestTriple,    // three in a row
  kHeadingToned,  // in the heading of the best passage's article
  kHeadingPair,
  kJointCover,  // in the title, the heading or the best passage
  kJointPairCover,
  kSecond,     // BM25 of the second best passage, words and pairs
  kTextCover,  // words of the query anywhere in the text
  kTextPairCover,
  kLeadToned,  // in the first kLeadTokens of the body
  kLength,     // logarithm of the length
  kNamed,      // what the first stage adds to documents that the query names by type, agency, …

  // What stands behind the document, whatever the query (standing.h).
  kLegalRank,
  kInForce,
  kRecent,
  kCount,
};

inline constexpr std::size_t kFeatures = static_cast<std::size_t>(Feature::kCount);
inline constexpr std::size_t kLeadTokens = 60;

using FeatureValues = std::array<double, kFeatures>;

// The names of features in data files and in --explain, by feature: "best_cover". Never translated.
std::string_view name_of(Feature feature);

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
  // Cost: one pass over the codes, some 5 ns each where one in five is a word of the query.
  Measured read(const TokenStream& stream, double stage1, double boost);

 private:
  struct Match {
    std::uint32_t token = 0;
    std::uint8_t unit = 0;
    bool is_exact = false;
    bool has_pair = false;    // with the match before it
    bool has_triple = false;  // with the two before it
    std::uint16_t pair = 0;
    std::uint16_t triple = 0;
  };

  // Matches [first, last).
  struct Stretch {
    std::size_t first = 0;
    std::size_t last = 0;
  };

  struct Sums {
    double toned = 0;
    double pair = 0;
    double cover = 0;
    double pair_cover = 0;
    double triple = 0;
  };

  void find_matches(const TokenStream& stream);
  void join_triple(const Match& before, Match& match) const;
  Stretch matches_in(std::size_t begin, std::size_t end) const;
  void count(const Stretch& stretch);
  void add_to_text();
  Sums take_sums(double length_share);
  Sums sums(const Stretch& stretch, double length_share);
  void measure_text(const TokenStream& stream, Measured& measured);
  bool is_word(const Match& match) const;
  double phrase_share(const Stretch& stretch) const;
  void measure_title(const TokenStream& stream, Measured& measured);
  void measure_passages(const TokenStream& stream, Measured& measured);
  void measure_joint(const TokenStream& stream, std::size_t section, Measured& measured);

  const QueryUnits& query_;
  PassageOptions options_;
  double mass_ = 1;                     // of all units and pairs
  std::vector<std::uint8_t> toneless_;  // of each unit
  std::vector<double> gains_;           // what an occurrence of each unit counts: inexact, exact
  std::vector<std::uint32_t> tokens_;
  std::vector<Match> matches_;

  // Of the stretch at hand, 0 in between: only what occurs in it is looked at.
  std::vector<double> unit_counts_;
  std::vector<double> pair_counts_;
  std::vector<double> triple_counts_;
  std::vector<std::uint16_t> units_seen_;
  std::vector<std::uint16_t> pairs_seen_;
  std::vector<std::uint16_t> triples_seen_;

  // Of the text at hand, added up from its stretches.
  std::vector<double> text_units_;
  std::vector<double> text_pairs_;
};

}  // namespace tracuu
