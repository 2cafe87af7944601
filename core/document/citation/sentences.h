// Where the sentences of a document begin and end, and which parts of it are quoted.
//
//   "Căn cứ Luật A;\nCăn cứ Nghị định B\nngày …;\n"   two sentences: a line end alone ends none
//   "Điều 1. Sửa đổi …\n1. Khoản 2 …"                 two: a numbered line begins one
//
// A sentence ends at '.' before a capital or a line's end, at ';' before a line's end, before a
// line that begins with «Căn cứ», «Điều 5.», «a)», «1.», and at a blank line unless the text goes
// on in small letters behind it, as over a page's end. Internal to core/document/citation.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace tracuu::citation {

// What is longer is cut here; recitals that list their laws are the longest sentences.
inline constexpr std::size_t kMaxSentenceBytes = 4000;

// A quotation longer than this is a forgotten mark.
inline constexpr std::size_t kMaxQuoteBytes = 200'000;

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Returns the sentence around [begin, end), no part of it before `floor`, without blanks at its
// ends. REQUIRES: floor ≤ begin ≤ end ≤ text.size().
Span sentence_around(std::string_view text, Span inner, std::size_t floor);

// Returns the outermost quotations, marks included, in order. Linear.
std::vector<Span> find_quotations(std::string_view text);

}  // namespace tracuu::citation
