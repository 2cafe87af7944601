#include "searcher/bm25_sums.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace tracuu {
namespace {

constexpr std::uint32_t kBlock = PostingList::kBlock;

// A loop over all documents of a block does four at a time; so many times fewer hits are looked at
// one by one.
constexpr std::size_t kFewHits = kBlock / 4;

// Looking one hit up in a sparse list costs as much as so many steps along it.
constexpr std::size_t kSearched = 8;

// A list on its way through the blocks.
struct Summand {
  explicit Summand(const WeighedList& of) : walk(*of.list), weight(static_cast<float>(of.weight)) {}

  PostingList::Walk walk;
  float weight;
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
    const PostingList::Block block = summand.walk.block(number_);
    const float weight = summand.weight;
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

}  // namespace

void add_gains(std::span<const WeighedList> lists, const std::vector<float>& norms,
               std::span<const std::uint32_t> hits, std::vector<float>& scores,
               Deadline& deadline) {
  std::vector<Summand> summands(lists.begin(), lists.end());
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

}  // namespace tracuu
