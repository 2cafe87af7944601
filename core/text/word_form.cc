#include "core/text/word_form.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "core/base/error.h"
#include "core/text/character.h"
#include "core/text/i_y.h"
#include "core/text/look_alike.h"
#include "core/text/syllable.h"
#include "core/text/utf8.h"

namespace tracuu::text {
namespace {

constexpr char32_t kDStroke = U'đ';

const icu::Normalizer2& nfc() {
  static const icu::Normalizer2& instance = [&]() -> const icu::Normalizer2& {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* n = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) {
      throw Error(ErrorCode::kInternal, {"load ICU's NFC", u_errorName(status)});
    }
    return *n;
  }();
  return instance;
}

std::optional<Tone> tone_of(char32_t mark) {
  switch (mark) {
    case 0x0300:
      return Tone::kHuyen;
    case 0x0301:
      return Tone::kSac;
    case 0x0309:
      return Tone::kHoi;
    case 0x0303:
      return Tone::kNga;
    case 0x0323:
      return Tone::kNang;
    default:
      return std::nullopt;
  }
}

char32_t mark_of(Tone tone) {
  constexpr std::array<char32_t, 6> kMarks{0, 0x0300, 0x0301, 0x0309, 0x0303, 0x0323};
  return kMarks[static_cast<std::size_t>(tone)];
}

constexpr char32_t kBreve = 0x0306;
constexpr char32_t kCaron = 0x030C;

bool is_shape_mark(char32_t mark) {
  return mark == 0x0302 || mark == kBreve || mark == 0x031B;
}

// Strokes laid over a d by typists and scanners: đ has no decomposition of its own.
bool is_overlay(char32_t mark) {
  return mark >= 0x0335 && mark <= 0x0338;
}

// A letter with the marks that belong to it: first its shape mark, then the others.
struct Letter {
  char32_t base = 0;
  char32_t shape = 0;
  std::vector<char32_t> others;  // without repetition; tones among them
};

void add_mark(Letter& letter, char32_t mark) {
  if (is_overlay(mark) && (letter.base == U'd' || letter.base == kDStroke)) {
    letter.base = kDStroke;
  } else if (mark == kCaron && letter.base == U'a' && letter.shape == 0) {
    letter.shape = kBreve;  // ǎ, a look-alike of ă
  } else if (is_shape_mark(mark) && (letter.shape == 0 || letter.shape == mark)) {
    letter.shape = mark;
  } else if (std::ranges::find(letter.others, mark) == letter.others.end()) {
    letter.others.push_back(mark);
  }
}

void add_character(std::vector<Letter>& letters, char32_t c) {
  const bool is_mark = u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK;
  if (is_mark && !letters.empty()) {
    add_mark(letters.back(), c);
  } else {
    letters.push_back({c, 0, {}});
  }
}

char32_t lower_case(char32_t c) {
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

// Whether some letter of the word is a Latin one: only there does Cyrillic а stand for Latin a.
bool has_latin_letter(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const Decoded d = decode(word, i);
    i += d.length;
    if (is_latin_letter(lower_case(d.value))) return true;  // K, the Kelvin sign, becomes k
  }
  return false;
}

struct Letters {
  std::vector<Letter> letters;
  bool has_capital = false;
  bool has_digit = false;
};

Letters decompose(std::string_view word) {
  Letters result;
  bool first = true;
  const bool is_latin = has_latin_letter(word);
  for (std::size_t i = 0; i < word.size();) {
    const Decoded d = decode(word, i);
    i += d.length;
    if (CharacterTable::classify(d.value) == CharacterClass::kInvisible) continue;
    // Before lower-casing, which would make ð of Ð; again below, for what a capital (Һ) or a letter
    // with a mark (ё) is made of.
    const char32_t meant = is_latin ? resolve_look_alike(d.value) : d.value;
    const auto c = static_cast<UChar32>(meant);
    if (first) result.has_capital = u_isupper(c) != 0;
    if (u_isdigit(c)) result.has_digit = true;
    first = false;
    icu::UnicodeString decomposition;
    const char32_t small = lower_case(meant);
    const auto add = [&](char32_t part) {
      add_character(result.letters, is_latin ? resolve_look_alike(part) : part);
    };
    if (small < 0x80 || !nfc().getDecomposition(static_cast<UChar32>(small), decomposition)) {
      add(small);
      continue;
    }
    for (int32_t k = 0; k < decomposition.length();) {
      const UChar32 part = decomposition.char32At(k);
      k += U16_LENGTH(part);
      add(static_cast<char32_t>(part));
    }
  }
  return result;
}

// ă for a + breve: the letter as the syllable grammar writes it; nothing for other alphabets.
std::optional<char32_t> shaped_letter(const Letter& letter) {
  constexpr std::u32string_view kPairs = U"a\u0302âa\u0306ăe\u0302êo\u0302ôo\u031Bơu\u031Bư";
  if (letter.shape == 0) return letter.base;
  for (std::size_t i = 0; i + 2 < kPairs.size(); i += 3) {
    if (kPairs[i] == letter.base && kPairs[i + 1] == letter.shape) return kPairs[i + 2];
  }
  return std::nullopt;
}

struct Spelling {
  std::u32string letters;  // shaped, without tone
  Tone tone = Tone::kNone;
};

// The word as letters and one tone; nothing when it has two tones, other marks, or is too long.
std::optional<Spelling> spelling_of(const std::vector<Letter>& letters) {
  if (letters.empty() || letters.size() > kMaxSyllableLetters) return std::nullopt;
  Spelling spelling;
  for (const Letter& letter : letters) {
    const std::optional<char32_t> shaped = shaped_letter(letter);
    if (!shaped) return std::nullopt;
    spelling.letters += *shaped;
    for (const char32_t mark : letter.others) {
      const std::optional<Tone> tone = tone_of(mark);
      if (!tone || (spelling.tone != Tone::kNone && spelling.tone != *tone)) return std::nullopt;
      spelling.tone = *tone;
    }
  }
  return spelling;
}

// Moves the tone to the letter that the grammar gives it. Returns whether the word is a syllable.
bool place_tone(std::vector<Letter>& letters) {
  const std::optional<Spelling> spelling = spelling_of(letters);
  if (!spelling) return false;
  const std::optional<SyllableShape> shape = parse_syllable(spelling->letters);
  if (!shape) return false;
  if (spelling->tone != Tone::kNone) {
    for (Letter& letter : letters) letter.others.clear();
    letters[shape->tone_position].others = {mark_of(spelling->tone)};
  }
  return is_valid_syllable(spelling->letters, spelling->tone);
}

std::string compose(const std::vector<Letter>& letters) {
  icu::UnicodeString text;
  for (const Letter& letter : letters) {
    text.append(static_cast<UChar32>(letter.base));
    if (letter.shape != 0) text.append(static_cast<UChar32>(letter.shape));
    for (const char32_t mark : letter.others) text.append(static_cast<UChar32>(mark));
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString composed = nfc().normalize(text, status);
  if (U_FAILURE(status)) throw Error(ErrorCode::kInternal, {"compose a word", u_errorName(status)});
  std::string out;
  composed.toUTF8String(out);
  return out;
}

}  // namespace

WordForm word_form(std::string_view word) {
  Letters decomposed = decompose(word);
  std::vector<Letter>& letters = decomposed.letters;
  WordForm form;
  form.has_capital = decomposed.has_capital;
  form.has_digit = decomposed.has_digit;
  form.is_syllable = place_tone(letters);
  form.toned = compose(letters);
  for (Letter& letter : letters) {
    form.has_marks |= letter.base == kDStroke || letter.shape != 0 || !letter.others.empty();
    letter = {letter.base == kDStroke ? U'd' : letter.base, 0, {}};
  }
  form.toneless = compose(letters);
  merge_i_y(form.toneless);
  return form;
}

}  // namespace tracuu::text
