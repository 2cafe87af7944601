// A Vietnamese text as letters with their shape, tone and case apart, so that each can be changed.
//
//   letters_of("Nghị") == N g h i+nặng           letters_of("đường") == d+stroke u+horn
//   o+horn+huyền n g
//
// What is no Vietnamese letter (digits, punctuation, ñ) is a Letter without shape and tone.

#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/syllable.h"

namespace tracuu::ways {

enum class Shape : unsigned char { kNone, kCircumflex, kBreve, kHorn, kStroke };

struct Letter {
  char32_t base = 0;  // a–z in lower case; any other character as it is
  Shape shape = Shape::kNone;
  text::Tone tone = text::Tone::kNone;
  bool capital = false;  // of a–z only

  friend bool operator==(const Letter&, const Letter&) = default;
};

// Returns the letters of a text, which may be composed or decomposed. Malformed bytes become
// U+FFFD.
std::vector<Letter> letters_of(std::string_view utf8);

// Returns the character that the letter is written as. REQUIRES: a shape and a tone that the base
// can carry, as letters_of() gives them.
char32_t character(const Letter& letter);

// Returns the text, composed.
std::string written(std::span<const Letter> letters);

// Whether the character is a letter of any script.
bool is_letter(const Letter& letter);
// Whether the base is one of a e i o u y.
bool is_vowel(const Letter& letter);
// Whether any letter has a shape or a tone.
bool is_marked(std::span<const Letter> letters);
// Whether the text is letters and nothing else.
bool is_letters_only(std::string_view utf8);
// Whether the letters, whatever their case, spell a syllable with at most one tone.
bool is_syllable(std::span<const Letter> letters);

// Returns the text with `change` applied to every maximal run of letters.
std::string with_runs_changed(std::string_view utf8,
                              const std::function<std::string(std::vector<Letter>)>& change);

}  // namespace tracuu::ways
