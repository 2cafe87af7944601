#include "indexer/extract/html_elements.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tracuu::input {
namespace {

using Row = std::pair<std::string_view, ElementRole>;

// Ordered by name.
constexpr std::array kRoles = std::to_array<Row>({
    {"address", ElementRole::kParagraph},
    {"article", ElementRole::kArticle},
    {"aside", ElementRole::kDropped},
    {"audio", ElementRole::kDropped},
    {"blockquote", ElementRole::kParagraph},
    {"body", ElementRole::kParagraph},
    {"br", ElementRole::kBreak},
    {"button", ElementRole::kDropped},
    {"canvas", ElementRole::kDropped},
    {"caption", ElementRole::kLine},
    {"center", ElementRole::kParagraph},
    {"dd", ElementRole::kLine},
    {"details", ElementRole::kParagraph},
    {"dialog", ElementRole::kDropped},
    {"div", ElementRole::kParagraph},
    {"dl", ElementRole::kParagraph},
    {"dt", ElementRole::kLine},
    {"fieldset", ElementRole::kParagraph},
    {"figcaption", ElementRole::kParagraph},
    {"figure", ElementRole::kParagraph},
    {"footer", ElementRole::kDropped},
    {"form", ElementRole::kForm},
    {"h1", ElementRole::kHeading},
    {"h2", ElementRole::kParagraph},
    {"h3", ElementRole::kParagraph},
    {"h4", ElementRole::kParagraph},
    {"h5", ElementRole::kParagraph},
    {"h6", ElementRole::kParagraph},
    {"header", ElementRole::kHeader},
    {"hr", ElementRole::kParagraph},
    {"iframe", ElementRole::kDropped},
    {"li", ElementRole::kLine},
    {"main", ElementRole::kArticle},
    {"meta", ElementRole::kMeta},
    {"nav", ElementRole::kDropped},
    {"noscript", ElementRole::kDropped},
    {"object", ElementRole::kDropped},
    {"ol", ElementRole::kParagraph},
    {"p", ElementRole::kParagraph},
    {"pre", ElementRole::kPreformatted},
    {"script", ElementRole::kDropped},
    {"section", ElementRole::kParagraph},
    {"select", ElementRole::kDropped},
    {"style", ElementRole::kDropped},
    {"summary", ElementRole::kParagraph},
    {"svg", ElementRole::kDropped},
    {"table", ElementRole::kParagraph},
    {"td", ElementRole::kCell},
    {"template", ElementRole::kDropped},
    {"textarea", ElementRole::kDropped},
    {"th", ElementRole::kCell},
    {"title", ElementRole::kTitle},
    {"tr", ElementRole::kRow},
    {"ul", ElementRole::kParagraph},
    {"video", ElementRole::kDropped},
});
static_assert(std::ranges::is_sorted(kRoles, {}, &Row::first));

}  // namespace

ElementRole element_role(std::string_view name) {
  const auto at = std::ranges::lower_bound(kRoles, name, {}, &Row::first);
  return at != kRoles.end() && at->first == name ? at->second : ElementRole::kInline;
}

}  // namespace tracuu::input
