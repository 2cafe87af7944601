// Types syllables in the keys of an input method, the shape and tone keys in any order that the
// engines take: quyết as quyeets, quyetes, quyet16 …

#pragma once

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/typing/raw_typing.h"
#include "core/text/typing/spelling.h"
#include "tests/text/typing/syllables.h"

namespace tracuu::text {

class Typist {
 public:
  Typist(InputMethod method, unsigned seed) : method_(method), random_(seed) {}

  std::string type(const Syllable& syllable) {
    keys_.clear();
    const std::u32string& letters = syllable.letters;
    const bool after_qu = letters.starts_with(U"qu");
    std::size_t first_vowel = letters.size();
    for (std::size_t i = 0; i < letters.size(); ++i) {
      const char32_t letter = letters[i];
      keys_.push_back({static_cast<char>(base_of(letter)), false});
      if (is_vowel_letter(letter) && first_vowel == letters.size()) first_vowel = keys_.size();
      const bool horned_pair = letter == U'ư' && letters.substr(i, 2) == U"ươ" && !after_qu;
      if (horned_pair && coin()) {
        keys_.push_back({horn_key(), true});
      } else if (letter == U'ư' && !horned_pair) {
        pending_.push_back({horn_key(), keys_.size()});
      } else if (letter != U'ư' && base_of(letter) != letter) {
        pending_.push_back({shape_key(letter), keys_.size()});
      }
      // "oo" itself takes a third key.
      if (method_ == InputMethod::kTelex && letter == U'o' && i > 0 && letters[i - 1] == U'o') {
        keys_.push_back({'o', true});
      }
    }
    if (syllable.tone != Tone::kNone) pending_.push_back({tone_key(syllable.tone), first_vowel});
    place_pending();
    std::string out;
    for (const Key& key : keys_) out += key.value;
    return out;
  }

 private:
  struct Key {
    char value;
    bool stays;  // directly behind the key before it
  };
  struct Pending {
    char value;
    std::size_t after;  // keys before it at least
  };

  bool coin() { return std::uniform_int_distribution<>(0, 1)(random_) == 1; }
  bool is_telex() const { return method_ == InputMethod::kTelex; }
  char horn_key() const { return is_telex() ? 'w' : '7'; }
  char tone_key(Tone tone) const {
    return std::string_view(is_telex() ? "fsrxj" : "21345")[static_cast<std::size_t>(tone) - 1];
  }
  char shape_key(char32_t letter) const {
    if (is_telex()) {
      return letter == U'ơ' || letter == U'ă' ? 'w' : static_cast<char>(base_of(letter));
    }
    switch (letter) {
      case U'ơ':
        return '7';
      case U'ă':
        return '8';
      case U'đ':
        return '9';
      default:
        return '6';
    }
  }

  // Each to a random place behind its letter, half of the time as near as can be. From the last to
  // the first, so that a place found stays behind its letter.
  void place_pending() {
    std::ranges::stable_sort(pending_, {}, &Pending::after);
    while (!pending_.empty()) {
      const Pending next = pending_.back();
      pending_.pop_back();
      std::size_t place = next.after;
      if (coin()) place = std::uniform_int_distribution<std::size_t>(place, keys_.size())(random_);
      while (place < keys_.size() && keys_[place].stays) ++place;
      keys_.insert(keys_.begin() + static_cast<std::ptrdiff_t>(place), {next.value, false});
    }
  }

  InputMethod method_;
  std::mt19937 random_;
  std::vector<Key> keys_;
  std::vector<Pending> pending_;
};

}  // namespace tracuu::text
