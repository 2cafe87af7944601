#include "core/document/json_text.h"

#include <algorithm>
#include <optional>

#include "core/text/utf8.h"

namespace tracuu {
namespace {

constexpr std::string_view kReplacementBytes = "\uFFFD";
constexpr std::string_view kReplacementEscape = "\\ufffd";
constexpr std::size_t kEscapeLength = 6;  // \uXXXX

std::optional<unsigned> hex_value(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10;
  return std::nullopt;
}

// Returns the code unit of a \uXXXX escape at `offset`, nothing when there is none.
std::optional<unsigned> code_unit(std::string_view json, std::size_t offset) {
  if (json.size() < kEscapeLength || offset > json.size() - kEscapeLength) return std::nullopt;
  if (json[offset] != '\\' || json[offset + 1] != 'u') return std::nullopt;
  unsigned unit = 0;
  for (std::size_t i = offset + 2; i < offset + kEscapeLength; ++i) {
    const auto digit = hex_value(json[i]);
    if (!digit) return std::nullopt;
    unit = unit * 16 + *digit;
  }
  return unit;
}

bool is_high_surrogate(unsigned unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}
bool is_low_surrogate(unsigned unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

// Returns the escape at `offset` (a backslash), with a lone surrogate replaced, and its length.
std::pair<std::string_view, std::size_t> repaired_escape(std::string_view json,
                                                         std::size_t offset) {
  const auto unit = code_unit(json, offset);
  if (!unit) {
    const std::string_view plain = json.substr(offset, 2);  // \" \\ \n and the malformed
    return {plain, plain.size()};
  }
  if (is_high_surrogate(*unit)) {
    const auto next = code_unit(json, offset + kEscapeLength);
    if (next && is_low_surrogate(*next)) {
      return {json.substr(offset, 2 * kEscapeLength), 2 * kEscapeLength};
    }
  }
  const bool is_lone = is_high_surrogate(*unit) || is_low_surrogate(*unit);
  return {is_lone ? kReplacementEscape : json.substr(offset, kEscapeLength), kEscapeLength};
}

}  // namespace

std::string repair_utf8(std::string_view bytes) {
  if (text::count_malformed(bytes) == 0) return std::string(bytes);
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size();) {
    const text::Decoded c = text::decode(bytes, i);
    out += c.well_formed ? bytes.substr(i, c.length) : kReplacementBytes;
    i += c.length;
  }
  return out;
}

std::string repair_json(std::string_view json) {
  std::string valid = repair_utf8(json);
  if (valid.find("\\u") == std::string::npos) return valid;
  std::string out;
  out.reserve(valid.size());
  for (std::size_t i = 0; i < valid.size();) {
    if (valid[i] != '\\') {
      out += valid[i++];
      continue;
    }
    const auto [escape, length] = repaired_escape(valid, i);
    out += escape;
    i += length;
  }
  return out;
}

bool is_shallow_json(std::string_view json) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      if (++depth > kMaxJsonDepth) return false;
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return true;
}

}  // namespace tracuu
