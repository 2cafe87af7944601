// What is taken for what: keys that lie side by side, onsets and rhymes that sound alike.

#pragma once

#include <span>
#include <string_view>

namespace tracuu::text {

// Returns the letter keys around a letter key of QWERTY: "wrsd" for 'e'. REQUIRES: a–z.
std::u32string_view neighbour_keys(char32_t base);

struct Confusion {
  std::u32string_view written;
  std::u32string_view meant;
};

// Onsets: whole, both ways round as rows of their own.
std::span<const Confusion> onset_confusions();

// Ends of rhymes, shaped; both ways round as rows of their own.
std::span<const Confusion> rhyme_confusions();

}  // namespace tracuu::text
