// Text in UTF-16, as Office keeps it, to UTF-8.
//
//   utf16_text("Q\0u\0y\0\xBF\x1E", …) == "Quyế"     a lone surrogate becomes U+FFFD

#pragma once

#include <string>
#include <string_view>

namespace tracuu::input {

// Returns little-endian UTF-16 as UTF-8; an odd last byte is dropped. Linear.
std::string utf16_text(std::string_view bytes);

// Returns units cut to their lower bytes, as Office keeps what needs no more, as UTF-8. Linear.
std::string latin1_text(std::string_view bytes);

}  // namespace tracuu::input
