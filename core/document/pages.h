// Where the pages of a document begin, so that a hit can name its page.
//
//   body "QUYẾT ĐỊNH\n…\nĐiều 2. …", pages {0, 2210}
//   page_at(pages, 2300) == 2        «trang 2»
//
// A page begins at the start of a line of the body; an empty one begins where the next does.
// Formats without pages have none.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace tracuu {

// Returns the page, from 1, that holds the byte at `offset`; 0 where no pages are known.
// Logarithmic.
std::size_t page_at(const std::vector<std::size_t>& pages, std::size_t offset);

// Whether `pages` are ordered starts of lines of the body. Linear in the pages.
bool are_pages_of(const std::vector<std::size_t>& pages, std::string_view body);

// Returns the number of the line, from 0, at which each page begins, and back. A change of the body
// that keeps its line ends, as the repair of an encoding does, keeps these numbers. Linear.
// REQUIRES: are_pages_of(pages, body).
std::vector<std::size_t> lines_of_pages(const std::vector<std::size_t>& pages,
                                        std::string_view body);
std::vector<std::size_t> pages_at_lines(const std::vector<std::size_t>& lines,
                                        std::string_view body);

}  // namespace tracuu
