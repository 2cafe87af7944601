#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "core/text/typing/ordinary_words.h"
#include "core/text/typing/raw_typing.h"
#include "core/text/typing/spelling.h"
#include "core/text/utf8.h"

namespace tracuu::text {
namespace {

// What a token says about a method, by how much likelier it is in a raw query than in another:
// logarithms, rounded. Four of five syllables carry a mark, so a plain one speaks against raw
// typing, and one whose marks are missing ("quyet") can hardly stand in a raw query.
constexpr double kStrong = 3.0;
constexpr double kWeak = 0.5;
constexpr double kPlainSyllable = -0.75;
constexpr double kMissingMarks = -3.0;
constexpr double kOtherWord = -0.5;

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

std::string small_letters(std::string_view word) {
  std::string out(word);
  for (char& c : out) {
    if (is_capital(c)) c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool all_capitals(std::string_view word) {
  return std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

struct Core {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The token without quotes, brackets and sentence marks around it. A VIQR word keeps its end:
// marks and punctuation look the same there.
Core core_of(std::string_view token, InputMethod method) {
  const auto inner = [&](char c) {
    const bool bracket_key = method == InputMethod::kTelex && (c == '[' || c == ']');
    return is_ascii_letter(c) || is_digit(c) || bracket_key || !is_ascii(c);
  };
  Core core{0, token.size()};
  while (core.begin < core.end && !inner(token[core.begin])) ++core.begin;
  if (method == InputMethod::kViqr) return core;
  while (core.end > core.begin && !inner(token[core.end - 1])) --core.end;
  return core;
}

// One tone key at the end of a word that has no other key, or several that replace each other.
bool only_ends_in_tones(std::string_view core, std::string_view tone_keys) {
  const std::size_t stem = core.find_last_not_of(tone_keys);
  return stem != std::string_view::npos &&
         std::ranges::all_of(core.substr(0, stem + 1), is_ascii_letter);
}

bool is_weak_telex(std::string_view core) {
  constexpr std::size_t kShort = 2;  // as, is, or
  return core.size() <= kShort || is_ordinary_word(small_letters(core));
}

bool is_weak_vni(std::string_view core) {
  constexpr std::size_t kShortStem = 2;  // A4, U23, CO2
  if (!only_ends_in_tones(core, "012345")) return false;
  const std::string stem = small_letters(core.substr(0, core.find_first_of("012345")));
  return stem.size() <= kShortStem || core.size() > stem.size() + 1 || all_capitals(core) ||
         is_counted_noun(stem);
}

bool is_weak_viqr(std::string_view core) {
  if (only_ends_in_tones(core, "'`?~.")) return true;
  const bool has_rare_mark = core.find_first_of("^(+*~`?") != std::string_view::npos;
  const bool has_stroke = small_letters(core).starts_with("dd");
  return !has_rare_mark && !has_stroke;
}

bool is_weak(std::string_view core, InputMethod method) {
  switch (method) {
    case InputMethod::kTelex:
      return is_weak_telex(core);
    case InputMethod::kVni:
      return is_weak_vni(core);
    case InputMethod::kViqr:
      return is_weak_viqr(core);
  }
  return true;
}

bool lacks_marks(std::string_view core) {
  const std::optional<WordLetters> word = word_letters(core, kMaxSyllableLetters);
  return word && is_toneless_spelling(word->letters);
}

// tet2016 is a year behind a word, not a syllable with four keys.
bool ends_in_number(std::string_view core) {
  constexpr std::size_t kMaxKeysTogether = 3;  // duong972
  const std::size_t stem = core.find_last_not_of("0123456789");
  return stem == std::string_view::npos || core.size() - stem - 1 > kMaxKeysTogether;
}

struct Judged {
  double evidence = 0;
  bool is_strong = false;
  RawToken token;
};

Judged judge(std::string_view token, InputMethod method, bool query_in_capitals) {
  const Core borders = core_of(token, method);
  const std::string_view core = token.substr(borders.begin, borders.end - borders.begin);
  if (std::ranges::none_of(core, is_ascii_letter)) return {};
  if (ends_in_number(core)) return {.evidence = kOtherWord, .token = {}};
  std::optional<RawSyllable> syllable = decode_raw(core, method);
  if (!syllable) {
    return {.evidence = lacks_marks(core) ? kMissingMarks : kOtherWord, .token = {}};
  }
  if (!syllable->uses_keys) return {.evidence = kPlainSyllable, .token = {}};
  const bool is_acronym = all_capitals(core) && !query_in_capitals;
  const bool weak = is_acronym || is_weak(core, method);
  std::string text(token.substr(0, borders.begin));
  text += syllable->text;
  text += syllable->trailing;
  text += token.substr(borders.end);
  return {.evidence = weak ? kWeak : kStrong,
          .is_strong = !weak,
          .token = {.text = std::move(text), .ambiguous = weak}};
}

struct MethodReading {
  double evidence = 0;
  bool has_strong = false;
  std::vector<RawToken> tokens;
};

MethodReading read_as(std::span<const std::string_view> tokens, InputMethod method,
                      bool query_in_capitals) {
  MethodReading reading;
  reading.tokens.reserve(tokens.size());
  for (const std::string_view token : tokens) {
    Judged judged = judge(token, method, query_in_capitals);
    reading.evidence += judged.evidence;
    reading.has_strong = reading.has_strong || judged.is_strong;
    reading.tokens.push_back(std::move(judged.token));
  }
  return reading;
}

bool has_vietnamese_mark(std::string_view token) {
  for (std::size_t i = 0; i < token.size();) {
    const Decoded character = decode(token, i);
    i += character.length;
    if (!is_ascii(token[i - character.length]) && take_apart(character.value)) return true;
  }
  return false;
}

}  // namespace

RawReading read_raw_typing(std::span<const std::string_view> tokens) {
  if (std::ranges::any_of(tokens, has_vietnamese_mark)) return {};
  const bool in_capitals = std::ranges::all_of(tokens, all_capitals);
  RawReading best;
  double best_evidence = 0;
  for (const InputMethod method : {InputMethod::kTelex, InputMethod::kVni, InputMethod::kViqr}) {
    MethodReading reading = read_as(tokens, method, in_capitals);
    if (!reading.has_strong || reading.evidence <= best_evidence) continue;
    best_evidence = reading.evidence;
    best = {.method = method, .tokens = std::move(reading.tokens)};
  }
  return best;
}

}  // namespace tracuu::text
