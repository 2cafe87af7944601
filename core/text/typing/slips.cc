#include "core/text/typing/slips.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "core/text/typing/slip_tables.h"
#include "core/text/typing/spelling.h"
#include "core/text/utf8.h"

namespace tracuu::text {
namespace {

// The word may have letters too many, or chat spellings for shorter onsets.
constexpr std::size_t kMaxTypedLetters = kMaxSyllableLetters + 2;

// Misspelling the first letter is rarer than any other.
constexpr double kFirstLetterSurcharge = 0.4;

double cost_of(SlipKind kind) {
  switch (kind) {
    case SlipKind::kLeftOverKey:
      return 0.3;
    case SlipKind::kMissingTone:
    case SlipKind::kShape:
      return 0.5;
    case SlipKind::kDoubledLetter:
      return 0.6;
    case SlipKind::kWrongTone:
    case SlipKind::kOnset:
      return 0.7;
    case SlipKind::kRhyme:
    case SlipKind::kSwapped:
      return 0.8;
    case SlipKind::kMissingLetter:
    case SlipKind::kExtraLetter:
      return 0.9;
    case SlipKind::kNeighbourKey:
      return 1.0;
  }
  return 1.0;
}

constexpr std::u32string_view kBaseLetters = U"aeiouybcdghklmnpqrstvx";

// Gathers the candidates of one word.
class SlipFinder {
 public:
  explicit SlipFinder(WordLetters word)
      : word_(std::move(word)), has_vowel_(std::ranges::any_of(word_.letters, is_vowel_letter)) {}

  std::vector<Slip> find() {
    tones();
    shapes();
    left_over_keys();
    changed_letters();
    missing_letters();
    confusions();
    return cheapest();
  }

 private:
  // Puts a toned candidate in, if it is a syllable.
  void offer_toned(std::u32string_view letters, Tone tone, SlipKind kind, double cost) {
    if (!is_valid_syllable(letters, tone)) return;
    const bool unchanged = letters == word_.letters && tone == word_.tone;
    if (unchanged && !word_.has_two_tones) return;
    slips_.push_back({syllable_text(letters, tone), false, kind, cost});
  }

  // Puts in what a slip of the letters gives: the tone stays. A word that lost its only vowel lost
  // its tone with it.
  void offer(std::u32string_view letters, SlipKind kind, std::size_t index) {
    const double cost = cost_of(kind) + (index == 0 ? kFirstLetterSurcharge : 0);
    if (!word_.has_marks) offer_toneless(letters, kind, cost);
    if (word_.has_marks && has_vowel_) offer_toned(letters, word_.tone, kind, cost);
    if (has_vowel_) return;
    for (const Tone tone : kAllTones) offer_toned(letters, tone, kind, cost);
  }

  void offer_toneless(std::u32string_view letters, SlipKind kind, double cost) {
    const bool has_shape =
        std::ranges::any_of(letters, [](char32_t letter) { return base_of(letter) != letter; });
    if (has_shape || letters == word_.letters || !is_toneless_spelling(letters)) return;
    std::string form;
    for (const char32_t letter : letters) append_utf8(form, letter);
    slips_.push_back({std::move(form), true, kind, cost});
  }

  // The shapes that a letter put into the word may have.
  std::u32string_view possible_shapes(char32_t base) const {
    const std::u32string_view shapes = shapes_of(base);
    return word_.has_marks || !has_vowel_ ? shapes : shapes.substr(0, 1);
  }

  void tones() {
    const SlipKind kind = word_.tone == Tone::kNone ? SlipKind::kMissingTone : SlipKind::kWrongTone;
    for (const Tone tone : kAllTones) offer_toned(word_.letters, tone, kind, cost_of(kind));
  }

  void shapes() {
    const double cost = cost_of(SlipKind::kShape);
    std::u32string letters = word_.letters;
    for (std::size_t i = 0; i < letters.size(); ++i) {
      const char32_t typed = letters[i];
      for (const char32_t shaped : shapes_of(base_of(typed))) {
        letters[i] = shaped;
        offer_toned(letters, word_.tone, SlipKind::kShape, cost);
      }
      letters[i] = typed;
      if (i + 1 == letters.size()) continue;
      shape_pair(letters, i);
    }
  }

  // One key makes ươ of uo.
  void shape_pair(std::u32string& letters, std::size_t i) {
    const std::u32string typed = letters.substr(i, 2);
    if (base_of(typed[0]) != U'u' || base_of(typed[1]) != U'o') return;
    for (const std::u32string_view pair : {U"uo", U"uô", U"uơ", U"ươ"}) {
      letters.replace(i, 2, pair);
      offer_toned(letters, word_.tone, SlipKind::kShape, cost_of(SlipKind::kShape));
    }
    letters.replace(i, 2, typed);
  }

  // A tone key of Telex behind a vowel: without it, and with the tone it stands for.
  void left_over_keys() {
    constexpr std::u32string_view kToneKeys = U"fsrxj";
    const double cost = cost_of(SlipKind::kLeftOverKey);
    bool after_vowel = false;
    for (std::size_t i = 0; i < word_.letters.size(); ++i) {
      const char32_t letter = word_.letters[i];
      const std::size_t key = kToneKeys.find(letter);
      if (after_vowel && (key != std::u32string_view::npos || letter == U'w')) {
        std::u32string letters = word_.letters;
        letters.erase(i, 1);
        if (word_.has_marks) offer_toned(letters, word_.tone, SlipKind::kLeftOverKey, cost);
        if (!word_.has_marks) offer_toneless(letters, SlipKind::kLeftOverKey, cost);
        if (key != std::u32string_view::npos) {
          offer_toned(letters, static_cast<Tone>(key + 1), SlipKind::kLeftOverKey, cost);
        }
      }
      after_vowel = after_vowel || is_vowel_letter(letter);
    }
  }

  void changed_letters() {
    const std::u32string& typed = word_.letters;
    for (std::size_t i = 0; i < typed.size(); ++i) {
      std::u32string letters = typed;
      for (const char32_t base : neighbour_keys(base_of(typed[i]))) {
        for (const char32_t shaped : possible_shapes(base)) {
          letters[i] = shaped;
          offer(letters, SlipKind::kNeighbourKey, i);
        }
      }
      letters = typed;
      letters.erase(i, 1);
      const bool doubled = (i > 0 && base_of(typed[i - 1]) == base_of(typed[i])) ||
                           (i + 1 < typed.size() && base_of(typed[i + 1]) == base_of(typed[i]));
      offer(letters, doubled ? SlipKind::kDoubledLetter : SlipKind::kExtraLetter, i);
      if (i + 1 == typed.size()) continue;
      letters = typed;
      std::swap(letters[i], letters[i + 1]);
      offer(letters, SlipKind::kSwapped, i);
    }
  }

  void missing_letters() {
    if (word_.letters.size() >= kMaxSyllableLetters) return;
    for (std::size_t i = 0; i <= word_.letters.size(); ++i) {
      std::u32string letters = word_.letters;
      letters.insert(i, 1, U' ');
      for (const char32_t base : kBaseLetters) {
        for (const char32_t shaped : possible_shapes(base)) {
          letters[i] = shaped;
          offer(letters, SlipKind::kMissingLetter, i);
        }
      }
    }
  }

  // A word without marks is compared without them.
  std::u32string spelled(std::u32string_view shaped) const {
    std::u32string out(shaped);
    if (!word_.has_marks) std::ranges::transform(out, out.begin(), base_of);
    return out;
  }

  void confusions() {
    constexpr std::size_t kNotFirst = 1;  // the costs of sounds are not those of places
    const std::u32string& typed = word_.letters;
    for (const Confusion& onset : onset_confusions()) {
      if (!typed.starts_with(onset.written)) continue;
      const std::u32string rest = typed.substr(onset.written.size());
      offer(std::u32string(onset.meant) + rest, SlipKind::kOnset, kNotFirst);
    }
    for (const Confusion& rhyme : rhyme_confusions()) {
      const std::u32string written = spelled(rhyme.written);
      if (!typed.ends_with(written)) continue;
      const std::u32string rest = typed.substr(0, typed.size() - written.size());
      offer(rest + spelled(rhyme.meant), SlipKind::kRhyme, kNotFirst);
    }
  }

  std::vector<Slip> cheapest() {
    // A toneless spelling stands for its toned forms, the plain one among them.
    std::ranges::sort(slips_, [](const Slip& a, const Slip& b) {
      return std::tie(a.form, b.is_toneless, a.cost) < std::tie(b.form, a.is_toneless, b.cost);
    });
    const auto repeated =
        std::unique(slips_.begin(), slips_.end(),
                    [](const Slip& a, const Slip& b) { return a.form == b.form; });
    slips_.erase(repeated, slips_.end());
    std::ranges::stable_sort(slips_, {}, &Slip::cost);
    if (slips_.size() > kMaxSlips) slips_.resize(kMaxSlips);
    return std::move(slips_);
  }

  WordLetters word_;
  bool has_vowel_;
  std::vector<Slip> slips_;
};

}  // namespace

std::vector<Slip> slips_of(std::string_view typed) {
  std::optional<WordLetters> word = word_letters(typed, kMaxTypedLetters);
  if (!word) return {};
  return SlipFinder(std::move(*word)).find();
}

}  // namespace tracuu::text
