#include "indexer/pending_document.h"

#include "core/index/schema.h"

namespace tracuu {

Xapian::Document to_index_document(const PendingDocument& pending, DocumentTerms& terms) {
  Xapian::Document made = terms.make(pending.document, pending.source_file);
  made.add_boolean_term(schema::term(schema::kSourceFile, pending.source_file));
  if (!pending.content_hash.empty()) {
    made.add_value(schema::kContentHashSlot, pending.content_hash);
  }
  return made;
}

}  // namespace tracuu
