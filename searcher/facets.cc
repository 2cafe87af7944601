#include "searcher/facets.h"

#include <algorithm>
#include <map>

#include "core/base/error.h"
#include "core/index/schema.h"
#include "searcher/filters.h"

namespace tracuu {
namespace {

std::vector<FacetValue> most_frequent(std::vector<FacetValue> values, std::size_t most) {
  std::ranges::sort(values, [](const FacetValue& a, const FacetValue& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
  if (values.size() > most) values.resize(most);
  return values;
}

std::vector<FacetValue> count_column(const Column& column, const DocumentSet& hits) {
  std::vector<std::uint64_t> counts(column.keys.size(), 0);
  for (const std::uint32_t docid : hits) ++counts[column.ordinals[docid]];
  std::vector<FacetValue> values;
  for (std::size_t ordinal = 1; ordinal < counts.size(); ++ordinal) {
    if (counts[ordinal] == 0) continue;
    values.push_back({column.labels[ordinal], column.labels[ordinal], counts[ordinal]});
  }
  return values;
}

// A document in "sample/van-ban/2021" counts for each of the three folders.
std::vector<FacetValue> count_folders(const Column& column, const DocumentSet& hits) {
  std::map<std::string, std::uint64_t> counts;
  for (const FacetValue& folder : count_column(column, hits)) {
    for (std::size_t end = folder.value.find('/');; end = folder.value.find('/', end + 1)) {
      counts[folder.value.substr(0, end)] += folder.count;
      if (end == std::string::npos) break;
    }
  }
  std::vector<FacetValue> values;
  values.reserve(counts.size());
  for (const auto& [folder, count] : counts) values.push_back({folder, folder, count});
  return values;
}

// "2020" for a divisor of 10000, "2020-12" for one of 100.
std::vector<FacetValue> count_dates(const std::vector<std::int32_t>& dates, const DocumentSet& hits,
                                    std::int32_t divisor) {
  std::map<std::int32_t, std::uint64_t> counts;
  for (const std::uint32_t docid : hits) {
    if (dates[docid] != 0) ++counts[dates[docid] / divisor];
  }
  std::vector<FacetValue> values;
  for (const auto& [period, count] : counts) {
    const std::string digits = std::to_string(period);
    const bool has_month = digits.size() == 6;
    const std::string value = has_month ? digits.substr(0, 4) + "-" + digits.substr(4) : digits;
    const std::string label = has_month ? digits.substr(4) + "/" + digits.substr(0, 4) : digits;
    values.push_back({value, label, count});
  }
  return values;
}

std::vector<FacetValue> count_values(const std::string& name, const DocumentSet& hits,
                                     Snapshot& snapshot) {
  if (name == schema::kAgencyField) return count_column(snapshot.agencies(), hits);
  if (name == schema::kTypeField) return count_column(snapshot.types(), hits);
  if (name == schema::kPathField) return count_folders(snapshot.folders(), hits);
  if (name == schema::kYearField) return count_dates(snapshot.dates(), hits, 10000);
  if (name == schema::kMonthField) return count_dates(snapshot.dates(), hits, 100);
  throw Error(ErrorCode::kBadOption, {"--facets", name, "agency, type, year, month, path"});
}

}  // namespace

std::vector<Facet> count_facets(const SearchRequest& request, const DocumentSet& unfiltered,
                                Snapshot& snapshot) {
  std::vector<Facet> facets;
  for (const std::string& name : request.facets) {
    const DocumentSet hits = has_filters(request, name)
                                 ? unfiltered & docs_admitted(request, name, snapshot)
                                 : unfiltered;
    facets.push_back(
        {name, most_frequent(count_values(name, hits, snapshot), request.facet_values)});
  }
  return facets;
}

}  // namespace tracuu
