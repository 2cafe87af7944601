// The numbers that headings bear: 5, 12a, IV, «thứ nhất», đ.
//
//   read_roman("IV. Tổ chức")  == {value 4, length 2}
//   letter_place("đ") == 5     (a b c d đ e g h i k l m n o p q r s t u v x y)
//
// Internal to core/document/outline.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tracuu::outline {

struct Numeral {
  std::uint32_t value = 0;
  std::size_t length = 0;  // bytes; 0: none here
};

// Reads the canonical Roman number in capitals at the beginning, up to 89; no letter or digit may
// follow.
Numeral read_roman(std::string_view text);

// Reads «nhất», «hai», «ba» … «mười» at the beginning, in any case, NFC.
Numeral read_ordinal_word(std::string_view text);

// Returns the place, from 1, of the small letter the text begins with in the order in which điểm
// are lettered, and its length; U+00F0 counts as đ.
Numeral read_point_letter(std::string_view text);

// Returns the number without zeros before it: "01" is "1".
std::string_view without_zeros(std::string_view number);

// Returns the number for an anchor: "iv", "12a", "i-2"; đ is "dd".
std::string anchor_number(std::string_view number);

}  // namespace tracuu::outline
