#include "searcher/complete/sources.h"

#include <algorithm>
#include <utility>

#include "core/index/record.h"

namespace tracuu {
namespace {

// Beyond this the kept heads are given up and read anew.
constexpr std::size_t kMaxHeads = 20000;

}  // namespace

const RecordHeads::Head& RecordHeads::of(Xapian::docid docid) {
  if (const auto found = heads_.find(docid); found != heads_.end()) return found->second;
  if (heads_.size() >= kMaxHeads) heads_.clear();
  Document document = decode_head(database_.get_document(docid).get_data());
  Head head{std::move(document.id), std::move(document.title), std::move(document.number)};
  return heads_.emplace(docid, std::move(head)).first->second;
}

Use use_of(const DocumentSet& documents, Snapshot& snapshot) {
  const std::vector<std::int32_t>& dates = snapshot.dates();
  Use use{documents.cardinality(), 0};
  for (const std::uint32_t docid : documents) {
    if (docid < dates.size()) use.latest = std::max(use.latest, dates[docid]);
  }
  return use;
}

double worth(const Use& use) {
  constexpr double kDaysOfKeyYear = 10000;  // yyyymmdd
  constexpr double kHalfLifeYears = 8;
  constexpr double kReferenceYear = 2100;
  constexpr double kUnknownYear = 1990;
  const double year = use.latest == 0 ? kUnknownYear : use.latest / kDaysOfKeyYear;
  return static_cast<double>(use.documents) * std::exp2((year - kReferenceYear) / kHalfLifeYears);
}

}  // namespace tracuu
