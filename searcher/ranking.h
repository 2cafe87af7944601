// The order of the hits, and the slice of it that a page shows.
//
// Ties break by the id a document was given, never by the order of indexing: a rebuilt index
// answers the same. Hits that no scored term touches (found by a field or a star) come last.

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <xapian.h>

#include "searcher/best_hits.h"
#include "searcher/bm25.h"
#include "searcher/deadline.h"
#include "searcher/request.h"
#include "searcher/score.h"
#include "searcher/snapshot.h"

namespace tracuu {

struct RankedDocument {
  Xapian::docid docid = 0;
  double score = 0;
};

// The order by relevance, slice after slice.
class Ranking {
 public:
  // Of the `depth` best is made sure now: slices that end there cost no more. REQUIRES: everything
  // given outlives this object. Cost: score_best().
  Ranking(const DocumentSet& hits, std::size_t depth, const Scoring& scoring,
          const RankingOptions& options, Snapshot& snapshot, Deadline& deadline);

  // Returns hits[offset, offset + limit), the best first; fewer beyond the depth when the time is
  // over. Cost: one walk over the scores; where documents tie, their ids are read; the first time
  // beyond the depth, score_hits().
  std::vector<RankedDocument> slice(std::size_t offset, std::size_t limit);

 private:
  void score_all();

  std::size_t depth_;
  const Scoring& scoring_;
  const Bm25 bm25_;
  Snapshot& snapshot_;
  Deadline& deadline_;
  std::vector<std::uint32_t> hits_;
  ScoredHits scored_;  // all of them, or the best
};

// Returns one slice of the order by relevance.
std::vector<RankedDocument> rank_by_score(const DocumentSet& hits, const Scoring& scoring,
                                          const RankingOptions& options, std::size_t offset,
                                          std::size_t limit, Snapshot& snapshot);

// Returns the same slice by date of issue; documents without a date come last. Scores are 0.
std::vector<RankedDocument> rank_by_date(const DocumentSet& hits, Sort order, std::size_t offset,
                                         std::size_t limit, Snapshot& snapshot);

}  // namespace tracuu
