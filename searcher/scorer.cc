#include "searcher/scorer.h"

#include <algorithm>
#include <functional>

#include "searcher/bm25_sums.h"
#include "searcher/share.h"

namespace tracuu {
namespace {

// Adds the boost to those of its documents that have a score.
void add_boost(const Boost& boost, std::span<const std::uint32_t> hits,
               std::vector<float>& scores) {
  std::vector<std::uint32_t> boosted(boost.documents.cardinality());
  boost.documents.toUint32Array(boosted.data());
  auto next = boosted.begin();
  for (std::size_t i = 0; i < hits.size(); ++i) {
    while (next != boosted.end() && *next < hits[i]) ++next;
    if (next == boosted.end()) return;
    if (*next == hits[i] && scores[i] > 0) scores[i] += static_cast<float>(boost.weight);
  }
}

std::uint32_t frequency_of(const ScoredTerm& term, const Postings& postings) {
  const std::uint32_t frequency = postings.frequency(term.term);
  if (term.other.empty()) return frequency;
  return frequency_of_either(frequency, postings.frequency(term.other),
                             postings.database().get_doccount());
}

}  // namespace

double greatest_gain(const ScoredTerm& term, const Bm25& bm25, const Postings& postings) {
  const std::uint32_t documents = postings.database().get_doccount();
  return term.factor * term_weight(frequency_of(term, postings), documents, bm25);
}

std::vector<WeighedTerm> by_gain(const Scoring& scoring, const Bm25& bm25,
                                 const Postings& postings) {
  std::vector<WeighedTerm> terms;
  terms.reserve(scoring.terms.size());
  for (const ScoredTerm& term : scoring.terms) {
    terms.emplace_back(greatest_gain(term, bm25, postings), &term);
  }
  std::ranges::stable_sort(terms, std::greater<>(), &WeighedTerm::first);
  return terms;
}

void add_boosts(const std::vector<Boost>& boosts, std::span<const std::uint32_t> hits,
                std::vector<float>& scores) {
  for (const Boost& boost : boosts) add_boost(boost, hits, scores);
}

std::vector<float> score_hits(std::span<const std::uint32_t> hits, const Scoring& scoring,
                              const Bm25& bm25, Snapshot& snapshot, Deadline& deadline) {
  std::vector<float> scores(hits.size());
  if (scoring.empty() || hits.empty()) return scores;
  Postings& postings = snapshot.postings();
  const std::vector<float>& norms = snapshot.length_norms().of(bm25);
  std::vector<WeighedList> lists;
  for (const auto& [weight, term] : by_gain(scoring, bm25, postings)) {
    if (deadline.is_over()) break;
    lists.push_back({postings.list_within(term->term, term->other, hits), weight});
    if (lists.size() < kListsAtOnce) continue;
    add_gains(lists, norms, hits, scores, deadline);
    lists.clear();
  }
  add_gains(lists, norms, hits, scores, deadline);
  add_boosts(scoring.boosts, hits, scores);
  return scores;
}

}  // namespace tracuu
