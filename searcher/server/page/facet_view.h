// Facets, chips and the histogram of years as data for templates.

#pragma once

#include "searcher/request.h"
#include "searcher/response.h"
#include "searcher/server/context.h"
#include "searcher/server/page/address.h"
#include "searcher/server/template/value.h"

namespace tracuu {

// Values of one facet that are shown at once, that are counted for it (years have more bars than
// other facets have lines), and that are shown after «Xem thêm» (more=FACET).
inline constexpr std::size_t kFacetValuesShown = 6;
inline constexpr std::size_t kFacetValuesCounted = 40;
inline constexpr std::size_t kFacetValuesMore = 200;

// Returns the facets with a link for each value: to choose it, or to leave it.
page::Value facets_view(const Response& response, const Address& here, const Context& context);

// Returns what the search is narrowed by, each with a link to the search without it.
page::Value chips_view(const Address& here, const Context& context);

// Returns the years (months, where one year is chosen) as bars of an SVG, each a link; nothing
// where there are less than two.
page::Value histogram_view(const Response& response, const Address& here, const Context& context);

}  // namespace tracuu
