// Any bytes are a query or an error with a position inside them, and what is printed is read back.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "searcher/query/parse.h"
#include "searcher/query/print.h"

using tracuu::query::Node;
using tracuu::query::ParseResult;
using tracuu::query::QueryError;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const ParseResult result = tracuu::query::parse(text);
  if (const auto* error = std::get_if<QueryError>(&result)) {
    require(error->span.offset + error->span.length <= size);
    require(!describe(*error, tracuu::Language::kVietnamese).empty());
    require(show_position(text, *error).find('^') != std::string::npos);
    return 0;
  }
  const Node& node = std::get<Node>(result);
  const ParseResult again = tracuu::query::parse(print(node));
  require(std::holds_alternative<Node>(again));
  require(std::get<Node>(again) == node);
  return 0;
}
