#include "searcher/query/ast.h"

#include <tuple>

namespace tracuu::query {

bool operator==(const Node& a, const Node& b) {
  return std::tie(a.kind, a.occurrence, a.text, a.field, a.distance, a.children) ==
         std::tie(b.kind, b.occurrence, b.text, b.field, b.distance, b.children);
}

}  // namespace tracuu::query
