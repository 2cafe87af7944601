#include "searcher/rerank/standing.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/document/doctype.h"
#include "core/document/legal_rank.h"
#include "core/document/news.h"
#include "core/index/schema.h"
#include "core/text/fold.h"
#include "searcher/column/dates.h"
#include "searcher/column/value_stream.h"
#include "searcher/graph/load_effect.h"
#include "searcher/graph/resolver.h"

namespace tracuu {
namespace {

// The decree's: from here up all weigh the same.
constexpr int kFullLevel = 5;

double weight_of(int level) {
  if (level == kNoLegalLevel) return 0;
  const int below = kLowestLegalLevel + 1;
  return static_cast<double>(below - std::max(level, kFullLevel)) / (below - kFullLevel);
}

double weight_of(EffectStatus status) {
  switch (status) {
    case EffectStatus::kInForce:
    case EffectStatus::kPartlyExpired:
      return 1;
    case EffectStatus::kExpired:
    case EffectStatus::kPaused:
      return -1;
    default:
      return 0;
  }
}

std::chrono::sys_days days_of(const Date& date) {
  return std::chrono::year(date.year) / std::chrono::month(static_cast<unsigned>(date.month)) /
         std::chrono::day(static_cast<unsigned>(date.day));
}

// A day that is still to come is a slip, and says nothing.
double recency(const Date& issued, const Date& today) {
  const auto age = days_of(today) - days_of(issued);
  if (age.count() < 0) return 0;
  constexpr double kDaysOfYear = 365.25;
  return std::exp2(-static_cast<double>(age.count()) / (kDaysOfYear * kNewsHalfLifeYears));
}

// The types of documents, each looked up once.
class Types {
 public:
  struct Type {
    std::string name;  // canonical; empty: not of the rules
    bool is_news = false;
  };

  explicit Types(Snapshot& snapshot)
      : column_(snapshot.column(*find_facet_field(schema::kTypeField))) {}

  const Type& of(Xapian::docid docid) {
    Column::Ordinal ordinal = 0;
    column_.for_each(docid, [&](Column::Ordinal one) { ordinal = one; });
    const auto [entry, is_new] = known_.try_emplace(ordinal);
    if (is_new && ordinal != 0) {
      const std::string_view label = column_.label(ordinal);
      entry->second = {canonical_type(label), name_key(label) == name_key(kNewsType)};
    }
    return entry->second;
  }

 private:
  const Column& column_;
  std::unordered_map<Column::Ordinal, Type> known_;
};

EffectStatus status_of(Xapian::docid docid, const std::string& number_key, const AsOf& as_of,
                       Resolver& resolver) {
  Snapshot& snapshot = resolver.snapshot();
  const OwnEffect own =
      snapshot.own_effects().of(docid, snapshot.dates(), snapshot.effective_dates());
  if (!own.is_act || number_key.empty()) return status_at(own, {}, as_of);
  const std::string term = schema::term(schema::kChangesEffect, number_key);
  if (snapshot.postings().frequency(term) == 0) return status_at(own, {}, as_of);
  return status_at(own, load_ending_ties(resolver, docid, {number_key}, kMaxActingOfStanding),
                   as_of);
}

}  // namespace

std::vector<Standing> find_standings(std::span<const Xapian::docid> docids, const AsOf& as_of,
                                     Snapshot& snapshot) {
  std::vector<Xapian::docid> ascending(docids.begin(), docids.end());
  std::ranges::sort(ascending);
  Types types(snapshot);
  Resolver resolver(snapshot);
  std::unordered_map<Xapian::docid, Standing> found;
  for_each_value_of(snapshot.database(), schema::kNumberSlot, ascending,
                    [&](Xapian::docid docid, const std::string& number_key) {
                      const Types::Type& type = types.of(docid);
                      Standing& standing = found[docid];
                      standing.legal_rank = weight_of(legal_level(type.name, number_key));
                      standing.in_force = weight_of(status_of(docid, number_key, as_of, resolver));
                      const std::optional<Date> issued = date_of(snapshot.dates()[docid]);
                      if (type.is_news && issued) standing.recent = recency(*issued, as_of.today);
                    });
  std::vector<Standing> standings;
  for (const Xapian::docid docid : docids) standings.push_back(found[docid]);
  return standings;
}

}  // namespace tracuu
