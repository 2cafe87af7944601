#include "core/text/visible.h"

#include "core/text/utf8.h"

namespace tracuu::text {
namespace {

// Returns the end of the characters from `begin` on that are harmless at a glance: what Vietnamese
// is written in. ASCII without controls; two bytes from U+00C0 to U+03FF; three bytes of U+1xxx.
std::size_t harmless_end(std::string_view text, std::size_t begin) {
  const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto continues = [&byte](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  std::size_t i = begin;
  while (i < text.size()) {
    const unsigned lead = byte(i);
    if ((lead >= 0x20 && lead < 0x7F) || lead == '\t' || lead == '\n') {
      ++i;
    } else if (lead >= 0xC3 && lead <= 0xCF && i + 1 < text.size() && continues(i + 1)) {
      i += 2;
    } else if (lead == 0xE1 && i + 2 < text.size() && continues(i + 1) && continues(i + 2)) {
      i += 3;
    } else {
      break;
    }
  }
  return i;
}

}  // namespace

bool is_unsafe(char32_t c) {
  if (c < 0x20) return c != '\t' && c != '\n';
  if (c >= 0x7F && c < 0xA0) return true;
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

std::string visible(std::string_view text, Lines lines) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    if (lines == Lines::kKeep) {
      const std::size_t end = harmless_end(text, i);
      out += text.substr(i, end - i);
      i = end;
      if (i == text.size()) break;
    }
    const Decoded d = decode(text, i);
    const std::string_view bytes = text.substr(i, d.length);
    i += d.length;
    const bool is_blank = d.value == ' ' || d.value == '\t' || d.value == '\n' || d.value == '\r';
    if (is_blank && lines == Lines::kJoin) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (!d.well_formed || is_unsafe(d.value)) {
      append_utf8(out, kReplacement);
    } else {
      out += bytes;
    }
  }
  if (lines == Lines::kJoin && !out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string json_safe(std::string_view json) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  out.reserve(json.size());
  for (std::size_t i = 0; i < json.size();) {
    const Decoded d = decode(json, i);
    if (d.well_formed && is_unsafe(d.value)) {
      out += "\\u";
      for (int shift = 12; shift >= 0; shift -= 4) out += kHex[d.value >> shift & 0xF];
    } else {
      out += json.substr(i, d.length);
    }
    i += d.length;
  }
  return out;
}

}  // namespace tracuu::text
