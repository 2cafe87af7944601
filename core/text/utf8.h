// Decodes UTF-8 one character at a time, whatever the bytes.
//
//   decode("ế", 0) == {U+1EBF, 3, true}
//
// A malformed sequence gives U+FFFD and a length of 1, so that a lone lead byte never swallows
// the character behind it; overlong forms, surrogates and values above U+10FFFF are malformed.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tracuu::text {

inline constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
  char32_t value = kReplacement;
  std::uint32_t length = 1;  // bytes
  bool well_formed = false;
};

// Returns the character at `offset`. REQUIRES: offset < bytes.size().
inline Decoded decode(std::string_view bytes, std::size_t offset) {
  const auto byte = [&](std::size_t i) -> std::uint32_t {
    return offset + i < bytes.size() ? static_cast<unsigned char>(bytes[offset + i]) : 0;
  };
  const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const std::uint32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1, true};
  if (lead >= 0xC2 && lead < 0xE0 && continues(1)) {
    return {(lead & 0x1F) << 6 | (byte(1) & 0x3F), 2, true};
  }
  if (lead >= 0xE0 && lead < 0xF0 && continues(1) && continues(2)) {
    const std::uint32_t c = (lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF)) return {c, 3, true};
  }
  if (lead >= 0xF0 && lead < 0xF5 && continues(1) && continues(2) && continues(3)) {
    const std::uint32_t c =
        (lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
    if (c >= 0x10000 && c <= 0x10FFFF) return {c, 4, true};
  }
  return {};
}

// Returns how many bytes belong to no well-formed character: a page in an old encoding, or a
// damaged file. Cost: one pass at some GB/s.
std::size_t count_malformed(std::string_view bytes);

// Appends the character in UTF-8. REQUIRES: a Unicode scalar value.
void append_utf8(std::string& out, char32_t character);

// Returns the largest offset ≤ `limit` that does not cut a character in two.
std::size_t character_border(std::string_view bytes, std::size_t limit);

}  // namespace tracuu::text
