#include "indexer/extract/control_letters.h"

#include <cstddef>

#include "core/text/utf8.h"

namespace tracuu::input {
namespace {

// U+E002 hides the control U+0002.
constexpr char32_t kHiding = 0xE000;
constexpr std::size_t kHidingBytes = 3;

}  // namespace

bool is_control_letter(std::string_view bytes, std::size_t offset) {
  constexpr std::string_view kCodes =
      "\x02\x03\x04\x05\x06\x10\x11\x12\x13\x14\x15\x19\x1C\x1D\x1E";
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  if (kCodes.find(bytes[offset]) == std::string_view::npos) return false;
  return (offset > 0 && is_letter(bytes[offset - 1])) ||
         (offset + 1 < bytes.size() && is_letter(bytes[offset + 1]));
}

std::string hide_control_letters(std::string_view utf8) {
  std::string hidden;
  hidden.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    if (is_control_letter(utf8, i)) {
      text::append_utf8(hidden, kHiding + static_cast<unsigned char>(utf8[i]));
    } else {
      hidden += utf8[i];
    }
  }
  return hidden;
}

std::string show_control_letters(std::string_view utf8) {
  std::string shown;
  shown.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    const text::Decoded d = text::decode(utf8, i);
    const bool is_hidden = d.length == kHidingBytes && d.value > kHiding && d.value < kHiding + ' ';
    if (is_hidden) {
      shown += static_cast<char>(d.value - kHiding);
    } else {
      shown += utf8.substr(i, d.length);
    }
    i += d.length;
  }
  return shown;
}

}  // namespace tracuu::input
