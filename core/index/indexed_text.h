// The pieces of a document that are indexed, in order, and what each is.
//
//   title                     twice as heavy as the others
//   number, agency, type,     people type them beside the subject
//   signer, author, keywords
//   body                      between its regions; heads, which are ranked but not in every copy
//   captions in the body      found, without weight
//   noise in the body         nowhere
//
// The indexer makes terms of them (indexer/document_terms.h); whoever wants to know what a stored
// document says reads the same pieces.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/document/document.h"

namespace tracuu {

struct IndexedText {
  std::string_view text{};
  bool is_title = false;
  bool is_caption = false;
  bool in_sketch = false;                    // running text, as every copy of the document has it
  std::optional<std::size_t> body_offset{};  // where it stands in the body, if it is ranked there

  // How often one occurrence counts in the whole text. A caption makes a document a hit, but only
  // its own term weighs. What the title says counts twice: measured on the tune sets, where first
  // lines were once counted so by mistake and the mend cost .0035 on headlines and .012 on persons.
  std::uint32_t weight() const { return is_caption ? 0 : is_title ? 2 : 1; }
};

// Returns the pieces that are not empty. They view `document`.
std::vector<IndexedText> indexed_texts(const Document& document);

}  // namespace tracuu
