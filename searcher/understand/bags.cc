#include "searcher/understand/bags.h"

namespace tracuu {

const Bag& Bags::of(const query::Node& node) {
  const auto [it, is_new] = bags_.try_emplace(&node);
  if (is_new) it->second = make_bag(node.text, analyzer_, analysis_);
  return it->second;
}

}  // namespace tracuu
