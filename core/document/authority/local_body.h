// Bodies of provinces, districts and communes, read from their names by grammar:
//
//   «phong giao duc va dao tao huyen phu luong tinh thai nguyen»
//    | body                   | unit, in the unit it lies in   |
//   «ban to chuc huyen uy phu luong»   of the party: its committee is of the unit
//
// Internal to core/document/authority.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/authority/authority.h"
#include "core/document/authority/place.h"

namespace tracuu {

// One unit in a body's name.
struct LocalUnit {
  std::string type;  // the type's key as written: "huyen"; "cap xa" of «UBND cấp xã»
  std::string name;  // key; empty: «UBND tỉnh»
  const Place* place = nullptr;  // nullptr for one no table knows
};

struct LocalBody {
  enum class Kind { kState, kParty };

  Kind kind = Kind::kState;
  std::string body;                   // "so noi vu"; of the party what is in front of its committee
  std::vector<LocalUnit> units = {};  // the smallest first; empty: nothing tells where
  std::string hint = {};              // the province as the hint writes it, when the name has none
};

// Returns the body that an expanded name key names, nothing when it is no local body.
std::optional<LocalBody> read_local_body(const std::string& key, std::optional<Date> date,
                                         std::string_view province);

// Returns the same body of another place, as it is named after succession.
LocalBody body_of(const LocalBody& body, const Place& place);

// Returns the body as a value. `name` is what it was read from, for words no table has with marks.
AuthorityEntry local_entry(const LocalBody& body, std::string_view name);

}  // namespace tracuu
