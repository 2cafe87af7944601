// The small steps that the hand-written scanners of numbers and dates are made of.
//
// Each takes the text and a byte offset and answers in bytes, 0 for "not here":
//
//   dash_length("01–NQ/TU", 2) == 3         (U+2013)
//   skip_blanks("ngày  06", 5) == 7
//   word_before("số: 15", 5)  == "số"       (over the colon and the blank)
//
// None looks further than a named bound, so a scanner built of them is linear.
// Internal to core/document.

#pragma once

#include <cstddef>
#include <string_view>

namespace tracuu::scan {

// Blanks inside one number or date, as PDF extraction leaves them; more are a gap in a table.
inline constexpr std::size_t kMaxBlanks = 8;
inline constexpr std::size_t kMaxWordBytes = 48;

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
inline bool is_digit_at(std::string_view text, std::size_t i) {
  return i < text.size() && is_digit(text[i]);
}

// The length of the blank (line ends included), dash or Latin letter at `i`. A combining mark
// counts as a letter.
std::size_t blank_length(std::string_view text, std::size_t i);
std::size_t dash_length(std::string_view text, std::size_t i);
std::size_t letter_length(std::string_view text, std::size_t i);

// The number of digits at `i`, at most `limit` + 1, so that a longer run is seen to be longer.
std::size_t digit_count(std::string_view text, std::size_t i, std::size_t limit);

// The value of the `count` digits at `i`. REQUIRES: count ≤ 9.
int digits_value(std::string_view text, std::size_t i, std::size_t count);

// Returns the offset behind at most kMaxBlanks blanks.
std::size_t skip_blanks(std::string_view text, std::size_t i);

// Returns the letters at `i`, or those that end before `i` with blanks and colons between; nothing
// for a word longer than kMaxWordBytes.
std::string_view word_at(std::string_view text, std::size_t i);
std::string_view word_before(std::string_view text, std::size_t i);

// Returns `text` without blanks at both ends.
std::string_view trim(std::string_view text);

// Whether the character before `i` is a letter or a digit.
bool follows_word(std::string_view text, std::size_t i);

}  // namespace tracuu::scan
