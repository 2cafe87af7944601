// From an HTML page to a document: the text a reader sees, without the furniture around it.
//
//   <title>Thái Nguyên đẩy mạnh chuyển đổi số - Báo mẫu</title><meta name="author" content="Vân
//   Anh"> <nav>Trang chủ</nav><h1>Thái Nguyên đẩy mạnh chuyển đổi số</h1><p>Sáng 17/4,
//   …</p><script>…
//   -> title "Thái Nguyên đẩy mạnh chuyển đổi số", author "Vân Anh",
//      body  "Thái Nguyên đẩy mạnh chuyển đổi số\n\nSáng 17/4, …"
//
// Read from <meta>: id, author, keywords, date. The language attribute is ignored: it says "en" on
// most Vietnamese pages. The parser works from memory, loads nothing and knows no entity but
// HTML's; depth and work are bounded. libxml2 ends in html.cc.

#pragma once

#include <cstddef>
#include <string_view>

#include "core/document/document.h"

namespace tracuu::input {

// Elements nested deeper than this are an attack or a broken generator.
inline constexpr std::size_t kMaxHtmlDepth = 4096;

struct HtmlDocument {
  Document document;          // id only where <meta name="id"> gives one
  bool too_complex = false;   // then the document is not whole: do not use it
  std::size_t malformed = 0;  // bytes that were no text in the page's encoding
};

// Returns the document in `page`, whose encoding is UTF-8 unless its bytes and its <meta> say
// otherwise. Never throws for bad markup. Cost: linear; pages that are made to be slow (nested too
// deeply, too many attributes) are given up after a fixed amount of work. Safe from any thread.
HtmlDocument html_document(std::string_view page);

}  // namespace tracuu::input
