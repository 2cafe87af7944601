// Days as value slots keep them and as people read them.
//
//   iso_of_key("20250701") == "2025-07-01"     day_for_people({2025, 7, 1}) == "01/7/2025"
//
// For people a day below 10 and the months 1 and 2 have a zero, as the rules of the state's
// documents ask for.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/document/date.h"

namespace tracuu {

// Returns "2025-07-01" for "20250701", empty for what is no day.
std::string iso_of_key(std::string_view key);

// Returns the day of "20250701", nothing for what is none.
std::optional<Date> day_of_key(std::string_view key);

// Returns "01/7/2025". REQUIRES: is_valid(date).
std::string day_for_people(const Date& date);

// Returns "ngày 03 tháng 6 năm 2020". REQUIRES: is_valid(date).
std::string day_in_words(const Date& date);

// Returns the day it is in Việt Nam, wherever the program runs: what is in force «today» is asked
// about the law of one country.
Date today_in_vietnam();

}  // namespace tracuu
