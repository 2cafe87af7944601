// What an index keeps of a document for telling copies, read from its value slots.

#pragma once

#include <xapian.h>

#include "core/document/copies/copy_traits.h"

namespace tracuu {

// Returns the traits. What the index does not hold is left empty: documents of an index from before
// sketches and number keys are copies of nothing. Throws Xapian::Error.
// Cost: six values, some 15 µs.
CopyTraits load_traits(const Xapian::Database& database, Xapian::docid docid);

}  // namespace tracuu
