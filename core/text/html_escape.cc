#include "core/text/html_escape.h"

#include "core/text/visible.h"

namespace tracuu::text {
namespace {

// Empty for a character that stands for itself. A backtick is a quote to old browsers.
std::string_view entity_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    case '`':
      return "&#96;";
    default:
      return {};
  }
}

}  // namespace

void escape_html(std::string_view text, std::string& out) {
  const std::string shown = visible(text);
  std::size_t done = 0;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const std::string_view entity = entity_of(shown[i]);
    if (entity.empty()) continue;
    out.append(shown, done, i - done);
    out += entity;
    done = i + 1;
  }
  out.append(shown, done);
}

}  // namespace tracuu::text
