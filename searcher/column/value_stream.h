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

// Calls visit(docid, value) for each of the documents, with an empty value where there is none.
// REQUIRES: docids ascend. Throws Xapian::Error. Cost: values are packed some hundred together, so
// neighbours are nearly free.
template <typename Visit>
void for_each_value_of(const IndexView& database, Xapian::valueno slot,
                       std::span<const Xapian::docid> docids, Visit visit) {
  const auto end = database.valuestream_end(slot);
  auto value = database.valuestream_begin(slot);
  for (const Xapian::docid docid : docids) {
    if (value != end) value.skip_to(docid);
    const bool has_value = value != end && value.get_docid() == docid;
    visit(docid, has_value ? *value : std::string());
  }
}

}  // namespace tracuu
