// Cuts text into the words and marks that the grammar of citations is written in.
//
//   "Sửa đổi, bổ\nsung khoản 2"   words sua, doi, mark ',', words bo, sung, khoan, 2
//
// A word's key is its letters, small and without marks, so NFC, NFD, Ð, old and new tone marks and
// text without any marks are one. Line ends are blanks. Keys are cut at kMaxKeyBytes, more than any
// syllable has. Internal to core/document/citation.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu::citation {

inline constexpr std::size_t kMaxKeyBytes = 15;

// Keys of the typographic quotes.
inline constexpr std::string_view kOpenQuote = "\x11";
inline constexpr std::string_view kCloseQuote = "\x12";

struct Word {
  std::string key;        // "sua"; one byte for a mark: ","
  std::size_t begin = 0;  // bytes into the text
  std::size_t end = 0;
  bool is_mark = false;
  bool is_capital = false;   // begins with a capital letter
  bool starts_line = false;  // nothing but blanks before it in its line
};

// Returns the word or mark at or behind `i`; one with begin == end == limit where there is none.
// REQUIRES: limit ≤ text.size().
Word next_word(std::string_view text, std::size_t i, std::size_t limit);

// Returns the words of text[begin, end).
std::vector<Word> words_of(std::string_view text, std::size_t begin, std::size_t end);

// Returns the keys of the words with one blank between; marks are left out. As name_key, faster.
std::string words_key(std::string_view text);

}  // namespace tracuu::citation
