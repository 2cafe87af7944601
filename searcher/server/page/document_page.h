// The page of one document.
//
//   /document?id=…            text with outline, what it is (with where that was read), citation
//   /document?id=…&tab=ties   lược đồ
//   /document?id=…&tab=similar
//   &at=120-80                the passage that is marked: bytes of the body
//
// The search it was found by stands in the address too, so that the way back leads there.

#pragma once

#include "searcher/server/context.h"

namespace tracuu {

// Throws kDocumentMissing, kBadOption.
http::Response document_page(const Context& context);

}  // namespace tracuu
