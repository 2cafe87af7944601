// How parts go together to a tree in the canonical form of ast.h.
//
//   append(«Bộ», append(«Y tế»))   one kWords «Bộ Y tế»
//   +(-x)                          -x; -(-x) is +x; (+x) alone is x
//
// The parser makes every kAll and kAny through these.

#pragma once

#include <vector>

#include "searcher/query/ast.h"

namespace tracuu::query {

// Adds a clause to those of a kAll: words join words, brackets that change nothing are dropped.
void append_clause(std::vector<Node>& clauses, Node clause);

// Returns the clauses as one node: itself where there is one, else a kAll. Never kRequired.
// REQUIRES: clauses is not empty.
Node all_of(std::vector<Node> clauses);

// The same for the sides of OR.
Node any_of(std::vector<Node> sides);

// Returns what a sign before `inner` makes of it.
Occurrence compose(Occurrence sign, Occurrence inner);

}  // namespace tracuu::query
