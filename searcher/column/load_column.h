// Reads columns from the value slots of an index, and follows the index from one state to the next.
//
//   Column column = load_column(database, *find_facet_field("agency"));
//   // later, at a newer state of the same index that touched documents 7 and 9
//   follow_column(column, database, *find_facet_field("agency"), {{7, 9}})
//
// Both give the same values, labels and counts; ordinals may differ.

#pragma once

#include <optional>
#include <span>

#include <xapian.h>

#include "searcher/column/column.h"
#include "searcher/facet_fields.h"
#include "searcher/index_view.h"

namespace tracuu {

// Returns the column of a field. Throws Xapian::Error; kInternal for more than kMaxOrdinals
// spellings. Cost: a tenth of a microsecond a value, a microsecond for each distinct one.
Column load_column(const IndexView& database, const FacetField& field);

// Returns the column with the documents touched since, ascending, read anew; nothing when most of
// what it keeps is out of use, so that loading anew is better. Throws as load_column() does.
// Cost: a copy of the column, a look at each distinct value and at each document touched.
std::optional<Column> follow_column(const Column& earlier, const IndexView& database,
                                    const FacetField& field,
                                    std::span<const Xapian::docid> touched);

}  // namespace tracuu
