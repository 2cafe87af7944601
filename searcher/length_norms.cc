#include "searcher/length_norms.h"

#include <algorithm>

#include "searcher/posting_list.h"

namespace tracuu {
namespace {

// Never 0, so that nothing divides by it: k1 of 0 asks for that.
constexpr double kLeastNorm = 1e-6;

}  // namespace

LengthNorms::LengthNorms(const IndexView& database) : average_(database.get_avlength()) {
  constexpr std::size_t kBlock = PostingList::kBlock;
  lengths_.resize((database.get_lastdocid() / kBlock + 1) * kBlock);
  const auto end = database.postlist_end("");
  for (auto document = database.postlist_begin(""); document != end; ++document) {
    lengths_[*document] = document.get_doclength();
  }
}

const std::vector<float>& LengthNorms::of(const Bm25& bm25) {
  if (known_ == bm25) return norms_;
  norms_.resize(lengths_.size());
  std::ranges::transform(lengths_, norms_.begin(), [&](std::uint32_t length) {
    return static_cast<float>(std::max(length_norm(length, average_, bm25), kLeastNorm));
  });
  known_ = bm25;
  return norms_;
}

}  // namespace tracuu
