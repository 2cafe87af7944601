// The best hits without the lists that cannot change which they are.
//
//   «của chuyển đổi số»   chuyen, doi, so, their pairs   read already, to find the hits
//                         chuyển, đổi, số                gain no more than chuyen, doi, so would
//                         của                            gains no more than its weight
//
// So every hit has a score that it cannot exceed before the long lists of "chuyển" or "của" are
// read. The best by that bound are scored exactly, the k-th of them says what must be reached, and
// only hits whose bound reaches it are looked up in the long lists. The outcome is the one of
// score_hits() to the last bit. The method is MaxScore's: H. Turtle, J. Flood, Query evaluation:
// strategies and optimizations, 1995.
//
// Of 1,000,000 generated documents, queries of 6 to 9 syllables out of titles (search_bench): 12 of
// some 40 lists are long and late, with 3.6 of 5.3 million postings; of 107,000 hits 285 are looked
// up in them (medians). A first page takes 26 ms at p50 and 94 at p99; before, with 256 MB of lists
// kept, 90 and 194.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "searcher/bm25.h"
#include "searcher/deadline.h"
#include "searcher/scoring.h"
#include "searcher/snapshot.h"

namespace tracuu {

struct ScoredHits {
  std::vector<std::uint32_t> docids;  // sorted
  std::vector<float> scores;          // of each
};

// Returns hits with the scores that score_hits() gives them: the `count` best, all that tie with
// the last of these, and others; all hits where it needs them. When the time is over they have the
// bounds that were known by then. REQUIRES: hits are sorted, count > 0. Throws Xapian::Error.
ScoredHits score_best(std::span<const std::uint32_t> hits, std::size_t count,
                      const Scoring& scoring, const Bm25& bm25, Snapshot& snapshot,
                      Deadline& deadline);

}  // namespace tracuu
