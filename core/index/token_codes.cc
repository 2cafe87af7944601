#include "core/index/token_codes.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include <xxhash.h>

#include "core/text/i_y.h"
#include "core/text/syllable.h"
#include "core/text/utf8.h"
#include "core/text/word_form.h"

namespace tracuu {
namespace {

constexpr std::size_t kTones = 5;
constexpr std::array<char32_t, kTones> kToneMarks{0x0300, 0x0301, 0x0309, 0x0303, 0x0323};
constexpr std::size_t kSac = 2;  // with the mark before it: 0 is no tone
constexpr std::size_t kNang = 5;
constexpr std::u32string_view kVowels = U"aăâeêioôơuưy";

// The vowels with their tones, in UTF-8: [0] without one.
using TonedVowels = std::array<std::array<std::string, kTones + 1>, kVowels.size()>;

TonedVowels toned_vowels() {
  TonedVowels table;
  for (std::size_t v = 0; v < kVowels.size(); ++v) {
    text::append_utf8(table[v][0], kVowels[v]);
    for (std::size_t t = 0; t < kToneMarks.size(); ++t) {
      std::string marked = table[v][0];
      text::append_utf8(marked, kToneMarks[t]);
      table[v][t + 1] = text::word_form(marked).toned;
    }
  }
  return table;
}

// The letters, and the places in UTF-8 of the one that carries the tone.
struct Spelled {
  std::string letters;
  std::size_t begin = 0;
  std::size_t end = 0;
};

Spelled spelled(const std::u32string& letters, std::size_t place) {
  Spelled spelled;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (i == place) spelled.begin = spelled.letters.size();
    text::append_utf8(spelled.letters, letters[i]);
    if (i == place) spelled.end = spelled.letters.size();
  }
  return spelled;
}

char base_of(char32_t letter) {
  for (const char base : {'a', 'd', 'e', 'o', 'u'}) {
    if (text::shapes_of(static_cast<char32_t>(base)).find(letter) != std::u32string_view::npos) {
      return base;
    }
  }
  return static_cast<char>(letter);
}

std::string toneless_form(const std::u32string& letters) {
  std::string toneless;
  for (const char32_t letter : letters) toneless += base_of(letter);
  text::merge_i_y(toneless);
  return toneless;
}

}  // namespace

TokenCodes::Spelling TokenCodes::spelling(std::string_view text) {
  constexpr std::size_t kHalf = sizeof(std::uint64_t);
  Spelling packed;
  for (std::size_t i = 0; i < 2 * kHalf - 1; ++i) {
    std::uint64_t& half = i < kHalf ? packed.first : packed.second;
    half = half << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0);
  }
  packed.second = packed.second << 8 | std::min<std::size_t>(text.size(), 2 * kHalf);
  return packed;
}

TokenCodes::TokenCodes() {
  const TonedVowels vowels = toned_vowels();
  std::vector<std::pair<Spelling, Spelling>> forms;  // toned, toneless
  for (const std::u32string& letters : text::all_syllable_letters()) {
    const auto shape = text::parse_syllable(letters);
    const Spelled plain = spelled(letters, shape->tone_position);
    const Spelling toneless = spelling(toneless_form(letters));
    const auto& tones = vowels[kVowels.find(letters[shape->tone_position])];
    for (std::size_t tone = 0; tone <= kTones; ++tone) {
      const bool may_stop = tone == kSac || tone == kNang;
      if (shape->stop_coda && !may_stop) continue;
      std::string toned = plain.letters;
      toned.replace(plain.begin, plain.end - plain.begin, tones[tone]);
      forms.emplace_back(spelling(toned), toneless);
    }
  }
  std::ranges::sort(forms);
  syllables_.reserve(forms.size());
  toneless_.reserve(forms.size());
  for (const auto& [toned, toneless] : forms) {
    toneless_.emplace_back(toneless, static_cast<TokenCode>(first_shared()));
    syllables_.push_back(toned);
  }
  std::ranges::sort(toneless_);
}

TokenCode TokenCodes::of(std::string_view toned, std::string_view toneless) const {
  const Spelling wanted = spelling(toned);
  const auto it = std::ranges::lower_bound(syllables_, wanted);
  if (it == syllables_.end() || *it != wanted) return shared_code(toneless);
  return static_cast<TokenCode>(it - syllables_.begin() + kFirstWordCode);
}

std::vector<TokenCode> TokenCodes::like(std::string_view toneless) const {
  std::vector<TokenCode> codes;
  const Spelling form = spelling(toneless);
  auto syllable = std::ranges::lower_bound(toneless_, std::pair(form, TokenCode{0}));
  for (; syllable != toneless_.end() && syllable->first == form; ++syllable) {
    codes.push_back(syllable->second);
  }
  codes.push_back(shared_code(toneless));  // behind all syllables
  return codes;
}

TokenCode TokenCodes::shared_code(std::string_view toneless) const {
  const std::size_t first = first_shared();
  const std::size_t shared = std::numeric_limits<TokenCode>::max() + std::size_t{1} - first;
  const XXH64_hash_t hash = XXH3_64bits(toneless.data(), toneless.size());
  return static_cast<TokenCode>(first + hash % shared);
}

}  // namespace tracuu
