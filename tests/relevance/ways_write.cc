#include "tests/relevance/ways_write.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <utility>

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "tests/relevance/ways_draw.h"
#include "tests/relevance/ways_errors.h"
#include "tests/relevance/ways_letters.h"
#include "tests/relevance/ways_tcvn3.h"
#include "tests/relevance/ways_typing.h"

namespace tracuu::ways {
namespace {

using text::Tone;
using Words = std::vector<std::string>;

std::string without_marks(std::string_view utf8) {
  std::vector<Letter> letters = letters_of(utf8);
  for (Letter& letter : letters) {
    letter.shape = Shape::kNone;
    letter.tone = Tone::kNone;
  }
  return written(letters);
}

icu::UnicodeString wide(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
}

std::string decomposed(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  std::string out;
  if (U_SUCCESS(status)) nfd->normalize(wide(utf8), status).toUTF8String(out);
  if (U_FAILURE(status)) throw std::runtime_error("decompose text: ICU failed");
  return out;
}

std::string in_capitals(std::string_view utf8) {
  std::string out;
  wide(utf8).toUpper(icu::Locale::getRoot()).toUTF8String(out);
  return out;
}

std::string typed(std::string_view text, Method method, Random& random) {
  return with_runs_changed(
      text, [&](const std::vector<Letter>& run) { return raw_keys(run, method, random); });
}

// Moves the tone between the last two letters where both places are in use.
std::string with_tone_moved(std::vector<Letter> run) {
  if (run.size() < 2 || !is_syllable(run)) return written(run);
  Letter& first = run[run.size() - 2];
  Letter& second = run.back();
  const bool after_q = run.size() > 2 && run[run.size() - 3].base == U'q';
  const auto spells = [&](char32_t a, char32_t b) {
    return first.base == a && second.base == b && first.shape == Shape::kNone &&
           second.shape == Shape::kNone;
  };
  if (!after_q && (spells(U'o', U'a') || spells(U'o', U'e') || spells(U'u', U'y'))) {
    std::swap(first.tone, second.tone);
  }
  return written(run);
}

}  // namespace

std::string half_marked(const Words& words, Random& random) {
  std::vector<std::size_t> marked;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_marked(letters_of(words[i]))) marked.push_back(i);
  }
  std::vector<std::size_t> losing;
  for (const std::size_t i : marked) {
    if (random.coin()) losing.push_back(i);
  }
  if (marked.size() > 1 && losing.empty()) losing.push_back(marked[random.below(marked.size())]);
  if (marked.size() > 1 && losing.size() == marked.size()) {
    losing.erase(losing.begin() + static_cast<std::ptrdiff_t>(random.below(losing.size())));
  }
  Words out = words;
  for (const std::size_t i : losing) out[i] = without_marks(out[i]);
  return joined(out);
}

std::string in_other_tone_style(std::string_view text) {
  return with_runs_changed(text, with_tone_moved);
}

std::string with_two_joined(Words words, Random& random) {
  if (words.size() < 2) return joined(words);
  std::vector<std::size_t> pairs;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (is_letters_only(words[i]) && is_letters_only(words[i + 1])) pairs.push_back(i);
  }
  const std::size_t first =
      pairs.empty() ? random.below(words.size() - 1) : pairs[random.below(pairs.size())];
  words[first] += words[first + 1];
  words.erase(words.begin() + static_cast<std::ptrdiff_t>(first) + 1);
  return joined(words);
}

std::string write(Way way, const Words& words, Random& random) {
  std::string text = joined(words);
  switch (way) {
    case Way::kAsIs:
      return text;
    case Way::kWithoutMarks:
      return without_marks(text);
    case Way::kHalfMarked:
      return half_marked(words, random);
    case Way::kNfd:
      return decomposed(text);
    case Way::kOtherToneStyle:
      return in_other_tone_style(text);
    case Way::kTelex:
      return typed(text, Method::kTelex, random);
    case Way::kVni:
      return typed(text, Method::kVni, random);
    case Way::kCapitals:
      return in_capitals(text);
    case Way::kTypingError: {
      const auto mistake = with_error(words, random);
      return mistake ? joined(mistake->words) : text;
    }
    case Way::kJoined:
      return with_two_joined(words, random);
    case Way::kTcvn3:
      return as_tcvn3(text);
  }
  return text;
}

}  // namespace tracuu::ways
