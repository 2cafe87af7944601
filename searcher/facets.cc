#include "searcher/facets.h"

#include <algorithm>
#include <array>
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
  for (const std::uint32_t docid : hits) {
    for (const std::uint32_t ordinal : column.of(docid)) ++counts[ordinal];
  }
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

// Codes are the values, as the labels are in one language.
std::vector<FacetValue> count_statuses(const std::vector<EffectStatus>& statuses,
                                       const DocumentSet& hits) {
  std::array<std::uint64_t, kEffectStatuses> counts{};
  for (const std::uint32_t docid : hits) ++counts[static_cast<std::size_t>(statuses[docid])];
  std::vector<FacetValue> values;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const auto status = static_cast<EffectStatus>(i);
    if (counts[i] == 0 || status == EffectStatus::kNotApplicable) continue;
    values.push_back(
        {std::string(effect_code(status)), effect_label(status, Language::kVietnamese), counts[i]});
  }
  return values;
}

std::vector<FacetValue> count_values(const std::string& name, const DocumentSet& hits,
                                     std::size_t most, Snapshot& snapshot) {
  if (const FacetField* field = find_facet_field(name)) {
    const Column& column = snapshot.column(*field);
    if (name == schema::kAgencyField) return snapshot.agencies().count(hits, column, most);
    return name == schema::kPathField ? count_folders(column, hits) : count_column(column, hits);
  }
  if (name == schema::kYearField) return count_dates(snapshot.dates(), hits, 10000);
  if (name == schema::kMonthField) return count_dates(snapshot.dates(), hits, 100);
  throw Error(ErrorCode::kBadOption, {"--facets", name, std::string(kFacetNames)});
}

}  // namespace

std::vector<Facet> count_facets(const SearchRequest& request, const DocumentSet& unfiltered,
                                Snapshot& snapshot) {
  std::vector<Facet> facets;
  for (const std::string& name : request.facets) {
    const DocumentSet hits = has_filters(request, name)
                                 ? unfiltered & docs_admitted(request, name, snapshot)
                                 : unfiltered;
    std::vector<FacetValue> values = name == schema::kStatusField
                                         ? count_statuses(snapshot.statuses(as_of(request)), hits)
                                         : count_values(name, hits, request.facet_values, snapshot);
    const bool is_tree = name == schema::kAgencyField;
    facets.push_back({name, is_tree ? std::move(values)
                                    : most_frequent(std::move(values), request.facet_values)});
  }
  return facets;
}

}  // namespace tracuu
