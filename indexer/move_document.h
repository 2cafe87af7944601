// A document whose file has another name now: what the name decides is changed, the rest stays.
//
//   "vb/749.txt" -> "vb/cu/749.txt"      id and path
//   "tin.jsonl", id "n17"                the path alone
//   "scan.txt" -> "749-QD-TTg.txt"       nothing: the name says a number, the file is read again

#pragma once

#include <string>

#include "core/document/document.h"
#include "indexer/source/identity.h"

namespace tracuu {

// Changes the document of a file whose path in it was `from` and is `to`. Returns whether that is
// all that the name decides; else the document is as it was.
bool move_document(Document& document, const std::string& from, const std::string& to,
                   input::IdFrom id_from);

}  // namespace tracuu
