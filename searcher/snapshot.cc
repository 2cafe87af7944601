#include "searcher/snapshot.h"

#include <utility>

#include "core/index/schema.h"
#include "searcher/graph/load_effect.h"

namespace tracuu {

Snapshot::Snapshot(Xapian::Database database, const PostingsOptions& postings)
    : database_(std::move(database)), postings_(database_, postings) {}

Snapshot::~Snapshot() = default;

LengthNorms& Snapshot::length_norms() {
  if (!length_norms_) length_norms_.emplace(database_);
  return *length_norms_;
}

const Column& Snapshot::column(const FacetField& field) {
  const auto found = columns_.find(field.slot);
  if (found != columns_.end()) return found->second;
  return columns_.emplace(field.slot, load_column(database_, field.slot, field.key_of))
      .first->second;
}

const std::vector<std::int32_t>& Snapshot::dates() {
  if (!dates_) dates_ = load_dates(database_, schema::kDateSlot);
  return *dates_;
}

const std::vector<std::int32_t>& Snapshot::effective_dates() {
  if (!effective_dates_) effective_dates_ = load_dates(database_, schema::kEffectiveSlot);
  return *effective_dates_;
}

const std::vector<EffectStatus>& Snapshot::statuses(const AsOf& as_of) {
  if (!effects_) effects_ = std::make_unique<EffectTable>(*this);
  if (!statuses_day_ || *statuses_day_ != as_of) {
    statuses_ = effects_->statuses(as_of);
    statuses_day_ = as_of;
  }
  return statuses_;
}

const AgencyTree& Snapshot::agencies() {
  if (!agencies_) agencies_.emplace(column(*find_facet_field(schema::kAgencyField)), dates());
  return *agencies_;
}

}  // namespace tracuu
