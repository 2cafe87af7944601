// Words that are read as they stand although an input method's keys would make them syllables.
//
//   "taxi" (Telex: tãi), "visa" (vía), "test" (tét), "xoong" (xông)      "khoan2" (VNI: khoàn)
//
// The first list is what Vietnamese titles and common English hold of such words; the second what
// is counted: "khoản 2", "khóa 1", "quý 4" are often typed without the blank.

#pragma once

#include <string_view>

namespace tracuu::text {

// Whether the lower-case word is an English, loan or Vietnamese word as it is typed.
bool is_ordinary_word(std::string_view word);

// Whether numbers follow the lower-case toneless syllable: "khoan", "dieu", "quy".
bool is_counted_noun(std::string_view syllable);

}  // namespace tracuu::text
