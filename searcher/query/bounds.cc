#include "searcher/query/bounds.h"

#include <algorithm>
#include <string>

#include "searcher/query/grammar.h"
#include "searcher/query/print.h"

namespace tracuu::query {
namespace {

// A walk over the tree from left to right, so that the excess found is the first in the text.
class Walk {
 public:
  explicit Walk(std::string_view query) : query_(query) {}

  std::optional<QueryError> find_excess_in(const Node& node, std::size_t level) {
    if (level > kMaxNesting)
      return error_at(query_, QueryErrorKind::kTooDeep, node.span, {std::to_string(kMaxNesting)});
    if (node.children.empty() && ++clauses_ > kMaxClauses)
      return error_at(query_, QueryErrorKind::kTooManyClauses, node.span,
                      {std::to_string(kMaxClauses)});
    for (const Node& child : node.children) {
      if (auto error = find_excess_in(child, level + 1)) return error;
    }
    return std::nullopt;
  }

 private:
  std::string_view query_;
  std::size_t clauses_ = 0;
};

}  // namespace

std::optional<QueryError> find_excess(std::string_view query, const Node& root) {
  if (auto error = Walk(query).find_excess_in(root, 1)) return error;
  if (print(root).size() > kMaxQueryBytes) return too_long(query);
  return std::nullopt;
}

QueryError too_long(std::string_view query) {
  const std::size_t end = std::min(query.size(), kMaxQueryBytes);
  return error_at(query, QueryErrorKind::kTooLong, {end, query.size() - end},
                  {std::to_string(kMaxQueryBytes)});
}

}  // namespace tracuu::query
