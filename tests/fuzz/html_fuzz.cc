// Any bytes as an HTML page: the extraction neither crashes nor hangs, and what comes out is
// well-formed UTF-8 of bounded size.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/text/utf8.h"
#include "indexer/extract/complete.h"
#include "indexer/extract/html.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view page(reinterpret_cast<const char*>(data), size);
  tracuu::input::HtmlDocument html = tracuu::input::html_document(page);
  const tracuu::Document& document = html.document;
  require(tracuu::text::count_malformed(document.body) == 0);
  require(tracuu::text::count_malformed(document.title) == 0);
  // An entity of four bytes ("&lt;") gives at most three, a break two, an odd byte three.
  require(document.body.size() <= 3 * size + 3);
  tracuu::input::complete(html.document);
  require(html.document.title.size() <= tracuu::input::kMaxTitleBytes);
  return 0;
}
