#include "indexer/extract/text.h"

#include <cstddef>
#include <utility>

#include "core/text/utf8.h"
#include "indexer/extract/keywords.h"

namespace tracuu::input {

void use_line_feeds(std::string& text) {
  std::size_t to = text.find('\r');
  if (to == std::string::npos) return;
  for (std::size_t from = to; from < text.size(); ++from) {
    const bool before_feed = text[from] == '\r' && from + 1 < text.size() && text[from + 1] == '\n';
    if (!before_feed) text[to++] = text[from] == '\r' ? '\n' : text[from];
  }
  text.resize(to);
}

std::string first_line(std::string_view body, std::size_t max_bytes) {
  while (!body.empty()) {
    const std::size_t end = body.find('\n');
    const std::string_view line = trim(body.substr(0, end));
    if (!line.empty()) {
      if (line.size() <= max_bytes) return std::string(line);
      const std::string_view start = line.substr(0, text::character_border(line, max_bytes));
      const std::size_t blank = start.find_last_of(" \t");
      return std::string(trim(start.substr(0, blank)));
    }
    body = end == std::string_view::npos ? std::string_view() : body.substr(end + 1);
  }
  return {};
}

Document text_document(std::string text) {
  Document document;
  use_line_feeds(text);
  document.body = std::move(text);
  return document;
}

}  // namespace tracuu::input
