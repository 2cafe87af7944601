// Finds dates in running text: one pass, stopping at digits and at the letters that begin «tháng»
// and «quý»; what stands there is read by the small readers of date_reader.h, each of which either
// reads a whole date or nothing.

#include <algorithm>
#include <array>
#include <string>

#include "core/document/date.h"
#include "core/document/date_reader.h"
#include "core/document/scan.h"
#include "core/text/fold.h"

namespace tracuu {
namespace {

using Precision = DateMention::Precision;

// «ngày 12/4», «sáng 23/7»: without one of these words a pair of numbers is a fraction.
bool follows_day_word(std::string_view text, std::size_t i) {
  static constexpr std::array<std::string_view, 8> kKeys = {"ngay", "sang", "trua", "chieu",
                                                            "toi",  "dem",  "hom",  "mung"};
  const std::string_view word = scan::word_before(text, i);
  return !word.empty() && std::ranges::find(kKeys, fold(word, Marks::kDrop)) != kKeys.end();
}

// The last such day not after the reference.
std::optional<Date> with_year(const DayAndMonth& found, const std::optional<Date>& reference) {
  if (!reference) return std::nullopt;
  Date date{reference->year, found.month, found.day};
  if (date > *reference) --date.year;
  return date;
}

DateMention day_mention(const Date& date, std::size_t offset, std::size_t end) {
  DateMention mention;
  mention.days = {date, date};
  mention.offset = offset;
  mention.length = end - offset;
  return mention;
}

// 2020-12-31
std::optional<DateMention> read_iso(std::string_view text, std::size_t i) {
  constexpr std::size_t kLength = 10;
  const auto date = parse_iso(text.substr(i, kLength));
  if (!date || goes_on(text, i + kLength, Year::kGiven)) return std::nullopt;
  return day_mention(*date, i, i + kLength);
}

// Whether a whole date and a dash stand before `i`: 01/01/2020-31/12/2020.
bool follows_date(std::string_view text, std::size_t i) {
  constexpr std::size_t kTail = 6;  // "/2020-"
  if (i < kTail || text[i - 1] != '-') return false;
  const char separator = text[i - kTail];
  return (separator == '/' || separator == '.') && read_year(text, i - kTail + 1).end == i - 1;
}

// Whether the digits at `i` are the rest of a longer number: 0208-3855, 1.234, A4.
bool continues_number(std::string_view text, std::size_t i) {
  if (scan::follows_word(text, i)) return true;
  if (i < 2 || follows_date(text, i)) return false;
  const char before = text[i - 1];
  return (before == '/' || before == '.' || before == '-' || before == ',') &&
         scan::is_digit(text[i - 2]);
}

std::optional<DateMention> read_day(std::string_view text, std::size_t i,
                                    const std::optional<Date>& reference) {
  if (continues_number(text, i)) return std::nullopt;
  if (auto iso = read_iso(text, i)) return iso;
  DayAndMonth found = read_long(text, i);
  if (found.end == 0) found = read_short(text, i);
  if (found.end == 0) return std::nullopt;
  std::optional<Date> date;
  if (found.year) {
    date = Date{*found.year, found.month, found.day};
  } else if (follows_day_word(text, i)) {
    date = with_year(found, reference);
  }
  if (!date || !is_valid(*date)) return std::nullopt;
  DateMention mention = day_mention(*date, i, found.end);
  mention.is_year_given = found.year.has_value();
  return mention;
}

DateMention period_mention(int year, int first_month, int last_month, Precision precision) {
  DateMention mention;
  mention.days = {{year, first_month, 1}, {year, last_month, days_in_month(year, last_month)}};
  mention.precision = precision;
  return mention;
}

// tháng 4/2021, tháng tư năm 2021
std::optional<DateMention> read_month_of_year(std::string_view text, std::size_t i) {
  const std::size_t at = skip_word(text, i, "thang");
  if (at == 0) return std::nullopt;
  const DateValue month = read_month(text, at);
  if (month.end == 0 || month.value < 1 || month.value > 12) return std::nullopt;
  const DateValue year = read_year_behind(text, month.end);
  if (year.end == 0 || goes_on(text, year.end, Year::kGiven)) return std::nullopt;
  DateMention mention = period_mention(year.value, month.value, month.value, Precision::kMonth);
  mention.offset = i;
  mention.length = year.end - i;
  return mention;
}

// quý IV/2020, Quý 1 năm 2021
std::optional<DateMention> read_quarter(std::string_view text, std::size_t i) {
  static constexpr std::array<std::string_view, 4> kRoman = {"i", "ii", "iii", "iv"};
  const std::size_t at = skip_word(text, i, "quy");
  if (at == 0) return std::nullopt;
  DateValue quarter = read_number(text, at, 1);
  if (quarter.end == 0) {
    const std::string key = key_at(text, at);
    const auto roman = std::ranges::find(kRoman, key);
    if (roman == kRoman.end()) return std::nullopt;
    quarter = {static_cast<int>(roman - kRoman.begin()) + 1, at + key.size()};
  }
  if (quarter.value < 1 || quarter.value > 4) return std::nullopt;
  const DateValue year = read_year_behind(text, quarter.end);
  if (year.end == 0 || goes_on(text, year.end, Year::kGiven)) return std::nullopt;
  DateMention mention =
      period_mention(year.value, quarter.value * 3 - 2, quarter.value * 3, Precision::kQuarter);
  mention.offset = i;
  mention.length = year.end - i;
  return mention;
}

// A cheap look at the letters before any folding: "th" and "qu" in either case.
bool may_begin_period(std::string_view text, std::size_t i) {
  if (i + 2 >= text.size()) return false;
  const char first = static_cast<char>(text[i] | 0x20);
  const char second = static_cast<char>(text[i + 1] | 0x20);
  if (first == 't')
    return second == 'h' && ((text[i + 2] | 0x20) == 'a' || (text[i + 2] & 0x80) != 0);
  return first == 'q' && second == 'u';
}

std::optional<DateMention> read_date(std::string_view text, std::size_t i,
                                     const std::optional<Date>& reference) {
  if (scan::is_digit(text[i])) return read_day(text, i, reference);
  if (!may_begin_period(text, i) || scan::follows_word(text, i)) return std::nullopt;
  return (text[i] | 0x20) == 't' ? read_month_of_year(text, i) : read_quarter(text, i);
}

// Returns the first date at or behind `start`.
std::optional<DateMention> next_date(std::string_view text, std::size_t start,
                                     const std::optional<Date>& reference) {
  for (std::size_t i = start; i < text.size(); ++i) {
    if (auto mention = read_date(text, i, reference)) return mention;
    if (scan::is_digit(text[i])) {
      while (scan::is_digit_at(text, i + 1)) ++i;
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<DateMention> find_dates(std::string_view text, std::optional<Date> reference) {
  std::vector<DateMention> found;
  std::size_t start = 0;
  while (auto mention = next_date(text, start, reference)) {
    start = mention->offset + mention->length;
    found.push_back(*mention);
  }
  return found;
}

std::optional<DateMention> find_date(std::string_view text, std::optional<Date> reference) {
  return next_date(text, 0, reference);
}

std::optional<Date> parse_vietnamese_date(std::string_view text) {
  text = scan::trim(text);
  if (const std::size_t behind = skip_word(text, 0, "ngay")) text.remove_prefix(behind);
  if (text.empty() || !scan::is_digit(text.front())) return std::nullopt;
  const auto mention = read_day(text, 0, std::nullopt);
  if (!mention || mention->length != text.size()) return std::nullopt;
  return mention->days.first;
}

std::string to_text(const DateMention& mention) {
  const Date& first = mention.days.first;
  std::string iso = to_iso(first);
  switch (mention.precision) {
    case Precision::kDay:
      return iso;
    case Precision::kMonth:
      return iso.substr(0, 7);
    case Precision::kQuarter:
      return iso.substr(0, 4) + "-Q" + std::to_string((first.month + 2) / 3);
  }
  return iso;
}

}  // namespace tracuu
