#include "core/text/tone_variants.h"

#include <algorithm>
#include <array>

#include "core/text/i_y.h"
#include "core/text/syllable.h"
#include "core/text/utf8.h"
#include "core/text/word_form.h"

namespace tracuu::text {
namespace {

// Of a word that is no syllable, the most shapes that are tried: "đakrông" has 18.
constexpr std::size_t kMaxForeignShapes = 36;

constexpr std::array<char32_t, 5> kToneMarks{0x0300, 0x0301, 0x0309, 0x0303, 0x0323};

bool carries_tone(char32_t letter) {
  return std::u32string_view(U"aăâeêioôơuưy").find(letter) != std::u32string_view::npos;
}

std::string to_utf8(std::u32string_view letters) {
  std::string out;
  for (const char32_t c : letters) append_utf8(out, c);
  return out;
}

void add_with_tones(const std::u32string& letters, std::vector<std::string>& out) {
  out.push_back(to_utf8(letters));
  const auto shape = parse_syllable(letters);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    // Of a syllable the grammar knows the one place; elsewhere any vowel may carry the tone.
    if (shape ? i != shape->tone_position : !carries_tone(letters[i])) continue;
    for (const char32_t mark : kToneMarks) {
      std::u32string marked = letters;
      marked.insert(i + 1, 1, mark);
      out.push_back(word_form(to_utf8(marked)).toned);
    }
  }
}

std::u32string to_letters(std::string_view text) {
  std::u32string letters;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    i += d.length;
    letters += d.value;
  }
  return letters;
}

// The forms of these letters, whatever the spelling of i and y; unsorted.
void add_variants(const std::u32string& letters, std::vector<std::string>& forms) {
  std::vector<std::u32string> shaped{letters};
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const std::u32string_view shapes = shapes_of(letters[i]);
    const std::size_t before = shaped.size();
    for (std::size_t s = 1; s < shapes.size(); ++s) {
      for (std::size_t k = 0; k < before; ++k) {
        shaped.push_back(shaped[k]);
        shaped.back()[i] = shapes[s];
      }
    }
  }
  // Two shaped letters stand side by side in "ươ" only; other mixtures are no spelling. But
  // "krông" and "đakrông" are none of any syllable: of such a word every shape counts.
  const bool is_foreign = std::ranges::none_of(shaped, [](const std::u32string& candidate) {
    return parse_syllable(candidate).has_value();
  });
  const bool all_shapes = letters.size() <= 3 || (is_foreign && shaped.size() <= kMaxForeignShapes);
  for (const std::u32string& candidate : shaped) {
    if (!all_shapes && candidate != letters && !parse_syllable(candidate)) continue;
    add_with_tones(candidate, forms);
  }
}

}  // namespace

std::vector<std::string> tone_variants(std::string_view toneless) {
  const std::u32string letters = to_letters(toneless);
  if (letters.size() > kMaxSyllableLetters) return {std::string(toneless)};
  std::vector<std::string> forms;
  add_variants(letters, forms);
  if (const auto y = with_y(toneless)) add_variants(to_letters(*y), forms);
  std::sort(forms.begin() + 1, forms.end());
  forms.erase(std::unique(forms.begin() + 1, forms.end()), forms.end());
  return forms;
}

}  // namespace tracuu::text
