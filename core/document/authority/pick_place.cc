#include "core/document/authority/pick_place.h"

#include <algorithm>
#include <vector>

#include "core/document/authority/unit_names.h"

namespace tracuu {
namespace {

using Places = std::vector<const Place*>;

template <typename Test>
void keep_if(Places& places, Test test) {
  std::erase_if(places, [&](const Place* p) { return !test(p); });
}

template <typename Test>
void prefer_if(Places& places, Test test) {
  if (places.size() > 1 && std::ranges::any_of(places, test)) keep_if(places, test);
}

// Those of that type; else those of its level, which had that type in another year.
Places places_of(std::string_view type, std::string_view name) {
  const bool is_commune = may_be_level(type, PlaceLevel::kCommune);
  Places places;
  for (const Place* place : is_commune ? communes(name) : provinces_and_districts(name)) {
    if (may_be_level(type, place->level)) places.push_back(place);
  }
  prefer_if(places, [&](const Place* p) { return p->type_key == type; });
  return places;
}

bool is_province(const Place* place) {
  return place->level == PlaceLevel::kProvince;
}

// The province of today.
const Place* province_now(const Place& place) {
  const Place& province = province_of(place);
  return province.to && !province.successors.empty() ? province.successors.front() : &province;
}

bool are_of_one_province(const Places& places) {
  return std::ranges::all_of(
      places, [&](const Place* p) { return province_now(*p) == province_now(*places.front()); });
}

}  // namespace

const Place* pick_place(std::string_view type, std::string_view name, const PlaceClues& clues) {
  Places places = places_of(type, name);
  const bool may_be_province = std::ranges::any_of(places, is_province);
  const auto around = clues.outer || may_be_province ? clues.outer : clues.hint;
  if (around) {
    const Place* outer = *around;
    keep_if(places,
            [&](const Place* p) { return outer != nullptr && p != outer && lies_in(*p, *outer); });
  } else if (may_be_level(type, PlaceLevel::kCommune) && !are_of_one_province(places)) {
    return nullptr;  // the one that is meant may be missing in the tables
  }
  prefer_if(places,
            [&](const Place* p) { return clues.date ? exists_on(*p, *clues.date) : !p->to; });
  prefer_if(places, is_province);
  return places.size() == 1 ? places.front() : nullptr;
}

}  // namespace tracuu
