#include "searcher/ranking.h"

#include <algorithm>
#include <limits>
#include <string>
#include <unordered_map>

#include "core/index/schema.h"

namespace tracuu {
namespace {

// Admits the hits. Called only for documents that would enter the top, so it costs little.
class HitsOnly : public Xapian::MatchDecider {
 public:
  explicit HitsOnly(const DocumentSet& hits) : hits_(hits) {}
  bool operator()(const Xapian::Document& document) const override {
    return hits_.contains(document.get_docid());
  }

 private:
  const DocumentSet& hits_;
};

// Compares ids, reading each from the index once.
class Ids {
 public:
  explicit Ids(const Xapian::Database& database) : database_(database) {}

  const std::string& of(Xapian::docid docid) {
    const auto [it, is_new] = ids_.try_emplace(docid);
    if (is_new) it->second = database_.get_document(docid).get_value(schema::kIdSlot);
    return it->second;
  }

 private:
  const Xapian::Database& database_;
  std::unordered_map<Xapian::docid, std::string> ids_;
};

void sort_by_score(std::vector<RankedDocument>& ranked, Ids& ids) {
  std::ranges::sort(ranked, [&](const RankedDocument& a, const RankedDocument& b) {
    if (a.score != b.score) return a.score > b.score;
    return ids.of(a.docid) < ids.of(b.docid);
  });
}

std::vector<RankedDocument> slice(std::vector<RankedDocument> ranked, std::size_t offset,
                                  std::size_t limit) {
  if (offset >= ranked.size()) return {};
  ranked.erase(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(offset));
  if (ranked.size() > limit) ranked.resize(limit);
  return ranked;
}

// The best `wanted` hits and all that tie with the last of them.
std::vector<RankedDocument> best_with_ties(Xapian::Enquire& enquire, const HitsOnly& only,
                                           std::size_t wanted, std::size_t most) {
  std::vector<RankedDocument> best;
  for (std::size_t ask = wanted + 1;; ask = std::min(most, ask * 4)) {
    const Xapian::MSet matches =
        enquire.get_mset(0, static_cast<Xapian::doccount>(ask), 0, nullptr, &only);
    best.clear();
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      best.push_back({*match, match.get_weight()});
    }
    const bool complete = best.size() < ask || ask >= most;
    if (complete || best.back().score != best[wanted - 1].score) return best;
  }
}

}  // namespace

std::vector<RankedDocument> rank_by_score(const DocumentSet& hits, const Xapian::Query& scoring,
                                          const RankingOptions& options, std::size_t offset,
                                          std::size_t limit, Snapshot& snapshot) {
  const std::size_t total = hits.cardinality();
  if (limit == 0 || offset >= total) return {};
  const std::size_t wanted = std::min(total, offset + limit);
  Ids ids(snapshot.database());
  std::vector<RankedDocument> ranked;
  if (!scoring.empty()) {
    Xapian::Enquire enquire(snapshot.database());
    enquire.set_query(scoring);
    enquire.set_weighting_scheme(
        Xapian::BM25Weight(options.k1, 0, 1, options.b, options.min_length_share));
    const HitsOnly only(hits);
    ranked = best_with_ties(enquire, only, wanted, total);
    sort_by_score(ranked, ids);
  }
  if (ranked.size() < wanted) {
    DocumentSet rest = hits;
    for (const RankedDocument& document : ranked) rest.remove(document.docid);
    std::vector<RankedDocument> unscored;
    for (const std::uint32_t docid : rest) unscored.push_back({docid, 0});
    sort_by_score(unscored, ids);
    ranked.insert(ranked.end(), unscored.begin(), unscored.end());
  }
  return slice(std::move(ranked), offset, limit);
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
  return slice(std::move(ranked), offset, limit);
}

}  // namespace tracuu
