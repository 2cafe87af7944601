// The ranking by relevance: hits in the order of the first stage, the first of them re-ranked.
//
//   slice(0, 10)    from the RankingOptions::rerank_depth best of the first stage, in the order of
//   the second slice(95, 10)   its last five, and five more in the order of the first
//
// No document comes twice or is lost between pages, as the second stage only orders the first's
// best. Scores fall from rank to rank, also over that border.

#pragma once

#include <cstddef>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "searcher/deadline.h"
#include "searcher/ranking.h"
#include "searcher/rerank/rerank.h"
#include "searcher/score.h"
#include "searcher/scoring.h"
#include "searcher/snapshot.h"

namespace tracuu {

// Of one request. Belongs to one thread.
class TwoStages {
 public:
  // `query`: what the second stage looks for; without units the first stage is all.
  // REQUIRES: `snapshot` outlives this object.
  // Cost: score_hits() and rerank(). What is over when the deadline is stays out: without time the
  // order is that of the first stage.
  TwoStages(const DocumentSet& hits, const Scoring& scoring, const RankingOptions& options,
            const QueryUnits& query, const RerankWeights& weights, Snapshot& snapshot,
            Deadline& deadline);

  // Returns the ranks [offset, offset + limit), fewer only at the end.
  std::vector<RankedDocument> slice(std::size_t offset, std::size_t limit) const;

  // Returns what the second stage found in a document, nullptr for one it has not looked at.
  const Reranked* second_stage(Xapian::docid docid) const;

 private:
  Ranking first_;
  std::vector<Reranked> top_;
  std::unordered_map<Xapian::docid, std::size_t> in_top_;
};

}  // namespace tracuu
