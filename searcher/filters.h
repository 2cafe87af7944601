// Which documents have a value of a field, as a filter or the query names it.
//
//   --type "Quyết định"     loại:"quyết định"     type:quyet dinh
//
// A value is compared by its key, so marks, case and spellings of one agency make no difference.
// A value that no document has is looked for as words inside the values there are: agency "thái
// nguyên" admits «UBND tỉnh Thái Nguyên» and «Sở Y tế tỉnh Thái Nguyên».

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/document/date.h"
#include "searcher/graph/effect.h"
#include "searcher/request.h"
#include "searcher/snapshot.h"

namespace tracuu {

// What --filter takes, in words.
inline constexpr std::string_view kFilterNames =
    "agency, type, year, month, path, signer, source, field, place, person, keyword, status";

// Returns the documents whose `field` (a name of core/index/schema.h) has the value. An agency is
// one of searcher/agency_tree.h, so a province admits all its agencies.
DocumentSet docs_with_value(std::string_view field, std::string_view value, Snapshot& snapshot,
                            Predecessors predecessors = Predecessors::kAdmitted);

// Whether some document has exactly this value.
bool has_value(std::string_view field, std::string_view value, Snapshot& snapshot);

// Returns the documents with this number of their own; a number without its end ("749/QĐ") or
// sequence alone admits every number that begins so.
DocumentSet docs_with_number(std::string_view number, Snapshot& snapshot);

// Returns the documents issued in the range, both days included; without a date none is.
DocumentSet docs_issued(std::optional<Date> from, std::optional<Date> to, Snapshot& snapshot);

// Returns the documents that came into force in the range; without such a date none is.
DocumentSet docs_effective(std::optional<Date> from, std::optional<Date> to, Snapshot& snapshot);

// Returns the day that a request asks about, and the day it is.
AsOf as_of(const SearchRequest& request);

// Returns the documents that have the status then: its code, its name or the words of a portal.
DocumentSet docs_with_status(std::string_view status, const AsOf& day, Snapshot& snapshot);

// Returns the documents that were in force then, at least in part.
DocumentSet docs_in_force(const AsOf& day, Snapshot& snapshot);

}  // namespace tracuu
