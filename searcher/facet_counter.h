// Counts one facet over sets of documents that are handed to it piece by piece.
//
//   const auto counter = make_counter("type", request, snapshot);
//   counter->add(docids);
//   counter->values(20)      {"Quyết định", …, 812}, {"Công văn", …, 77}
//
// A document counts once for each of its values; for each folder above its own; in the tree of
// agencies for what searcher/agency_tree.h says. Belongs to one request and one thread.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "searcher/facet_value.h"
#include "searcher/request.h"
#include "searcher/snapshot.h"

namespace tracuu {

class FacetCounter {
 public:
  FacetCounter() = default;
  virtual ~FacetCounter() = default;
  FacetCounter(const FacetCounter&) = delete;
  FacetCounter& operator=(const FacetCounter&) = delete;

  // Counts the documents. REQUIRES: they are documents of the snapshot, none was counted before.
  virtual void add(std::span<const std::uint32_t> docids) = 0;

  // Returns the values that were met, at most `most` of them, the most frequent ones, those first;
  // agencies in the order of their tree, with what stands above them. Nothing may be added after
  // it. Cost: a look at each distinct value of the index.
  virtual std::vector<FacetValue> values(std::size_t most) = 0;
};

// Returns a counter of the facet, which uses `snapshot` as long as it lives. Throws kBadOption for
// a facet that does not exist; Xapian::Error, as the first use reads columns.
std::unique_ptr<FacetCounter> make_counter(std::string_view facet, const SearchRequest& request,
                                           Snapshot& snapshot);

}  // namespace tracuu
