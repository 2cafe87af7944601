#include "indexer/extract/complete.h"

#include <cstddef>
#include <string_view>

#include "core/document/head.h"
#include "core/document/news.h"
#include "indexer/extract/keywords.h"
#include "indexer/extract/text.h"

namespace tracuu::input {
namespace {

// Marks the title where the body begins with it, as most plain files and articles do.
void mark_title(Document& document) {
  const std::string_view body = document.body;
  const std::string_view title = trim(document.title);
  const std::size_t begin = body.find_first_not_of(" \t\r\n");
  if (title.empty() || begin == std::string_view::npos) return;
  const std::size_t end = begin + title.size();
  if (!body.substr(begin).starts_with(title)) return;
  // The whole line: a title that is cut, or the first words of a sentence, is text.
  if (end < body.size() && body[end] != '\n' && body[end] != '\r') return;
  const bool is_marked = !document.regions.empty() && document.regions.front().offset < end;
  if (is_marked) return;
  document.regions.insert(document.regions.begin(), {Region::Kind::kTitle, begin, title.size()});
}

}  // namespace

bool complete(Document& document) {
  if (trim(document.title).empty() && trim(document.body).empty()) return false;
  extract_head(document);
  // What has a number is no article, whatever marks it carries.
  if (document.number.empty()) extract_news(document);
  if (trim(document.title).empty()) document.title = first_line(document.body, kMaxFirstLineBytes);
  if (document.title.size() > kMaxTitleBytes) {
    document.title = first_line(document.title, kMaxTitleBytes);
  }
  mark_title(document);
  return true;
}

}  // namespace tracuu::input
