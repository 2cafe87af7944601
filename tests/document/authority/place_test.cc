#include "core/document/authority/place.h"

#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/document/authority/authority_tables.h"

namespace tracuu {
namespace {

std::vector<std::string> keys(std::string_view name) {
  std::vector<std::string> found;
  for (const Place* place : find_place(name)) found.push_back(place_key(*place));
  return found;
}

using Keys = std::vector<std::string>;

struct PlaceCase {
  const char* name;
  Keys want;
};

const PlaceCase kCases[] = {
    {"tỉnh Thái Nguyên", {"tinh thai nguyen"}},
    {"Thái Nguyên",
     {"tinh thai nguyen", "thanh pho thai nguyen tinh thai nguyen",
      "xa thai nguyen huyen thai thuy tinh thai binh"}},
    {"TP. Huế", {"thanh pho hue", "thanh pho hue tinh thua thien hue"}},
    {"thừa thiên - huế", {"tinh thua thien hue"}},
    {"tỉnh Hà Tây", {"tinh ha tay"}},
    {"huyện Phú Lương", {"huyen phu luong tinh thai nguyen"}},
    {"huyen phu luong, tinh thai nguyen", {"huyen phu luong tinh thai nguyen"}},
    {"huyện Phú Lương, tỉnh Bắc Kạn", {}},
    {"H. Phú Lương", {"huyen phu luong tinh thai nguyen"}},
    {"Quận 01", {"quan 1 thanh pho ho chi minh"}},
    {"xã Chiềng Mai", {"xa chieng mai tinh son la", "xa chieng mai huyen mai son tinh son la"}},
    {"xã Chiềng Mai, huyện Mai Sơn", {"xa chieng mai huyen mai son tinh son la"}},
    {"TP.HCM", {"thanh pho ho chi minh"}},
    {"đặc khu Phú Quốc", {"dac khu phu quoc tinh an giang"}},
    {"tỉnh Sông Lam", {}},
    {"", {}},
    {"tỉnh", {}},
};

TEST(FindPlace, NamesOfPlaces) {
  for (const PlaceCase& c : kCases) EXPECT_EQ(keys(c.name), c.want) << c.name;
}

TEST(FindPlace, AmbiguousNamesGiveAll) {
  std::set<std::string> provinces;
  for (const Place* place : find_place("huyện Châu Thành")) {
    provinces.insert(std::string(province_of(*place).name));
  }
  EXPECT_EQ(provinces.size(), 10U);
  EXPECT_GT(find_place("xã Tân Lập").size(), 20U);
}

TEST(FindPlace, HostileNamesGiveNone) {
  std::string name;
  while (name.size() < 1'000'000) name += "xã Tân Lập ";
  EXPECT_TRUE(find_place(name).empty());
  EXPECT_TRUE(find_place("\xff\xfe xã \xc3").empty());
}

TEST(Place, KnowsItsTimeAndWhatItBecame) {
  const Place& old = *find_place("tỉnh Bắc Kạn").front();
  const Place& now = *find_place("tỉnh Thái Nguyên").front();
  EXPECT_EQ(old.successors, (std::vector<const Place*>{&now}));
  EXPECT_TRUE(exists_on(old, {2025, 6, 30}));
  EXPECT_FALSE(exists_on(old, {2025, 7, 1}));
  EXPECT_TRUE(exists_on(now, {2025, 7, 1}));
  const Place& district = *find_place("huyện Ba Bể").front();
  EXPECT_TRUE(lies_in(district, old));
  EXPECT_TRUE(lies_in(district, now));
  EXPECT_FALSE(lies_in(old, district));
  EXPECT_FALSE(lies_in(*find_place("huyện Phú Lương").front(), old));
  EXPECT_TRUE(lies_in(*find_place("xã Ba Bể").front(), old));
  EXPECT_EQ(place_label(district), "huyện Ba Bể");
  EXPECT_EQ(district.to, (Date{2025, 7, 1}));
}

// The numbers of the official lists: 34 provinces and 3,321 communes from 2025-07-01; before, 63
// provinces, and 705 districts with 10,599 communes about 2022. Two districts are of 2020.
TEST(Place, TablesAreWhole) {
  EXPECT_EQ(table_rows(data::kProvincesTsv).size(), 63U);
  EXPECT_EQ(table_rows(data::kDistrictsTsv).size(), 705U + 2U);
  std::size_t now = 0;
  std::size_t before = 0;
  std::size_t provinces = 0;
  for (const TableRow& row : table_rows(data::kCommunesTsv)) {
    const bool is_province = cell(row, CommuneColumn::kParent).size() == 2;
    provinces += is_province ? 1 : 0;
    (is_province ? now : before) += split_list(cell(row, CommuneColumn::kCommunes), ';').size();
  }
  EXPECT_EQ(provinces, 34U);
  EXPECT_EQ(now, 3321U);
  EXPECT_EQ(before, 10599U);
}

}  // namespace
}  // namespace tracuu
