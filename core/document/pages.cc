#include "core/document/pages.h"

#include <algorithm>

namespace tracuu {

std::size_t page_at(const std::vector<std::size_t>& pages, std::size_t offset) {
  return static_cast<std::size_t>(std::ranges::upper_bound(pages, offset) - pages.begin());
}

bool are_pages_of(const std::vector<std::size_t>& pages, std::string_view body) {
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (pages[i] > body.size() || (i > 0 && pages[i] < pages[i - 1])) return false;
    if (pages[i] > 0 && body[pages[i] - 1] != '\n') return false;
  }
  return true;
}

std::vector<std::size_t> lines_of_pages(const std::vector<std::size_t>& pages,
                                        std::string_view body) {
  std::vector<std::size_t> lines;
  lines.reserve(pages.size());
  std::size_t line = 0;
  std::size_t at = 0;
  for (const std::size_t page : pages) {
    line += static_cast<std::size_t>(std::ranges::count(body.substr(at, page - at), '\n'));
    at = page;
    lines.push_back(line);
  }
  return lines;
}

std::vector<std::size_t> pages_at_lines(const std::vector<std::size_t>& lines,
                                        std::string_view body) {
  std::vector<std::size_t> pages;
  pages.reserve(lines.size());
  std::size_t line = 0;
  std::size_t at = 0;
  for (const std::size_t wanted : lines) {
    for (; line < wanted && at < body.size(); ++line)
      at = std::min(body.find('\n', at), body.size() - 1) + 1;
    pages.push_back(at);
  }
  return pages;
}

}  // namespace tracuu
