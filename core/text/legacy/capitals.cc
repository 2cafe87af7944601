#include "core/text/legacy/capitals.h"

#include <cstdint>

#include <unicode/uchar.h>

#include "core/text/utf8.h"

namespace tracuu::text::legacy {
namespace {

// Ă Â Ê Ô Ơ Ư Đ: the only capitals beside ASCII that have a code.
constexpr std::uint8_t kFirstCapital = 0xA1;
constexpr std::uint8_t kLastCapital = 0xA7;

bool is_ascii_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_capital(char c) {
  const auto byte = static_cast<std::uint8_t>(c);
  return is_ascii_capital(c) || (byte >= kFirstCapital && byte <= kLastCapital);
}

// For each word, whether the nearest two settled words before it are capitals: bit 0 the nearest,
// bit 1 the one before that; bit 2 whether there is any.
constexpr unsigned kNearest = 1;
constexpr unsigned kSecond = 2;
constexpr unsigned kAny = 4;

unsigned after(unsigned state, WordCase word) {
  if (word == WordCase::kEither) return state;
  return kAny | (state & kNearest) << 1 | (word == WordCase::kCapitals ? kNearest : 0);
}

bool is_between_capitals(unsigned before, unsigned behind) {
  if ((before & kAny) == 0) return (behind & kNearest) != 0 && (behind & kSecond) != 0;
  if ((behind & kAny) == 0) return (before & kNearest) != 0 && (before & kSecond) != 0;
  return (before & kNearest) != 0 && (behind & kNearest) != 0;
}

}  // namespace

WordCase word_case(std::string_view bytes) {
  std::size_t capitals = 0;
  std::size_t ascii_capitals = 0;
  for (const char c : bytes) {
    if (c >= 'a' && c <= 'z') return WordCase::kOther;
    if (is_capital(c)) ++capitals;
    if (is_ascii_capital(c)) ++ascii_capitals;
  }
  const bool begins_small = !is_capital(bytes.front());
  if (ascii_capitals != 0 && (capitals > 1 || begins_small)) return WordCase::kCapitals;
  return WordCase::kEither;
}

void settle_cases(std::vector<WordCase>& words) {
  std::vector<unsigned> behind(words.size());
  unsigned state = 0;
  for (std::size_t i = words.size(); i-- > 0; state = after(state, words[i])) behind[i] = state;
  state = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const WordCase word = words[i];
    if (word == WordCase::kEither && is_between_capitals(state, behind[i])) {
      words[i] = WordCase::kCapitals;
    }
    state = after(state, word);
  }
}

std::string upper_case(std::string_view utf8) {
  std::string out;
  for (std::size_t i = 0; i < utf8.size();) {
    const Decoded d = decode(utf8, i);
    append_utf8(out, static_cast<char32_t>(u_toupper(static_cast<UChar32>(d.value))));
    i += d.length;
  }
  return out;
}

}  // namespace tracuu::text::legacy
