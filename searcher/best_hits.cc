#include "searcher/best_hits.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <utility>

#include "searcher/bm25_sums.h"
#include "searcher/scorer.h"
#include "searcher/share.h"

namespace tracuu {
namespace {

// Hits that are scored to learn what must be reached: so many times as many as are asked for. Of
// 1,000,000 documents, asked for 100, it is reached by 285 at the median of 116 queries and 1,662
// at p90; by 276 and 1,620 when 1,000 are tried instead of 200.
constexpr std::size_t kTried = 2;

// Of no more than so many times as many, each is scored: bounds would cost more.
constexpr std::size_t kFew = 5;
static_assert(kTried <= kFew, "so many hits must be there");

// Sums are added in another order than scores are: they agree to so much.
constexpr float kRounding = 1e-4F;

float nth_greatest(std::vector<float> values, std::size_t n) {
  const auto nth = values.begin() + static_cast<std::ptrdiff_t>(n - 1);
  std::ranges::nth_element(values, nth, std::greater<>());
  return *nth;
}

class BestHits {
 public:
  BestHits(std::span<const std::uint32_t> hits, const Scoring& scoring, const Bm25& bm25,
           Snapshot& snapshot, Deadline& deadline)
      : hits_(hits),
        scoring_(scoring),
        bm25_(bm25),
        snapshot_(snapshot),
        norms_(snapshot.length_norms().of(bm25)),
        deadline_(deadline) {
    const Postings& postings = snapshot_.postings();
    for (const WeighedTerm& term : by_gain(scoring, bm25, postings)) {
      (postings.is_late(term.second->term, term.second->other) ? late_ : early_).push_back(term);
    }
  }

  ScoredHits best(std::size_t count) {
    if (late_.empty() || hits_.size() <= kFew * count) {
      return scored({hits_.begin(), hits_.end()});
    }
    std::vector<float> bounds(hits_.size());
    add_early(bounds);
    if (!deadline_.is_over()) add_ceilings(bounds);
    add_boosts(scoring_.boosts, hits_, bounds);
    const ScoredHits tried = scored(with_bound(bounds, nth_greatest(bounds, kTried * count)));
    const float least = nth_greatest(tried.scores, count) * (1 - kRounding);
    ScoredHits best = scored(with_bound(bounds, least));
    // Not all that is known by then was looked up: every hit has its bound.
    if (deadline_.has_cut()) return {{hits_.begin(), hits_.end()}, std::move(bounds)};
    return best;
  }

 private:
  ScoredHits scored(std::vector<std::uint32_t> docids) {
    std::vector<float> scores = score_hits(docids, scoring_, bm25_, snapshot_, deadline_);
    return {std::move(docids), std::move(scores)};
  }

  // Lists are held as many at a time as score_hits() holds.
  void add_early(std::vector<float>& bounds) {
    for (std::size_t i = 0; i < early_.size() && !deadline_.is_over(); i += kListsAtOnce) {
      std::vector<WeighedList> lists;
      for (std::size_t j = i; j < std::min(early_.size(), i + kListsAtOnce); ++j) {
        const auto& [weight, term] = early_[j];
        lists.push_back({snapshot_.postings().list_within(term->term, term->other, hits_), weight});
      }
      add_gains(lists, norms_, hits_, bounds, deadline_);
    }
  }

  // What the late terms add at most: as much as their ceiling would, where its list is kept.
  void add_ceilings(std::vector<float>& bounds) {
    std::map<std::string, WeighedList> ceilings;
    double everywhere = 0;
    for (const auto& [weight, term] : late_) {
      WeighedList& ceiling = ceilings[term->ceiling];
      if (ceiling.list == nullptr) ceiling.list = snapshot_.postings().kept_list(term->ceiling);
      (ceiling.list == nullptr ? everywhere : ceiling.weight) += weight;
    }
    std::vector<WeighedList> lists;
    for (auto& [term, ceiling] : ceilings) {
      if (ceiling.list != nullptr) lists.push_back(std::move(ceiling));
    }
    add_gains(lists, norms_, hits_, bounds, deadline_);
    for (float& bound : bounds) bound += static_cast<float>(everywhere);
  }

  std::vector<std::uint32_t> with_bound(const std::vector<float>& bounds, float least) const {
    std::vector<std::uint32_t> docids;
    for (std::size_t i = 0; i < hits_.size(); ++i) {
      if (bounds[i] >= least) docids.push_back(hits_[i]);
    }
    return docids;
  }

  std::span<const std::uint32_t> hits_;
  const Scoring& scoring_;
  const Bm25& bm25_;
  Snapshot& snapshot_;
  const std::vector<float>& norms_;
  Deadline& deadline_;
  std::vector<WeighedTerm> early_;
  std::vector<WeighedTerm> late_;  // whose lists are long and not kept
};

}  // namespace

ScoredHits score_best(std::span<const std::uint32_t> hits, std::size_t count,
                      const Scoring& scoring, const Bm25& bm25, Snapshot& snapshot,
                      Deadline& deadline) {
  return BestHits(hits, scoring, bm25, snapshot, deadline).best(count);
}

}  // namespace tracuu
