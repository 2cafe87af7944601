// Periods and ranges as they are typed: "2020", "12/2020", "2019..2021", "..04/2021".

#include "core/document/date.h"
#include "core/document/scan.h"

namespace tracuu {
namespace {

constexpr std::string_view kRangeMark = "..";

std::optional<int> whole_number(std::string_view text, std::size_t digits) {
  if (text.size() != digits || scan::digit_count(text, 0, digits) != digits) return std::nullopt;
  return scan::digits_value(text, 0, digits);
}

std::optional<DateRange> whole_year(std::string_view text) {
  const auto year = whole_number(text, 4);
  if (!year || *year < kFirstYear || *year > kLastYear) return std::nullopt;
  return DateRange{{*year, 1, 1}, {*year, 12, 31}};
}

std::optional<DateRange> month_of(std::string_view month, std::string_view year) {
  auto number = whole_number(month, 2);
  if (!number) number = whole_number(month, 1);
  const auto days = whole_year(year);
  if (!number || *number < 1 || *number > 12 || !days) return std::nullopt;
  const int y = days->first.year;
  return DateRange{{y, *number, 1}, {y, *number, days_in_month(y, *number)}};
}

// "12/2020", "12-2020", "2020-12", "2020/12"
std::optional<DateRange> whole_month(std::string_view text) {
  const std::size_t cut = text.find_first_of("/-.");
  if (cut == std::string_view::npos) return std::nullopt;
  const std::string_view left = scan::trim(text.substr(0, cut));
  const std::string_view right = scan::trim(text.substr(cut + 1));
  return left.size() == 4 ? month_of(right, left) : month_of(left, right);
}

// "tháng 4/2021", "quý IV/2020"
std::optional<DateRange> written_period(std::string_view text) {
  const auto mention = find_date(text);
  if (!mention || mention->offset != 0 || mention->length != text.size()) return std::nullopt;
  return mention->days;
}

std::optional<DateRange> period(std::string_view text) {
  text = scan::trim(text);
  if (const auto day = parse_date(text)) return DateRange{*day, *day};
  if (const auto year = whole_year(text)) return year;
  if (const auto month = whole_month(text)) return month;
  return written_period(text);
}

}  // namespace

std::optional<DateRange> parse_date_range(std::string_view text) {
  text = scan::trim(text);
  const std::size_t mark = text.find(kRangeMark);
  if (mark == std::string_view::npos) return period(text);
  const std::string_view left = scan::trim(text.substr(0, mark));
  const std::string_view right = scan::trim(text.substr(mark + kRangeMark.size()));
  if (left.empty() && right.empty()) return std::nullopt;

  DateRange range{{kFirstYear, 1, 1}, {kLastYear, 12, 31}};
  if (!left.empty()) {
    const auto from = period(left);
    if (!from) return std::nullopt;
    range.first = from->first;
  }
  if (!right.empty()) {
    const auto to = period(right);
    if (!to) return std::nullopt;
    range.last = to->last;
  }
  return range.first <= range.last ? std::optional(range) : std::nullopt;
}

}  // namespace tracuu
