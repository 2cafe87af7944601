#include "core/text/typing/key_state.h"

#include <algorithm>

#include "core/text/typing/spelling.h"
#include "core/text/utf8.h"

namespace tracuu::text {
namespace {

constexpr std::size_t kNowhere = std::u32string_view::npos;

}  // namespace

bool KeyState::add(char32_t letter, bool is_capital) {
  if (size_ == letters_.size()) return false;
  letters_[size_] = letter;
  is_capital_[size_] = is_capital;
  ++size_;
  return true;
}

bool KeyState::add_shaped(char32_t letter, bool is_capital) {
  uses_keys_ = true;
  return add(letter, is_capital);
}

bool KeyState::has_vowel() const {
  return std::ranges::any_of(letters(), is_vowel_letter);
}

// The u of "qu" belongs to the onset: no shape goes there.
std::size_t KeyState::first_vowel() const {
  return letters().starts_with(U"qu") ? 2 : 0;
}

std::size_t KeyState::find_last(char32_t base) const {
  for (std::size_t i = size_; i-- > first_vowel();) {
    if (base_of(letters_[i]) == base) return i;
  }
  return kNowhere;
}

bool KeyState::reshape(std::size_t index, char32_t shaped) {
  if (index == kNowhere || letters_[index] == shaped) return false;
  letters_[index] = shaped;
  uses_keys_ = true;
  return true;
}

bool KeyState::set_tone(Tone tone) {
  if (tone_ == tone || !has_vowel()) return false;
  tone_ = tone;
  uses_keys_ = true;
  return true;
}

bool KeyState::clear_tone() {
  if (!has_tone()) return false;
  tone_ = Tone::kNone;
  return true;
}

bool KeyState::add_stroke() {
  return size_ > 0 && letters_[0] == U'd' && reshape(0, U'đ');
}

bool KeyState::add_breve() {
  return reshape(find_last(U'a'), U'ă');
}

bool KeyState::add_horn() {
  const std::size_t begin = first_vowel();
  for (std::size_t i = begin; i + 1 < size_; ++i) {
    if (base_of(letters_[i]) != U'u') continue;
    const char32_t next = base_of(letters_[i + 1]);
    if (next == U'o') {
      const bool first = reshape(i, U'ư');
      return reshape(i + 1, U'ơ') || first;
    }
    if (next == U'a' || next == U'u') return reshape(i, U'ư');
  }
  for (std::size_t i = size_; i-- > begin;) {
    const char32_t base = base_of(letters_[i]);
    if (base == U'o') return reshape(i, U'ơ');
    if (base == U'u') return reshape(i, U'ư');
  }
  return false;
}

bool KeyState::add_circumflex() {
  for (std::size_t i = size_; i-- > 0;) {
    const char32_t base = base_of(letters_[i]);
    if (base == U'a' || base == U'e' || base == U'o') return add_circumflex(base);
  }
  return false;
}

bool KeyState::add_circumflex(char32_t base) {
  const std::size_t index = find_last(base);
  switch (base) {
    case U'a':
      return reshape(index, U'â');
    case U'e':
      return reshape(index, U'ê');
    default:
      return reshape(index, U'ô');
  }
}

bool KeyState::undo_circumflex_o() {
  return last() == U'ô' && reshape(size_ - 1, U'o');
}

// One horn of "uo" stands for both, but an open syllable has uơ: "truwong" trương, "thuow" thuơ.
void KeyState::complete_horns() {
  for (std::size_t i = first_vowel(); i + 1 < size_; ++i) {
    char32_t& u = letters_[i];
    char32_t& o = letters_[i + 1];
    if (base_of(u) != U'u' || base_of(o) != U'o' || (u != U'ư' && o != U'ơ')) continue;
    u = U'ư';
    o = U'ơ';
    if (!parse_syllable(letters())) u = U'u';
    return;
  }
}

std::optional<std::string> KeyState::syllable() {
  complete_horns();
  const std::optional<SyllableShape> shape = parse_syllable(letters());
  if (!shape || !is_valid_syllable(letters(), tone_)) return std::nullopt;
  std::string text;
  for (std::size_t i = 0; i < size_; ++i) {
    const char32_t small = i == shape->tone_position ? compose(letters_[i], tone_) : letters_[i];
    append_utf8(text, is_capital_[i] ? capital_of(small) : small);
  }
  return text;
}

}  // namespace tracuu::text
