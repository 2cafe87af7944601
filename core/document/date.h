// Dates as Vietnamese documents and typed queries write them.
//
//   parse_date("ngày 06 / 7 /2005")             == 2005-07-06
//   find_date("quý IV/2020").days               == 2020-10-01 … 2020-12-31
//   find_date("hội nghị ngày 12/4", 2021-04-17) == 2021-04-12, its year taken from the reference
//   parse_date_range("01/2021..04/2021")        == 2021-01-01 … 2021-04-30
//
// The day comes first, always. Numbers that only look alike are no dates: 15/2020/NĐ-CP,
// 3/4 diện tích, 24/7, 2021 - 2025. Years run from 1900 to 2100.

#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu {

inline constexpr int kFirstYear = 1900;
inline constexpr int kLastYear = 2100;

// A day. Ordered by time. A default-made one is not valid.
struct Date {
  int year = 0;
  int month = 0;  // 1 … 12
  int day = 0;    // 1 … 31

  // clang-tidy 14 takes the 0 of defaulted comparisons for a pointer.
  friend auto operator<=>(const Date&, const Date&) = default;  // NOLINT(modernize-use-nullptr)
};

// From the first day to the last, both included.
struct DateRange {
  Date first;
  Date last;

  friend bool operator==(const DateRange&, const DateRange&) = default;
};

// A date found in text.
struct DateMention {
  enum class Precision { kDay, kMonth, kQuarter };

  DateRange days;
  Precision precision = Precision::kDay;
  bool is_year_given = true;
  std::size_t offset = 0;  // bytes; «ngày» is not part of it
  std::size_t length = 0;
};

// Returns the number of days of a month. REQUIRES: 1 ≤ month ≤ 12.
int days_in_month(int year, int month);

// Returns whether the day exists in the calendar, in the years kFirstYear … kLastYear.
bool is_valid(const Date& date);

// Returns the day that "2020-12-31", and nothing else, stands for.
std::optional<Date> parse_iso(std::string_view text);

// Returns "2020-12-31". REQUIRES: is_valid(date).
std::string to_iso(const Date& date);

// Returns yyyymmdd, ordered as the days are.
std::int32_t to_key(const Date& date);

// Returns the day that the whole text is, with or without «ngày» before it: "31/12/2020",
// "05/03/20", "ngày 03 tháng bốn năm 2018".
std::optional<Date> parse_vietnamese_date(std::string_view text);

// Returns the day that the whole text is, ISO (a time of day behind it is ignored) or Vietnamese.
std::optional<Date> parse_date(std::string_view text);

// Returns the days that a typed period or range means: a day, "12/2020", "2020-12", "2020",
// "tháng 4/2021", "quý IV/2020", two of these joined by "..", or one with an open end: "..2020".
// Nothing when the text is none of these or ends before it begins.
std::optional<DateRange> parse_date_range(std::string_view text);

// Returns the dates of running text in order; the first alone. A date without a year («ngày 12/4»)
// is the last such day not after `reference`, and is left out without one. Linear.
std::vector<DateMention> find_dates(std::string_view text, std::optional<Date> reference = {});
std::optional<DateMention> find_date(std::string_view text, std::optional<Date> reference = {});

// Returns "2020-12-31", "2021-04" or "2020-Q4", by the mention's precision.
std::string to_text(const DateMention& mention);

}  // namespace tracuu
