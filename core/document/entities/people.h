// The people a text names with a title or an office.
//
//   "Phó Thủ tướng Vũ Đức Đam"                   {"Vũ Đức Đam", "Phó Thủ tướng"}
//   "ông Nguyễn Văn An, Chủ tịch UBND tỉnh"      {"Nguyễn Văn An", "Chủ tịch UBND tỉnh"}
//   "Bộ trưởng Bộ TT&TT Nguyễn Mạnh Hùng"        {"Nguyễn Mạnh Hùng", "Bộ trưởng Bộ TT&TT"}
//   "bà Trần Thị B"                              {"Trần Thị B", "bà"}
//   "đường Nguyễn Trãi", "thành phố Hồ Chí Minh", "Công ty Hoàng Anh"     none
//
// A name is 2–5 capitalized Vietnamese syllables, the first a family name (data/family_names.tsv)
// or Y and H' of the peoples of the Central Highlands; it must bear a title, right before it or
// behind a comma. Foreign names and names without a title are left out: rather none than a wrong
// one.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/document/document.h"

namespace tracuu {

inline constexpr std::size_t kMaxPeople = 50;

// Returns the people in the order in which they are first named, each once, with the longest title
// the text gives; the first kMaxPeople. Linear.
std::vector<Person> find_people(std::string_view text);

}  // namespace tracuu
