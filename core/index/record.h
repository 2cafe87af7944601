// How a Document is kept as the data of an index document.
//
//   \x01, varint bytes of the front, varint bytes of what was found
//   the front    {"id":"vb/749.txt","title":"…","original_bytes":0}   a line: the fields, and
//                behind it outline/labeled_spans.h
//   found        {"citations":[…],"evidence":[…]}
//   the text     the body as it is, and behind it, of a repaired document, the body as it was read
//
// Each of the three is packed by itself (pack.h), nothing where it is empty, so that each is read
// without the others: the citations of a law take longer to parse than all that a page of results
// shows, and a list of titles needs no text. Records of earlier formats, which are not packed, are
// read as well (--repair).

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

// Returns the stored form with other access (Document::access, access_by_rule). Nothing behind the
// first line is parsed.
std::string with_access(std::string_view data, const Document& access);

// Returns a 16-byte hash of everything that decides how the document is indexed and shown, but for
// who may see it: equal hashes mean that at most the access has to be written again
// (core/index/access.h).
std::string content_hash(const Document& document);

}  // namespace tracuu
