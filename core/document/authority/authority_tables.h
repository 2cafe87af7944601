// The tables of data/ that say who issues documents and where, through time, and how their cells
// are read. The rows of one are in data/README.md. Internal to core/document/authority.

#pragma once

#include <optional>
#include <string_view>

#include "core/document/date.h"
#include "core/document/tables.h"

namespace tracuu::data {

extern const std::string_view kDistrictsTsv;
extern const std::string_view kCommunesTsv;
extern const std::string_view kFormerProvincesTsv;

}  // namespace tracuu::data

namespace tracuu {

// The columns of data/agencies.tsv behind those of AgencyColumn.
enum class AgencyHistoryColumn : std::size_t { kFrom = 5, kTo, kSuccessors, kParents };
// The columns of data/provinces.tsv behind those of ProvinceColumn.
enum class ProvinceHistoryColumn : std::size_t {
  kSuccessor = 7,
  kSuccessorType = 9,
  kSuccessorCode = 10,
  kEffective = 13
};
enum class FormerProvinceColumn : std::size_t { kType, kName, kFrom, kTo, kSuccessors };
enum class DistrictColumn : std::size_t { kCode, kType, kName, kProvince, kTo };
enum class CommuneColumn : std::size_t { kParent, kCommunes };

// Returns the first day of "2007", "2007-08" or "2007-08-31"; nothing for any other text.
std::optional<Date> first_day(std::string_view text);

// A successor with what it took over: "Bộ Y tế (trẻ em, bảo trợ xã hội)".
struct SuccessorCell {
  std::string_view name;
  std::string_view field;  // empty: all of it, or the table does not say
};
SuccessorCell successor_cell(std::string_view part);

}  // namespace tracuu
