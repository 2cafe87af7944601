// Key phrases of a document that brings none: what its title names and its text comes back to.
//
//   title "Kế hoạch thực hiện chuyển đổi số năm 2021", body "… chuyển đổi số … chuyển đổi số …"
//   find_topics(…) == {"chuyển đổi số"}
//
// A topic is 2–4 syllables of the title, without function words (data/light_syllables.txt) and
// without the formulas of titles («quy định», «thực hiện»), not across punctuation. It is whole:
// where the text has it, no one word keeps standing beside it, so «đổi số» is none. Names of people
// and places are none. Needs no statistics of a collection.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu {

inline constexpr std::size_t kMaxTopics = 5;

// Returns the topics in small letters, the best first, at most kMaxTopics. Linear.
std::vector<std::string> find_topics(std::string_view title, std::string_view body);

}  // namespace tracuu
