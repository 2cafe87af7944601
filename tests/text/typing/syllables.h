// Every syllable that the grammar allows, for properties.

#pragma once

#include <string>
#include <vector>

#include "core/text/syllable.h"
#include "core/text/typing/spelling.h"

namespace tracuu::text {

struct Syllable {
  std::u32string letters;  // shaped
  Tone tone = Tone::kNone;

  std::string text() const { return syllable_text(letters, tone); }
};

// Returns them all, some eighteen thousand, found by trying onsets, vowels and codas.
inline std::vector<Syllable> all_syllables() {
  constexpr std::u32string_view kVowels = U"aăâeêioôơuưy";
  std::vector<std::u32string> nuclei;
  for (const char32_t a : kVowels) {
    nuclei.push_back({a});
    for (const char32_t b : kVowels) {
      nuclei.push_back({a, b});
      for (const char32_t c : kVowels) nuclei.push_back({a, b, c});
    }
  }
  std::vector<Syllable> all;
  for (const std::u32string_view onset :
       {U"",   U"b",  U"c", U"ch", U"d",  U"đ",  U"g",   U"gh", U"gi", U"h",
        U"k",  U"kh", U"l", U"m",  U"n",  U"ng", U"ngh", U"nh", U"p",  U"ph",
        U"qu", U"r",  U"s", U"t",  U"th", U"tr", U"v",   U"x"}) {
    for (const std::u32string& nucleus : nuclei) {
      if (onset == U"g" && nucleus.starts_with(U"i") && nucleus.size() > 1) continue;  // gi + …
      for (const std::u32string_view coda :
           {U"", U"c", U"ch", U"m", U"n", U"ng", U"nh", U"p", U"t"}) {
        const std::u32string letters = std::u32string(onset) + nucleus + std::u32string(coda);
        for (const Tone tone : kAllTones) {
          if (is_valid_syllable(letters, tone)) all.push_back({letters, tone});
        }
      }
    }
  }
  return all;
}

}  // namespace tracuu::text
