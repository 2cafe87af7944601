// Reads a field's value over several words where the index has such a value.
//
//   loại:nghị quyết chuyển đổi số   →   loại:"nghị quyết" chuyển đổi số
//   cơ quan:bộ tài chính            →   cơ quan:"bộ tài chính"
//
// The grammar gives a field the one word behind the colon, since it knows no values; people type
// the whole name. The longest run of plain words that is a value of the field is taken, and the
// answer says so (Understood, step "field").

#pragma once

#include <vector>

#include "searcher/query/ast.h"
#include "searcher/response.h"
#include "searcher/snapshot.h"

namespace tracuu {

// Words of a value at most, the first one included.
inline constexpr std::size_t kMaxValueWords = 16;

// Returns the tree with longer values, and adds a step for each to `understood`.
query::Node extend_field_values(query::Node tree, Snapshot& snapshot,
                                std::vector<Understood>& understood);

}  // namespace tracuu
