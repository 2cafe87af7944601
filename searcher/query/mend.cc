#include "searcher/query/mend.h"

#include <variant>

#include "searcher/query/parse.h"

namespace tracuu::query {
namespace {

// Whether it is the sign at its span that is wrong, and not the query as a whole.
bool is_of_a_sign(QueryErrorKind kind) {
  return kind != QueryErrorKind::kEmpty && kind != QueryErrorKind::kTooLong &&
         kind != QueryErrorKind::kTooManyClauses && kind != QueryErrorKind::kTooDeep;
}

}  // namespace

std::optional<std::string> mend(std::string_view text) {
  std::string mended(text);
  for (std::size_t i = 0; i <= kMaxMends; ++i) {
    const ParseResult result = parse(mended);
    const auto* const error = std::get_if<QueryError>(&result);
    if (error == nullptr) return mended;
    if (!is_of_a_sign(error->kind)) break;
    mended.replace(error->span.offset, error->span.length, error->span.length, ' ');
  }
  return std::nullopt;
}

}  // namespace tracuu::query
