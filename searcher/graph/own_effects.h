// What each document says of itself about being in force, of all documents in memory.
//
//   own.of(docid, dates, effective_dates)     what load_own_effect() reads of one
//
// Five bytes a document beside the dates: the last day in force, and one byte for the rest.
// Immutable for readers.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <xapian.h>

#include "searcher/column/dates.h"
#include "searcher/graph/effect.h"
#include "searcher/index_view.h"

namespace tracuu {

class OwnEffects {
 public:
  // Reads the slots of all documents. Throws Xapian::Error.
  explicit OwnEffects(const IndexView& database);

  // Takes over what an earlier state of the index said, but for the documents touched since, which
  // ascend. Throws Xapian::Error.
  OwnEffects(const OwnEffects& earlier, const IndexView& database,
             std::span<const Xapian::docid> touched);

  // Documents are below.
  std::size_t document_end() const { return states_.size(); }

  // Whether the document can be in force. REQUIRES: docid < document_end().
  bool is_act(Xapian::docid docid) const;

  // Returns what the document says. REQUIRES: docid < document_end(); dates are of the same state.
  OwnEffect of(Xapian::docid docid, const Dates& issued, const Dates& effective) const;

  std::size_t size_bytes() const {
    return states_.capacity() + expires_.capacity() * sizeof(expires_[0]);
  }

 private:
  template <typename ForEachValue>
  void read(ForEachValue for_each);

  std::vector<std::uint8_t> states_;  // by docid
  Dates expires_;
};

}  // namespace tracuu
