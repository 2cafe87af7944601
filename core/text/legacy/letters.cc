#include "core/text/legacy/letters.h"

#include <optional>
#include <string_view>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "core/base/error.h"
#include "core/text/character.h"
#include "core/text/legacy/cp1252.h"

namespace tracuu::text::legacy {
namespace {

constexpr std::u32string_view kAlphabet = U"abcdefghijklmnopqrstuvwxyzăâđêôơư";

// Codes below 20 that VISCII and VPS give to capitals: 02–06, 10–15, 19, 1C–1E.
constexpr std::uint32_t kControlLetters = 0x723F007Cu;

struct ShapeRule {
  char32_t mark;
  std::u32string_view from;
  std::u32string_view to;
};
constexpr std::array<ShapeRule, 3> kShapeRules{{
    {0x0302, U"aeo", U"âêô"},
    {0x0306, U"a", U"ă"},
    {0x031B, U"ou", U"ơư"},
}};

std::uint8_t shape_number(char32_t mark) {
  for (std::size_t i = 0; i < kShapeRules.size(); ++i) {
    if (kShapeRules[i].mark == mark) return static_cast<std::uint8_t>(i + 1);
  }
  return 0;
}

Tone tone_of(char32_t mark) {
  constexpr std::array<char32_t, 6> kMarks{0, 0x0300, 0x0301, 0x0309, 0x0303, 0x0323};
  for (std::size_t i = 1; i < kMarks.size(); ++i) {
    if (kMarks[i] == mark) return static_cast<Tone>(i);
  }
  return Tone::kNone;
}

const icu::Normalizer2& nfd() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* n = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) throw Error(ErrorCode::kInternal, {"load ICU's NFD", u_errorName(status)});
  return *n;
}

char32_t base_letter(char32_t small) {
  return small == 0xF0 || small == 0x256 ? U'đ' : small;  // look-alikes of đ
}

// The letter as alphabet letter and tone; kForeign when it is neither.
Letter letter_of(char32_t c) {
  Letter letter{.kind = LetterKind::kForeign};
  icu::UnicodeString parts(static_cast<UChar32>(u_tolower(static_cast<UChar32>(c))));
  UErrorCode status = U_ZERO_ERROR;
  parts = nfd().normalize(parts, status);
  if (U_FAILURE(status)) return letter;
  letter.letter = letter_number(base_letter(static_cast<char32_t>(parts.char32At(0))));
  for (int32_t i = 1; i < parts.length() && letter.letter != 0; ++i) {
    const auto mark = static_cast<char32_t>(parts.charAt(i));
    if (const Tone tone = tone_of(mark); tone != Tone::kNone) {
      letter.tone = tone;
    } else {
      letter.letter = shaped(letter.letter, shape_number(mark));
    }
  }
  if (letter.letter != 0) letter.kind = LetterKind::kLetter;
  return letter;
}

// Quotes, dashes, m², 20°C: in clean text too often to be a sign of anything.
bool is_usual_symbol(char32_t c) {
  constexpr std::u32string_view kSymbols = U"\u00A0°²³º½€™";
  return (c >= 0x2010 && c <= 0x2027) || kSymbols.find(c) != std::u32string_view::npos;
}

std::uint8_t flags_of(char32_t c, LetterKind kind) {
  if (c < 0x20) return (kControlLetters >> c & 1) != 0 ? kCode : kBoundary;
  const bool is_letter = kind != LetterKind::kBreak && kind != LetterKind::kInvisible;
  if (c < 0x80) return is_letter ? kAscii : kBoundary;
  if (!cp1252_byte(c)) return is_letter ? kWide : kBoundary;
  if (c == 0xAD) return kCode | kSoft;
  return is_usual_symbol(c) ? kText : kCode;
}

std::uint8_t damage_flags(char32_t c) {
  constexpr std::u32string_view kDamaged = U"ĩịơĨỊƠ";
  constexpr std::u32string_view kUndamaged = U"óòôÓÒÔ";
  if (kDamaged.find(c) != std::u32string_view::npos) return kDamage;
  return kUndamaged.find(c) != std::u32string_view::npos ? kIntact : 0;
}

}  // namespace

std::uint8_t letter_number(char32_t letter) {
  const std::size_t i = kAlphabet.find(letter);
  return i == std::u32string_view::npos ? 0 : static_cast<std::uint8_t>(i + 1);
}

std::uint8_t shaped(std::uint8_t letter, std::uint8_t mark) {
  if (letter == 0 || mark == 0) return 0;
  const ShapeRule& rule = kShapeRules[mark - 1];
  const std::size_t i = rule.from.find(kAlphabet[letter - 1]);
  return i == std::u32string_view::npos ? 0 : letter_number(rule.to[i]);
}

const LetterTable& LetterTable::instance() {
  static const LetterTable table;
  return table;
}

LetterTable::LetterTable() {
  for (char32_t c = 0; c < letters_.size(); ++c) letters_[c] = classify(c);
}

Letter LetterTable::classify(char32_t c) {
  Letter letter;
  switch (CharacterTable::classify(c)) {
    case CharacterClass::kSmall:
    case CharacterClass::kCapital:
      letter = letter_of(c);
      break;
    case CharacterClass::kMark:
      letter.kind = LetterKind::kForeign;
      if (letter.tone = tone_of(c); letter.tone != Tone::kNone) letter.kind = LetterKind::kTone;
      if (letter.letter = shape_number(c); letter.letter != 0) letter.kind = LetterKind::kShape;
      break;
    case CharacterClass::kInvisible:
      letter.kind = LetterKind::kInvisible;
      break;
    default:
      break;
  }
  letter.flags = static_cast<std::uint8_t>(flags_of(c, letter.kind) | damage_flags(c));
  return letter;
}

}  // namespace tracuu::text::legacy
