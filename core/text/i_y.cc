#include "core/text/i_y.h"

#include <algorithm>
#include <array>

#include "core/text/utf8.h"

namespace tracuu::text {
namespace {

// "c", "g" and "ng" never stand before i or y; "gi" is an onset itself.
constexpr auto kOnsets =
    std::to_array<std::string_view>({"b",  "ch", "d",  "gh", "h", "k", "kh", "l",  "m", "n", "ngh",
                                     "nh", "p",  "ph", "r",  "s", "t", "th", "tr", "v", "x"});
constexpr auto kCodasAfterQu = std::to_array<std::string_view>({"", "ch", "n", "nh", "t"});

constexpr std::u32string_view kI = U"iìíỉĩị";
constexpr std::u32string_view kY = U"yỳýỷỹỵ";

// Where the letter stands that may be i or y; nothing where it may not. Bytes of a toneless
// syllable.
std::optional<std::size_t> place_of(std::string_view toneless, char letter) {
  if (toneless.starts_with("qu")) {
    if (toneless.size() < 3 || toneless[2] != letter) return std::nullopt;
    if (std::ranges::find(kCodasAfterQu, toneless.substr(3)) == kCodasAfterQu.end()) {
      return std::nullopt;
    }
    return 2;
  }
  if (toneless.size() < 2 || toneless.back() != letter) return std::nullopt;
  const std::string_view onset = toneless.substr(0, toneless.size() - 1);
  if (std::ranges::find(kOnsets, onset) == kOnsets.end()) return std::nullopt;
  return toneless.size() - 1;
}

}  // namespace

bool merge_i_y(std::string& toneless) {
  const std::optional<std::size_t> place = place_of(toneless, 'y');
  if (place) toneless[*place] = 'i';
  return place.has_value();
}

std::optional<std::string> with_y(std::string_view toneless) {
  const std::optional<std::size_t> place = place_of(toneless, 'i');
  if (!place) return std::nullopt;
  std::string other(toneless);
  other[*place] = 'y';
  return other;
}

std::optional<std::string> other_i_y(std::string_view toned, std::string_view toneless) {
  const std::optional<std::size_t> place = place_of(toneless, 'i');
  // What stands before the letter is ASCII in both forms, so the place is the same.
  if (!place || *place >= toned.size()) return std::nullopt;
  if (toned.substr(0, *place) != toneless.substr(0, *place)) return std::nullopt;
  const Decoded letter = decode(toned, *place);
  std::string other(toned.substr(0, *place));
  for (const auto& [from, to] : {std::pair(kI, kY), std::pair(kY, kI)}) {
    const std::size_t tone = from.find(letter.value);
    if (tone == std::u32string_view::npos) continue;
    append_utf8(other, to[tone]);
    return other + std::string(toned.substr(*place + letter.length));
  }
  return std::nullopt;
}

}  // namespace tracuu::text
