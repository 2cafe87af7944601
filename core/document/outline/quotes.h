// Where the text of another document is quoted, so that its articles are not taken for own ones.
//
//   1. Sửa đổi Điều 5 như sau:
//   “Điều 5. Hiệu lực            quoted from here
//   Điều 6. …”.                  to here
//
// Quotes of real texts are not balanced. One that is closed in time is sure; one that is not lasts
// until the next quoted heading, at most kMaxQuoteBytes, and is a guess that an own heading
// refutes. Internal to core/document/outline.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace tracuu::outline {

inline constexpr std::size_t kMaxQuoteBytes = 65'536;

struct Quote {
  std::size_t begin = 0;  // of the opening mark
  std::size_t end = 0;    // of the closing mark
  bool is_sure = false;
};

// Returns the quotes that go over a line end, in order, without overlap. Linear.
std::vector<Quote> find_quotes(std::string_view text);

// Returns the length of the quotation mark of any kind at `i`, 0 for none.
std::size_t quote_mark_length(std::string_view text, std::size_t i);

}  // namespace tracuu::outline
