// What a document can be filtered and counted by: the values of each field, as terms and in slots.
//
//   place  "tỉnh Thái Nguyên", "tỉnh Bắc Kạn"
//     terms XFplace:tinh thai nguyen, XFplace:tinh bac kan    slot 18: both, one a line
//
// Terms filter, slots are counted (searcher/columns.h); both are made here so that they agree.

#pragma once

#include <xapian.h>

#include "core/document/document.h"

namespace tracuu {

// Values of one field at most: what is beyond says nothing to a reader.
inline constexpr std::size_t kMaxFacetValues = 64;

// Adds the terms and values of every field that the document has. Linear.
void add_facets(const Document& document, Xapian::Document& target);

}  // namespace tracuu
