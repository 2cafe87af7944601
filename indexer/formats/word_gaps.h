// Puts the gaps between words right in text that is in the right order.
//
//   "CỘNGHOÀXÃHỘI\nph ụ lụ c", words "phụ" "CỘNG" "HOÀ" "lục" "XÃ" "HỘI"
//     ->  "CỘNG HOÀ XÃ HỘI\nphụ lục"
//
// A PDF has letters and places, not words. poppler reads the content stream in order but guesses
// gaps badly where letters stand close or wide; its words by geometry have the gaps right, in an
// order that mixes columns. The letters are the same, so the one is read by the other.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tracuu::input {

// Returns `ordered` with its letters and line ends in place, cut into `words` where these fit; as
// it is where they do not. Each word is used once. Cost: linear in the text, times the words that
// begin with the same letters (kMaxSameStart at most).
std::string with_word_gaps(std::string_view ordered, const std::vector<std::string>& words);

}  // namespace tracuu::input
