#include "searcher/collapse/load_traits.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

#include "core/index/schema.h"
#include "searcher/column/value_stream.h"

namespace tracuu {

CopyTraits load_traits(const IndexView& database, Xapian::docid docid) {
  const Xapian::Document document = database.get_document(docid, Xapian::DOC_ASSUME_VALID);
  return decode_copy(document.get_value(schema::kCopySlot));
}

std::vector<CopyTraits> load_traits(const IndexView& database,
                                    std::span<const Xapian::docid> docids) {
  std::vector<std::size_t> by_docid(docids.size());
  std::iota(by_docid.begin(), by_docid.end(), std::size_t{0});
  std::ranges::sort(by_docid, {}, [&](std::size_t i) { return docids[i]; });
  ValueReader values(database, schema::kCopySlot);
  std::vector<CopyTraits> traits(docids.size());
  for (const std::size_t i : by_docid) traits[i] = decode_copy(values.of(docids[i]));
  return traits;
}

}  // namespace tracuu
