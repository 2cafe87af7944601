#include "core/text/utf8.h"

#include <cstring>

namespace tracuu::text {
namespace {

bool is_ascii_word(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return (word & 0x8080808080808080U) == 0;
}

// Returns the length of the common well-formed characters, 0 where it takes a closer look.
// REQUIRES: three readable bytes.
std::size_t plain_length(const char* bytes) {
  const auto byte = [bytes](int i) { return static_cast<unsigned char>(bytes[i]); };
  const auto continues = [&byte](int i) { return (byte(i) & 0xC0) == 0x80; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0 && continues(1)) return 2;
  if (lead > 0xE0 && lead < 0xED && continues(1) && continues(2)) return 3;
  return 0;
}

}  // namespace

std::size_t count_malformed(std::string_view bytes) {
  std::size_t malformed = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const char* here = bytes.data() + i;
    const std::size_t left = bytes.size() - i;
    if (left >= sizeof(std::uint64_t) && is_ascii_word(here)) {
      i += sizeof(std::uint64_t);
    } else if (const std::size_t length = left >= 3 ? plain_length(here) : 0; length > 0) {
      i += length;
    } else {
      const Decoded character = decode(bytes, i);
      if (!character.well_formed) ++malformed;
      i += character.length;
    }
  }
  return malformed;
}

void append_utf8(std::string& out, char32_t character) {
  const auto c = static_cast<std::uint32_t>(character);
  const auto push = [&out](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    push(c);
  } else if (c < 0x800) {
    push(0xC0 | c >> 6);
    push(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    push(0xE0 | c >> 12);
    push(0x80 | (c >> 6 & 0x3F));
    push(0x80 | (c & 0x3F));
  } else {
    push(0xF0 | c >> 18);
    push(0x80 | (c >> 12 & 0x3F));
    push(0x80 | (c >> 6 & 0x3F));
    push(0x80 | (c & 0x3F));
  }
}

std::size_t character_border(std::string_view bytes, std::size_t limit) {
  if (limit >= bytes.size()) return bytes.size();
  // A character has at most three continuation bytes; longer runs are malformed and may be cut.
  std::size_t border = limit;
  for (int back = 0; back < 3 && border > 0; ++back) {
    if ((static_cast<unsigned char>(bytes[border]) & 0xC0) != 0x80) return border;
    --border;
  }
  return (static_cast<unsigned char>(bytes[border]) & 0xC0) == 0x80 ? limit : border;
}

}  // namespace tracuu::text
