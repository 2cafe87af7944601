#include "core/document/letter_case.h"

#include <unicode/uchar.h>

#include "core/text/character.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace tracuu {
namespace {

text::CharacterClass class_of(char32_t c) {
  static const text::CharacterTable table;
  return table[c];
}

void append_upper(std::string& out, char32_t c) {
  const UChar32 upper = u_toupper(static_cast<UChar32>(c));
  text::append_utf8(out, static_cast<char32_t>(upper));
}

}  // namespace

LetterCount count_letters(std::string_view text) {
  LetterCount count;
  for (std::size_t i = 0; i < text.size();) {
    const text::Decoded c = text::decode(text, i);
    i += c.length;
    if (!c.well_formed) continue;
    const text::CharacterClass kind = class_of(c.value);
    if (kind == text::CharacterClass::kCapital) ++count.capitals;
    if (kind == text::CharacterClass::kSmall) ++count.small;
  }
  return count;
}

bool is_capitals(std::string_view text) {
  bool has_capital = false;
  for (std::size_t i = 0; i < text.size();) {
    const text::Decoded c = text::decode(text, i);
    i += c.length;
    if (!c.well_formed) continue;
    const text::CharacterClass kind = class_of(c.value);
    if (kind == text::CharacterClass::kSmall) return false;
    has_capital = has_capital || kind == text::CharacterClass::kCapital;
  }
  return has_capital;
}

bool is_capitalized(std::string_view word) {
  return !word.empty() && class_of(text::decode(word, 0).value) == text::CharacterClass::kCapital;
}

std::string small_letters(std::string_view text) {
  return fold(text, Marks::kKeep);
}

std::string capital_letters(std::string_view text) {
  const std::string small = small_letters(text);
  std::string out;
  for (std::size_t i = 0; i < small.size();) {
    const text::Decoded c = text::decode(small, i);
    append_upper(out, c.value);
    i += c.length;
  }
  return out;
}

std::string sentence_case(std::string_view text) {
  const std::string small = small_letters(text);
  if (small.empty()) return {};
  const text::Decoded first = text::decode(small, 0);
  std::string out;
  append_upper(out, first.value);
  return out + small.substr(first.length);
}

}  // namespace tracuu
