// What each HTML element means for the text of a page.
//
//   element_role("p") == kParagraph     element_role("nav") == kDropped     "b" == kInline
//
// Page furniture (menus, scripts, controls) is dropped, block elements separate paragraphs, the
// rest runs on. Names are lower case, as the parser gives them.

#pragma once

#include <cstdint>
#include <string_view>

namespace tracuu::input {

enum class ElementRole : std::uint8_t {
  kInline,
  kParagraph,     // paragraphs around it
  kLine,          // a line of its own: li, dt, caption
  kBreak,         // br
  kRow,           // tr
  kCell,          // td, th
  kPreformatted,  // pre
  kDropped,       // nothing in it is text of the document
  kHeader,        // dropped, but not inside an article
  kArticle,       // article, main: a paragraph
  kForm,          // dropped where most of the text is outside it
  kTitle,
  kHeading,  // h1
  kMeta,
};

ElementRole element_role(std::string_view name);

}  // namespace tracuu::input
