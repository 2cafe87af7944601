// How a Document is kept as the data of an index document.
//
//   {"id":"vb/749.txt","title":"…","regions":[…],"spans":310}     what every result shows
//   {"citations":[…],"evidence":[…]}                              what extraction found
//   310 bytes                                                     of
//   core/document/outline/labeled_spans.h the body as it is, and behind it, of a repaired document,
//   the body as it was read
//
// Each part is read without parsing those behind it: the citations of a law take longer to parse
// than all that a page of results shows.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/document/outline/labeled_spans.h"

namespace tracuu {

// What a result shows of a record.
struct ShownRecord {
  Document document;  // without what extraction found: citations, people, evidence …
  std::vector<LabeledSpan> spans;
};

// Returns the stored form. `spans` are those of the body.
std::string encode_record(const Document& document, const std::vector<LabeledSpan>& spans = {});

// Returns the document. Throws, as the others do, kIndexDamaged (path "record") for data that is
// no record.
Document decode_record(std::string_view data);

ShownRecord decode_shown(std::string_view data);

// Returns the fields of the first line alone: id, title, number, agency, date …
Document decode_head(std::string_view data);

// Returns a 16-byte hash of everything that decides how the document is indexed and shown: equal
// hashes mean that nothing has to be written again.
std::string content_hash(const Document& document);

}  // namespace tracuu
