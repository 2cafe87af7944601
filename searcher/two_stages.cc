#include "searcher/two_stages.h"

#include <algorithm>

namespace tracuu {
namespace {

// The part of a document's score that it has for being what the query names, not for its words.
double boost_of(Xapian::docid docid, const Scoring& scoring) {
  double sum = 0;
  for (const Boost& boost : scoring.boosts) {
    if (boost.documents.contains(docid)) sum += boost.weight;
  }
  return sum;
}

}  // namespace

TwoStages::TwoStages(const DocumentSet& hits, const Scoring& scoring, const RankingOptions& options,
                     const QueryUnits& query, const RerankWeights& weights, Snapshot& snapshot,
                     Deadline& deadline)
    : first_(hits, scoring, options, snapshot, deadline) {
  if (query.empty() || scoring.empty() || options.rerank_depth == 0 || deadline.is_over()) return;
  std::vector<FirstStage> candidates;
  for (const RankedDocument& document : first_.slice(0, options.rerank_depth)) {
    const double boost = document.score > 0 ? boost_of(document.docid, scoring) : 0;
    candidates.push_back({document.docid, document.score - boost, boost});
  }
  top_ = rerank(candidates, query, weights, snapshot.database());
  for (std::size_t i = 0; i < top_.size(); ++i) in_top_.emplace(top_[i].document.docid, i);
}

std::vector<RankedDocument> TwoStages::slice(std::size_t offset, std::size_t limit) const {
  std::vector<RankedDocument> ranked;
  for (std::size_t i = offset; i < top_.size() && ranked.size() < limit; ++i) {
    ranked.push_back(top_[i].document);
  }
  if (ranked.size() == limit) return ranked;
  // Scores of the first stage are on a scale of their own.
  const double last = top_.empty() ? 0 : top_.back().document.score;
  for (RankedDocument document :
       first_.slice(std::max(offset, top_.size()), limit - ranked.size())) {
    if (!top_.empty()) document.score = std::min(last, document.score);
    ranked.push_back(document);
  }
  return ranked;
}

const Reranked* TwoStages::second_stage(Xapian::docid docid) const {
  const auto it = in_top_.find(docid);
  return it == in_top_.end() ? nullptr : &top_[it->second];
}

}  // namespace tracuu
