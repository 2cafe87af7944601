// What documents of the index cite and the index does not hold, the most cited first: what to get
// next.
//
//   Nghị định 30/2020/NĐ-CP   cited by 7   e.g. van-ban/2020/19-….txt
//
// A key that no document has is missing whole. A key that several acts may have («15/QĐ-UBND») and
// some document has is decided by the citing records, at most kMaxDecided of them.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/graph/resolver.h"

namespace tracuu {

inline constexpr std::size_t kMaxExamples = 3;
inline constexpr std::size_t kMaxDecided = 50;           // citing records read for one key
inline constexpr std::size_t kMaxDecidedRecords = 5000;  // and for one answer

struct MissingAct {
  std::string key;
  std::string type;                     // as cited
  std::string number;                   // canonical; empty for a law cited by its name
  std::string name;                     // of such a law
  std::size_t documents = 0;            // that cite it
  bool is_at_least = false;             // more cite the key than were looked at
  std::vector<Xapian::docid> examples;  // the newest of them
};

struct Unresolved {
  std::vector<MissingAct> acts;
  std::size_t whole = 0;  // keys that no document has
};

// Returns at most `limit` acts. Throws Xapian::Error. Cost: the terms of all citations, and the
// records as said above.
Unresolved find_unresolved(Resolver& resolver, std::size_t limit);

}  // namespace tracuu
