#include "searcher/server/address_range.h"

#include <algorithm>
#include <charconv>
#include <system_error>

#include <arpa/inet.h>

namespace tracuu {
namespace {

constexpr unsigned kBits = 128;
constexpr unsigned kMappedBits = 96;  // before an IPv4 address that is mapped into IPv6

std::optional<AddressRange::Bytes> bytes_of(const std::string& address, bool& is_ipv4) {
  AddressRange::Bytes bytes{};
  is_ipv4 = address.find(':') == std::string::npos;
  if (!is_ipv4) {
    if (::inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1) return std::nullopt;
    return bytes;
  }
  bytes[10] = bytes[11] = 0xFF;
  if (::inet_pton(AF_INET, address.c_str(), bytes.data() + kMappedBits / 8) != 1) {
    return std::nullopt;
  }
  return bytes;
}

}  // namespace

bool AddressRange::contains(const std::string& address) const {
  bool is_ipv4 = false;
  const std::optional<Bytes> bytes = bytes_of(address, is_ipv4);
  if (!bytes) return false;
  const unsigned whole = bits_ / 8;
  if (!std::equal(first_.begin(), first_.begin() + whole, bytes->begin())) return false;
  const unsigned rest = bits_ % 8;
  if (rest == 0) return true;
  const auto mask = static_cast<std::uint8_t>(0xFFU << (8 - rest));
  return ((first_[whole] ^ (*bytes)[whole]) & mask) == 0;
}

std::optional<AddressRange> parse_address_range(std::string_view text) {
  const std::size_t slash = text.find('/');
  bool is_ipv4 = false;
  const auto bytes = bytes_of(std::string(text.substr(0, slash)), is_ipv4);
  if (!bytes) return std::nullopt;
  const unsigned most = is_ipv4 ? kBits - kMappedBits : kBits;
  unsigned bits = most;
  if (slash != std::string_view::npos) {
    const std::string_view digits = text.substr(slash + 1);
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
    const bool is_number = problem == std::errc() && end == digits.data() + digits.size();
    if (!is_number || bits > most) return std::nullopt;
  }
  return AddressRange(*bytes, is_ipv4 ? bits + kMappedBits : bits);
}

}  // namespace tracuu
