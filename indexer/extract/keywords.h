// Keywords as people list them in one line.
//
//   split_keywords("chuyển đổi số, Thái Nguyên; Nghị quyết 01")
//       == {"chuyển đổi số", "Thái Nguyên", "Nghị quyết 01"}

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tracuu::input {

// Returns the parts between commas and semicolons without blanks around them, empty ones left out;
// at most 100, and none longer than 200 bytes.
std::vector<std::string> split_keywords(std::string_view line);

// Returns `text` without ASCII blanks around it.
std::string_view trim(std::string_view text);

}  // namespace tracuu::input
