#include "core/text/legacy/font.h"

#include <algorithm>
#include <array>

#include "core/text/legacy/capitals.h"
#include "core/text/legacy/cp1252.h"
#include "core/text/legacy/encodings.h"
#include "core/text/legacy/quality.h"

namespace tracuu::text {
namespace {

constexpr std::size_t kSubsetMark = 6;  // letters before the plus in "ABCDEF+.VnTime"

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

// ".vntimeh,bold" -> ".vntimeh"
std::string_view without_style(std::string_view face) {
  constexpr std::array<std::string_view, 4> kStyles{"bold", "italic", "-", " "};
  face = face.substr(0, face.find(','));
  for (bool is_cut = true; is_cut;) {
    is_cut = false;
    for (const std::string_view style : kStyles) {
      if (!face.ends_with(style)) continue;
      face.remove_suffix(style.size());
      is_cut = true;
    }
  }
  return face;
}

}  // namespace

std::optional<FontEncoding> font_encoding(std::string_view name) {
  if (name.find('+') == kSubsetMark) name.remove_prefix(kSubsetMark + 1);
  const std::string lower = lower_ascii(name);
  // PDF drops the dot at the start: "ABCDEF+VnTimeH".
  const bool is_vn = name.starts_with("Vn") && name.size() > 2 && name[2] >= 'A' && name[2] <= 'Z';
  if (is_vn || lower.starts_with(".vn")) {
    return FontEncoding{RepairKind::kTcvn3, without_style(lower).ends_with('h')};
  }
  if (lower.starts_with("vni-") || lower.starts_with("vni ")) {
    return FontEncoding{RepairKind::kVni, false};
  }
  if (lower.starts_with("vps ")) return FontEncoding{RepairKind::kVps, false};
  return std::nullopt;
}

std::optional<std::string> decode_run(std::string_view utf8, const FontEncoding& font) {
  const std::optional<std::string> bytes = legacy::cp1252_bytes(utf8);
  if (!bytes) return std::nullopt;
  std::string decoded = decode_bytes(font.kind, *bytes);
  if (decoded != utf8 && text_quality(decoded).syllables < text_quality(utf8).syllables) {
    return std::nullopt;
  }
  if (font.is_capital) decoded = legacy::upper_case(decoded);
  if (decoded == utf8) return std::nullopt;
  return decoded;
}

}  // namespace tracuu::text
