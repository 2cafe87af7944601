// What the second stage of ranking knows of a candidate: a number for each way in which it may fit.
//
//   query «mức xử phạt không đội mũ bảo hiểm», candidate Nghị định 100/2019/NĐ-CP
//     stage1 .41   title_pair .10   best_cover .93 (of its Điều 6)   heading_pair .22   …
//
// All but the last few are shares of the weight that the query's words have together, so that they
// mean the same for short and long queries. Measured by features.h, weighted and summed (weights.h)
// they order the candidates.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tracuu {

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
  kBestRare,      // as kBestCover, by the squares of the weights: a rare word counts more
  kBestNear,      // the query's pairs, by how near to each other (nearness.h)
  kHeadingToned,  // in the heading of the best passage's article
  kHeadingPair,
  kJointCover,  // in the title, the heading or the best passage
  kJointPairCover,
  kJointRare,
  kSecond,     // BM25 of the second best passage, words and pairs
  kTextCover,  // words of the query anywhere in the text
  kTextPairCover,
  kTextRare,
  kTextNear,
  kLeadToned,  // in the first kLeadTokens of the body
  kLength,     // logarithm of the length
  kNumber,     // the share of the query that is a number, where it is the document's own
  kNamed,      // what the first stage adds to documents that the query names by type, agency, …

  // What stands behind the document, whatever the query (standing.h).
  kLegalRank,
  kInForce,
  kRecent,
  kCount,
};

inline constexpr std::size_t kFeatures = static_cast<std::size_t>(Feature::kCount);

using FeatureValues = std::array<double, kFeatures>;

// The names of features in data files and in --explain, by feature: "best_cover". Never translated.
std::string_view name_of(Feature feature);

}  // namespace tracuu
