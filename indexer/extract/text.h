// From plain text to a document: the body is the text, only its line ends become LF.
//
//   "Quyết định 749/QĐ-TTg\r\n\r\nĐiều 1. …"  ->  body "Quyết định 749/QĐ-TTg\n\nĐiều 1. …"
//
// What the text says about itself (number, date, agency) is found later, by complete().

#pragma once

#include <string>
#include <string_view>

#include "core/document/document.h"

namespace tracuu::input {

// Returns the document with nothing but its body. Cost: one pass, in place.
Document text_document(std::string text);

// Returns the first line of `body` that is not blank, without blanks around it, at most
// `max_bytes` long: cut between syllables where it can be, never inside a character.
std::string first_line(std::string_view body, std::size_t max_bytes);

// Changes CR LF and single CR to LF.
void use_line_feeds(std::string& text);

}  // namespace tracuu::input
