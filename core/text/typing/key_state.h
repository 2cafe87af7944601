// The syllable under the keys of an input method: what UniKey holds while a word is typed.
//
//   q u y e t   e     -> "quyêt"            add_circumflex('e')
//               s     -> "quyêt" + sắc      set_tone(kSac)
//
// Each effect returns false when the key cannot act; the method then takes it as a letter, or
// gives up: a key typed twice takes its effect back, which no syllable survives.

#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/text/syllable.h"

namespace tracuu::text {

class KeyState {
 public:
  // Appends a shaped letter. Returns false when no syllable is that long.
  bool add(char32_t letter, bool is_capital);

  // The same for a letter that a key stands for: w for ư.
  bool add_shaped(char32_t letter, bool is_capital);

  bool set_tone(Tone tone);  // needs a vowel; replaces another tone
  bool clear_tone();         // needs a tone
  bool add_stroke();         // đ of a leading d
  bool add_breve();          // ă of the last a
  bool add_horn();           // ơ, ư; both of uo; ư of ua; not the u of qu
  bool add_circumflex();     // on the last a, e or o
  bool add_circumflex(char32_t base);
  bool undo_circumflex_o();  // "ooo" is the oo of xoong: the ô before it becomes o

  std::u32string_view letters() const { return {letters_.data(), size_}; }
  char32_t last() const { return size_ == 0 ? U'\0' : letters_[size_ - 1]; }
  bool has_vowel() const;
  bool has_tone() const { return tone_ != Tone::kNone; }
  bool uses_keys() const { return uses_keys_; }

  // Returns the syllable in NFC, nothing when it is none.
  std::optional<std::string> syllable();

 private:
  bool reshape(std::size_t index, char32_t shaped);
  std::size_t find_last(char32_t base) const;
  std::size_t first_vowel() const;
  void complete_horns();

  std::array<char32_t, kMaxSyllableLetters> letters_{};
  std::array<bool, kMaxSyllableLetters> is_capital_{};
  std::size_t size_ = 0;
  Tone tone_ = Tone::kNone;
  bool uses_keys_ = false;
};

}  // namespace tracuu::text
