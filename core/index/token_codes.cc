#include "core/index/token_codes.h"

#include <algorithm>
#include <array>
#include <limits>

#include <xxhash.h>

#include "core/text/syllable.h"
#include "core/text/tone_variants.h"
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

// The letters with the tone of this index in a row of TonedVowels, at its place.
std::string spelled(const std::u32string& letters, std::size_t place, std::size_t tone,
                    const TonedVowels& vowels) {
  std::string syllable;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (i == place) {
      syllable += vowels[kVowels.find(letters[i])][tone];
    } else {
      text::append_utf8(syllable, letters[i]);
    }
  }
  return syllable;
}

}  // namespace

TokenCodes::TokenCodes() {
  const TonedVowels vowels = toned_vowels();
  for (const std::u32string& letters : text::all_syllable_letters()) {
    const auto shape = text::parse_syllable(letters);
    for (std::size_t tone = 0; tone <= kTones; ++tone) {
      const bool may_stop = tone == kSac || tone == kNang;
      if (shape->stop_coda && !may_stop) continue;
      syllables_.push_back(spelled(letters, shape->tone_position, tone, vowels));
    }
  }
  std::ranges::sort(syllables_);
}

TokenCode TokenCodes::of(std::string_view toned, std::string_view toneless) const {
  const auto it = std::ranges::lower_bound(syllables_, toned);
  if (it == syllables_.end() || *it != toned) return shared_code(toneless);
  return static_cast<TokenCode>(it - syllables_.begin() + 1);
}

std::vector<TokenCode> TokenCodes::like(std::string_view toneless) const {
  std::vector<TokenCode> codes{shared_code(toneless)};
  for (const std::string& toned : text::tone_variants(toneless)) {
    codes.push_back(of(toned, toneless));
  }
  std::ranges::sort(codes);
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

TokenCode TokenCodes::shared_code(std::string_view toneless) const {
  const std::size_t first = syllables_.size() + 1;
  const std::size_t shared = std::numeric_limits<TokenCode>::max() + std::size_t{1} - first;
  const XXH64_hash_t hash = XXH3_64bits(toneless.data(), toneless.size());
  return static_cast<TokenCode>(first + hash % shared);
}

}  // namespace tracuu
