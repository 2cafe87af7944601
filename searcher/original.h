// The file that a document was read from.
//
//   original_of(view, whole, "vb/thu.zip/12.docx")
//     file "/srv/vb/thu.zip", path "vb/thu.zip/12.docx", is_shared true: it has other members
//
// Whether a reader may have the file is the caller's business: it may hold more than the document.

#pragma once

#include <optional>
#include <string>

#include "searcher/index_view.h"

namespace tracuu {

struct Original {
  std::string file;        // its absolute path when it was indexed
  std::string path;        // the document's own, relative: Document::path
  bool is_shared = false;  // it gave other documents as well, whoever may see these
};

// Returns the file of a document of `view`; nothing without such a document. REQUIRES: `whole` is
// of the same state, and whole. Throws Xapian::Error, kIndexDamaged. Cost: reads the record.
std::optional<Original> original_of(const IndexView& view, const IndexView& whole,
                                    const std::string& id);

}  // namespace tracuu
