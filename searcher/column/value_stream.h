// Walks over the values that documents have in one slot.

#pragma once

#include <span>
#include <string>

#include <xapian.h>

#include "searcher/index_view.h"

namespace tracuu {

// Calls visit(docid, value) for each document with a value, ascending. Throws Xapian::Error.
template <typename Visit>
void for_each_value(const IndexView& database, Xapian::valueno slot, Visit visit) {
  const auto end = database.valuestream_end(slot);
  for (auto value = database.valuestream_begin(slot); value != end; ++value) {
    visit(value.get_docid(), *value);
  }
}

// The values of a slot, asked for in the order of docids: one walk over them. Values are packed
// some hundred together, so neighbours are nearly free. Belongs to one thread.
class ValueReader {
 public:
  ValueReader(const IndexView& database, Xapian::valueno slot)
      : value_(database.valuestream_begin(slot)), end_(database.valuestream_end(slot)) {}

  // Returns the document's value, empty where there is none. REQUIRES: docids ascend. Throws
  // Xapian::Error.
  std::string of(Xapian::docid docid) {
    if (value_ != end_) value_.skip_to(docid);
    return value_ != end_ && value_.get_docid() == docid ? *value_ : std::string();
  }

 private:
  IndexView::ValueIterator value_;
  IndexView::ValueIterator end_;
};

// Calls visit(docid, value) for each of the documents, with an empty value where there is none.
// REQUIRES: docids ascend. Throws Xapian::Error.
template <typename Visit>
void for_each_value_of(const IndexView& database, Xapian::valueno slot,
                       std::span<const Xapian::docid> docids, Visit visit) {
  ValueReader values(database, slot);
  for (const Xapian::docid docid : docids) visit(docid, values.of(docid));
}

}  // namespace tracuu
