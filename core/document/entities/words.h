// Running text as words, the one pass that people, places and topics are read from.
//
//   "Ông Nguyễn Văn A, giám đốc Sở TT&TT"
//   Ông(capital) Nguyễn(capital) Văn(capital) A(capital) |, giám đốc Sở(capital) TT(capitals) &TT
//
// A word is letters and digits, and an apostrophe between letters (H'Hen). Words are compared by
// the hash of their small letters, NFC, so that no text is copied. Internal to
// core/document/entities.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu::entities {

// What stands between a word and the one before it.
enum class Gap : std::uint8_t {
  kBlank,   // blanks only, at most one line end
  kJoiner,  // no blank: the - & / . of «TT&TT», «PGS.TS»
  kComma,   // comma, dash or bracket with a blank
  kStop,    // the end of a sentence or paragraph, or the beginning of the text
};

struct Word {
  std::uint32_t offset = 0;
  std::uint32_t hash = 0;  // of the small letters
  std::uint16_t length = 0;
  Gap gap = Gap::kStop;
  bool is_capitalized = false;
  bool is_all_capitals = false;  // at least two letters, none small
  bool has_digit = false;
};

// Text beyond this is not read for entities.
inline constexpr std::size_t kMaxEntityBytes = 8'000'000;

// Returns the words of the first kMaxEntityBytes. Linear.
std::vector<Word> split_words(std::string_view text);

// Returns the hash of a word that is in NFC.
std::uint32_t word_hash(std::string_view word);

// Returns the letters of `word` in small, for text in NFC.
std::string small_word(std::string_view word);

inline std::string_view text_of(std::string_view text, const Word& word) {
  return text.substr(word.offset, word.length);
}

// Returns the text in NFC; the text itself, without a copy, where it has no combining mark.
std::string_view composed(std::string_view text, std::string& buffer);

}  // namespace tracuu::entities
