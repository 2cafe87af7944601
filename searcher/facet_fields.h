// The fields whose values are columns: which slot each is in, and when two values are one.
//
//   "agency" slot 4, by agency_key    "place" slot 19, by name_key
//
// Facets, filters and completion go by this table, so that all of them know the same fields.

#pragma once

#include <span>
#include <string>
#include <string_view>

#include <xapian.h>

namespace tracuu {

struct FacetField {
  enum class Kind {
    kNames,
    kFolders,  // "vb/2021" counts for "vb", too
  };

  std::string_view name;  // of core/index/schema.h, as in --filter and --facets
  Xapian::valueno slot;
  std::string (*key_of)(std::string_view);
  Kind kind = Kind::kNames;
};

std::span<const FacetField> facet_fields();

// Returns the field of that name, nullptr if its values are no column.
const FacetField* find_facet_field(std::string_view name);

}  // namespace tracuu
