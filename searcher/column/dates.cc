#include "searcher/column/dates.h"

#include <charconv>

#include "searcher/column/value_stream.h"

namespace tracuu {

std::int32_t date_number(std::string_view text) {
  constexpr std::int32_t kLastDay = 99991231;
  // "-20251231": the end of force alone. from_chars would take the dash for a sign.
  if (text.starts_with('-')) return 0;
  std::int32_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number > kLastDay ? 0 : number;
}

std::optional<Date> date_of(std::int32_t number) {
  constexpr std::int32_t kMonths = 100;
  constexpr std::int32_t kYears = 10000;
  const Date day{number / kYears, number / kMonths % kMonths, number % kMonths};
  return is_valid(day) ? std::optional(day) : std::nullopt;
}

Dates load_dates(const IndexView& database, Xapian::valueno slot) {
  Dates dates(database.get_lastdocid() + std::size_t{1}, 0);
  for_each_value(database, slot, [&](Xapian::docid docid, std::string_view value) {
    dates[docid] = date_number(value);
  });
  return dates;
}

Dates follow_dates(const Dates& earlier, const IndexView& database, Xapian::valueno slot,
                   std::span<const Xapian::docid> touched) {
  Dates dates;
  dates.reserve(database.get_lastdocid() + std::size_t{1});
  dates = earlier;
  dates.resize(database.get_lastdocid() + std::size_t{1}, 0);
  for_each_value_of(database, slot, touched, [&](Xapian::docid docid, std::string_view value) {
    dates[docid] = date_number(value);
  });
  return dates;
}

}  // namespace tracuu
