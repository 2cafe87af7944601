// Third step of reading a query, and the only one a caller needs: text to tree.
//
//   parse("nghị quyết OR chỉ thị")  a kAny of kWords «nghị quyết» and kWords «chỉ thị»
//   parse("chuyển đổi \"số")        a QueryError with the position of the quote
//
// The grammar is in grammar.h, the tree in ast.h. Text is taken as it is: legacy encodings and
// raw Telex are repaired before or after by those who know about them.

#pragma once

#include <string_view>
#include <variant>

#include "searcher/query/ast.h"
#include "searcher/query/error.h"

namespace tracuu::query {

using ParseResult = std::variant<Node, QueryError>;

// Returns the tree of `text`, in canonical form, or the first thing wrong with it. Never throws
// for any bytes. Cost: linear, and bounded by kMaxQueryBytes.
ParseResult parse(std::string_view text);

}  // namespace tracuu::query
