// The order of the hits, and the slice of it that a page shows.
//
// Ties break by the id a document was given, never by the order of indexing: a rebuilt index
// answers the same. Hits that no scored term touches (found by a field or a star) come last.

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <xapian.h>

#include "searcher/deadline.h"
#include "searcher/request.h"
#include "searcher/score.h"
#include "searcher/snapshot.h"

namespace tracuu {

struct RankedDocument {
  Xapian::docid docid = 0;
  double score = 0;
};

// The order by relevance: scores every hit once, then gives slice after slice.
class Ranking {
 public:
  // REQUIRES: `snapshot` outlives this object. Cost: score_hits().
  Ranking(const DocumentSet& hits, const Scoring& scoring, const RankingOptions& options,
          Snapshot& snapshot, Deadline& deadline);

  // Returns hits[offset, offset + limit), the best first. Cost: one walk over the scores; where
  // documents tie, their ids are read.
  std::vector<RankedDocument> slice(std::size_t offset, std::size_t limit) const;

 private:
  Snapshot& snapshot_;
  std::vector<std::uint32_t> hits_;
  std::vector<float> scores_;
};

// Returns one slice of the order by relevance.
std::vector<RankedDocument> rank_by_score(const DocumentSet& hits, const Scoring& scoring,
                                          const RankingOptions& options, std::size_t offset,
                                          std::size_t limit, Snapshot& snapshot);

// Returns the same slice by date of issue; documents without a date come last. Scores are 0.
std::vector<RankedDocument> rank_by_date(const DocumentSet& hits, Sort order, std::size_t offset,
                                         std::size_t limit, Snapshot& snapshot);

}  // namespace tracuu
