// A set of addresses: one, or those with the same first bits.
//
//   parse_address_range("10.1.0.0/16")->contains("10.1.2.3")
//   parse_address_range("::1")->contains("::1")
//
// An IPv4 address and the same one mapped into IPv6 are one. A plain value.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tracuu {

class AddressRange {
 public:
  using Bytes = std::array<std::uint8_t, 16>;

  AddressRange(const Bytes& first, unsigned bits) : first_(first), bits_(bits) {}

  // Whether the numeric address is in it; a text that is none is in no range.
  bool contains(const std::string& address) const;

 private:
  Bytes first_;
  unsigned bits_;
};

// Returns nothing for a text that is no numeric address, or has more bits behind the slash than it.
std::optional<AddressRange> parse_address_range(std::string_view text);

}  // namespace tracuu
