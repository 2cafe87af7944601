#include "searcher/server/read_request.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>

#include "core/base/error.h"
#include "core/document/date.h"

namespace tracuu {
namespace {

constexpr std::array<std::string_view, 12> kFilters{"type",   "agency",  "year",  "month",
                                                    "status", "signer",  "field", "place",
                                                    "person", "keyword", "path",  "source"};

constexpr std::array<std::string_view, 13> kOthers{
    "q",    "from",  "to",     "effective_from", "effective_to", "as_of",       "sort",
    "page", "limit", "offset", "verbatim",       "collapse",     "predecessors"};

Error bad(std::string_view name, std::string_view value, std::string accepted) {
  return {ErrorCode::kBadOption, {std::string(name), std::string(value), std::move(accepted)}};
}

std::optional<DateRange> read_period(const http::Request& request, std::string_view name) {
  const std::string_view value = request.parameter(name);
  if (value.empty()) return std::nullopt;
  if (auto range = parse_date_range(value)) return range;
  throw bad(name, value, "2020-12-31, 31/12/2020, 12/2020, 2020");
}

std::optional<Date> first_day(const http::Request& request, std::string_view name) {
  const auto range = read_period(request, name);
  return range ? std::optional(range->first) : std::nullopt;
}

std::optional<Date> last_day(const http::Request& request, std::string_view name) {
  const auto range = read_period(request, name);
  return range ? std::optional(range->last) : std::nullopt;
}

Sort read_sort(const http::Request& request) {
  const std::string_view value = request.parameter("sort");
  if (value.empty() || value == "relevance") return Sort::kRelevance;
  if (value == "newest") return Sort::kNewest;
  if (value == "oldest") return Sort::kOldest;
  throw bad("sort", value, "relevance, newest, oldest");
}

void read_filters(const http::Request& request, SearchRequest& search) {
  std::size_t count = 0;
  for (const std::string_view name : kFilters) {
    std::vector<std::string> values = request.values(name);
    if (values.empty()) continue;
    count += values.size();
    if (count > kMaxFilterValues) {
      throw bad(name, values.back(), "≤ " + std::to_string(kMaxFilterValues));
    }
    search.filters.emplace(name, std::move(values));
  }
}

std::size_t read_offset(const http::Request& request, std::size_t limit) {
  if (const auto offset = read_number(request, "offset", kMaxDepth)) return *offset;
  const std::size_t most = kMaxDepth / std::max<std::size_t>(limit, 1) + 1;
  const std::size_t page = read_number(request, "page", most).value_or(1);
  if (page == 0) throw bad("page", "0", "1 … " + std::to_string(most));
  return (page - 1) * limit;
}

}  // namespace

std::span<const std::string_view> filter_names() {
  return kFilters;
}

SearchRequest read_search(const http::Request& request) {
  SearchRequest search;
  search.query = request.parameter("q");
  read_filters(request, search);
  search.from = first_day(request, "from");
  search.to = last_day(request, "to");
  search.effective_from = first_day(request, "effective_from");
  search.effective_to = last_day(request, "effective_to");
  search.as_of = last_day(request, "as_of");
  search.sort = read_sort(request);
  search.limit = read_number(request, "limit", kMaxPageSize).value_or(kPageSize);
  search.offset = read_offset(request, search.limit);
  search.verbatim = read_flag(request, "verbatim", false);
  search.collapse = read_flag(request, "collapse", true);
  search.with_predecessors = read_flag(request, "predecessors", true);
  return search;
}

Language read_language(const http::Request& request, Language otherwise) {
  const std::string_view value = request.parameter("lang");
  if (value.empty()) return otherwise;
  if (value == "vi") return Language::kVietnamese;
  if (value == "en") return Language::kEnglish;
  throw bad("lang", value, "vi, en");
}

std::optional<std::size_t> read_number(const http::Request& request, std::string_view name,
                                       std::size_t most) {
  const std::string_view value = request.parameter(name);
  if (value.empty()) return std::nullopt;
  std::size_t number = 0;
  const auto [end, problem] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (problem != std::errc() || end != value.data() + value.size() || number > most) {
    throw bad(name, value, "0 … " + std::to_string(most));
  }
  return number;
}

bool read_flag(const http::Request& request, std::string_view name, bool otherwise) {
  const std::string_view value = request.parameter(name);
  if (value.empty()) return otherwise;
  if (value == "1") return true;
  if (value == "0") return false;
  throw bad(name, value, "0, 1");
}

void refuse_unknown(const http::Request& request, std::span<const std::string_view> known) {
  const auto is_among = [](std::string_view name, std::span<const std::string_view> names) {
    return std::ranges::find(names, name) != names.end();
  };
  for (const http::Parameter& parameter : request.target.parameters) {
    if (is_among(parameter.name, known) || is_among(parameter.name, kFilters) ||
        is_among(parameter.name, kOthers)) {
      continue;
    }
    std::string accepted;
    for (const auto& names : {known, std::span<const std::string_view>(kOthers),
                              std::span<const std::string_view>(kFilters)}) {
      for (const std::string_view name : names) {
        accepted += accepted.empty() ? "" : ", ";
        accepted += name;
      }
    }
    throw bad(parameter.name, parameter.value, accepted);
  }
}

}  // namespace tracuu
