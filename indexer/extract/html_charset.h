// From the bytes of an HTML page to UTF-8, whatever the page says about itself.
//
//   valid UTF-8                     stays, even where <meta> claims iso-8859-1 (they often lie)
//   <meta charset="windows-1258">   converted by ICU, where no repair reads better
//   <meta charset="iso-8859-1">, TCVN3 in fact, or no declaration
//                                   as text::read_bytes() reads it, for repair_encoding()
//
// The HTML parser sees clean UTF-8 only: libxml2 reads the rest of a page as Latin-1 after its
// first bad byte. ICU ends in this file.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tracuu::input {

struct Utf8Page {
  std::string text;
  std::size_t malformed = 0;  // bytes that are not UTF-8, unless the declaration holds
};

// Returns the page as valid UTF-8. Never fails. Linear: one pass where bytes are UTF-8.
Utf8Page page_to_utf8(std::string_view bytes);

// Returns the encoding that the page's first bytes declare in <meta charset=…> or
// <meta http-equiv … content="…; charset=…">, empty where they declare none.
std::string declared_charset(std::string_view bytes);

}  // namespace tracuu::input
