// Documents near another one in the graph: tied to it either way, or citing what it cites.
//
//   145/KH-UBND   cites 19/2020/QĐ-UBND, and both cite Nghị định 30/2020/NĐ-CP
//
// What few documents cite tells more than what all do: a common target weighs log(N / citing).

#pragma once

#include <cstddef>
#include <vector>

#include <xapian.h>

#include "searcher/graph/ties.h"

namespace tracuu {

inline constexpr std::size_t kMaxRelated = 50;

struct Related {
  Xapian::docid docid = 0;
  std::size_t ties = 0;    // between the two, either way
  std::size_t common = 0;  // targets that both cite
  double score = 0;
};

// Returns the documents near this one, the nearest first, at most kMaxRelated, its copies left out.
// Cost: the records of up to kMaxIncoming citing documents.
std::vector<Related> related_documents(Resolver& resolver, Xapian::docid docid,
                                       const Document& document);

}  // namespace tracuu
