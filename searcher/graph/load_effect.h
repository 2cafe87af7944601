// What decides whether documents are in force, read from the value slots.
//
//   load_effect(resolver, docid, …)       one document: its own slots, and the ties of those that
//                                         name its keys in their kEffectSlot
//   EffectTable(snapshot).statuses(as_of) every document on a day, for facets and filters
//
// No record is read. The table holds for every day: build it once for a snapshot. 28,000 documents
// take some tens of milliseconds, another day some hundred microseconds.

#pragma once

#include <cstddef>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "core/document/document.h"
#include "searcher/graph/effect.h"
#include "searcher/graph/own_effects.h"
#include "searcher/graph/resolver.h"
#include "searcher/index_view.h"
#include "searcher/snapshot.h"

namespace tracuu {

// Acting documents looked at for one document, the newest first.
inline constexpr std::size_t kMaxActing = 1000;

// Returns what the document says of itself, and what acts on it. REQUIRES: it exists.
// `keys` are those others cite it by (own_keys). Throws Xapian::Error.
OwnEffect load_own_effect(Snapshot& snapshot, Xapian::docid docid);
std::vector<ActingTie> load_acting_ties(Resolver& resolver, Xapian::docid docid,
                                        const std::vector<std::string>& keys);

// Returns only what ends or halts the whole of it, of the `most` newest acting documents: enough to
// tell whether it is in force. Cost: 0.05 ms, 0.3 ms at most.
std::vector<ActingTie> load_ending_ties(Resolver& resolver, Xapian::docid docid,
                                        const std::vector<std::string>& keys, std::size_t most);

// Returns both in one, the status of the day. `document`: its record, or the head of it. What
// cannot be in force costs next to nothing.
Effect load_effect(Resolver& resolver, Xapian::docid docid, const Document& document,
                   const AsOf& as_of);

// Of every document of a snapshot. Immutable after construction, but for the snapshot's caches.
class EffectTable {
 public:
  // REQUIRES: `snapshot` outlives this object. Cost: that of snapshot.own_effects(), and a
  // resolution for each tie of effect.
  explicit EffectTable(Snapshot& snapshot);

  // Returns the status on the day by docid; kNotApplicable where there is no document.
  std::vector<EffectStatus> statuses(const AsOf& as_of) const;

  // Returns the effect of one document with its reasons.
  Effect effect(Xapian::docid docid, const AsOf& as_of) const;

  std::size_t tie_count() const { return tie_count_; }

 private:
  OwnEffect own(Xapian::docid docid) const { return own_.of(docid, issued_, effective_); }
  void add_ties(Snapshot& snapshot);

  const OwnEffects& own_;
  const Dates& issued_;
  const Dates& effective_;
  std::unordered_map<Xapian::docid, std::vector<ActingTie>> ties_;
  std::size_t tie_count_ = 0;
};

}  // namespace tracuu
