// A number of 16 bits for every word of a text, the same in every index and every process.
//
//   nghị                one of 18,128, for each syllable of the grammar its own
//   2026, qđ, covid     one of 47,406, by a hash of the toneless form: shared by few words
//   0                   a break, over which no pair of words goes
//   1                   the end of a paragraph, over which no phrase goes
//
// So that a whole text is kept as an array and read without unpacking (core/index/token_stream.h).
// Ranking takes words that share a code for one another; phrases tell them apart.
//
// The codes are on disk: a syllable more in the grammar (core/text/syllable.h) moves them, which
// means raising kFormatVersion.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tracuu {

using TokenCode = std::uint16_t;

inline constexpr TokenCode kBreakCode = 0;
inline constexpr TokenCode kParagraphCode = 1;
inline constexpr TokenCode kFirstWordCode = 2;

constexpr bool is_break(TokenCode code) {
  return code < kFirstWordCode;
}

// Immutable after construction (9 ms); safe from any thread.
class TokenCodes {
 public:
  TokenCodes();

  // Returns the code of a word by its canonical forms (core/text/word_form.h).
  TokenCode of(std::string_view toned, std::string_view toneless) const;

  // Returns the codes of all words with this canonical toneless form, each once, in order: "ki"
  // gives those of kỷ, kỹ, ký, kĩ, … and of what is no syllable and written so. Cost: 0.2 µs.
  std::vector<TokenCode> like(std::string_view toneless) const;

  // Whether words that are no syllables share the code.
  bool is_shared(TokenCode code) const { return code >= first_shared(); }

  // How many syllables have a code of their own.
  std::size_t syllable_count() const { return syllables_.size(); }

 private:
  // At most 15 bytes, in the order of strings: the first one highest, the length lowest.
  using Spelling = std::pair<std::uint64_t, std::uint64_t>;

  static Spelling spelling(std::string_view text);
  std::size_t first_shared() const { return kFirstWordCode + syllables_.size(); }
  TokenCode shared_code(std::string_view toneless) const;

  std::vector<Spelling> syllables_;  // toned, sorted; the code is the index and kFirstWordCode
  std::vector<std::pair<Spelling, TokenCode>> toneless_;  // form and code of each, sorted
};

}  // namespace tracuu
