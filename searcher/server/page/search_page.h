// The page of results, the first page, and the results alone for other pages to put in.

#pragma once

#include "searcher/server/context.h"

namespace tracuu {

// /: the search box, what there is by kind and year, the newest documents.
http::Response home_page(const Context& context);

// /search: results with facets. With fragment=1 the results alone, as a piece of HTML; with
// embed=1 a page for a frame, without head and foot. Throws kBadOption.
http::Response search_page(const Context& context);

}  // namespace tracuu
