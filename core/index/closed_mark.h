// Whether an index has ever held what is not for everyone: what is still known when it cannot be
// read.
//
//   DIR/closed     an empty file beside the generations, there from before the first document, or
//                  default, that is not for everyone
//
// A rebuild over a damaged index must not open what nobody remembers was closed, and need not ask
// an office that has never closed anything. The mark stays when the last such document is gone.

#pragma once

#include <filesystem>

#include <xapian.h>

namespace tracuu {

bool has_closed_mark(const std::filesystem::path& index);

// Marks the index at `index` where `database`, which is or is about to become its live generation,
// has such a document or default, written or about to be committed. It is on disk when this
// returns. Throws kIo, kDiskFull, Xapian::Error. Cost: a look-up of one term.
void mark_if_closed(const std::filesystem::path& index, const Xapian::Database& database);

}  // namespace tracuu
