// How much the length of each document dampens its counts: norm() of bm25.h, by docid.
//
// Lengths are read from the index once; norms are worked out anew for other parameters only.

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <xapian.h>

#include "searcher/bm25.h"
#include "searcher/index_view.h"

namespace tracuu {

class LengthNorms {
 public:
  // Reads the lengths. Throws Xapian::Error. Cost: one walk over the documents.
  explicit LengthNorms(const IndexView& database);

  // Returns the norms, for whole blocks of PostingList::kBlock; greater than 0. The reference
  // holds until the next call.
  const std::vector<float>& of(const Bm25& bm25);

 private:
  std::vector<std::uint32_t> lengths_;  // by docid; 0 where there is no document
  double average_ = 0;
  std::optional<Bm25> known_;
  std::vector<float> norms_;
};

}  // namespace tracuu
