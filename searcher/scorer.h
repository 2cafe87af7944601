// The scores of hits: BM25 summed over the posting lists of the query's terms.
//
// Documents are taken in blocks (PostingList::kBlock), and in each block one list after the other
// adds to the sums of the block, which stay in the processor's nearest cache. Every hit gets its
// score, so any slice of the ranking can be cut from them.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "searcher/bm25.h"
#include "searcher/deadline.h"
#include "searcher/scoring.h"
#include "searcher/snapshot.h"

namespace tracuu {

// Returns the score of each hit, in their order; 0 where no term counts. Lists are read in the
// order of what they can add at most: those left out when the time is over matter least, and
// documents left out then score 0. REQUIRES: hits are sorted. Throws Xapian::Error. Cost: of each
// list one byte a document, or five a posting where few documents have it.
std::vector<float> score_hits(std::span<const std::uint32_t> hits, const Scoring& scoring,
                              const Bm25& bm25, Snapshot& snapshot, Deadline& deadline);

// Returns what the term can add to a score at most.
double greatest_gain(const ScoredTerm& term, const Bm25& bm25, const Postings& postings);

}  // namespace tracuu
