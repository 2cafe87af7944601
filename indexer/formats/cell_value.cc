#include "indexer/formats/cell_value.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace tracuu::input {

std::string number_text(double value) {
  constexpr double kExact = 1e15;  // beyond it numbers are no counts
  char text[40];
  if (std::isfinite(value) && value == std::floor(value) && std::abs(value) < kExact) {
    std::snprintf(text, sizeof text, "%.0f", value);
  } else {
    std::snprintf(text, sizeof text, "%.10g", value);
  }
  return text;
}

std::string date_text(double days) {
  constexpr double kFirst = 61;        // 01/3/1900: before it the count is off by a day
  constexpr double kLast = 2'958'465;  // 31/12/9999
  if (!(days >= kFirst && days <= kLast)) return number_text(days);
  const auto day = std::chrono::sys_days(std::chrono::year(1899) / 12 / 30) +
                   std::chrono::days(static_cast<int>(days));
  const std::chrono::year_month_day date(day);
  char text[40];
  // Nghị định 30/2020: a zero before days below 10 and the months 1 and 2.
  const auto month = static_cast<unsigned>(date.month());
  std::snprintf(text, sizeof text, month < 3 ? "%02u/%02u/%d" : "%02u/%u/%d",
                static_cast<unsigned>(date.day()), month, static_cast<int>(date.year()));
  return text;
}

bool is_date_format(unsigned number, std::string_view code) {
  if ((number >= 14 && number <= 17) || number == 22) return true;
  bool is_quoted = false;
  bool has_day = false;
  bool has_year = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (code[i] == '"') is_quoted = !is_quoted;
    if (code[i] == '[') i = std::min(code.find(']', i), code.size());  // [Red], [$-42A]
    if (is_quoted || i >= code.size()) continue;
    has_day = has_day || code[i] == 'd' || code[i] == 'D';
    has_year = has_year || code[i] == 'y' || code[i] == 'Y';
  }
  return has_day || has_year;
}

}  // namespace tracuu::input
