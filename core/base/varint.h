// Numbers as bytes on disk: seven bits a byte, the lowest first, the eighth says that more follow.
//
//   put_varint(out, 300)    "\xAC\x02"
//   take_varint(bytes)      300, and `bytes` begins behind it

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tracuu {

inline void put_varint(std::string& out, std::size_t value) {
  while (value >= 0x80) {
    out += static_cast<char>(value | 0x80);
    value >>= 7;
  }
  out += static_cast<char>(value);
}

// Takes the next number; nothing at the end of the bytes and for what exceeds 32 bits.
inline std::optional<std::uint32_t> take_varint(std::string_view& bytes) {
  // Most numbers on disk are small.
  if (!bytes.empty() && static_cast<unsigned char>(bytes[0]) < 0x80) {
    const auto byte = static_cast<unsigned char>(bytes[0]);
    bytes.remove_prefix(1);
    return byte;
  }
  constexpr std::size_t kMost = 5;
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < kMost && i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    value |= static_cast<std::uint64_t>(byte & 0x7F) << 7 * i;
    if (byte < 0x80) {
      bytes.remove_prefix(i + 1);
      if (value > UINT32_MAX) return std::nullopt;
      return static_cast<std::uint32_t>(value);
    }
  }
  return std::nullopt;
}

}  // namespace tracuu
