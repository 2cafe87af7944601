// Completion by the phrases that documents are made of.
//
//   «chuyen d»         chuyển đổi số, chuyển đổi mục đích sử dụng, chuyển đổi
//   «quyết định ban»   quyết định ban hành quy chế, …
//   «chuy»             chuyển đổi số, chuyên môn nghiệp vụ, …
//
// The next word is one that the model has seen behind the last; then the phrase grows as long as
// most documents that have it go on in the same way. Phrases of titles first, of texts where titles
// have too few. Some document has every phrase word for word (searcher/complete/phrase_evidence.h).

#pragma once

#include <vector>

#include "searcher/complete/completion.h"
#include "searcher/complete/sources.h"
#include "searcher/complete/typed_prefix.h"

namespace tracuu {

// Returns the phrases, the best first.
std::vector<Completion> complete_phrases(const TypedPrefix& prefix, std::size_t most,
                                         const CompletionSources& sources);

}  // namespace tracuu
