#include "searcher/collapse/load_traits.h"

#include <charconv>
#include <string>

#include "core/document/agency.h"
#include "core/index/schema.h"
#include "core/text/fold.h"

namespace tracuu {

CopyTraits load_traits(const Xapian::Database& database, Xapian::docid docid) {
  const Xapian::Document document = database.get_document(docid, Xapian::DOC_ASSUME_VALID);
  CopyTraits traits;
  if (const auto sketch = decode_sketch(document.get_value(schema::kSketchSlot))) {
    traits.sketch = *sketch;
  }
  traits.act.number = document.get_value(schema::kNumberSlot);
  if (traits.sketch.empty() && traits.act.number.empty()) return traits;
  traits.act.agency = agency_key(document.get_value(schema::kAgencySlot));
  traits.act.type = name_key(document.get_value(schema::kTypeSlot));
  const std::string date = document.get_value(schema::kDateSlot);
  std::from_chars(date.data(), date.data() + date.size(), traits.act.date);
  if (const auto quality = decode_traits(document.get_value(schema::kTraitsSlot))) {
    traits.quality = *quality;
  }
  traits.act.is_draft = traits.quality.is_draft;
  return traits;
}

}  // namespace tracuu
