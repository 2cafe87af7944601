// Which of the places of one name a document means.
//
//   huyện Châu Thành, of ten       with «tỉnh Long An» behind it, or from a portal of Long An: one
//   thành phố Huế                  until 2024-12-31 the district, since then the province
//   xã Chiềng Mai                  until 2025-06-30 that of huyện Mai Sơn, since then the new one
//
// Internal to core/document/authority.

#pragma once

#include <optional>
#include <string_view>

#include "core/document/authority/place.h"

namespace tracuu {

// What is known beside the name of the unit.
struct PlaceClues {
  std::optional<Date> date;  // without one the places of today go first
  // The unit it lies in, when the name has one; nullptr for one no table knows.
  std::optional<const Place*> outer;
  // The province of the portal, when there is a hint; nullptr for one no table knows.
  std::optional<const Place*> hint;
};

// Returns the one place of that type and name (keys), nullptr when there is none or several. A type
// the place had in another year will do: «huyện Phổ Yên».
const Place* pick_place(std::string_view type, std::string_view name, const PlaceClues& clues);

}  // namespace tracuu
