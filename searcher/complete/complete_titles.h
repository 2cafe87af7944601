// Completion by titles: those that begin with what was typed, then others that have its words.
//
//   «so tay chuyen»    Sổ tay chuyển đổi số, Ban hành Sổ tay chuyển đổi số cấp xã, …

#pragma once

#include <vector>

#include "searcher/complete/completion.h"
#include "searcher/complete/sources.h"
#include "searcher/complete/typed_prefix.h"

namespace tracuu {

// Returns the titles, equal ones once; the newest first among those that begin so, and among the
// others. Reads at most some fifteen records, of which the newest are kept in memory.
std::vector<Completion> complete_titles(const TypedPrefix& prefix, std::size_t most,
                                        const CompletionSources& sources);

}  // namespace tracuu
