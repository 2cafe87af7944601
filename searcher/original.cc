#include "searcher/original.h"

#include "core/index/record.h"
#include "core/index/schema.h"

namespace tracuu {

std::optional<Original> original_of(const IndexView& view, const IndexView& whole,
                                    const std::string& id) {
  const std::string term = schema::term(schema::kId, id);
  const auto posting = view.postlist_begin(term);
  if (posting == view.postlist_end(term)) return std::nullopt;
  const Xapian::Document document = view.get_document(*posting);
  Original original;
  original.file = document.get_value(schema::kSourceFileSlot);
  original.path = decode_head(document.get_data()).path;
  original.is_shared = whole.get_termfreq(schema::term(schema::kSourceFile, original.file)) != 1;
  return original;
}

}  // namespace tracuu
