#include "searcher/scorer.h"

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <utility>

#include "searcher/share.h"

namespace tracuu {
namespace {

constexpr std::uint32_t kBlock = PostingList::kBlock;

// A loop over all documents of a block does four at a time; so many times fewer hits are looked at
// one by one.
constexpr std::size_t kFewHits = kBlock / 4;

// Looking one hit up in a sparse list costs as much as so many steps along it.
constexpr std::size_t kSearched = 8;

// What is added to the documents of a list, block by block.
class Summand {
 public:
  Summand(std::shared_ptr<const PostingList> list, double weight)
      : list_(std::move(list)), walk_(*list_), weight_(static_cast<float>(weight)) {}

  PostingList::Block block(std::uint32_t number) { return walk_.block(number); }
  float weight() const { return weight_; }

 private:
  std::shared_ptr<const PostingList> list_;
  PostingList::Walk walk_;
  float weight_;
};

float gain(float weight, float count, float norm) {
  return weight * count / (norm + count);
}

// Written so that GCC 12 makes a loop over it one of vectors.
float count_of(std::uint8_t byte) {
  return static_cast<float>(int{byte} - (byte != 0 ? 1 : 0));
}

void add_dense(float* __restrict sums, const std::uint8_t* __restrict bytes,
               const float* __restrict norms, float weight) {
  for (std::uint32_t i = 0; i < kBlock; ++i) sums[i] += gain(weight, count_of(bytes[i]), norms[i]);
}

// One block of documents: [begin, begin + kBlock).
class BlockScorer {
 public:
  BlockScorer(const std::vector<float>& norms, std::uint32_t number)
      : number_(number), begin_(number * kBlock), norms_(norms.data() + begin_) {}

  void add(Summand& summand, std::span<const std::uint32_t> hits) {
    const PostingList::Block block = summand.block(number_);
    const float weight = summand.weight();
    if (block.dense != nullptr && hits.size() > kFewHits) {
      add_dense(sums_.data(), block.dense, norms_, weight);
    } else if (block.dense != nullptr) {
      for (const std::uint32_t hit : hits) add(hit, count_of(block.dense[hit - begin_]), weight);
    }
    if (hits.size() * kSearched < block.docids.size()) {
      look_up(block, hits, weight);
    } else {
      for (std::size_t i = 0; i < block.docids.size(); ++i) {
        add(block.docids[i], count_of(block.bytes[i]), weight);
      }
    }
    for (const Posting& posting : block.large) {
      add(posting.docid, static_cast<float>(posting.count), weight);
    }
  }

  float& sum(std::uint32_t docid) { return sums_[docid - begin_]; }

 private:
  // Adds to the hits alone: finding them costs less than walking all.
  void look_up(const PostingList::Block& block, std::span<const std::uint32_t> hits, float weight) {
    auto at = block.docids.begin();
    for (const std::uint32_t hit : hits) {
      at = std::lower_bound(at, block.docids.end(), hit);
      if (at == block.docids.end()) return;
      if (*at != hit) continue;
      add(hit, count_of(block.bytes[static_cast<std::size_t>(at - block.docids.begin())]), weight);
    }
  }

  void add(std::uint32_t docid, float count, float weight) {
    const std::uint32_t place = docid - begin_;
    sums_[place] += gain(weight, count, norms_[place]);
  }

  std::uint32_t number_;
  std::uint32_t begin_;
  const float* norms_;
  std::array<float, kBlock> sums_{};
};

// Adds what the summands give to each hit.
void add_to_scores(std::vector<Summand>& summands, const std::vector<float>& norms,
                   std::span<const std::uint32_t> hits, std::vector<float>& scores,
                   Deadline& deadline) {
  std::size_t first = 0;
  while (first < hits.size() && !deadline.is_over()) {
    const std::uint32_t number = hits[first] / kBlock;
    std::size_t end = first;
    while (end < hits.size() && hits[end] / kBlock == number) ++end;
    BlockScorer block(norms, number);
    for (std::size_t i = first; i < end; ++i) block.sum(hits[i]) = scores[i];
    for (Summand& summand : summands) block.add(summand, hits.subspan(first, end - first));
    for (; first < end; ++first) scores[first] = block.sum(hits[first]);
  }
}

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

using WeighedTerm = std::pair<double, const ScoredTerm*>;

// The terms with what each can add at most, the greatest first.
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

std::shared_ptr<const PostingList> list_of(const ScoredTerm& term, Postings& postings) {
  return term.other.empty() ? postings.list(term.term)
                            : postings.list_of_either(term.term, term.other);
}

}  // namespace

double greatest_gain(const ScoredTerm& term, const Bm25& bm25, const Postings& postings) {
  const std::uint32_t documents = postings.database().get_doccount();
  return term.factor * term_weight(frequency_of(term, postings), documents, bm25);
}

std::vector<float> score_hits(std::span<const std::uint32_t> hits, const Scoring& scoring,
                              const Bm25& bm25, Snapshot& snapshot, Deadline& deadline) {
  std::vector<float> scores(hits.size());
  if (scoring.empty() || hits.empty()) return scores;
  Postings& postings = snapshot.postings();
  const std::vector<float>& norms = snapshot.length_norms().of(bm25);
  std::vector<Summand> summands;
  for (const auto& [weight, term] : by_gain(scoring, bm25, postings)) {
    if (deadline.is_over()) break;
    summands.emplace_back(list_of(*term, postings), weight);
    if (summands.size() < kListsAtOnce) continue;
    add_to_scores(summands, norms, hits, scores, deadline);
    summands.clear();
  }
  add_to_scores(summands, norms, hits, scores, deadline);
  for (const Boost& boost : scoring.boosts) add_boost(boost, hits, scores);
  return scores;
}

}  // namespace tracuu
