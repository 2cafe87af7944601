// What a query that does not parse was likely meant to be: the same without the signs that are
// wrong in it.
//
//   «“danh mục giống cây»      « danh mục giống cây»
//   «Sơn) chụp ảnh»            «Sơn  chụp ảnh»
//   «lúa OR»                   «lúa   »
//
// People paste lines of texts, with half of a quotation or of a bracket. A page that searches what
// is left, and says so, is of more use to them than one that only names the mistake.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tracuu::query {

// Signs that are left out of one query at most.
inline constexpr std::size_t kMaxMends = 16;

// Returns the query with blanks in place of what parse() refuses, as many as bytes were there, so
// that places in it stay the same; nothing where no words are left or it is too long or too deep.
// REQUIRES: parse(text) gives an error. Cost: that of parse(), kMaxMends times at most.
std::optional<std::string> mend(std::string_view text);

}  // namespace tracuu::query
