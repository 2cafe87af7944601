// Windows code page 1252 as text shows the bytes of another encoding.
//
//   cp1252_character(0xDE) == 'Þ'        cp1252_byte('Þ') == 0xDE
//   cp1252_character(0x81) == U+0081     cp1252_byte(U+201C) == 0x93, cp1252_byte(U+0093) == 0x93
//
// Total on bytes: the five codes that the page leaves undefined keep their C1 control, and text
// that was read as Latin-1 has C1 controls for all of 80–9F. Internal to core/text/legacy.
// Source: data/encodings/tcvn3.tsv, column cp1252_codepoint.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tracuu::text::legacy {

char32_t cp1252_character(std::uint8_t byte);

std::optional<std::uint8_t> cp1252_byte(char32_t character);

// Returns the text as bytes; nothing when a character stands for none.
std::optional<std::string> cp1252_bytes(std::string_view utf8);

// Returns the bytes as text.
std::string cp1252_text(std::string_view bytes);

}  // namespace tracuu::text::legacy
