#include "searcher/ranking.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/index/schema.h"
#include "searcher/scorer.h"

namespace tracuu {
namespace {

// Compares ids, reading each from the index once.
class Ids {
 public:
  explicit Ids(const IndexView& database) : database_(database) {}

  const std::string& of(Xapian::docid docid) {
    const auto [it, is_new] = ids_.try_emplace(docid);
    if (is_new) {
      it->second =
          database_.get_document(docid, Xapian::DOC_ASSUME_VALID).get_value(schema::kIdSlot);
    }
    return it->second;
  }

 private:
  IndexView database_;
  std::unordered_map<Xapian::docid, std::string> ids_;
};

void sort_by_score(std::vector<RankedDocument>& ranked, Ids& ids) {
  std::ranges::sort(ranked, [&](const RankedDocument& a, const RankedDocument& b) {
    if (a.score != b.score) return a.score > b.score;
    return ids.of(a.docid) < ids.of(b.docid);
  });
}

std::vector<RankedDocument> cut(std::vector<RankedDocument> ranked, std::size_t offset,
                                std::size_t limit) {
  if (offset >= ranked.size()) return {};
  ranked.erase(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(offset));
  if (ranked.size() > limit) ranked.resize(limit);
  return ranked;
}

// The `wanted` best of those that have a score, and all that tie with the last of them; unsorted.
std::vector<RankedDocument> best_with_ties(const std::vector<std::uint32_t>& docids,
                                           const std::vector<float>& scores, std::size_t wanted) {
  // So many candidates are gathered before the worst of them go: few times, and in little room.
  constexpr std::size_t kLeastGathered = 1024;
  const std::size_t gathered = std::max(kLeastGathered, 4 * wanted);
  std::vector<RankedDocument> best;
  float least = 0;
  std::size_t full = gathered;
  const auto drop_worst = [&] {
    const auto last = best.begin() + static_cast<std::ptrdiff_t>(wanted - 1);
    std::ranges::nth_element(best, last, std::greater<>(), &RankedDocument::score);
    const double bound = last->score;
    std::erase_if(best, [&](const RankedDocument& each) { return each.score < bound; });
    least = static_cast<float>(bound);
    full = best.size() + gathered;
  };
  for (std::size_t i = 0; i < docids.size(); ++i) {
    if (scores[i] < least || scores[i] <= 0) continue;
    best.push_back({docids[i], scores[i]});
    if (best.size() >= full) drop_worst();
  }
  if (best.size() > wanted) drop_worst();
  return best;
}

}  // namespace

Ranking::Ranking(const DocumentSet& hits, std::size_t depth, const Scoring& scoring,
                 const RankingOptions& options, Snapshot& snapshot, Deadline& deadline)
    : depth_(depth),
      scoring_(scoring),
      bm25_(bm25_of(options)),
      snapshot_(snapshot),
      deadline_(deadline),
      hits_(hits.cardinality()) {
  hits.toUint32Array(hits_.data());
  if (depth_ > 0 && depth_ < hits_.size()) {
    scored_ = score_best(hits_, depth_, scoring_, bm25_, snapshot_, deadline_);
  } else {
    score_all();
  }
}

void Ranking::score_all() {
  scored_ = {hits_, score_hits(hits_, scoring_, bm25_, snapshot_, deadline_)};
}

std::vector<RankedDocument> Ranking::slice(std::size_t offset, std::size_t limit) {
  if (limit == 0 || offset >= hits_.size()) return {};
  std::size_t wanted = offset + std::min(limit, hits_.size() - offset);
  if (wanted > depth_ && scored_.docids.size() < hits_.size()) {
    if (deadline_.is_over()) {
      wanted = depth_;
    } else {
      score_all();
    }
  }
  Ids ids(snapshot_.database());
  const auto& [docids, scores] = scored_;
  std::vector<RankedDocument> ranked = best_with_ties(docids, scores, wanted);
  sort_by_score(ranked, ids);
  if (ranked.size() < wanted) {
    std::vector<RankedDocument> unscored;
    for (std::size_t i = 0; i < docids.size(); ++i) {
      if (scores[i] <= 0) unscored.push_back({docids[i], 0});
    }
    sort_by_score(unscored, ids);
    ranked.insert(ranked.end(), unscored.begin(), unscored.end());
  }
  return cut(std::move(ranked), offset, limit);
}

std::vector<RankedDocument> rank_by_score(const DocumentSet& hits, const Scoring& scoring,
                                          const RankingOptions& options, std::size_t offset,
                                          std::size_t limit, Snapshot& snapshot) {
  Deadline none;
  return Ranking(hits, offset + limit, scoring, options, snapshot, none).slice(offset, limit);
}

std::vector<RankedDocument> rank_by_date(const DocumentSet& hits, Sort order, std::size_t offset,
                                         std::size_t limit, Snapshot& snapshot) {
  if (limit == 0 || offset >= hits.cardinality()) return {};
  const std::vector<std::int32_t>& dates = snapshot.dates();
  Ids ids(snapshot.database());
  std::vector<std::uint32_t> docids;
  docids.reserve(hits.cardinality());
  for (const std::uint32_t docid : hits) docids.push_back(docid);
  const auto key = [&](std::uint32_t docid) {
    if (order == Sort::kNewest) return -dates[docid];  // no date: 0, behind every -yyyymmdd
    return dates[docid] == 0 ? std::numeric_limits<std::int32_t>::max() : dates[docid];
  };
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    if (key(a) != key(b)) return key(a) < key(b);
    return ids.of(a) < ids.of(b);
  };
  const auto end =
      docids.begin() + static_cast<std::ptrdiff_t>(std::min(docids.size(), offset + limit));
  std::partial_sort(docids.begin(), end, docids.end(), before);
  std::vector<RankedDocument> ranked;
  for (auto it = docids.begin(); it != end; ++it) ranked.push_back({*it, 0});
  return cut(std::move(ranked), offset, limit);
}

}  // namespace tracuu
