#include "core/text/legacy/syllable_set.h"

#include <array>
#include <string>

#include "core/text/legacy/letters.h"

namespace tracuu::text::legacy {
namespace {

constexpr std::array<Tone, 6> kTones{Tone::kNone, Tone::kHuyen, Tone::kSac,
                                     Tone::kHoi,  Tone::kNga,   Tone::kNang};
constexpr std::u32string_view kVowels = U"aăâeêioôơuưy";
constexpr auto kCodas =
    std::to_array<std::u32string_view>({U"", U"c", U"ch", U"m", U"n", U"ng", U"nh", U"p", U"t"});
constexpr auto kOnsets = std::to_array<std::u32string_view>(
    {U"",  U"b",  U"c",   U"ch", U"d", U"đ",  U"g", U"gh", U"gi", U"h", U"k",  U"kh", U"l", U"m",
     U"n", U"ng", U"ngh", U"nh", U"p", U"ph", U"q", U"r",  U"s",  U"t", U"th", U"tr", U"v", U"x"});
constexpr std::size_t kMostVowels = 3;

// Every string of one to three vowels.
std::vector<std::u32string> vowel_groups() {
  std::vector<std::u32string> groups{U""};
  std::size_t begin = 0;
  for (std::size_t length = 1; length <= kMostVowels; ++length) {
    const std::size_t end = groups.size();
    for (; begin < end; ++begin) {
      for (const char32_t vowel : kVowels) groups.push_back(groups[begin] + vowel);
    }
  }
  groups.erase(groups.begin());
  return groups;
}

// Rhymes that some onset takes: the others are not tried behind every onset.
std::vector<std::u32string> rhymes() {
  constexpr auto kProbes = std::to_array<std::u32string_view>({U"", U"t", U"q", U"gi"});
  std::vector<std::u32string> found;
  for (const std::u32string& vowels : vowel_groups()) {
    for (const std::u32string_view coda : kCodas) {
      const std::u32string rhyme = vowels + std::u32string(coda);
      for (const std::u32string_view onset : kProbes) {
        if (!parse_syllable(std::u32string(onset) + rhyme)) continue;
        found.push_back(rhyme);
        break;
      }
    }
  }
  return found;
}

}  // namespace

const SyllableSet& SyllableSet::instance() {
  static const SyllableSet set;
  return set;
}

SyllableSet::SyllableSet() : slots_(kSlots) {
  for (const std::u32string& rhyme : rhymes()) {
    for (const std::u32string_view onset : kOnsets) add(std::u32string(onset) + rhyme);
  }
}

void SyllableSet::add(std::u32string_view letters) {
  std::uint64_t tones = 0;
  for (const Tone tone : kTones) {
    if (is_valid_syllable(letters, tone)) tones |= std::uint64_t{1} << static_cast<unsigned>(tone);
  }
  if (tones == 0) return;
  std::uint64_t key = 0;
  for (const char32_t letter : letters) key = key << kLetterBits | letter_number(letter);
  std::size_t i = slot(key);
  while (slots_[i] != 0 && slots_[i] >> kToneBits != key) i = (i + 1) & (kSlots - 1);
  slots_[i] = key << kToneBits | tones;
}

}  // namespace tracuu::text::legacy
