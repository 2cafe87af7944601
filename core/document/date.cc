#include "core/document/date.h"

#include <cstdio>

#include "core/document/scan.h"

namespace tracuu {
namespace {

constexpr std::size_t kIsoLength = 10;  // 2020-12-31

bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

// "2020-12-31T08:00:00Z", "2020-12-31 08:00"
bool begins_time(char c) {
  return c == 'T' || c == ' ';
}

}  // namespace

int days_in_month(int year, int month) {
  switch (month) {
    case 2:
      return is_leap(year) ? 29 : 28;
    case 4:
    case 6:
    case 9:
    case 11:
      return 30;
    default:
      return 31;
  }
}

bool is_valid(const Date& date) {
  return date.year >= kFirstYear && date.year <= kLastYear && date.month >= 1 && date.month <= 12 &&
         date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

std::optional<Date> parse_iso(std::string_view text) {
  if (text.size() != kIsoLength || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (scan::digit_count(text, 0, 4) != 4 || scan::digit_count(text, 5, 2) != 2 ||
      scan::digit_count(text, 8, 2) != 2) {
    return std::nullopt;
  }
  const Date date{scan::digits_value(text, 0, 4), scan::digits_value(text, 5, 2),
                  scan::digits_value(text, 8, 2)};
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

std::string to_iso(const Date& date) {
  char buffer[40];  // three ints at their longest
  const int length =
      std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", date.year, date.month, date.day);
  return {buffer, static_cast<std::size_t>(length)};
}

std::int32_t to_key(const Date& date) {
  return static_cast<std::int32_t>(date.year * 10000 + date.month * 100 + date.day);
}

std::optional<Date> parse_date(std::string_view text) {
  text = scan::trim(text);
  if (text.size() > kIsoLength && begins_time(text[kIsoLength])) {
    if (const auto iso = parse_iso(text.substr(0, kIsoLength))) return iso;
  }
  if (const auto iso = parse_iso(text)) return iso;
  return parse_vietnamese_date(text);
}

}  // namespace tracuu
