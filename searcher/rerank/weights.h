// The weights of the second stage, from a data file (data/rerank.tsv).
//
//   best_cover<TAB>0.91<TAB>0.2<TAB>-0.1
//
// A number for each trait of a query (query_traits.h), in their order: 0.91 always, 0.2 times how
// long the query is, … Numbers that a line does not have are 0.
// Learnt from judged queries by tests/relevance/fit.py, which says how well they do on queries they
// were not learnt from; those that no judgement can teach are set by hand. An administrator sets
// any of them anew in a file of the same form.

#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>

#include "searcher/rerank/feature.h"
#include "searcher/rerank/query_traits.h"

namespace tracuu {

using FeatureWeights = std::array<double, kFeatures>;

struct RerankWeights {
  std::array<FeatureWeights, kTraits> by_trait{};

  // Returns what the features weigh for a query.
  FeatureWeights of(const QueryTraits& traits) const;

  friend bool operator==(const RerankWeights&, const RerankWeights&) = default;
};

inline constexpr double kMaxWeight = 1e6;  // in either direction
inline constexpr std::size_t kMaxWeightsFileBytes = std::size_t{1} << 16;

// A line that names no feature, or not one to kTraits numbers up to kMaxWeight.
struct BadWeight {
  std::size_t line = 0;  // from 1
  std::string text;

  friend bool operator==(const BadWeight&, const BadWeight&) = default;
};

// Returns `weights` with those that the lines name in their place, or the first line that is wrong.
// UTF-8 with or without a byte order mark, line ends of any kind; empty lines and what begins with
// '#' say nothing. Of a feature named twice the last holds.
std::variant<RerankWeights, BadWeight> with_weights(RerankWeights weights, std::string_view tsv);

// Returns the weights of the product.
RerankWeights default_weights();

// Returns the weights of the product with those of an administrator's file in their place. Throws
// kPathMissing, and kPathUnreadable for a file that is too large or has a wrong line, which it
// names.
RerankWeights load_weights(const std::filesystem::path& file);

}  // namespace tracuu
