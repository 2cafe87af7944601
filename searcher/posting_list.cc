#include "searcher/posting_list.h"

#include <algorithm>
#include <iterator>

namespace tracuu {
namespace {

std::vector<Posting> counted_once(const DocumentSet& documents) {
  std::vector<Posting> postings;
  postings.reserve(documents.cardinality());
  for (const std::uint32_t docid : documents) postings.push_back({docid, 1});
  return postings;
}

// The first element at or behind `at` whose docid is not below `docid`. Blocks are asked for in
// order, so it lies near: the step doubles until it is passed.
template <typename Values, typename DocidOf>
std::size_t advance(const Values& values, std::size_t at, std::uint32_t docid, DocidOf docid_of) {
  std::size_t step = 1;
  std::size_t low = at;
  while (low + step < values.size() && docid_of(values[low + step]) < docid) {
    low += step;
    step *= 2;
  }
  const auto begin = values.begin() + static_cast<std::ptrdiff_t>(low);
  const auto end =
      values.begin() + static_cast<std::ptrdiff_t>(std::min(values.size(), low + step + 1));
  const auto found =
      std::partition_point(begin, end, [&](const auto& value) { return docid_of(value) < docid; });
  return static_cast<std::size_t>(found - values.begin());
}

}  // namespace

PostingList::PostingList(std::size_t documents, std::uint32_t last_docid) {
  const std::size_t blocks = last_docid / kBlock + std::size_t{1};
  const std::size_t sparse_bytes = documents * (sizeof(std::uint32_t) + 1);
  is_dense_ = sparse_bytes > blocks * kBlock;
  if (is_dense_) {
    bytes_.resize(blocks * kBlock);
  } else {
    docids_.reserve(documents);
    bytes_.reserve(documents);
  }
}

PostingList::PostingList(std::span<const Posting> postings, std::uint32_t last_docid)
    : PostingList(postings.size(), last_docid) {
  for (const Posting& posting : postings) add(posting);
}

PostingList::PostingList(const DocumentSet& documents, std::uint32_t last_docid)
    : PostingList(counted_once(documents), last_docid) {}

std::size_t PostingList::bytes() const {
  return sizeof(*this) + docids_.capacity() * sizeof(std::uint32_t) + bytes_.capacity() +
         large_.capacity() * sizeof(Posting);
}

std::vector<Posting> PostingList::postings() const {
  std::vector<Posting> all;
  all.reserve(size_);
  const auto add = [&](std::uint32_t docid, std::uint8_t byte) {
    all.push_back({docid, byte - 1U});
  };
  if (is_dense_) {
    for (std::uint32_t docid = 0; docid < bytes_.size(); ++docid) {
      if (bytes_[docid] != 0) add(docid, bytes_[docid]);
    }
  } else {
    for (std::size_t i = 0; i < docids_.size(); ++i) add(docids_[i], bytes_[i]);
  }
  std::size_t at = 0;
  for (const Posting& posting : large_) {
    at = advance(all, at, posting.docid, [](const Posting& each) { return each.docid; });
    all[at].count = posting.count;
  }
  return all;
}

DocumentSet PostingList::documents() const {
  if (!is_dense_) return {docids_.size(), docids_.data()};
  std::vector<std::uint32_t> docids;
  docids.reserve(size_);
  for (std::uint32_t docid = 0; docid < bytes_.size(); ++docid) {
    if (bytes_[docid] != 0) docids.push_back(docid);
  }
  return {docids.size(), docids.data()};
}

PostingList::Block PostingList::Walk::block(std::uint32_t number) {
  const std::uint32_t begin = number * kBlock;
  const std::uint32_t end = begin + kBlock;
  Block block;
  if (list_->is_dense_) {
    block.dense = list_->bytes_.data() + begin;
  } else {
    const auto docid_of = [](std::uint32_t docid) { return docid; };
    const std::size_t first = advance(list_->docids_, at_, begin, docid_of);
    at_ = advance(list_->docids_, first, end, docid_of);
    block.docids = std::span(list_->docids_).subspan(first, at_ - first);
    block.bytes = std::span(list_->bytes_).subspan(first, at_ - first);
  }
  if (!list_->large_.empty()) {
    const auto docid_of = [](const Posting& posting) { return posting.docid; };
    const std::size_t first = advance(list_->large_, at_large_, begin, docid_of);
    at_large_ = advance(list_->large_, first, end, docid_of);
    block.large = std::span(list_->large_).subspan(first, at_large_ - first);
  }
  return block;
}

PostingList merged(const PostingList& a, const PostingList& b, std::uint32_t last_docid) {
  const std::vector<Posting> first = a.postings();
  const std::vector<Posting> second = b.postings();
  std::vector<Posting> all;
  all.reserve(first.size() + second.size());
  std::ranges::merge(first, second, std::back_inserter(all), {}, &Posting::docid, &Posting::docid);
  std::size_t kept = 0;
  for (const Posting& posting : all) {
    if (kept > 0 && all[kept - 1].docid == posting.docid) {
      all[kept - 1].count += posting.count;
    } else {
      all[kept++] = posting;
    }
  }
  all.resize(kept);
  return {all, last_docid};
}

}  // namespace tracuu
