// Cuts the text of a document number into its parts, without judging what they mean.
//
//   "66.16 /2026/ NQ - CP"  sequence 66.16, year 2026, components NQ and CP (spaced)
//
// Anything that begins with digits is cut this way; number_grammar.h decides what of it is a
// number. Parts are views of the text. Internal to core/document.

#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace tracuu {

inline constexpr std::size_t kMaxComponents = 8;

struct NumberComponent {
  std::string_view text;    // letters, '&' and dots between them: "VPĐĐBQH&HĐND", "T.Ư"
  std::string_view digits;  // behind the letters: "14" of QH14
  char separator = 0;       // before it: '/', '-', or ' '
  bool is_spaced = false;   // blanks around the separator
  std::size_t end = 0;      // offset in the text
};

struct NumberParts {
  std::string_view sequence;  // "12a", "66.16"
  int year = 0;
  std::size_t year_end = 0;  // offset behind the year, 0 without one
  std::array<NumberComponent, kMaxComponents> components;
  std::size_t count = 0;
};

// Returns the parts of what begins at `i`; count 0 when no component follows.
// REQUIRES: a digit at `i`.
NumberParts read_number_parts(std::string_view text, std::size_t i);

}  // namespace tracuu
