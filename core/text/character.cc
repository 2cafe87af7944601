#include "core/text/character.h"

#include <unicode/uchar.h>

namespace tracuu::text {
namespace {

bool is_joiner(UChar32 c) {
  switch (c) {
    case '-':
    case '/':
    case '&':
    case '.':
    case ',':
    case '\'':
    case '_':
    case 0x2010:  // hyphen
    case 0x2011:  // non-breaking hyphen
    case 0x2012:
    case 0x2013:  // en dash, typed for the hyphen in numbers
    case 0x2019:  // apostrophe of H’Mông
    case 0x2212:  // minus
      return true;
    default:
      return false;
  }
}

// Characters that no reader sees: soft hyphen, zero-width characters, direction marks.
bool is_invisible(UChar32 c) {
  return c == 0x00AD || c == 0x2060 || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

CharacterClass class_of(UChar32 c) {
  if (c == '\n' || c == '\r' || c == '\f' || c == '\v' || c == 0x85 || c == 0x2028 || c == 0x2029) {
    return CharacterClass::kLineEnd;
  }
  if (is_joiner(c)) return CharacterClass::kJoiner;
  if (is_invisible(c)) return CharacterClass::kInvisible;
  switch (u_charType(c)) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return CharacterClass::kCapital;
    case U_LOWERCASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
      return CharacterClass::kSmall;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return CharacterClass::kMark;
    case U_DECIMAL_DIGIT_NUMBER:
    case U_LETTER_NUMBER:
    case U_OTHER_NUMBER:
      return CharacterClass::kDigit;
    default:
      return u_isUWhiteSpace(c) || c == '\t' ? CharacterClass::kBlank : CharacterClass::kSeparator;
  }
}

}  // namespace

CharacterTable::CharacterTable() {
  for (std::size_t c = 0; c < classes_.size(); ++c) classes_[c] = class_of(static_cast<UChar32>(c));
}

CharacterClass CharacterTable::classify(char32_t c) {
  return class_of(static_cast<UChar32>(c));
}

char plain_joiner(char32_t c) {
  if (c < 0x80) return static_cast<char>(c);
  return c == 0x2019 ? '\'' : '-';
}

}  // namespace tracuu::text
