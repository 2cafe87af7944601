// Takes the marks of one line of Markdown off and leaves its words.
//
//   "Theo **Quyết định** [749/QĐ-TTg](https://…), mục `a_b`"  ->  "Theo Quyết định 749/QĐ-TTg, mục
//   a_b"
//
// Light on purpose: emphasis, links, pictures, code and backslashes. What is not clearly a mark
// stays: "5 * 6", "ten_bien", "[1]", "Ghi chú*".

#pragma once

#include <string>
#include <string_view>

namespace tracuu::input {

// Returns the line's words. Cost: linear.
std::string without_inline_marks(std::string_view line);

}  // namespace tracuu::input
