// The weights of the second stage, from a data file (data/rerank.tsv).
//
//   best_cover<TAB>0.91
//
// Learnt from judged queries by tests/relevance/fit.py, which says how well they do on queries they
// were not learnt from.

#pragma once

#include <array>
#include <string_view>

#include "searcher/rerank/features.h"

namespace tracuu {

using RerankWeights = std::array<double, kFeatures>;

// Reads the lines of the file: features it does not name weigh nothing, '#' begins a comment.
// Throws kInternal for a line that names no feature or no finite number.
RerankWeights read_weights(std::string_view tsv);

// Returns the weights of the product.
RerankWeights default_weights();

}  // namespace tracuu
