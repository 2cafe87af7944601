// What stands behind a document apart from its words: the gentle tie-breaks of ranking.
//
//   Nghị định 100/2019/NĐ-CP, in force              legal_rank 1    in_force 1
//   Thông tư 65/2020/TT-BCA, replaced by another    legal_rank .5   in_force -1
//   news of this week                               recent .99
//
// What is not known adds nothing: a document without a type, a day or a known status has 0.
//
// legal_rank  1 from the decree up, each level below (core/document/legal_rank.h) a sixth less.
//             Laws and decrees are not told apart: what citizens ask stands in either as often
//             (tests/relevance/README.md has the figures).
// in_force    1 where it is known to be in force on the day; -1 where it is over or paused
//             (searcher/graph/effect.h); 0 before its first day. Only what acts on the whole of it
//             is looked at: changes of parts leave it in force.
// recent      of news only: 1 on its day, half of it with every kNewsHalfLifeYears.

#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <xapian.h>

#include "searcher/graph/effect.h"
#include "searcher/snapshot.h"

namespace tracuu {

struct Standing {
  double legal_rank = 0;
  double in_force = 0;
  double recent = 0;

  friend bool operator==(const Standing&, const Standing&) = default;
};

inline constexpr double kNewsHalfLifeYears = 2;

// Acts that may end a document, looked at for each, the newest first.
inline constexpr std::size_t kMaxActingOfStanding = 20;

// Returns the standing of each document on the day. REQUIRES: they exist. Throws Xapian::Error.
// Cost: 0.17 ms for 60 documents of a collection with news, 0.34 ms for 60 acts (p95 0.6); the
// first time in a snapshot, columns of all documents are read: 11 ms for 27,607.
std::vector<Standing> find_standings(std::span<const Xapian::docid> docids, const AsOf& as_of,
                                     Snapshot& snapshot);

}  // namespace tracuu
