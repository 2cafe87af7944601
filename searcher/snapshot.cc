#include "searcher/snapshot.h"

#include <utility>

#include "core/index/schema.h"
#include "searcher/column/load_column.h"
#include "searcher/graph/load_effect.h"

namespace tracuu {

Snapshot::Snapshot(IndexView database, const PostingsOptions& postings)
    : database_(std::move(database)), state_(database_.state()), postings_(database_, postings) {}

Snapshot::~Snapshot() = default;

LengthNorms& Snapshot::length_norms() {
  if (!length_norms_) length_norms_.emplace(database_);
  return *length_norms_;
}

void Snapshot::follow(const Snapshot& earlier) {
  if (!earlier.state_) return;
  const auto touched = database_.touched_since(*earlier.state_);
  if (!touched) return;
  for (const FacetField& field : facet_fields()) {
    const auto known = earlier.columns_.find(field.slot);
    if (known == earlier.columns_.end()) continue;
    std::optional<Column> column = follow_column(known->second, database_, field, *touched);
    if (column) columns_.emplace(field.slot, std::move(*column));
  }
  const auto follow = [&](const std::optional<Dates>& known, Xapian::valueno slot) {
    return known ? std::optional(follow_dates(*known, database_, slot, *touched)) : std::nullopt;
  };
  dates_ = follow(earlier.dates_, schema::kDateSlot);
  effective_dates_ = follow(earlier.effective_dates_, schema::kEffectiveSlot);
  if (earlier.own_effects_) own_effects_.emplace(*earlier.own_effects_, database_, *touched);
}

const Column& Snapshot::column(const FacetField& field) {
  const auto found = columns_.find(field.slot);
  if (found != columns_.end()) return found->second;
  return columns_.emplace(field.slot, load_column(database_, field)).first->second;
}

const Dates& Snapshot::dates() {
  if (!dates_) dates_ = load_dates(database_, schema::kDateSlot);
  return *dates_;
}

const Dates& Snapshot::effective_dates() {
  if (!effective_dates_) effective_dates_ = load_dates(database_, schema::kEffectiveSlot);
  return *effective_dates_;
}

const OwnEffects& Snapshot::own_effects() {
  if (!own_effects_) own_effects_.emplace(database_);
  return *own_effects_;
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
