// A Vietnamese letter taken apart and put together: base, shape mark, tone, case.
//
//   take_apart('Ệ')          == {'ê', kNang, capital}
//   compose('ê', kNang)      == 'ệ'
//   base_of('ê')             == 'e'
//   syllable_text("quy", kSac) == "quý"       the tone where the grammar places it
//   is_toneless_spelling("quyet")             some syllable (quyết, quyệt) is written so without
//   marks
//
// A shaped letter is lower case, with its shape mark and without tone: the letters that
// core/text/syllable.h reads. A base letter is one of a–z.

#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/text/syllable.h"

namespace tracuu::text {

inline constexpr std::array kAllTones{Tone::kNone, Tone::kHuyen, Tone::kSac,
                                      Tone::kHoi,  Tone::kNga,   Tone::kNang};

struct LetterParts {
  char32_t letter = 0;  // shaped
  Tone tone = Tone::kNone;
  bool is_capital = false;
};

// Returns the parts of a Latin letter as Vietnamese writes it (a–z, đ and the marked vowels, both
// cases, precomposed); nothing for any other character.
std::optional<LetterParts> take_apart(char32_t character);

// Returns the lower-case character of a shaped letter with a tone. A consonant carries none and
// comes back as it is.
char32_t compose(char32_t shaped, Tone tone);

// Returns the capital of a lower-case Vietnamese character, with or without tone.
char32_t capital_of(char32_t small);

// Returns the letter without its shape mark: 'o' for 'ơ', 'd' for 'đ'.
char32_t base_of(char32_t shaped);

bool is_vowel_letter(char32_t shaped);

// Returns the syllable in lower-case NFC. REQUIRES: parse_syllable(letters) gives a shape.
std::string syllable_text(std::u32string_view letters, Tone tone);

// Whether some valid syllable is spelled with these base letters when its marks are left out.
// Cost: a few look-ups in the grammar; no allocation.
bool is_toneless_spelling(std::u32string_view base_letters);

// A word as letters and tone: "chuyẻn" is {"chuyen", kHoi}, whether or not it is a syllable.
struct WordLetters {
  std::u32string letters;  // shaped
  Tone tone = Tone::kNone;
  bool has_marks = false;
  bool has_two_tones = false;  // two different ones: `tone` is the last
};

// Returns the letters of a word in UTF-8 (NFC, either case, tone on any letter); nothing when it
// is empty, has more than `max_letters` letters, or holds anything but Vietnamese letters and a–z.
std::optional<WordLetters> word_letters(std::string_view word, std::size_t max_letters);

}  // namespace tracuu::text
