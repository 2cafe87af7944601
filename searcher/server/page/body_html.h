// The text of a document as HTML: a paragraph a line, headings with the anchors of the outline,
// what it cites as links, one passage marked.
//
//   «Điều 5. Hiệu lực»   <h2 id="dieu-5">Điều 5. Hiệu lực</h2>
//   «… Nghị định số 30/2020/NĐ-CP …»   … <a href="/document?id=…">Nghị định số 30/2020/NĐ-CP</a> …

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/outline/outline.h"
#include "searcher/server/template/value.h"

namespace tracuu {

// Bytes of the body; nothing where length is 0.
struct BodySpan {
  std::size_t offset = 0;
  std::size_t length = 0;
};

struct BodyLink {
  BodySpan span;
  std::string href;
};

// The anchor of the marked passage.
inline constexpr const char* kPassageAnchor = "passage";

// Returns the body. Spans that lie outside of it or cut a character are moved; links that overlap
// an earlier one are left out. Linear.
page::Html body_html(std::string_view body, const Outline& outline, std::vector<BodyLink> links,
                     BodySpan passage);

}  // namespace tracuu
