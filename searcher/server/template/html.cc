#include "searcher/server/template/html.h"

namespace tracuu::page {

bool is_safe_url(std::string_view url) {
  if (url.empty()) return true;
  // "//host" would be another site, though it looks like a path.
  if (url.starts_with("//") || url.starts_with("/\\")) return false;
  return url.starts_with('/') || url.starts_with('?') || url.starts_with('#') ||
         url.starts_with("http://") || url.starts_with("https://");
}

}  // namespace tracuu::page
