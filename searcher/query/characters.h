// What single characters mean to the query language, and how wide they are on a terminal.
//
//   «Huế “x”»   blank: ' ' (and NBSP, controls); quote: “ and ”; the rest makes words
//
// Queries are bytes from anywhere. Malformed bytes are characters of their own that are no blank,
// no quote and no letter, so they end up in words as they are.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tracuu::query {

bool is_blank(char32_t code);
bool is_quote(char32_t code);
bool is_letter_or_digit(char32_t code);

bool has_lower_case(std::string_view text);
bool has_upper_case(std::string_view text);
bool begins_with_letter_or_digit(std::string_view text);

// Returns the number of letters and digits; marks on top of them do not count.
std::size_t count_letters_and_digits(std::string_view text);

// Returns the number of characters a reader sees: combining marks do not count.
std::size_t count_letters_and_signs(std::string_view text);

// Returns `text` with every run of blanks as one ' ', none at the ends.
std::string with_single_blanks(std::string_view text);

// Returns the columns a terminal gives the character: 0 for combining marks, 2 for wide ones.
std::size_t column_width(char32_t code);

// Returns `text` as a line that cannot disturb a terminal, character by character: ' ' for every
// kind of blank, U+FFFD for controls, invisible characters and malformed bytes.
std::string harmless(std::string_view text);

// Returns the columns of `text`, which must be harmless.
std::size_t count_columns(std::string_view text);

}  // namespace tracuu::query
