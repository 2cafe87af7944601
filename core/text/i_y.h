// i and y as one letter, where they spell one syllable.
//
//   kỹ thuật, kĩ thuật     both are keyed "ki thuat"      lý/lí, tỷ lệ/tỉ lệ, quý/quí, quỳnh/quình
//   thúy, thúi             two words: y is not the whole rhyme there, nor in "ay", "ây", "uy"
//   y tế, ỉ eo             a lone y or i is left alone
//
// The rule: after an onset other than "qu" the rhyme is exactly y; after "qu" it begins with y and
// no other vowel follows. Both spellings stay common in official texts (schoolbooks have a rule,
// Quyết định 1989/QĐ-BGDĐT of 25/5/2018); names such as Vy and Vi are told apart by the toned form,
// which keeps the letter written.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tracuu::text {

// Writes i for y in a toneless syllable ("ky" becomes "ki"). Returns whether anything changed.
bool merge_i_y(std::string& toneless);

// Returns the spelling with y of a toneless syllable that merge_i_y() gives ("ki": "ky").
std::optional<std::string> with_y(std::string_view toneless);

// Returns the same syllable in the other spelling: "kỹ" for "kĩ", "quí" for "quý"; nothing for one
// that has one spelling only. REQUIRES: `toned` and `toneless` are the forms of one word.
std::optional<std::string> other_i_y(std::string_view toned, std::string_view toneless);

}  // namespace tracuu::text
