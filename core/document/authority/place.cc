#include "core/document/authority/place.h"

#include <algorithm>
#include <array>
#include <deque>
#include <unordered_map>

#include "core/document/agency_words.h"
#include "core/document/authority/authority_tables.h"
#include "core/document/authority/unit_names.h"
#include "core/document/scan.h"

namespace tracuu {
namespace {

constexpr Date kTwoTiers{2025, 7, 1};  // the district level ended, communes and provinces merged

struct KeyHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>()(key); }
};
using PlaceIndex =
    std::unordered_map<std::string, std::vector<const Place*>, KeyHash, std::equal_to<>>;

// «Quận 01» is Quận 1.
std::string_view without_zeros(std::string_view key) {
  if (key.find_first_not_of("0123456789") != std::string_view::npos) return key;
  return key.substr(std::min(key.find_first_not_of('0'), key.size()));
}

std::string bare_key(std::string_view name) {
  return std::string(without_zeros(quick_name_key(name)));
}

void add(PlaceIndex& index, std::string key, const Place* place) {
  std::vector<const Place*>& places = index[std::move(key)];
  if (std::ranges::find(places, place) == places.end()) places.push_back(place);
}

const std::vector<const Place*>& look_up(const PlaceIndex& index, std::string_view key) {
  static const std::vector<const Place*> none;
  const auto found = index.find(without_zeros(key));
  return found == index.end() ? none : found->second;
}

// Keeps the place, with its keys, and has it found by its name.
Place& keep_in(std::deque<Place>& places, PlaceIndex& index, Place place) {
  place.type_key = type_key(place.type);
  place.name_key = bare_key(place.name);
  Place& kept = places.emplace_back(std::move(place));
  add(index, kept.name_key, &kept);
  return kept;
}

void link(Place& old, Place& successor) {
  old.successors.push_back(&successor);
  successor.predecessors.push_back(&old);
}

// «tỉnh (thành phố Huế từ 01/01/2025)»
std::string_view first_type(std::string_view cell) {
  return scan::trim(cell.substr(0, cell.find('(')));
}

// Provinces and districts.
class UpperPlaces {
 public:
  UpperPlaces() {
    const auto rows = table_rows(data::kProvincesTsv);
    for (const TableRow& row : rows) add_province(row);
    for (const TableRow& row : rows) add_successor(row);
    for (const TableRow& row : table_rows(data::kFormerProvincesTsv)) add_former(row);
    for (const TableRow& row : table_rows(data::kFormerProvincesTsv)) link_former(row);
    for (const TableRow& row : table_rows(data::kDistrictsTsv)) add_district(row);
  }

  const std::vector<const Place*>& find(std::string_view key) const { return look_up(index_, key); }

  // The provinces that communes are listed by, and the districts. nullptr for a code of neither.
  const Place* province_now(std::string_view code) const { return by_code(now_, code); }
  const Place* district(std::string_view code) const { return by_code(districts_, code); }

 private:
  using Codes = std::unordered_map<std::string_view, Place*>;

  static Place* by_code(const Codes& codes, std::string_view code) {
    const auto found = codes.find(code);
    return found == codes.end() ? nullptr : found->second;
  }

  Place& keep(Place place) { return keep_in(places_, index_, std::move(place)); }

  void add_province(const TableRow& row) {
    Place& place = keep({.type = first_type(cell(row, ProvinceColumn::kType)),
                         .name = cell(row, ProvinceColumn::kName),
                         .code = cell(row, ProvinceColumn::kCode)});
    old_.emplace(place.code, &place);
    by_name_.emplace(place.name, &place);
    if (place.name == cell(row, ProvinceHistoryColumn::kSuccessor)) {
      now_.emplace(cell(row, ProvinceHistoryColumn::kSuccessorCode), &place);
    }
  }

  void add_successor(const TableRow& row) {
    Place& place = *old_.at(cell(row, ProvinceColumn::kCode));
    const std::string_view code = cell(row, ProvinceHistoryColumn::kSuccessorCode);
    Place* successor = by_code(now_, code);
    if (successor == nullptr) {  // a name the old list does not have: Huế
      successor = &keep({.type = cell(row, ProvinceHistoryColumn::kSuccessorType),
                         .name = cell(row, ProvinceHistoryColumn::kSuccessor),
                         .code = code,
                         .from = first_day(cell(row, ProvinceHistoryColumn::kEffective))});
      now_.emplace(code, successor);
    }
    for (const auto part : split_list(cell(row, ProvinceColumn::kVariants), ';')) {
      const std::string key = bare_key(part);
      if (key != successor->name_key) add(index_, key, &place);
    }
    if (successor == &place) return;
    place.to = first_day(cell(row, ProvinceHistoryColumn::kEffective));
    link(place, *successor);
  }

  void add_former(const TableRow& row) {
    Place& place = keep({.type = cell(row, FormerProvinceColumn::kType),
                         .name = cell(row, FormerProvinceColumn::kName),
                         .from = first_day(cell(row, FormerProvinceColumn::kFrom)),
                         .to = first_day(cell(row, FormerProvinceColumn::kTo))});
    by_name_.emplace(place.name, &place);
  }

  void link_former(const TableRow& row) {
    Place& place = *by_name_.at(cell(row, FormerProvinceColumn::kName));
    for (const auto name : split_list(cell(row, FormerProvinceColumn::kSuccessors), ';')) {
      const auto successor = by_name_.find(name);
      if (successor != by_name_.end()) link(place, *successor->second);
    }
  }

  void add_district(const TableRow& row) {
    Place& place = keep({.level = PlaceLevel::kDistrict,
                         .type = cell(row, DistrictColumn::kType),
                         .name = cell(row, DistrictColumn::kName),
                         .code = cell(row, DistrictColumn::kCode),
                         .parent = by_code(old_, cell(row, DistrictColumn::kProvince)),
                         .to = first_day(cell(row, DistrictColumn::kTo))});
    districts_.emplace(place.code, &place);
  }

  std::deque<Place> places_;
  Codes old_;
  Codes now_;
  Codes by_name_;
  Codes districts_;
  PlaceIndex index_;
};

const UpperPlaces& upper_places() {
  static const UpperPlaces places;
  return places;
}

std::string_view commune_type(char letter) {
  switch (letter) {
    case 'p':
      return "phường";
    case 't':
      return "thị trấn";
    case 'd':
      return "đặc khu";
    default:
      return "xã";
  }
}

class CommunePlaces {
 public:
  CommunePlaces() {
    const auto rows = table_rows(data::kCommunesTsv);
    // Those of today stand first: the older ones name their successors.
    for (const TableRow& row : rows) {
      const std::string_view code = cell(row, CommuneColumn::kParent);
      const Place* province = upper_places().province_now(code);
      const Place* district = province == nullptr ? upper_places().district(code) : nullptr;
      for (const auto part : split_list(cell(row, CommuneColumn::kCommunes), ';')) {
        if (province != nullptr) add_commune(part, *province);
        if (district != nullptr) add_former(part, *district);
      }
    }
  }

  const std::vector<const Place*>& find(std::string_view key) const { return look_up(index_, key); }

 private:
  Place& keep(std::string_view type_and_name, const Place& parent) {
    return keep_in(places_, index_,
                   {.level = PlaceLevel::kCommune,
                    .type = commune_type(type_and_name.front()),
                    .name = scan::trim(type_and_name.substr(1)),
                    .parent = &parent});
  }

  // «05482 p Quan Triều»
  void add_commune(std::string_view part, const Place& province) {
    const std::size_t blank = part.find(' ');
    Place& place = keep(part.substr(blank + 1), province);
    place.code = part.substr(0, blank);
    place.from = kTwoTiers;
    by_code_.emplace(place.code, &place);
  }

  // «x Sơn Cẩm > 05482»
  void add_former(std::string_view part, const Place& district) {
    const std::size_t mark = part.find('>');
    Place& place = keep(part.substr(0, mark), district);
    place.to = kTwoTiers;
    if (mark == std::string_view::npos) return;
    for (const auto code : split_list(part.substr(mark + 1), ',')) {
      const auto successor = by_code_.find(code);
      if (successor != by_code_.end()) link(place, *successor->second);
    }
  }

  std::deque<Place> places_;
  std::unordered_map<std::string_view, Place*> by_code_;
  PlaceIndex index_;
};

}  // namespace

const std::vector<const Place*>& provinces_and_districts(std::string_view key) {
  return upper_places().find(key);
}

const std::vector<const Place*>& communes(std::string_view key) {
  static const CommunePlaces places;
  return places.find(key);
}

const Place& province_of(const Place& place) {
  const Place* at = &place;
  while (at->parent != nullptr) at = at->parent;
  return *at;
}

bool exists_on(const Place& place, const Date& date) {
  return (!place.from || *place.from <= date) && (!place.to || date < *place.to);
}

bool lies_in(const Place& place, const Place& outer) {
  const bool is_younger = place.from && outer.to && *outer.to <= *place.from;
  const auto has = [](const std::vector<const Place*>& places, const Place* p) {
    return std::ranges::find(places, p) != places.end();
  };
  for (const Place* at = &place; at != nullptr; at = at->parent) {
    if (at == &outer || has(at->successors, &outer)) return true;
    if (is_younger && has(at->predecessors, &outer)) return true;
  }
  return false;
}

std::string place_label(const Place& place) {
  return std::string(place.type) + " " + std::string(place.name);
}

std::string place_key(const Place& place) {
  std::string key;
  for (const Place* at = &place; at != nullptr; at = at->parent) {
    if (!key.empty()) key += ' ';
    key.append(at->type_key).append(1, ' ').append(at->name_key);
  }
  return key;
}

}  // namespace tracuu
