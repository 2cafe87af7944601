// The weights of the second stage, from a data file (data/rerank.tsv).
//
//   best_cover<TAB>0.91
//
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

namespace tracuu {

using RerankWeights = std::array<double, kFeatures>;

inline constexpr double kMaxWeight = 1e6;  // in either direction
inline constexpr std::size_t kMaxWeightsFileBytes = std::size_t{1} << 16;

// A line that names no feature, or no number up to kMaxWeight.
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
