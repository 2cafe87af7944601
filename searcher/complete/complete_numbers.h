// Completion of document numbers.
//
//   «749/», «749/q», «qđ 749», «quyết định số 749»    749/QĐ-TTg, 749/QĐ-UBND …
//
// Separators are a matter of style: a blank stands for any of them. The number itself comes before
// longer ones (74 before 749), then the newest.

#pragma once

#include <string_view>
#include <vector>

#include "searcher/complete/completion.h"
#include "searcher/complete/sources.h"

namespace tracuu {

// Returns numbers that begin as typed, the best first; none where the text is no beginning of a
// number. Cost: at most some thousand terms and some hundred posting lists are looked at.
std::vector<Completion> complete_numbers(std::string_view typed, std::size_t most,
                                         const CompletionSources& sources);

}  // namespace tracuu
