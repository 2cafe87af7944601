// What is known of a document, line by line, each with where that was read.
//
//   Người ký    KT. Chủ tịch – Phó Chủ tịch Nguyễn Văn A      xem trong văn bản
//
// Values that can be searched by are links.

#pragma once

#include "searcher/graph/graph.h"
#include "searcher/server/context.h"
#include "searcher/server/page/address.h"
#include "searcher/server/template/value.h"

namespace tracuu {

// Returns [{label, values: [{text, link}], seen_link, sure}].
page::Value facts_view(const DocumentAnswer& answer, const Address& here, const Context& context);

// Returns what was given with the document and is otherwise in its text, as sentences.
page::Value conflicts_view(const DocumentAnswer& answer, const Context& context);

}  // namespace tracuu
