#include "core/document/date_reader.h"

#include <algorithm>
#include <array>

#include "core/document/date.h"
#include "core/document/scan.h"
#include "core/text/fold.h"

namespace tracuu {
namespace {

// «05/03/20»: two digits mean the years around ours.
DateValue read_short_year(std::string_view text, std::size_t i) {
  constexpr int kPivot = 50;
  const DateValue year = read_number(text, i, 2);
  if (year.end != i + 2) return {};
  return {year.value < kPivot ? 2000 + year.value : 1900 + year.value, year.end};
}

// The length of a separator of short dates; `kind` tells / - . apart.
std::size_t separator_length(std::string_view text, std::size_t i, char& kind) {
  if (i < text.size() && (text[i] == '/' || text[i] == '.')) {
    kind = text[i];
    return 1;
  }
  kind = '-';
  return scan::dash_length(text, i);
}

}  // namespace

std::string key_at(std::string_view text, std::size_t i) {
  return fold(scan::word_at(text, i), Marks::kDrop);
}

std::size_t skip_word(std::string_view text, std::size_t i, std::string_view key) {
  const std::size_t start = scan::skip_blanks(text, i);
  const std::string_view word = scan::word_at(text, start);
  if (word.empty() || fold(word, Marks::kDrop) != key) return 0;
  return scan::skip_blanks(text, start + word.size());
}

DateValue read_number(std::string_view text, std::size_t i, std::size_t max_digits) {
  const std::size_t count = scan::digit_count(text, i, max_digits);
  if (count == 0 || count > max_digits) return {};
  return {scan::digits_value(text, i, count), i + count};
}

DateValue read_year(std::string_view text, std::size_t i) {
  const DateValue year = read_number(text, i, 4);
  return year.end == i + 4 && year.value >= kFirstYear && year.value <= kLastYear ? year
                                                                                  : DateValue{};
}

DateValue read_month(std::string_view text, std::size_t i) {
  struct Name {
    std::string_view key;
    int month;
  };
  static constexpr std::array<Name, 13> kNames = {{{"gieng", 1},
                                                   {"mot", 1},
                                                   {"hai", 2},
                                                   {"ba", 3},
                                                   {"tu", 4},
                                                   {"bon", 4},
                                                   {"nam", 5},
                                                   {"sau", 6},
                                                   {"bay", 7},
                                                   {"tam", 8},
                                                   {"chin", 9},
                                                   {"muoi", 10},
                                                   {"chap", 12}}};
  if (scan::is_digit_at(text, i)) return read_number(text, i, 2);
  const std::string_view word = scan::word_at(text, i);
  const std::string key = fold(word, Marks::kDrop);
  const auto name = std::ranges::find(kNames, key, &Name::key);
  if (name == kNames.end()) return {};
  const std::size_t end = i + word.size();
  if (name->month != 10) return {name->month, end};
  const std::size_t next = scan::skip_blanks(text, end);
  const std::string unit = key_at(text, next);
  const int add = unit == "mot" ? 1 : unit == "hai" ? 2 : 0;
  return {10 + add, add == 0 ? end : next + scan::word_at(text, next).size()};
}

DateValue read_year_behind(std::string_view text, std::size_t i) {
  std::size_t at = scan::skip_blanks(text, i);
  const std::size_t dash = scan::dash_length(text, at);
  if (dash != 0 || (at < text.size() && text[at] == '/')) {
    return read_year(text, scan::skip_blanks(text, at + std::max<std::size_t>(dash, 1)));
  }
  if (at < text.size() && text[at] == ',') ++at;
  const std::size_t year = skip_word(text, at, "nam");
  return year == 0 ? DateValue{} : read_year(text, year);
}

bool goes_on(std::string_view text, std::size_t i, Year year) {
  if (scan::is_digit_at(text, i) || scan::letter_length(text, i) != 0) return true;
  char kind = 0;
  const std::size_t separator = separator_length(text, i, kind);
  if (separator == 0 || (kind == '-' && year == Year::kGiven)) return false;
  const std::size_t next = i + separator;
  return scan::is_digit_at(text, next) || (kind != '.' && scan::letter_length(text, next) != 0);
}

DayAndMonth read_short(std::string_view text, std::size_t i) {
  const DateValue day = read_number(text, i, 2);
  if (day.end == 0) return {};
  char first = 0;
  std::size_t at = scan::skip_blanks(text, day.end);
  std::size_t separator = separator_length(text, at, first);
  if (separator == 0) return {};
  const DateValue month = read_number(text, scan::skip_blanks(text, at + separator), 2);
  if (month.end == 0) return {};
  DayAndMonth found{day.value, month.value, std::nullopt, month.end};

  char second = 0;
  at = scan::skip_blanks(text, month.end);
  separator = separator_length(text, at, second);
  if (separator != 0 && first == second) {
    const std::size_t year_at = scan::skip_blanks(text, at + separator);
    DateValue year = read_year(text, year_at);
    if (year.end == 0 && first == '/') year = read_short_year(text, year_at);
    if (year.end != 0) {
      found.year = year.value;
      found.end = year.end;
    }
  }
  const Year year = found.year ? Year::kGiven : Year::kOpen;
  return goes_on(text, found.end, year) ? DayAndMonth{} : found;
}

DayAndMonth read_long(std::string_view text, std::size_t i) {
  const DateValue day = read_number(text, i, 2);
  if (day.end == 0) return {};
  const std::size_t month_at = skip_word(text, day.end, "thang");
  if (month_at == 0) return {};
  const DateValue month = read_month(text, month_at);
  if (month.end == 0) return {};
  const DateValue year = read_year_behind(text, month.end);
  if (year.end == 0) return {day.value, month.value, std::nullopt, month.end};
  return {day.value, month.value, year.value, year.end};
}

}  // namespace tracuu
