// The articles of a document: where «Điều 5.» begins, so that a hit can name it.
//
//   find_articles("…\nĐiều 4. Phạm vi\n…\nĐiều 5. Hiệu lực\n…")
//     {offset of «Điều 4», "Điều 4", "dieu-4"}, {offset of «Điều 5», "Điều 5", "dieu-5"}
//
// A heading is «Điều», a number, and '.' or ':' (or the line's end) at the beginning of a line;
// «Điều 5 của Luật này …» within a sentence is a reference, not a heading.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu {

struct Article {
  std::size_t offset = 0;  // bytes into the body
  std::string label;       // "Điều 5", "Điều 12a"
  std::string anchor;      // "dieu-5"
};

// Returns the headings in order. Linear.
std::vector<Article> find_articles(std::string_view body);

// Returns the article that the offset lies in, nullptr before the first one.
const Article* article_at(const std::vector<Article>& articles, std::size_t offset);

}  // namespace tracuu
