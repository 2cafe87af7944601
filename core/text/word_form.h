// One word of a text in the spelling that search compares.
//
//   word_form("Nghị")   == {toned "nghị",  toneless "nghi",  …}
//   word_form("HOÀ")    == {toned "hòa",   toneless "hoa",   …}   one place for the tone mark
//   word_form("vịêt")   == {toned "việt",  toneless "viet",  …}
//   word_form("quyé◌̂t") == {toned "quyết", toneless "quyet", …}   mark order that NFC leaves alone
//   word_form("ÐẢNG")   == {toned "đảng",  toneless "dang",  …}   look-alikes of đ
//   word_form("хã")     == {toned "xã",    toneless "xa",    …}   Cyrillic х among Latin letters
//   word_form("kỹ")     == {toned "kỹ",    toneless "ki",    …}   kỹ and kĩ are keyed alike
//   word_form("café")   == {toned "café",  toneless "cafe",  …}   no syllable: marks stay in place
//
// Invariants, tested as properties: the forms are NFC and lower case; taking the form of a form
// changes nothing; the toneless form of the toned form is the toneless form.

#pragma once

#include <string>
#include <string_view>

namespace tracuu::text {

struct WordForm {
  std::string toned;
  std::string toneless;
  bool is_syllable = false;  // a Vietnamese syllable by the grammar, its tone allowed
  bool has_marks = false;    // a tone or a shape mark was written, or đ
  bool has_capital = false;  // begins with a capital letter
  bool has_digit = false;
};

// Returns the forms of a word: letters, digits, combining marks and invisible characters in
// UTF-8. Malformed bytes become U+FFFD. Cost: ICU calls for each character; callers cache.
WordForm word_form(std::string_view word);

}  // namespace tracuu::text
