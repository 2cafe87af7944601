#include "searcher/two_stages.h"

#include <algorithm>
#include <iterator>

#include "searcher/rerank/query_units.h"
#include "searcher/scorer.h"

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

Scoring numbers_of(const Scoring& scoring) {
  Scoring numbers;
  std::ranges::copy_if(scoring.terms, std::back_inserter(numbers.terms), &ScoredTerm::is_number);
  return numbers;
}

QueryTraits traits_of(const QueryUnits& query, const std::vector<Reranked>& candidates) {
  std::vector<FeatureValues> features;
  features.reserve(candidates.size());
  for (const Reranked& candidate : candidates) features.push_back(candidate.features);
  return tracuu::traits_of(query.units().size(), features);
}

}  // namespace

TwoStages::TwoStages(const DocumentSet& hits, const Scoring& scoring, const RankingOptions& options,
                     const QueryUnits& query, const AsOf& as_of, Snapshot& snapshot,
                     Deadline& deadline)
    : scoring_(scoring),
      numbers_(numbers_of(scoring)),
      bm25_(bm25_of(options)),
      query_(query),
      weights_by_trait_(options.weights),
      as_of_(as_of),
      snapshot_(snapshot),
      deadline_(deadline),
      block_(std::max<std::size_t>(1, options.rerank_block)),
      first_(hits, options.rerank_depth, scoring, options, snapshot, deadline) {
  if (query.empty() || scoring.empty()) return;
  candidates_ = first_.slice(0, options.rerank_depth);
}

// What being the document of a number that the query gives adds to the scores; empty where it gives
// none. A deadline does not cut it: what a document has must be taken off its whole score.
std::unordered_map<Xapian::docid, float> TwoStages::score_numbers(
    std::vector<Xapian::docid> docids) const {
  std::unordered_map<Xapian::docid, float> by_docid;
  if (numbers_.empty()) return by_docid;
  std::ranges::sort(docids);
  Deadline none;
  const std::vector<float> scores = score_hits(docids, numbers_, bm25_, snapshot_, none);
  for (std::size_t i = 0; i < docids.size(); ++i) by_docid.emplace(docids[i], scores[i]);
  return by_docid;
}

// Puts the next block of candidates behind those that were read.
void TwoStages::read_block() {
  const std::size_t begin = top_.size();
  const std::size_t end = std::min(begin + block_, candidates_.size());
  std::vector<Xapian::docid> docids;
  for (std::size_t i = begin; i < end; ++i) docids.push_back(candidates_[i].docid);
  const std::vector<Standing> standings = find_standings(docids, as_of_, snapshot_);
  const std::unordered_map<Xapian::docid, float> number_scores = score_numbers(docids);
  std::vector<FirstStage> block;
  for (std::size_t i = begin; i < end; ++i) {
    const RankedDocument& document = candidates_[i];
    const double boost = document.score > 0 ? boost_of(document.docid, scoring_) : 0;
    const double number = number_scores.empty() ? 0 : number_scores.at(document.docid);
    block.push_back({.docid = document.docid,
                     .score = document.score - boost - number,
                     .has_number = number > 0,
                     .boost = boost,
                     .standing = standings[i - begin]});
  }
  std::vector<Reranked> read = read_candidates(block, query_, snapshot_.database());
  if (begin == 0) weights_ = weights_by_trait_.of(traits_of(query_, read));
  rerank(read, weights_);
  for (Reranked& reranked : read) {
    double& score = reranked.document.score;
    if (!top_.empty()) score = std::min(score, top_.back().document.score);
    in_top_.emplace(reranked.document.docid, top_.size());
    top_.push_back(reranked);
  }
}

std::vector<RankedDocument> TwoStages::slice(std::size_t offset, std::size_t limit) {
  const std::size_t wanted = std::min(candidates_.size(), offset + limit);
  while (top_.size() < wanted && !deadline_.is_over()) read_block();
  std::vector<RankedDocument> ranked;
  for (std::size_t i = offset; i < top_.size() && ranked.size() < limit; ++i) {
    ranked.push_back(top_[i].document);
  }
  if (ranked.size() == limit) return ranked;
  // Scores of the first stage are on a scale of their own.
  for (RankedDocument document :
       first_.slice(std::max(offset, top_.size()), limit - ranked.size())) {
    if (!top_.empty()) document.score = std::min(document.score, top_.back().document.score);
    ranked.push_back(document);
  }
  return ranked;
}

const Reranked* TwoStages::second_stage(Xapian::docid docid) const {
  const auto it = in_top_.find(docid);
  return it == in_top_.end() ? nullptr : &top_[it->second];
}

}  // namespace tracuu
