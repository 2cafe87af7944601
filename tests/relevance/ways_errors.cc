#include "tests/relevance/ways_errors.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "tests/relevance/ways_letters.h"

namespace tracuu::ways {
namespace {

using text::Tone;
using Letters = std::vector<Letter>;

// The keys beside and diagonally above or below each of a–z on a QWERTY keyboard.
constexpr std::array<std::string_view, 26> kNeighbours{
    "qwsz",   "vghn",  "xdfv", "serfcx", "wsdr", "drtgvc", "ftyhbv", "gyujnb", "ujko",
    "huikmn", "jiolm", "kop",  "njk",    "bhjm", "iklp",   "ol",     "wa",     "edft",
    "awedxz", "rfgy",  "yhji", "cfgb",   "qase", "zsdc",   "tghu",   "asx"};

bool can_change(const Letters& letters, ErrorKind kind, std::size_t i) {
  const Letter& letter = letters[i];
  switch (kind) {
    case ErrorKind::kNeighbouringKey:
      return letter.base >= U'a' && letter.base <= U'z';
    case ErrorKind::kMissingLetter:
      return letters.size() > 1;
    case ErrorKind::kDoubledLetter:
      return true;
    case ErrorKind::kSwappedLetters: {
      if (i + 1 == letters.size()) return false;
      Letter next = letters[i + 1];
      next.capital = letter.capital;
      return next != letter;
    }
    case ErrorKind::kWrongTone:
    case ErrorKind::kMissingTone:
      return letter.tone != Tone::kNone;
  }
  return false;
}

std::vector<std::size_t> places(const Letters& letters, ErrorKind kind) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (can_change(letters, kind, i)) found.push_back(i);
  }
  return found;
}

// The tone key is still typed when its vowel is not: input methods put it on the nearest other.
void rescue_tone(Letters& letters, std::size_t near, Tone tone) {
  const auto distance = [&](std::size_t i) { return i > near ? i - near : near - i; };
  Letter* best = nullptr;
  std::size_t best_distance = letters.size() + 1;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (is_vowel(letters[i]) && distance(i) < best_distance) {
      best = &letters[i];
      best_distance = distance(i);
    }
  }
  if (best != nullptr) best->tone = tone;
}

void hit_neighbour(Letters& letters, std::size_t i, Random& random) {
  const std::string_view keys = kNeighbours[letters[i].base - U'a'];
  const Tone tone = letters[i].tone;
  letters[i] = {static_cast<char32_t>(keys[random.below(keys.size())]), Shape::kNone, Tone::kNone,
                letters[i].capital};
  if (tone != Tone::kNone) rescue_tone(letters, i, tone);
}

void drop_letter(Letters& letters, std::size_t i) {
  const Letter dropped = letters[i];
  letters.erase(letters.begin() + static_cast<std::ptrdiff_t>(i));
  letters.front().capital |= i == 0 && dropped.capital;
  if (dropped.tone != Tone::kNone) rescue_tone(letters, i, dropped.tone);
}

void double_letter(Letters& letters, std::size_t i) {
  Letter again = letters[i];
  again.tone = Tone::kNone;  // its key is typed once
  again.capital = again.capital && letters.back().capital;
  letters.insert(letters.begin() + static_cast<std::ptrdiff_t>(i) + 1, again);
}

void swap_letters(Letters& letters, std::size_t i) {
  std::swap(letters[i], letters[i + 1]);
  // Capitals belong to the place in the word, and only a–z have them.
  std::swap(letters[i].capital, letters[i + 1].capital);
}

void change_tone(Letter& letter, Random& random) {
  constexpr std::size_t kTones = 5;
  const std::size_t step = 1 + random.below(kTones - 1);
  const std::size_t old = static_cast<std::size_t>(letter.tone) - 1;
  letter.tone = static_cast<Tone>(1 + (old + step) % kTones);
}

void make_error(Letters& letters, ErrorKind kind, std::size_t i, Random& random) {
  switch (kind) {
    case ErrorKind::kNeighbouringKey:
      return hit_neighbour(letters, i, random);
    case ErrorKind::kMissingLetter:
      return drop_letter(letters, i);
    case ErrorKind::kDoubledLetter:
      return double_letter(letters, i);
    case ErrorKind::kSwappedLetters:
      return swap_letters(letters, i);
    case ErrorKind::kWrongTone:
      return change_tone(letters[i], random);
    case ErrorKind::kMissingTone:
      letters[i].tone = Tone::kNone;
      return;
  }
}

}  // namespace

std::optional<Mistake> with_error(std::span<const std::string> words, Random& random) {
  std::vector<Letters> spelled;
  for (const std::string& word : words) {
    spelled.push_back(is_letters_only(word) ? letters_of(word) : Letters{});
  }
  std::array<ErrorKind, kErrorKinds> kinds{};
  for (std::size_t i = 0; i < kErrorKinds; ++i) kinds[i] = static_cast<ErrorKind>(i);
  random.shuffle(std::span<ErrorKind>(kinds));
  for (const ErrorKind kind : kinds) {
    std::vector<std::size_t> candidates;
    for (std::size_t i = 0; i < spelled.size(); ++i) {
      if (!places(spelled[i], kind).empty()) candidates.push_back(i);
    }
    if (candidates.empty()) continue;
    const std::size_t chosen = candidates[random.below(candidates.size())];
    Letters letters = spelled[chosen];
    const std::vector<std::size_t> where = places(letters, kind);
    make_error(letters, kind, where[random.below(where.size())], random);
    Mistake mistake{{words.begin(), words.end()}, kind};
    mistake.words[chosen] = written(letters);
    return mistake;
  }
  return std::nullopt;
}

std::string_view name(ErrorKind kind) {
  constexpr std::array<std::string_view, kErrorKinds> kNames{"neighbouring_key", "missing_letter",
                                                             "doubled_letter",   "swapped_letters",
                                                             "wrong_tone",       "missing_tone"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace tracuu::ways
