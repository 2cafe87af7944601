// A tree back to text: the query as tracuu understood it.
//
//   «cq:( "Bộ Y tế" ) NOT x»  is a tree that prints as  «cơ quan:"Bộ Y tế" -x»
//
// Invariant, tested and fuzzed: parse(print(n)) == n for every n that parse() gives, and for every
// tree in the canonical form of ast.h within the bounds of grammar.h.

#pragma once

#include <string>

#include "searcher/query/ast.h"

namespace tracuu::query {

// Returns the canonical text of `node`: straight quotes, OR and NEAR/n, Vietnamese field names
// with marks, signs for AND and NOT, a '\' before a word that would be read as something else.
// May hold malformed bytes where the query did: show it through text::visible().
std::string print(const Node& node);

}  // namespace tracuu::query
