// Capitals and small letters, by which headings, codes and names are told from running text.
//
//   count_letters("QĐ-TTg") == {4, 1}
//   is_capitals("QUYẾT ĐỊNH") and not is_capitals("Quyết định") nor is_capitals("123")
//   sentence_case("ĐÀ NẴNG") == "Đà nẵng"
//
// Internal to core/document.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tracuu {

struct LetterCount {
  std::size_t capitals = 0;
  std::size_t small = 0;
};

LetterCount count_letters(std::string_view text);

// Whether there are letters and all of them are capitals.
bool is_capitals(std::string_view text);

// Whether the first letter is a capital.
bool is_capitalized(std::string_view word);

// Returns the text in small letters, in capitals, or in small letters with a capital first. Marks
// and everything that is no letter are kept; look-alikes of đ become đ.
std::string small_letters(std::string_view text);
std::string capital_letters(std::string_view text);
std::string sentence_case(std::string_view text);

}  // namespace tracuu
