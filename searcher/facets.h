// Counts of the hits by agency, type, year, month and folder.
//
// Counting is disjunctive: the counts of a facet ignore its own filter, so that with
// «loại: Quyết định» chosen the other types still show what choosing them would add. All counts
// are exact, over every hit.
//
// One pass does for all facets: a document that every filter admits counts for each, one that a
// single filter refuses for the facet of that filter, and nobody looks at the others.

#pragma once

#include <string_view>
#include <vector>

#include "searcher/admission.h"
#include "searcher/request.h"
#include "searcher/response.h"
#include "searcher/snapshot.h"

namespace tracuu {

// What --facets takes, in words.
inline constexpr std::string_view kFacetNames =
    "agency, type, year, month, path, signer, field, place, person, keyword, status";

// Returns the facets the request asks for, in its order. `unfiltered` are the hits of the query
// before any filter, `hits` those that `admission`, of the same request, admits. Throws kBadOption
// for a facet that does not exist.
std::vector<Facet> count_facets(const SearchRequest& request, const DocumentSet& unfiltered,
                                const DocumentSet& hits, const Admission& admission,
                                Snapshot& snapshot);

}  // namespace tracuu
