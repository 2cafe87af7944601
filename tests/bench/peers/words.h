// The words of a text as typed, for engines whose query language would read more into it.
//
//   Thủ tục -"NEAR" cấp (thẻ) *?        Thủ, tục, NEAR, cấp, thẻ
//
// A word is a run of letters, digits and combining marks; nothing of a query language is left in
// it, so that a quoted word is only a word. One that stands again, in whatever case, is left out:
// engines would look it up twice. Bytes that are no UTF-8 separate.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tracuu::peers {

// Returns each word once, in the order of their first places.
std::vector<std::string> words_of(std::string_view text);

// Returns the words in double quotes with " OR " between: what FTS5 and Groonga both take.
std::string any_of_words(std::string_view text);

}  // namespace tracuu::peers
