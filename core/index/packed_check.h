// Looks through the packed lists of a generation (packed_lists.h) for damage.

#pragma once

#include <string>
#include <vector>

#include <xapian.h>

namespace tracuu {

// Returns what is wrong with them, a sentence each (English), the first ones; nothing where they
// are sound: terms in their order, postings as many as is said and of documents that there were,
// and of each document that is packed still as many words as its length has. REQUIRES: the tables
// of the database are sound. Cost: reads all of them, 4 bytes a document.
std::vector<std::string> find_packed_damage(const Xapian::Database& database);

}  // namespace tracuu
