// Bytes as hexadecimal digits, two for each.
//
//   to_hex("\x01\xAF")     "01af"
//   from_hex("01af")       "\x01\xAF"

#pragma once

#include <charconv>
#include <cstddef>
#include <string>
#include <string_view>

namespace tracuu {

inline std::string to_hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * bytes.size());
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    hex += kDigits[byte >> 4];
    hex += kDigits[byte & 0xF];
  }
  return hex;
}

// Returns the bytes of the pairs of digits; a pair that is none gives some byte.
inline std::string from_hex(std::string_view hex) {
  constexpr int kBase = 16;
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    unsigned value = 0;
    std::from_chars(hex.data() + i, hex.data() + i + 2, value, kBase);
    bytes += static_cast<char>(value);
  }
  return bytes;
}

}  // namespace tracuu
