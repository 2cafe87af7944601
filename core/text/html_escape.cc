#include "core/text/html_escape.h"

#include "core/text/visible.h"

namespace tracuu::text {
namespace {

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
    default:
      return "&#96;";
  }
}

}  // namespace

void escape_html(std::string_view text, std::string& out) {
  // A backtick is a quote to old browsers.
  constexpr std::string_view kSpecial = "&<>\"'`";
  const std::string shown = visible(text);
  std::size_t done = 0;
  for (std::size_t i = shown.find_first_of(kSpecial); i != std::string::npos;
       i = shown.find_first_of(kSpecial, done)) {
    out.append(shown, done, i - done);
    out += entity_of(shown[i]);
    done = i + 1;
  }
  out.append(shown, done);
}

}  // namespace tracuu::text
