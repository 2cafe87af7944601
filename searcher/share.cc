#include "searcher/share.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tracuu {
namespace {

constexpr std::uint32_t kBlock = PostingList::kBlock;

struct WeighedList {
  PostingList::Walk walk;
  std::uint32_t weight = 0;
};

// Weights are integers, so that a sum does not depend on the order of adding.
std::uint32_t weight_of(const PostingList& list, std::uint32_t documents) {
  constexpr double kScale = 1024;
  const double rarity = static_cast<double>(documents) / list.size();
  return static_cast<std::uint32_t>(std::lround(kScale * std::log1p(rarity)));
}

void add_dense(std::uint32_t* __restrict sums, const std::uint8_t* __restrict bytes,
               std::uint32_t weight) {
  for (std::uint32_t i = 0; i < kBlock; ++i) sums[i] += bytes[i] != 0 ? weight : 0;
}

}  // namespace

void ShareCounter::add(std::shared_ptr<const PostingList> list) {
  if (list->size() == 0) return;
  waiting_.push_back(std::move(list));
  if (waiting_.size() == kListsAtOnce) sum_up();
}

void ShareCounter::sum_up() {
  std::vector<WeighedList> weighed;
  for (const auto& list : waiting_) {
    weighed.push_back({PostingList::Walk(*list), weight_of(*list, documents_)});
    whole_ += weighed.back().weight;
  }
  for (std::uint32_t begin = 0; begin < sums_.size(); begin += kBlock) {
    for (WeighedList& list : weighed) {
      const PostingList::Block block = list.walk.block(begin / kBlock);
      if (block.dense != nullptr) add_dense(sums_.data() + begin, block.dense, list.weight);
      for (const std::uint32_t docid : block.docids) sums_[docid] += list.weight;
    }
  }
  waiting_.clear();
}

DocumentSet ShareCounter::with(double share) {
  sum_up();
  const auto needed = static_cast<std::uint32_t>(
      std::max<double>(1, std::ceil(share * static_cast<double>(whole_))));
  std::vector<std::uint32_t> enough;
  for (std::uint32_t docid = 0; docid < sums_.size(); ++docid) {
    if (sums_[docid] >= needed) enough.push_back(docid);
  }
  return {enough.size(), enough.data()};
}

}  // namespace tracuu
