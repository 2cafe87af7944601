// Counts of the hits by agency, type, year, month and folder.
//
// Counting is disjunctive: the counts of a facet ignore its own filter, so that with
// «loại: Quyết định» chosen the other types still show what choosing them would add. All counts
// are exact, over every hit.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/request.h"
#include "searcher/response.h"
#include "searcher/snapshot.h"

namespace tracuu {

// What --facets takes, in words.
inline constexpr std::string_view kFacetNames =
    "agency, type, year, month, path, signer, field, place, person, keyword, status";

// Returns the facets the request asks for, in its order. `unfiltered` are the hits of the query
// before any filter. Throws kBadOption for a facet that does not exist.
std::vector<Facet> count_facets(const SearchRequest& request, const DocumentSet& unfiltered,
                                Snapshot& snapshot);

}  // namespace tracuu
