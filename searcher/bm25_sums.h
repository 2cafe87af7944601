// Sums of BM25 over posting lists, for many documents at once.
//
//   add_gains({{list of "luật", 2.1}, {list of "XUluat", 0.1}}, norms, hits, scores, deadline)
//
// Documents are taken in blocks (PostingList::kBlock), and in each block one list after the other
// adds to the sums of the block, which stay in the processor's nearest cache.

#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "searcher/deadline.h"
#include "searcher/posting_list.h"

namespace tracuu {

struct WeighedList {
  std::shared_ptr<const PostingList> list;
  double weight = 0;  // what a document gains that says the word endlessly often
};

// Adds weight · count / (norm + count) of each list to the score of each hit, in the order of the
// lists: a hit gains the same to the last bit among few hits and among many. Blocks for which no
// time is left gain nothing. `norms` are LengthNorms::of(). REQUIRES: hits are sorted, there is a
// score for each. Cost: of each list one byte a document, or five a posting where few documents
// have it.
void add_gains(std::span<const WeighedList> lists, const std::vector<float>& norms,
               std::span<const std::uint32_t> hits, std::vector<float>& scores, Deadline& deadline);

}  // namespace tracuu
