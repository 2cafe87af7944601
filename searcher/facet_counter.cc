#include "searcher/facet_counter.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>

#include "core/base/error.h"
#include "core/index/schema.h"
#include "searcher/facets.h"
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

class ColumnCounter : public FacetCounter {
 public:
  explicit ColumnCounter(const Column& column)
      : column_(column), counts_(column.ordinal_count(), 0) {}

  void add(std::span<const std::uint32_t> docids) override { column_.count(docids, counts_); }

  std::vector<FacetValue> values(std::size_t most) override {
    column_.gather(counts_);
    std::vector<std::uint32_t> met;
    for (std::uint32_t ordinal = 1; ordinal < counts_.size(); ++ordinal) {
      if (counts_[ordinal] > 0) met.push_back(ordinal);
    }
    const std::size_t shown = std::min(most, met.size());
    std::ranges::partial_sort(met, met.begin() + static_cast<std::ptrdiff_t>(shown),
                              [&](std::uint32_t a, std::uint32_t b) {
                                return counts_[a] != counts_[b]
                                           ? counts_[a] > counts_[b]
                                           : column_.label(a) < column_.label(b);
                              });
    std::vector<FacetValue> values;
    for (std::size_t i = 0; i < shown; ++i) {
      const std::string label(column_.label(met[i]));
      values.push_back({label, label, counts_[met[i]]});
    }
    return values;
  }

 private:
  const Column& column_;
  std::vector<std::uint32_t> counts_;  // by spelling
};

class AgencyCounter : public FacetCounter {
 public:
  AgencyCounter(const AgencyTree& tree, const Column& column)
      : tree_(tree), column_(column), counts_(column.ordinal_count(), 0) {}

  void add(std::span<const std::uint32_t> docids) override {
    column_.count_single(docids, counts_, several_);
  }

  std::vector<FacetValue> values(std::size_t most) override {
    return tree_.values(tree_.node_counts(counts_, several_, column_), most);
  }

 private:
  const AgencyTree& tree_;
  const Column& column_;
  std::vector<std::uint32_t> counts_;   // by spelling
  std::vector<std::uint32_t> several_;  // documents of more than one agency
};

enum class Period { kYears, kMonths };

class DateCounter : public FacetCounter {
 public:
  DateCounter(const Dates& dates, Period period)
      : dates_(dates), period_(period), place_of_year_(kYears, 0), years_(1) {}

  void add(std::span<const std::uint32_t> docids) override {
    for (const std::uint32_t docid : docids) {
      const auto day = static_cast<std::uint32_t>(dates_[docid]);
      if (day == 0) continue;
      std::uint16_t& place = place_of_year_[day / (kMonths * kDays)];
      if (place == 0) {
        place = static_cast<std::uint16_t>(years_.size());
        years_.emplace_back();
        met_.push_back(day / (kMonths * kDays));
      }
      ++years_[place][day / kDays % kMonths];
    }
  }

  std::vector<FacetValue> values(std::size_t most) override {
    std::vector<FacetValue> values;
    std::ranges::sort(met_);
    for (const std::uint32_t year : met_) {
      const Year& months = years_[place_of_year_[year]];
      if (period_ == Period::kYears) {
        const std::uint64_t count = std::accumulate(months.begin(), months.end(), std::uint64_t{0});
        values.push_back({std::to_string(year), std::to_string(year), count});
        continue;
      }
      for (std::size_t month = 0; month < kMonths; ++month) {
        if (months[month] > 0) values.push_back(month_value(year, month, months[month]));
      }
    }
    return most_frequent(std::move(values), most);
  }

 private:
  // Of numbers like 20201231.
  static constexpr std::size_t kYears = 10000;
  static constexpr std::size_t kMonths = 100;
  static constexpr std::size_t kDays = 100;
  using Year = std::array<std::uint32_t, kMonths>;

  static FacetValue month_value(std::size_t year, std::size_t month, std::uint64_t count) {
    const std::string digits = (month < 10 ? "0" : "") + std::to_string(month);
    return {std::to_string(year) + "-" + digits, digits + "/" + std::to_string(year), count};
  }

  const Dates& dates_;
  Period period_;
  std::vector<std::uint16_t> place_of_year_;  // in years_; 0: not met
  std::vector<Year> years_;
  std::vector<std::uint32_t> met_;
};

// Codes are the values, as the labels are in one language.
class StatusCounter : public FacetCounter {
 public:
  explicit StatusCounter(const std::vector<EffectStatus>& statuses) : statuses_(statuses) {}

  void add(std::span<const std::uint32_t> docids) override {
    for (const std::uint32_t docid : docids) ++counts_[static_cast<std::size_t>(statuses_[docid])];
  }

  std::vector<FacetValue> values(std::size_t most) override {
    std::vector<FacetValue> values;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      const auto status = static_cast<EffectStatus>(i);
      if (counts_[i] == 0 || status == EffectStatus::kNotApplicable) continue;
      values.push_back({std::string(effect_code(status)),
                        effect_label(status, Language::kVietnamese), counts_[i]});
    }
    return most_frequent(std::move(values), most);
  }

 private:
  const std::vector<EffectStatus>& statuses_;
  std::array<std::uint64_t, kEffectStatuses> counts_{};
};

}  // namespace

std::unique_ptr<FacetCounter> make_counter(std::string_view facet, const SearchRequest& request,
                                           Snapshot& snapshot) {
  if (facet == schema::kYearField) {
    return std::make_unique<DateCounter>(snapshot.dates(), Period::kYears);
  }
  if (facet == schema::kMonthField) {
    return std::make_unique<DateCounter>(snapshot.dates(), Period::kMonths);
  }
  if (facet == schema::kStatusField) {
    return std::make_unique<StatusCounter>(snapshot.statuses(as_of(request)));
  }
  const FacetField* field = find_facet_field(facet);
  if (field == nullptr) {
    throw Error(ErrorCode::kBadOption, {"--facets", std::string(facet), std::string(kFacetNames)});
  }
  const Column& column = snapshot.column(*field);
  if (facet == schema::kAgencyField) {
    return std::make_unique<AgencyCounter>(snapshot.agencies(), column);
  }
  return std::make_unique<ColumnCounter>(column);
}

}  // namespace tracuu
