#include "searcher/server/template/html.h"

#include <algorithm>

#include "core/text/visible.h"

namespace tracuu::page {
namespace {

void escape_visible(std::string_view text, std::string& out) {
  std::size_t done = 0;
  for (std::size_t i = text.find_first_of("&<>\"'`"); i != std::string_view::npos;
       i = text.find_first_of("&<>\"'`", done)) {
    out += text.substr(done, i - done);
    switch (text[i]) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += "&#96;";
    }
    done = i + 1;
  }
  out += text.substr(done);
}

}  // namespace

void escape_to(std::string_view text, std::string& out) {
  const bool is_plain = std::ranges::all_of(
      text, [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F; });
  // Direction marks are E2 80 … and E2 81 …, controls of C1 are C2 80 … C2 9F.
  if (is_plain && text.find('\xE2') == std::string_view::npos &&
      text.find('\xC2') == std::string_view::npos) {
    escape_visible(text, out);
  } else {
    escape_visible(text::visible(text), out);
  }
}

bool is_safe_url(std::string_view url) {
  if (url.empty()) return true;
  // "//host" would be another site, though it looks like a path.
  if (url.starts_with("//") || url.starts_with("/\\")) return false;
  return url.starts_with('/') || url.starts_with('?') || url.starts_with('#') ||
         url.starts_with("http://") || url.starts_with("https://");
}

}  // namespace tracuu::page
