// The ranking by relevance: hits in the order of the first stage, the first of them re-ranked.
//
//   slice(0, 10)    the best of the first stage's first 30, in the order of the second
//   slice(30, 10)   of the 30 behind them, which are read only now
//   slice(95, 10)   the last five of these, and five more in the order of the first
//
// No document comes twice or is lost between pages, as the second stage only orders within a block
// of the first (RankingOptions::rerank_block). Scores fall from rank to rank, also over the
// borders.

#pragma once

#include <cstddef>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "searcher/bm25.h"
#include "searcher/deadline.h"
#include "searcher/graph/effect.h"
#include "searcher/ranking.h"
#include "searcher/rerank/rerank.h"
#include "searcher/score.h"
#include "searcher/scoring.h"
#include "searcher/snapshot.h"

namespace tracuu {

// Of one request. Belongs to one thread.
class TwoStages {
 public:
  // `query`: what the second stage looks for; without units the first stage is all. `as_of`: the
  // day by which documents are in force and news are recent. REQUIRES: everything given outlives
  // this object. Cost: score_hits().
  TwoStages(const DocumentSet& hits, const Scoring& scoring, const RankingOptions& options,
            const QueryUnits& query, const AsOf& as_of, Snapshot& snapshot, Deadline& deadline);

  // Returns the ranks [offset, offset + limit), fewer only at the end. When the deadline is over,
  // what was not read stays in the order of the first stage, and what that did not score is left
  // out. Cost: rerank() of the blocks not read
  // so far.
  std::vector<RankedDocument> slice(std::size_t offset, std::size_t limit);

  // Returns what the second stage found in a document, nullptr for one it has not looked at.
  const Reranked* second_stage(Xapian::docid docid) const;

  // Returns what features weigh for this query. REQUIRES: the second stage has looked at something.
  const FeatureWeights& weights() const { return weights_; }

 private:
  std::unordered_map<Xapian::docid, float> score_numbers(std::vector<Xapian::docid> docids) const;
  void read_block();

  const Scoring& scoring_;
  Scoring numbers_;  // the documents' own numbers alone
  Bm25 bm25_;
  const QueryUnits& query_;
  const RerankWeights& weights_by_trait_;
  FeatureWeights weights_{};  // of this query, as its first block tells
  AsOf as_of_;
  Snapshot& snapshot_;
  Deadline& deadline_;
  std::size_t block_;
  Ranking first_;
  std::vector<RankedDocument> candidates_;  // of the first stage, in its order
  std::vector<Reranked> top_;
  std::unordered_map<Xapian::docid, std::size_t> in_top_;
};

}  // namespace tracuu
