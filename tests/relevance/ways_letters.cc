#include "tests/relevance/ways_letters.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <utility>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "core/text/utf8.h"

namespace tracuu::ways {
namespace {

using text::Tone;

constexpr std::array<std::pair<char32_t, Shape>, 3> kShapeMarks{{
    {0x0302, Shape::kCircumflex},
    {0x0306, Shape::kBreve},
    {0x031B, Shape::kHorn},
}};
constexpr std::array<std::pair<char32_t, Tone>, 5> kToneMarks{{
    {0x0300, Tone::kHuyen},
    {0x0301, Tone::kSac},
    {0x0309, Tone::kHoi},
    {0x0303, Tone::kNga},
    {0x0323, Tone::kNang},
}};
constexpr char32_t kSmallStroke = U'đ';
constexpr char32_t kCapitalStroke = U'Đ';

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("load ICU's normalizer: it is not there");
  return *normalizer;
}

bool can_carry(char32_t base, Shape shape) {
  constexpr std::u32string_view kCircumflex = U"aeo";
  constexpr std::u32string_view kHorn = U"ou";
  switch (shape) {
    case Shape::kNone:
      return true;
    case Shape::kCircumflex:
      return kCircumflex.find(base) != std::u32string_view::npos;
    case Shape::kBreve:
      return base == U'a';
    case Shape::kHorn:
      return kHorn.find(base) != std::u32string_view::npos;
    case Shape::kStroke:
      return base == U'd';
  }
  return false;
}

// Adds one mark to the letter; false when it is none of ours.
bool add_mark(Letter& letter, char32_t mark) {
  for (const auto& [c, shape] : kShapeMarks) {
    if (c == mark && letter.shape == Shape::kNone && can_carry(letter.base, shape)) {
      letter.shape = shape;
      return true;
    }
  }
  for (const auto& [c, tone] : kToneMarks) {
    if (c == mark && letter.tone == Tone::kNone && is_vowel(letter)) {
      letter.tone = tone;
      return true;
    }
  }
  return false;
}

// Returns the mark of a shape or tone; 0 for none.
template <typename Marks, typename Value>
UChar32 mark_of(const Marks& marks, Value value) {
  for (const auto& [mark, meaning] : marks) {
    if (meaning == value) return static_cast<UChar32>(mark);
  }
  return 0;
}

// Returns the composed character; negative when there is none. No mark changes nothing.
UChar32 with_mark(UChar32 c, UChar32 mark) {
  return mark == 0 || c < 0 ? c : nfc().composePair(c, mark);
}

Letter plain_letter(char32_t c) {
  if (c == kSmallStroke) return {U'd', Shape::kStroke, Tone::kNone, false};
  if (c == kCapitalStroke) return {U'd', Shape::kStroke, Tone::kNone, true};
  if (c >= U'A' && c <= U'Z') return {c - U'A' + U'a', Shape::kNone, Tone::kNone, true};
  return {c, Shape::kNone, Tone::kNone, false};
}

Letter letter_of(char32_t c) {
  icu::UnicodeString parts;
  if (!nfc().getDecomposition(static_cast<UChar32>(c), parts)) return plain_letter(c);
  Letter letter = plain_letter(static_cast<char32_t>(parts.char32At(0)));
  for (std::int32_t i = parts.moveIndex32(0, 1); i < parts.length(); i = parts.moveIndex32(i, 1)) {
    if (!add_mark(letter, static_cast<char32_t>(parts.char32At(i)))) return plain_letter(c);
  }
  return letter;
}

}  // namespace

std::vector<Letter> letters_of(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const auto size = static_cast<std::int32_t>(utf8.size());
  const icu::UnicodeString composed =
      nfc().normalize(icu::UnicodeString::fromUTF8({utf8.data(), size}), status);
  if (U_FAILURE(status)) throw std::runtime_error("compose text: ICU failed");
  std::vector<Letter> letters;
  for (std::int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1)) {
    letters.push_back(letter_of(static_cast<char32_t>(composed.char32At(i))));
  }
  return letters;
}

char32_t character(const Letter& letter) {
  if (letter.shape == Shape::kStroke) return letter.capital ? kCapitalStroke : kSmallStroke;
  const bool latin = letter.base >= U'a' && letter.base <= U'z';
  const auto base = static_cast<UChar32>(letter.base);
  const UChar32 plain = letter.capital && latin ? base - 'a' + 'A' : base;
  const UChar32 shaped = with_mark(plain, mark_of(kShapeMarks, letter.shape));
  UChar32 c = with_mark(shaped, mark_of(kToneMarks, letter.tone));
  if (c < 0) {  // ặ is ạ and a breve, but ắ is ă and an acute
    c = with_mark(with_mark(plain, mark_of(kToneMarks, letter.tone)),
                  mark_of(kShapeMarks, letter.shape));
  }
  return c < 0 ? text::kReplacement : static_cast<char32_t>(c);
}

std::string written(std::span<const Letter> letters) {
  std::string out;
  for (const Letter& letter : letters) text::append_utf8(out, character(letter));
  return out;
}

bool is_letter(const Letter& letter) {
  return u_isalpha(static_cast<UChar32>(letter.base)) != 0;
}

bool is_vowel(const Letter& letter) {
  constexpr std::u32string_view kVowels = U"aeiouy";
  return kVowels.find(letter.base) != std::u32string_view::npos;
}

bool is_marked(std::span<const Letter> letters) {
  return std::ranges::any_of(letters, [](const Letter& letter) {
    return letter.shape != Shape::kNone || letter.tone != Tone::kNone;
  });
}

bool is_letters_only(std::string_view utf8) {
  const std::vector<Letter> letters = letters_of(utf8);
  return !letters.empty() && std::ranges::all_of(letters, is_letter);
}

bool is_syllable(std::span<const Letter> letters) {
  std::u32string spelling;
  Tone tone = Tone::kNone;
  for (Letter letter : letters) {
    if (letter.tone != Tone::kNone) {
      if (tone != Tone::kNone) return false;
      tone = std::exchange(letter.tone, Tone::kNone);
    }
    letter.capital = false;
    spelling += character(letter);
  }
  return text::is_valid_syllable(spelling, tone);
}

std::string with_runs_changed(std::string_view utf8,
                              const std::function<std::string(std::vector<Letter>)>& change) {
  const std::vector<Letter> letters = letters_of(utf8);
  std::string out;
  for (auto at = letters.begin(); at != letters.end();) {
    const auto end = std::find_if_not(at, letters.end(), is_letter);
    if (end == at) {
      text::append_utf8(out, character(*at++));
      continue;
    }
    out += change(std::vector<Letter>(at, end));
    at = end;
  }
  return out;
}

}  // namespace tracuu::ways
