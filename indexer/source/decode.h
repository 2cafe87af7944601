// From the bytes of a whole file to its text.
//
//   "\xEF\xBB\xBFQuyết định"       -> "Quyết định"            a byte order mark is no text
//   "\xFF\xFEQ\0u\0y\0…"           -> "Quy…"                  UTF-16, as Notepad saves "Unicode"
//   "\x89PNG\r\n\x1A\n\0\0…"       -> kBinary                 whatever its name says
//   "Quy\xD5t"                     -> as it is, 1 malformed   text::read_bytes() goes on
//
// Nothing else is changed: no normalization, no line ends.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "indexer/source/byte_stream.h"

namespace tracuu::input {

struct DecodedText {
  std::string text;
  std::size_t malformed = 0;  // bytes that belong to no UTF-8 character
};

// Reads the rest of `bytes`, at most `max_bytes`, and decodes it. Besides the stream's own
// problems: kTooLarge, kEmpty, kBinary.
std::variant<DecodedText, ReadProblem> read_text(ByteStream& bytes, std::uint64_t max_bytes);

// The same for bytes in memory.
std::variant<DecodedText, ReadProblem> decode_text(std::string bytes);

// Whether bytes start as UTF-16 does, in either byte order.
bool has_utf16_mark(std::string_view bytes);

}  // namespace tracuu::input
