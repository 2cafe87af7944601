// The copies of one document in the whole index: «3 bản sao khác».

#pragma once

#include <cstddef>
#include <vector>

#include <xapian.h>

#include "searcher/snapshot.h"

namespace tracuu {

// Documents looked at for one answer: those with its number first, then those that share a band of
// its sketch.
inline constexpr std::size_t kMaxCopyCandidates = 2000;

// Returns the documents that are copies of it (are_copies), itself left out, by their ids. None for
// an index from before sketches and number keys. REQUIRES: the document exists.
// Cost: a few posting lists, and the values of each candidate.
std::vector<Xapian::docid> find_copies(Snapshot& snapshot, Xapian::docid docid);

}  // namespace tracuu
