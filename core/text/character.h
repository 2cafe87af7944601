// What each character means to the tokenizer, from ICU's properties.
//
//   'ế' is a small letter, U+0301 a mark, '7' a digit, '-' and '/' join the parts of 749/QĐ-TTg,
//   U+200B is invisible, '\n' ends a line, ',' separates
//
// A table over the characters that Vietnamese text is made of (below U+2100), ICU for the rest.

#pragma once

#include <array>
#include <cstdint>

namespace tracuu::text {

enum class CharacterClass : std::uint8_t {
  kSeparator,  // punctuation, symbols, controls, U+FFFD
  kBlank,
  kLineEnd,
  kJoiner,  // may stand inside a compound: - / & . ' , _
  kSmall,   // letters without case count as small
  kCapital,
  kDigit,
  kMark,       // combining: belongs to the letter before it
  kInvisible,  // belongs to the word around it, adds nothing to it
};

constexpr bool is_word(CharacterClass c) {
  return c >= CharacterClass::kSmall;
}
constexpr bool is_letter(CharacterClass c) {
  return c == CharacterClass::kSmall || c == CharacterClass::kCapital;
}
// Whether a word may begin with it.
constexpr bool starts_word(CharacterClass c) {
  return is_letter(c) || c == CharacterClass::kDigit;
}

// Immutable after construction; safe from any thread.
class CharacterTable {
 public:
  CharacterTable();

  CharacterClass operator[](char32_t c) const {
    return c < classes_.size() ? classes_[c] : classify(c);
  }

  // The same without the table.
  static CharacterClass classify(char32_t c);

 private:
  std::array<CharacterClass, 0x2100> classes_{};
};

// Returns the plain character that a joiner is written as: '-' for every hyphen and dash that
// stands in document numbers, '\'' for the typographic apostrophe, else the character itself.
char plain_joiner(char32_t c);

}  // namespace tracuu::text
