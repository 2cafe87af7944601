#include "core/text/typing/spelling.h"

#include "core/text/utf8.h"

namespace tracuu::text {
namespace {

constexpr std::size_t kTones = kAllTones.size();

// The vowels in blocks of six: no tone, then the order of Tone.
constexpr std::u32string_view kSmallVowels =
    U"aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ";
constexpr std::u32string_view kCapitalVowels =
    U"AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬEÈÉẺẼẸÊỀẾỂỄỆIÌÍỈĨỊOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢUÙÚỦŨỤƯỪỨỬỮỰYỲÝỶỸỴ";

constexpr char32_t kCaseDistance = U'a' - U'A';
constexpr char32_t kAsciiEnd = 0x80;

bool is_small_ascii(char32_t c) {
  return c >= U'a' && c <= U'z';
}

// More vowels stand in no syllable, those of "qu" and "gi" counted.
constexpr std::size_t kMaxVowels = 4;
constexpr std::size_t kMaxOnset = 3;
constexpr std::size_t kMaxCoda = 2;

// The run of vowels that a syllable's letters have between onset and coda.
struct VowelRun {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::optional<VowelRun> vowel_run(std::u32string_view letters) {
  VowelRun run;
  while (run.begin < letters.size() && !is_vowel_letter(letters[run.begin])) ++run.begin;
  run.end = run.begin;
  while (run.end < letters.size() && is_vowel_letter(letters[run.end])) ++run.end;
  const std::size_t vowels = run.end - run.begin;
  const bool fits = run.begin <= kMaxOnset && vowels > 0 && vowels <= kMaxVowels &&
                    letters.size() - run.end <= kMaxCoda;
  if (!fits) return std::nullopt;
  for (const char32_t coda : letters.substr(run.end)) {
    if (std::u32string_view(U"cghmnpt").find(coda) == std::u32string_view::npos) {
      return std::nullopt;
    }
  }
  return run;
}

}  // namespace

std::optional<LetterParts> take_apart(char32_t character) {
  if (is_small_ascii(character)) return LetterParts{.letter = character};
  if (character >= U'A' && character <= U'Z') {
    return LetterParts{.letter = character + kCaseDistance, .is_capital = true};
  }
  if (character < kAsciiEnd) return std::nullopt;
  if (character == U'đ') return LetterParts{.letter = U'đ'};
  if (character == U'Đ') return LetterParts{.letter = U'đ', .is_capital = true};
  std::size_t found = kSmallVowels.find(character);
  const bool is_capital = found == std::u32string_view::npos;
  if (is_capital) found = kCapitalVowels.find(character);
  if (found == std::u32string_view::npos) return std::nullopt;
  return LetterParts{.letter = kSmallVowels[found - found % kTones],
                     .tone = static_cast<Tone>(found % kTones),
                     .is_capital = is_capital};
}

char32_t compose(char32_t shaped, Tone tone) {
  if (tone == Tone::kNone) return shaped;
  const std::size_t found = kSmallVowels.find(shaped);
  if (found == std::u32string_view::npos) return shaped;
  return kSmallVowels[found + static_cast<std::size_t>(tone)];
}

char32_t capital_of(char32_t small) {
  if (is_small_ascii(small)) return small - kCaseDistance;
  if (small == U'đ') return U'Đ';
  const std::size_t found = kSmallVowels.find(small);
  return found == std::u32string_view::npos ? small : kCapitalVowels[found];
}

char32_t base_of(char32_t shaped) {
  switch (shaped) {
    case U'ă':
    case U'â':
      return U'a';
    case U'ê':
      return U'e';
    case U'ô':
    case U'ơ':
      return U'o';
    case U'ư':
      return U'u';
    case U'đ':
      return U'd';
    default:
      return shaped;
  }
}

bool is_vowel_letter(char32_t shaped) {
  constexpr std::u32string_view kVowels = U"aăâeêioôơuưy";
  return kVowels.find(shaped) != std::u32string_view::npos;
}

std::string syllable_text(std::u32string_view letters, Tone tone) {
  const std::size_t position = parse_syllable(letters)->tone_position;
  std::string text;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    append_utf8(text, i == position ? compose(letters[i], tone) : letters[i]);
  }
  return text;
}

bool is_toneless_spelling(std::u32string_view base_letters) {
  if (base_letters.size() > kMaxSyllableLetters) return false;
  const std::optional<VowelRun> run = vowel_run(base_letters);
  if (!run) return false;
  std::array<char32_t, kMaxSyllableLetters> letters{};
  base_letters.copy(letters.data(), letters.size());
  const std::u32string_view shaped(letters.data(), base_letters.size());
  // Counts through the shapes of the vowels like a number whose digits have their own bases.
  std::array<std::size_t, kMaxSyllableLetters> shape{};
  while (true) {
    if (parse_syllable(shaped)) return true;
    std::size_t i = run->begin;
    for (; i < run->end; ++i) {
      const std::u32string_view shapes = shapes_of(base_letters[i]);
      shape[i] = (shape[i] + 1) % shapes.size();
      letters[i] = shapes[shape[i]];
      if (shape[i] != 0) break;
    }
    if (i == run->end) return false;
  }
}

std::optional<WordLetters> word_letters(std::string_view word, std::size_t max_letters) {
  WordLetters result;
  for (std::size_t i = 0; i < word.size();) {
    const Decoded character = decode(word, i);
    i += character.length;
    const std::optional<LetterParts> parts = take_apart(character.value);
    if (!parts || result.letters.size() == max_letters) return std::nullopt;
    result.letters += parts->letter;
    if (parts->letter >= kAsciiEnd) result.has_marks = true;
    if (parts->tone == Tone::kNone) continue;
    result.has_marks = true;
    if (result.tone != Tone::kNone && result.tone != parts->tone) result.has_two_tones = true;
    result.tone = parts->tone;
  }
  if (result.letters.empty()) return std::nullopt;
  return result;
}

}  // namespace tracuu::text
