// From Markdown to a document: the words without the marks around them.
//
//   "# Kế hoạch **số hóa**\n\nXem [quy chế](qc.md).\n- Bước 1"
//       -> title "Kế hoạch số hóa", body "Kế hoạch số hóa\n\nXem quy chế.\n- Bước 1"
//
// The title is the first heading; fields in front matter are trusted over everything else. Code
// between fences is kept as it is. List marks stay, they read as they stand.

#pragma once

#include <string>
#include <vector>

#include "core/document/document.h"
#include "core/document/document_json.h"

namespace tracuu::input {

struct MarkdownDocument {
  Document document;                  // id only where front matter gives one
  std::vector<JsonWarning> warnings;  // values in front matter that were not understood
};

// Returns the document in `markdown`. Never fails. Cost: one pass and a copy.
MarkdownDocument markdown_document(std::string markdown);

}  // namespace tracuu::input
