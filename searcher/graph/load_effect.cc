#include "searcher/graph/load_effect.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/document/copies/copy_traits.h"
#include "core/document/doctype.h"
#include "core/index/schema.h"
#include "core/index/ties.h"
#include "searcher/column/value_stream.h"
#include "searcher/graph/day.h"
#include "searcher/graph/ties.h"

namespace tracuu {
namespace {

// "20210101-20251231", either may be missing.
void read_days(std::string_view value, OwnEffect& own) {
  const std::size_t dash = value.find('-');
  if (dash == std::string_view::npos) return;
  own.effective = day_of_key(value.substr(0, dash));
  own.expires = day_of_key(value.substr(dash + 1));
}

bool is_draft(std::string_view traits) {
  const auto quality = decode_traits(traits);
  return quality && quality->is_draft;
}

// From when the tie works.
std::optional<Date> start_of(const EffectTie& tie, const OwnEffect& acting) {
  if (const auto from = parse_iso(tie.from)) return from;
  return acting.effective ? acting.effective : acting.issued;
}

ActingTie as_acting(EffectTie tie, Xapian::docid acting, const OwnEffect& own) {
  const std::optional<Date> from = start_of(tie, own);
  return {tie.relation, acting, std::move(tie.part), std::move(tie.place), from};
}

// Leaves out what the same document has said before. REQUIRES: its ties come one after the other.
void add_once(ActingTie tie, std::vector<ActingTie>& ties) {
  for (auto said = ties.rbegin(); said != ties.rend() && said->acting == tie.acting; ++said) {
    if (*said == tie) return;
  }
  ties.push_back(std::move(tie));
}

// The ties of the `most` newest acting documents that are wanted, and mean the document.
template <typename IsWanted>
std::vector<ActingTie> gather_ties(Resolver& resolver, Xapian::docid docid,
                                   const std::vector<std::string>& keys, std::size_t most,
                                   IsWanted is_wanted) {
  Snapshot& snapshot = resolver.snapshot();
  const IndexView& database = snapshot.database();
  std::vector<Xapian::docid> acting = citing_documents(snapshot, schema::kChangesEffect, keys);
  if (acting.size() > most) acting.resize(most);
  std::vector<ActingTie> ties;
  for (const Xapian::docid one : acting) {
    if (one == docid) continue;
    std::vector<EffectTie> said = decode_effect_ties(
        database.get_document(one, Xapian::DOC_ASSUME_VALID).get_value(schema::kEffectSlot));
    std::erase_if(said, [&](const EffectTie& tie) {
      return std::ranges::find(keys, tie.key) == keys.end() || !is_wanted(tie);
    });
    if (said.empty()) continue;
    const OwnEffect own = load_own_effect(snapshot, one);
    if (!own.is_act) continue;
    const CitationContext context = resolver.context(one);
    for (EffectTie& tie : said) {
      const Resolution target = resolver.resolve(tie, context);
      if (!asserts(target, docid) || asserts(target, one)) continue;
      add_once(as_acting(std::move(tie), one, own), ties);
    }
  }
  return ties;
}

}  // namespace

OwnEffect load_own_effect(Snapshot& snapshot, Xapian::docid docid) {
  if (snapshot.has_own_effects()) {
    return snapshot.own_effects().of(docid, snapshot.dates(), snapshot.effective_dates());
  }
  const Xapian::Document document =
      snapshot.database().get_document(docid, Xapian::DOC_ASSUME_VALID);
  OwnEffect own;
  const bool has_number = !document.get_value(schema::kNumberSlot).empty();
  own.is_act = (has_number || !canonical_type(document.get_value(schema::kTypeSlot)).empty()) &&
               !is_draft(document.get_value(schema::kTraitsSlot));
  own.issued = day_of_key(document.get_value(schema::kDateSlot));
  read_days(document.get_value(schema::kEffectiveSlot), own);
  own.given = given_status(document.get_value(schema::kStatusSlot));
  return own;
}

std::vector<ActingTie> load_acting_ties(Resolver& resolver, Xapian::docid docid,
                                        const std::vector<std::string>& keys) {
  return gather_ties(resolver, docid, keys, kMaxActing, [](const EffectTie&) { return true; });
}

std::vector<ActingTie> load_ending_ties(Resolver& resolver, Xapian::docid docid,
                                        const std::vector<std::string>& keys, std::size_t most) {
  return gather_ties(resolver, docid, keys, most,
                     [](const EffectTie& tie) { return acts_on_whole(tie.relation, tie.part); });
}

Effect load_effect(Resolver& resolver, Xapian::docid docid, const Document& document,
                   const AsOf& as_of) {
  const OwnEffect own = load_own_effect(resolver.snapshot(), docid);
  if (!own.is_act) return {};
  return effect_at(own, load_acting_ties(resolver, docid, own_keys(document)), as_of);
}

EffectTable::EffectTable(Snapshot& snapshot)
    : own_(snapshot.own_effects()),
      issued_(snapshot.dates()),
      effective_(snapshot.effective_dates()) {
  add_ties(snapshot);
}

void EffectTable::add_ties(Snapshot& snapshot) {
  std::vector<std::pair<Xapian::docid, EffectTie>> said;
  std::vector<std::string> keys;
  DocumentSet acting;
  for_each_value(snapshot.database(), schema::kEffectSlot,
                 [&](Xapian::docid docid, const std::string& value) {
                   if (!own_.is_act(docid)) return;
                   for (EffectTie& tie : decode_effect_ties(value)) {
                     keys.push_back(tie.key);
                     said.emplace_back(docid, std::move(tie));
                   }
                   acting.add(docid);
                 });
  Resolver resolver(snapshot);
  resolver.preload(keys, acting);
  for (auto& [docid, tie] : said) {
    if (!resolver.has_candidates(tie.key)) continue;
    const Resolution target = resolver.resolve(tie, resolver.context(docid));
    if (target.kind != Resolution::Kind::kAsserted || asserts(target, docid)) continue;
    const ActingTie one = as_acting(std::move(tie), docid, own(docid));
    for (const std::size_t id : target.ids) {
      add_once(one, ties_[static_cast<Xapian::docid>(id)]);
    }
    ++tie_count_;
  }
}

std::vector<EffectStatus> EffectTable::statuses(const AsOf& as_of) const {
  std::vector<EffectStatus> statuses(own_.document_end(), EffectStatus::kNotApplicable);
  for (Xapian::docid docid = 0; docid < own_.document_end(); ++docid) {
    if (own_.is_act(docid)) statuses[docid] = status_at(own(docid), {}, as_of);
  }
  for (const auto& [docid, ties] : ties_) statuses[docid] = status_at(own(docid), ties, as_of);
  return statuses;
}

Effect EffectTable::effect(Xapian::docid docid, const AsOf& as_of) const {
  if (docid >= own_.document_end()) return {};
  const auto ties = ties_.find(docid);
  return effect_at(own(docid), ties == ties_.end() ? std::vector<ActingTie>() : ties->second,
                   as_of);
}

}  // namespace tracuu
