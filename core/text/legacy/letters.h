// What each character of a text says about the encoding the text was written in.
//
//   'ế'  a letter of the syllable, with its tone; no 8-bit code reads as it
//   'Þ'  a foreign letter, and the code DE of some 8-bit encoding (ị in TCVN3)
//   '­'   U+00AD: invisible, and the code AD (ư in TCVN3)
//
// A table over the characters below U+2200, ICU for the rest. Internal to core/text/legacy.

#pragma once

#include <array>
#include <cstdint>

#include "core/text/syllable.h"

namespace tracuu::text::legacy {

enum class LetterKind : std::uint8_t {
  kBreak,      // no part of a word
  kInvisible,  // adds nothing to the word around it
  kLetter,     // a letter of the Vietnamese alphabet, f j w z among them
  kForeign,    // any other letter or mark: the word is no syllable
  kTone,       // combining: belongs to the letter before it
  kShape,
};

// Bits of Letter::flags.
inline constexpr std::uint8_t kBoundary = 1;  // ends a chunk: every reading agrees on it
inline constexpr std::uint8_t kCode = 2;      // may stand for a letter of an 8-bit encoding
inline constexpr std::uint8_t kWide = 4;      // a letter that no 8-bit code reads as
inline constexpr std::uint8_t kDamage = 8;    // ĩ ị ơ, what ó ò ô become (vni_damage.h)
inline constexpr std::uint8_t kIntact = 16;   // ó ò ô
inline constexpr std::uint8_t kText = 32;   // may as well, but clean text is full of it: “ – ²
inline constexpr std::uint8_t kSoft = 128;  // U+00AD, seldom written, the commonest code of TCVN3
inline constexpr std::uint8_t kAscii = 64;  // an ASCII letter

struct Letter {
  LetterKind kind = LetterKind::kBreak;
  std::uint8_t letter = 0;  // kLetter: 1…33, the letter without tone and case; kShape: kind of mark
  Tone tone = Tone::kNone;
  std::uint8_t flags = 0;
};

inline constexpr unsigned kLetterBits = 6;

// Returns the number of a letter of the alphabet in lower case, 0 for other characters.
std::uint8_t letter_number(char32_t letter);

// Returns the letter that a shape mark makes of another (a + breve: ă), 0 when it makes none.
std::uint8_t shaped(std::uint8_t letter, std::uint8_t mark);

// Immutable after construction; safe from any thread.
class LetterTable {
 public:
  static const LetterTable& instance();

  Letter operator[](char32_t c) const { return c < letters_.size() ? letters_[c] : classify(c); }

 private:
  LetterTable();
  static Letter classify(char32_t c);

  std::array<Letter, 0x2200> letters_{};
};

}  // namespace tracuu::text::legacy
