// The words of a query as the dictionary sees them.
//
//   "Sở TT&TT"   words sở · tt · tt, the last with joiner '&' and joined
//
// A match may pass commas and hyphens ("phòng cháy, chữa cháy", "KT - XH"), never a line end, a
// quotation mark or a semicolon.

#pragma once

#include <string_view>
#include <vector>

#include "core/text/analyzer.h"

namespace tracuu {

struct DictionaryWord {
  // What no match passes.
  static constexpr char kBreak = '\n';

  std::string_view typed;  // case and marks kept
  std::string_view toned;
  std::string_view toneless;
  bool has_marks = false;
  bool is_syllable = false;
  bool has_digit = false;
  char joiner = 0;      // the mark between it and the word before; 0: blanks only
  bool joined = false;  // nothing else stands there, no blank: the two are one compound
};

// Returns the words of `text`. REQUIRES: `analysis` is of `text`. Views of both; valid until either
// changes. Linear.
std::vector<DictionaryWord> dictionary_words(std::string_view text, const text::Analysis& analysis);

// Whether letters without marks can be read as a Vietnamese syllable, by giving them marks or as
// they are: "tien", "ai", "to"; not "ubnd".
bool may_be_syllable(std::string_view toneless);

// Whether the word is letters in capitals, digits aside.
bool is_in_capitals(std::string_view typed);

// Whether the word begins with a capital.
bool begins_with_capital(std::string_view typed);

}  // namespace tracuu
