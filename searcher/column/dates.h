// Dates of all documents in memory, as numbers: 20201231, 0 where there is none.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "core/document/date.h"
#include "searcher/index_view.h"

namespace tracuu {

// By docid, up to the last document's.
using Dates = std::vector<std::int32_t>;

// Returns the number that the text begins with, 0 when it begins with none or with one that is too
// large for a date.
std::int32_t date_number(std::string_view text);

// Returns the day of a number, nothing when there is no such day.
std::optional<Date> date_of(std::int32_t number);

// Returns the dates that the values of a slot begin with. Throws Xapian::Error.
Dates load_dates(const IndexView& database, Xapian::valueno slot);

// Returns what load_dates() would, from `earlier` dates and the documents touched since, ascending.
// Throws Xapian::Error. Cost: a copy, and a look at each document touched.
Dates follow_dates(const Dates& earlier, const IndexView& database, Xapian::valueno slot,
                   std::span<const Xapian::docid> touched);

}  // namespace tracuu
