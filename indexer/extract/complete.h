// The last step of extraction, the same for every format: what the text says about itself.
//
//   body "ỦY BAN NHÂN DÂN …\nSố: 12/KH-UBND …"   ->  type, number, agency, date, title
//   body "Tỉnh ủy Thái Nguyên …\n(Mic.gov.vn) - …" ->  title, source, author, regions
//
// Fields that are known already are never changed.

#pragma once

#include <cstddef>

#include "core/document/document.h"

namespace tracuu::input {

inline constexpr std::size_t kMaxTitleBytes = 4096;
inline constexpr std::size_t kMaxFirstLineBytes = 300;  // of a title taken from the text

// Fills in what is missing. A document without a title gets its first line as one; a title longer
// than kMaxTitleBytes is cut at a syllable. Returns whether there is any text in the document.
bool complete(Document& document);

}  // namespace tracuu::input
