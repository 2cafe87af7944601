// How a Document is kept as the data of an index document.
//
// The fields as one line of JSON, a line feed, the body as it is: the fields are read without
// parsing the body, and offsets into the body stay what they are. Behind the body of a repaired
// document comes the body as it was read; the fields hold its size.

#pragma once

#include <string>
#include <string_view>

#include "core/document/document.h"

namespace tracuu {

// Returns the stored form.
std::string encode_record(const Document& document);

// Returns the document. Throws kIndexDamaged (path "record") for data that is no record.
Document decode_record(std::string_view data);

// Returns a 16-byte hash of everything that decides how the document is indexed and shown: equal
// hashes mean that nothing has to be written again.
std::string content_hash(const Document& document);

}  // namespace tracuu
