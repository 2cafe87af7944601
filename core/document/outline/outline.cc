#include "core/document/outline/outline.h"

#include <algorithm>

#include "core/document/outline/builder.h"
#include "core/document/outline/candidate.h"
#include "core/document/outline/series.h"

namespace tracuu {

Outline find_outline(std::string_view body) {
  std::vector<outline::Candidate> candidates = outline::find_candidates(body);
  const outline::Series series = outline::find_series(candidates, body);
  return outline::Builder(body, candidates, series).run();
}

const OutlineNode* node_at(const Outline& outline, std::size_t offset,
                           std::initializer_list<OutlineKind> wanted) {
  const auto after = std::ranges::upper_bound(outline, offset, {}, &OutlineNode::offset);
  if (after == outline.begin()) return nullptr;
  std::size_t i = static_cast<std::size_t>(after - outline.begin()) - 1;
  while (true) {
    const OutlineNode& node = outline[i];
    const bool contains = offset - node.offset < node.length || node.length == 0;
    if (contains && std::ranges::find(wanted, node.kind) != wanted.end()) return &node;
    if (node.parent == kNoParent) return nullptr;
    i = node.parent;
  }
}

}  // namespace tracuu
