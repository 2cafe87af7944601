// What kind of query it is, as numbers that decide how much each feature weighs.
//
//   «nghị quyết chuyển đổi số 2022»       long -.51   naming 1   titled .9   covers_title .5
//   a citizen's question of 25 words      long +.69   naming 0   titled .2   covers_title .4
//
// A question wants the passage that has its words together, three words out of a title want the
// title. One weight a feature serves neither: with a weight by trait nDCG@10 rises by .004 on
// headlines, .007 on zalo_legal_docs, .006 on titles and .012 on facts, and falls by .001 on alqac
// (tests/relevance/README.md). Traits are read off the query and the documents that the first stage
// puts first, so nobody has to say what is meant.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "searcher/rerank/feature.h"

namespace tracuu {

enum class Trait : std::uint8_t {
  kAlways,       // 1
  kLong,         // the logarithm of its words over kMeanWords; bounded, as nobody has judged others
  kNaming,       // 1 where a candidate is of the type, agency, year or law that the query names
  kTitled,       // how much of it the title that fits best has: Feature::kTitlePair
  kCoversTitle,  // … and how much of a title it is: Feature::kTitleShare
  kCount,
};

inline constexpr std::size_t kTraits = static_cast<std::size_t>(Trait::kCount);

using QueryTraits = std::array<double, kTraits>;

inline constexpr double kMeanWords = 10;
inline constexpr double kMaxLengthRatio = 2;  // as long as kMeanWords times this, or as short

// Returns the traits of a query of so many words; `candidates` are the features of the first block
// that the second stage reads.
QueryTraits traits_of(std::size_t words, std::span<const FeatureValues> candidates);

}  // namespace tracuu
