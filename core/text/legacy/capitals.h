// The case of TCVN3 text that was shown with a capital font.
//
//   "CéNG HßA X· HéI"  CỘNG HÒA XÃ HỘI     typed in capitals; é ß · have no capital code
//   "Tæ quèc"          Tổ quốc             one capital at the start proves nothing
//
// TCVN3 has toned letters once; the fonts .Vn…H draw them as capitals. A word with capitals other
// than its first letter is all capitals; a word that could be either ("X·") takes the case that
// both its neighbours have. Internal to core/text/legacy. Source of the rule: the table of pairs
// tests/data/domain/encoding_pairs.tsv.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tracuu::text::legacy {

enum class WordCase {
  kCapitals,
  kOther,
  kEither,  // no ASCII letter in small, and no capital behind the first letter
};

// Returns what the bytes of one word in TCVN3 (or ASCII) prove. REQUIRES: not empty.
WordCase word_case(std::string_view bytes);

// Settles words of the same line that are kEither by their neighbours: all capitals when the
// nearest settled words on both sides are (at an end of the line, the nearest two inwards).
void settle_cases(std::vector<WordCase>& words);

// Returns the text in capitals.
std::string upper_case(std::string_view utf8);

}  // namespace tracuu::text::legacy
