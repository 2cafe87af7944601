#include <cstddef>

#include "core/text/typing/key_state.h"
#include "core/text/typing/raw_typing.h"
#include "core/text/typing/spelling.h"

namespace tracuu::text {
namespace {

// The tone that a key sets, by its place in the order of Tone.
std::optional<Tone> tone_of_key(char32_t key, std::u32string_view keys_of_tones) {
  const std::size_t found = keys_of_tones.find(key);
  if (found == std::u32string_view::npos) return std::nullopt;
  return static_cast<Tone>(found + 1);
}

struct Key {
  char32_t value = 0;  // letters in lower case
  bool is_capital = false;
};

Key key_of(char byte) {
  const auto value = static_cast<char32_t>(static_cast<unsigned char>(byte));
  const std::optional<LetterParts> parts = take_apart(value);
  return parts ? Key{parts->letter, parts->is_capital} : Key{value, false};
}

bool is_letter(Key key) {
  return key.value >= U'a' && key.value <= U'z';
}

// w shapes what it can; where nothing can be shaped it is ư itself.
bool telex_w(KeyState& state, Key key) {
  const std::u32string_view letters = state.letters();
  const bool after_qu = letters.starts_with(U"qu");
  const std::size_t vowel = letters.find_last_of(U"aăâoôơuư");
  if (vowel == std::u32string_view::npos || (after_qu && vowel < 2)) {
    return state.add_shaped(U'ư', key.is_capital);
  }
  const bool before_a =
      vowel > 0 && base_of(letters[vowel - 1]) == U'u' && !(after_qu && vowel == 2);
  if (base_of(letters[vowel]) == U'a' && !before_a) return state.add_breve();
  return state.add_horn();
}

// A repeated a, e or o is a circumflex on the one before, also behind a coda (thongo).
bool telex_vowel(KeyState& state, Key key) {
  if (key.value == U'o') {
    if (state.undo_circumflex_o()) return state.add(U'o', key.is_capital);
    // The o of ngoeo and ngoao: no ôe, no ôa is spelled.
    if (state.last() == U'e' || state.last() == U'a') return state.add(U'o', key.is_capital);
  }
  if (state.letters().find_first_of(shapes_of(key.value)) == std::u32string_view::npos) {
    return state.add(key.value, key.is_capital);
  }
  return state.add_circumflex(key.value);
}

bool press_telex(KeyState& state, Key key) {
  const bool has_vowel = state.has_vowel();
  if (const auto tone = tone_of_key(key.value, U"fsrxj"); tone && has_vowel) {
    return state.set_tone(*tone);
  }
  switch (key.value) {
    case U'z':
      return state.clear_tone();
    case U'w':
      return telex_w(state, key);
    case U'[':
      return state.add_shaped(U'ơ', false);
    case U']':
      return state.add_shaped(U'ư', false);
    case U'd':
      return state.letters().empty() ? state.add(U'd', key.is_capital) : state.add_stroke();
    case U'a':
    case U'e':
    case U'o':
      return telex_vowel(state, key);
    default:
      return is_letter(key) && state.add(key.value, key.is_capital);
  }
}

bool press_vni(KeyState& state, Key key) {
  if (is_letter(key)) return state.add(key.value, key.is_capital);
  if (const auto tone = tone_of_key(key.value, U"21345")) return state.set_tone(*tone);
  switch (key.value) {
    case U'0':
      return state.clear_tone();
    case U'6':
      return state.add_circumflex();
    case U'7':
      return state.add_horn();
    case U'8':
      return state.add_breve();
    case U'9':
      return state.add_stroke();
    default:
      return false;
  }
}

// A mark acts on the letter before it, and only if both combine.
bool press_viqr(KeyState& state, Key key) {
  if (key.value == U'd' && state.letters() == U"d") return state.add_stroke();
  if (is_letter(key)) return state.add(key.value, key.is_capital);
  if (!is_vowel_letter(state.last())) return false;
  if (const auto tone = tone_of_key(key.value, U"`'?~.")) {
    return !state.has_tone() && state.set_tone(*tone);
  }
  const char32_t base = base_of(state.last());
  switch (key.value) {
    case U'^':
      return (base == U'a' || base == U'e' || base == U'o') && state.add_circumflex();
    case U'(':
      return base == U'a' && state.add_breve();
    case U'+':
    case U'*':
      return (base == U'o' || base == U'u') && state.add_horn();
    default:
      return false;
  }
}

// Punctuation behind a VIQR syllable, its escapes taken off; nothing when it is anything else.
std::optional<std::string> viqr_trailing(std::string_view rest) {
  std::string out;
  for (const char c : rest) {
    if (std::string_view("'`?~.^(+*)!,;:\"\\").find(c) == std::string_view::npos) {
      return std::nullopt;
    }
    if (c != '\\') out += c;
  }
  return out;
}

using Press = bool (*)(KeyState&, Key);

Press press_of(InputMethod method) {
  switch (method) {
    case InputMethod::kTelex:
      return press_telex;
    case InputMethod::kVni:
      return press_vni;
    case InputMethod::kViqr:
      return press_viqr;
  }
  return press_telex;
}

}  // namespace

std::optional<RawSyllable> decode_raw(std::string_view token, InputMethod method) {
  if (token.empty() || token.size() > kMaxRawBytes) return std::nullopt;
  const Press press = press_of(method);
  KeyState state;
  std::size_t used = 0;
  while (used < token.size() && press(state, key_of(token[used]))) ++used;
  RawSyllable result;
  if (used < token.size()) {
    if (method != InputMethod::kViqr) return std::nullopt;
    std::optional<std::string> trailing = viqr_trailing(token.substr(used));
    if (!trailing) return std::nullopt;
    result.trailing = std::move(*trailing);
  }
  std::optional<std::string> text = state.syllable();
  if (!text) return std::nullopt;
  result.text = std::move(*text);
  result.uses_keys = state.uses_keys();
  return result;
}

}  // namespace tracuu::text
