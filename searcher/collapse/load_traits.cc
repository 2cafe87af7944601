#include "searcher/collapse/load_traits.h"

#include "core/index/schema.h"

namespace tracuu {

CopyTraits load_traits(const IndexView& database, Xapian::docid docid) {
  const Xapian::Document document = database.get_document(docid, Xapian::DOC_ASSUME_VALID);
  return decode_copy(document.get_value(schema::kCopySlot));
}

}  // namespace tracuu
