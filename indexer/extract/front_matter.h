// The fields that a Markdown file states about itself, between two lines of dashes at its top.
//
//   ---
//   title: "Kế hoạch chuyển đổi số"
//   number: 12/KH-UBND
//   keywords: [chuyển đổi số, Thái Nguyên]
//   ---
//
// A small part of YAML: one `key: value` a line, quotes optional, lists in brackets, between
// commas, or as `- item` lines below their key. Keys are the names of the JSON fields; others are
// passed over. Dates may be ISO or Vietnamese.

#pragma once

#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/document/document_json.h"

namespace tracuu::input {

struct FrontMatter {
  Document fields;                    // those that were stated; no body
  std::vector<JsonWarning> warnings;  // values that were not understood
  std::string_view rest;              // the text behind, a view into the argument
};

// Returns the fields at the top of `markdown`; no fields and all of the text where there are none.
FrontMatter read_front_matter(std::string_view markdown);

}  // namespace tracuu::input
