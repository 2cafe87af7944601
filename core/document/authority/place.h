// The provinces, districts and communes of the country, before and after 2025.
//
//   find_place("huyện Phú Lương")  one, in tỉnh Thái Nguyên, until 2025-07-01
//   find_place("Bắc Kạn")          the province, until 2025-07-01; successors: tỉnh Thái Nguyên
//   find_place("xã Tân Lập")       many, before and after
//
// From data/provinces.tsv, former_provinces.tsv, districts.tsv and communes.tsv. Names are compared
// by name_key, so case and marks do not matter. Districts are known as they stood about 2022,
// communes as of 2022 and from 2025-07-01; those merged away earlier are not.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/date.h"

namespace tracuu {

enum class PlaceLevel { kProvince, kDistrict, kCommune };

// Text is of the program's tables and lives as long as it.
struct Place {
  PlaceLevel level = PlaceLevel::kProvince;
  std::string_view type = {};      // "tỉnh", "thị xã"; that of its last years
  std::string_view name = {};      // "Thái Nguyên"
  std::string_view type_key = {};  // "thi xa"
  std::string name_key = {};       // "thai nguyen"; "1" of «Quận 01»
  std::string_view code = {};      // of the General Statistics Office; empty when unknown
  // The district of a commune until 2025, the province of a district and of a commune since.
  const Place* parent = nullptr;
  std::optional<Date> from = {};  // its first day, when the table knows one
  std::optional<Date> to = {};    // the first day it was no more
  std::vector<const Place*> successors = {};
  std::vector<const Place*> predecessors = {};
};

// Returns the places of that name, with its type ("thành phố Huế": two) or without ("Thái Nguyên":
// the province and the district), the largest units first, those that exist today before older
// ones; a place inside of another may be named with it ("xã Chiềng Mai, huyện Mai Sơn"). None when
// no table knows it. Safe from any thread; the first call of a process reads the tables (some 10
// ms).
std::vector<const Place*> find_place(std::string_view name);

// Returns all places of that name_key without its type: "phu luong", "1".
const std::vector<const Place*>& provinces_and_districts(std::string_view key);
const std::vector<const Place*>& communes(std::string_view key);

// Returns the province a place is in, the place itself for a province.
const Place& province_of(const Place& place);

bool exists_on(const Place& place, const Date& date);

// Returns whether `place` is `outer` or lies in it, in a place that `outer` came from, or, when it
// is younger than `outer`, in what that became: huyện Ba Bể lies in tỉnh Thái Nguyên, xã Ba Bể
// (since 2025) in tỉnh Bắc Kạn, huyện Phú Lương not.
bool lies_in(const Place& place, const Place& outer);

// Returns "huyện Phú Lương", and the key of the place with all it lies in:
// "huyen phu luong tinh thai nguyen".
std::string place_label(const Place& place);
std::string place_key(const Place& place);

}  // namespace tracuu
