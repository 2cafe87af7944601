// Values of all documents as dense arrays, for counting facets and sorting by date.
//
//   column(kTypeSlot).ordinal[docid] == 3, .labels[3] == "Quyết định"
//
// Read once from the value slots of a snapshot; immutable afterwards. Values whose keys are equal
// ("Uỷ ban nhân dân tỉnh X", "UBND tỉnh X") share one ordinal, labelled as most documents write it.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace tracuu {

struct Column {
  std::vector<std::uint32_t> ordinals;  // by docid; 0: the document has no value
  std::vector<std::string> keys;        // by ordinal; [0] is empty
  std::vector<std::string> labels;      // by ordinal
};

// Returns the column of a slot; `key_of` gives the key under which values are equal.
Column load_column(const Xapian::Database& database, Xapian::valueno slot,
                   std::string (*key_of)(std::string_view));

// Returns the dates of issue as yyyymmdd by docid, 0 where there is none.
std::vector<std::int32_t> load_dates(const Xapian::Database& database);

}  // namespace tracuu
