#include "core/document/authority/authority_tables.h"

#include <string>

#include "core/document/scan.h"

namespace tracuu {

std::optional<Date> first_day(std::string_view text) {
  constexpr std::size_t kYearBytes = 4;
  constexpr std::size_t kMonthBytes = 7;
  std::string day(text);
  if (text.size() == kYearBytes) day += "-01-01";
  if (text.size() == kMonthBytes) day += "-01";
  return parse_iso(day);
}

SuccessorCell successor_cell(std::string_view part) {
  const std::size_t open = part.find('(');
  if (open == std::string_view::npos) return {scan::trim(part), {}};
  const std::size_t close = part.find(')', open);
  return {scan::trim(part.substr(0, open)),
          part.substr(open + 1, close == std::string_view::npos ? close : close - open - 1)};
}

}  // namespace tracuu
