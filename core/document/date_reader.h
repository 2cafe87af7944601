// Reads the parts of a date where a scan has found its beginning.
//
//   read_short("06 / 7 /2005", 0)         day 6, month 7, year 2005
//   read_long("20 tháng tư năm 2021", 0)  day 20, month 4, year 2021
//   read_month("mười hai", 0)             12
//
// Each function reads at an offset and tells where it stopped; an end of 0 is "not here". Whether
// the day exists is left to is_valid. Internal to core/document.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tracuu {

struct DateValue {
  int value = 0;
  std::size_t end = 0;
};

struct DayAndMonth {
  int day = 0;
  int month = 0;
  std::optional<int> year;
  std::size_t end = 0;
};

// Returns the letters at `i` in small letters without marks.
std::string key_at(std::string_view text, std::size_t i);

// Returns the offset behind the word `key` (without marks) and the blanks around it, 0 if absent.
std::size_t skip_word(std::string_view text, std::size_t i, std::string_view key);

// Reads at most `max_digits` digits that are not part of a longer run, or a year in our range.
DateValue read_number(std::string_view text, std::size_t i, std::size_t max_digits);
DateValue read_year(std::string_view text, std::size_t i);

// «4», «tư», «mười một»
DateValue read_month(std::string_view text, std::size_t i);

// The year behind a month or quarter: «/2021», «-2021», «năm 2021», «, năm 2021».
DateValue read_year_behind(std::string_view text, std::size_t i);

// Whether more digits or letters hang on: 15/2020/NĐ-CP, 1/2/3/4, 3/4-5. Behind a year a dash is
// one between two dates: 01/01/2020-31/12/2020.
enum class Year { kOpen, kGiven };
bool goes_on(std::string_view text, std::size_t i, Year year);

// 31/12/2020, 06 / 7 /2005, 01-10-1997, 05/03/20, and 12/4 with the year left open.
DayAndMonth read_short(std::string_view text, std::size_t i);

// 31 tháng 12 năm 2020, 03 tháng bốn, năm 2018, 3 tháng 4/2018, and 3 tháng 4.
DayAndMonth read_long(std::string_view text, std::size_t i);

}  // namespace tracuu
