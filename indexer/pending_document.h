// A document on its way into the index, with what is kept of where it came from.

#pragma once

#include <string>

#include <xapian.h>

#include "core/document/document.h"
#include "indexer/document_terms.h"

namespace tracuu {

struct PendingDocument {
  Document document{};
  std::string source_file{};   // absolute path
  std::string content_hash{};  // what it is known by; empty: the hash of `document`
};

// Returns the document for the index.
Xapian::Document to_index_document(const PendingDocument& pending, DocumentTerms& terms);

}  // namespace tracuu
