// What an index keeps of a document for telling copies, read from its value slot.

#pragma once

#include <span>
#include <vector>

#include <xapian.h>

#include "core/document/copies/copy_traits.h"
#include "searcher/index_view.h"

namespace tracuu {

// Returns the traits; none for a document that can be no copy. Throws Xapian::Error.
// Cost: one value, some 5 µs.
CopyTraits load_traits(const IndexView& database, Xapian::docid docid);

// The same of several documents, in their order, in half the time.
std::vector<CopyTraits> load_traits(const IndexView& database,
                                    std::span<const Xapian::docid> docids);

}  // namespace tracuu
