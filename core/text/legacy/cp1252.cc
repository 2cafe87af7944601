#include "core/text/legacy/cp1252.h"

#include <algorithm>
#include <array>

#include "core/text/utf8.h"

namespace tracuu::text::legacy {
namespace {

constexpr std::uint8_t kFirst = 0x80;

constexpr std::array<char16_t, 0x20> kSpecials{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

}  // namespace

char32_t cp1252_character(std::uint8_t byte) {
  return byte >= kFirst && byte < kFirst + kSpecials.size() ? kSpecials[byte - kFirst] : byte;
}

std::optional<std::uint8_t> cp1252_byte(char32_t character) {
  if (character <= 0xFF) return static_cast<std::uint8_t>(character);
  const auto* it = std::ranges::find(kSpecials, character);
  if (it == kSpecials.end()) return std::nullopt;
  return static_cast<std::uint8_t>(kFirst + (it - kSpecials.begin()));
}

std::optional<std::string> cp1252_bytes(std::string_view utf8) {
  std::string bytes;
  for (std::size_t i = 0; i < utf8.size();) {
    const Decoded d = decode(utf8, i);
    const std::optional<std::uint8_t> byte = cp1252_byte(d.value);
    if (!byte) return std::nullopt;
    bytes += static_cast<char>(*byte);
    i += d.length;
  }
  return bytes;
}

std::string cp1252_text(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const char byte : bytes)
    append_utf8(text, cp1252_character(static_cast<std::uint8_t>(byte)));
  return text;
}

}  // namespace tracuu::text::legacy
