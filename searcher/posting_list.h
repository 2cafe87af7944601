// The documents of one term with how often each says it, decoded and held in memory.
//
//   "luật"   in 3,000 of 20,400 documents      docids 4, 9, 11, …   counts 2, 1, 7, …      sparse
//   "của"    in 20,100                         counts by docid: 0 5 3 0 2 …                dense
//
// Dense where that takes less room, and then a sum over a block of documents is a loop without a
// branch. A byte holds one more than the count, so that 0 is "not in this document" and 1 "in it,
// and counted 0 times" (words of a caption). What a byte cannot hold stands in `large`, and its
// byte is 1. Immutable once it is filled.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <roaring/roaring.hh>

#include "core/index/posting.h"

namespace tracuu {

using DocumentSet = ::Roaring;  // of Xapian docids

class PostingList {
 public:
  // Documents that are summed over at a time: docids [n * kBlock, (n + 1) * kBlock).
  static constexpr std::uint32_t kBlock = 4096;

  // Counts up to this one fit in a byte.
  static constexpr std::uint32_t kMostInByte = 254;

  // The part of a list that lies in one block. Views hold as long as the list.
  struct Block {
    const std::uint8_t* dense = nullptr;      // kBlock bytes, or nothing when the list is sparse
    std::span<const std::uint32_t> docids{};  // of a sparse list
    std::span<const std::uint8_t> bytes{};    // beside docids
    std::span<const Posting> large{};
  };

  // An empty list, with room for so many documents: from a fifth of all on it is dense.
  // REQUIRES: what is added is not beyond `last_docid`.
  PostingList(std::size_t documents, std::uint32_t last_docid);

  // REQUIRES: `postings` are sorted by docid, none comes twice, none is beyond `last_docid`.
  PostingList(std::span<const Posting> postings, std::uint32_t last_docid);

  // Each document counts once. REQUIRES: none is beyond `last_docid`.
  PostingList(const DocumentSet& documents, std::uint32_t last_docid);

  // Adds a posting behind the others. Before the list is shared.
  void add(const Posting& posting) {
    ++size_;
    has_counts_ = has_counts_ || posting.count > 0;
    const bool is_large = posting.count > kMostInByte;
    const auto byte = static_cast<std::uint8_t>(is_large ? 1 : posting.count + 1);
    if (is_large) large_.push_back(posting);
    if (is_dense_) {
      bytes_[posting.docid] = byte;
    } else {
      docids_.push_back(posting.docid);
      bytes_.push_back(byte);
    }
  }

  // Documents in it.
  std::uint32_t size() const { return size_; }

  bool is_dense() const { return is_dense_; }

  // Whether some count is not 0: a filter's are.
  bool has_counts() const { return has_counts_; }

  // Memory that it takes.
  std::size_t bytes() const;

  DocumentSet documents() const;

  // Returns every posting, by docid.
  std::vector<Posting> postings() const;

  // Walks the blocks in order. REQUIRES: `list` outlives it.
  class Walk {
   public:
    explicit Walk(const PostingList& list) : list_(&list) {}

    // Returns the block `number`. REQUIRES: numbers grow from call to call.
    Block block(std::uint32_t number);

   private:
    const PostingList* list_;
    std::size_t at_ = 0;  // in docids
    std::size_t at_large_ = 0;
  };

 private:
  std::uint32_t size_ = 0;
  bool is_dense_ = false;
  bool has_counts_ = false;
  std::vector<std::uint32_t> docids_;  // empty when dense
  std::vector<std::uint8_t> bytes_;    // by docid when dense, whole blocks; else beside docids_
  std::vector<Posting> large_;
};

// Returns the list of two terms that count as one: their counts added.
PostingList merged(const PostingList& a, const PostingList& b, std::uint32_t last_docid);

}  // namespace tracuu
