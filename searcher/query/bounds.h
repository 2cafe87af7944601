// The bounds of grammar.h, checked on the finished tree.
//
//   «"a" AND b c» has no brackets, but prints as «+"a" +(b c)»
//   «l:a» is shorter than «loại:a», as which it prints
//
// A tree within its bounds prints as text within them, so what parse() gives can always be printed
// and read back. (Brackets are counted while parsing as well, to bound the recursion.)

#pragma once

#include <optional>
#include <string_view>

#include "searcher/query/ast.h"
#include "searcher/query/error.h"

namespace tracuu::query {

// Returns the first excess of `root`, the tree of `query`: levels, clauses, or printed length.
std::optional<QueryError> find_excess(std::string_view query, const Node& root);

// Returns the error for a query that is too long.
QueryError too_long(std::string_view query);

}  // namespace tracuu::query
