// The lược đồ of a document: what it is based on and changes, what changes and cites it, as lists
// and as a drawing.
//
//   19/2020/QĐ-UBND
//     Căn cứ          Nghị định 30/2020/NĐ-CP   Còn hiệu lực
//     Được sửa đổi bởi  27/2023/QĐ-UBND
//
// The drawing has the document in the middle, what it cites on the left, what cites it on the
// right; it says nothing that the lists do not say.

#pragma once

#include "searcher/graph/graph.h"
#include "searcher/server/context.h"
#include "searcher/server/page/address.h"
#include "searcher/server/template/value.h"

namespace tracuu {

// Lines of one relation, and boxes on one side of the drawing, at most.
inline constexpr std::size_t kMaxTiesShown = 50;
inline constexpr std::size_t kMaxBoxes = 9;

// Returns {outgoing: [{label, ties: […]}], incoming: […], graph, incoming_note}.
page::Value ties_view(const DocumentAnswer& answer, const TiesAnswer& cited_by, const Address& here,
                      const Context& context);

}  // namespace tracuu
