// A set of documents as a part of a query: each of them adds the same weight.
//
//   Query(OP_AND_MAYBE, words, set_query(documents of 2021, 2.0))
//
// BM25 has no say in it: a filter term has no frequency, and how rare a year is tells nothing.

#pragma once

#include <xapian.h>

#include "searcher/postings.h"

namespace tracuu {

// Returns the query; MatchNothing for an empty set.
Xapian::Query set_query(const DocumentSet& documents, double weight);

}  // namespace tracuu
