// What a document is called: by a field of its record, or by where it lies.
//
//   plain file, default            "sample/van-ban/2021/749.txt"
//   JSON record, default           its field `id`; without one it is skipped
//   JSON record, kPath             "sample/tin.jsonl#7": file and line (of .json: and ordinal)
//   Markdown or HTML, kField       `id` of its front matter or <meta name="id">
//
// An id is at most 240 bytes of UTF-8 without control characters, else the document is refused:
// cutting it could make two documents one.

#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/document/document.h"
#include "indexer/source/skip.h"

namespace tracuu::input {

enum class IdFrom { kDefault, kPath, kField };

// Where a document was found.
struct Place {
  std::string path;         // relative
  std::size_t line = 0;     // of a record; 0 for a whole file
  std::size_t ordinal = 0;  // what stands behind # in an id; 0 for a whole file
  bool is_record = false;   // of JSON: it is expected to bring its id
};

// Sets the document's id and path. Returns why it cannot have one: kMissingId, kIdTooLong, kBadId.
std::optional<Skip> identify(Document& document, const Place& place, IdFrom id_from);

}  // namespace tracuu::input
