#include "core/document/entities/places.h"

#include <string>

#include <gtest/gtest.h>

namespace tracuu {
namespace {

std::string shown(const std::vector<std::string>& places) {
  std::string out;
  for (const std::string& place : places) out += (out.empty() ? "" : "; ") + place;
  return out;
}

struct PlaceCase {
  const char* name;
  const char* text;
  const char* want;
};

const PlaceCase kCases[] = {
    {"Province", "UBND tỉnh Thái Nguyên", "tỉnh Thái Nguyên"},
    {"WithoutClass", "tại Thái Nguyên và Hà Nội", "tỉnh Thái Nguyên; thành phố Hà Nội"},
    {"Variant", "tỉnh Bắc Cạn", "tỉnh Bắc Kạn"},
    {"TownOfAProvincesName", "thành phố Thái Nguyên, tỉnh Thái Nguyên",
     "thành phố Thái Nguyên; tỉnh Thái Nguyên"},
    {"ShortClass", "TP Thái Nguyên, TP. Huế, TX Phú Mỹ",
     "thành phố Thái Nguyên; thành phố Huế; thị xã Phú Mỹ"},
    {"HoChiMinh", "TP.HCM, TP Hồ Chí Minh, TPHCM, Sài Gòn", "thành phố Hồ Chí Minh"},
    {"District", "huyện Đại Từ", "huyện Đại Từ"},
    {"CapitalClass", "Huyện Đại Từ", "huyện Đại Từ"},
    {"Numbered", "quận 1 và phường 12", "quận 1; phường 12"},
    {"StandingCommittee", "- TT. Tỉnh ủy; TT. HĐND tỉnh", ""},
    {"Commune", "xã Giang Ma, thị trấn Hóc Môn", "xã Giang Ma; thị trấn Hóc Môn"},
    {"TownNotCommune", "thị xã Sa Pa", "thị xã Sa Pa"},
    {"MostFrequentFirst", "Hà Nội, Hải Phòng, Hải Phòng", "thành phố Hải Phòng; thành phố Hà Nội"},
    {"Peace", "vì hòa bình. Hòa bình lập lại", ""},
    {"ProvinceOfPeace", "ở Hòa Bình", "tỉnh Hòa Bình"},
    {"Ocean", "Thái Bình Dương", ""},
    {"Person", "ông Trần Bình Dương", ""},
    {"Street", "đường Hà Nội, phố Thái Nguyên", ""},
    {"StreetOfAClass", "đường Xã Đàn", ""},
    {"PersonBehind", "huyện Đại Từ Nguyễn Văn An", "huyện Đại Từ"},
    {"PresidentNotCity", "Chủ tịch Hồ Chí Minh, tư tưởng Hồ Chí Minh", ""},
    {"SmallLetters", "tỉnh thái nguyên, huyện ta", ""},
    {"Headline", "HUYỆN ĐẠI TỪ", ""},
    {"NoSuchProvince", "tỉnh Sông Lam", ""},
    {"DashedName", "tỉnh Bà Rịa - Vũng Tàu", "tỉnh Bà Rịa - Vũng Tàu"},
    {"Empty", "", ""},
};

class PlacesTest : public testing::TestWithParam<PlaceCase> {};

TEST_P(PlacesTest, FindsPlaces) {
  EXPECT_EQ(shown(find_places(GetParam().text)), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(Table, PlacesTest, testing::ValuesIn(kCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(PlacesTest, TheNumberOfPlacesIsBounded) {
  std::string text;
  for (int i = 1; i <= 99; ++i) text += "phường " + std::to_string(i) + ", ";
  EXPECT_EQ(find_places(text).size(), kMaxPlaces);
}

TEST(PlacesTest, OtherNamesMayBeGiven) {
  const PlaceNames names(std::vector<PlaceNames::Entry>{{"Tân Lĩnh", "xã Tân Lĩnh"}});
  EXPECT_EQ(shown(find_places("Tại Tân Lĩnh và Hà Nội", names)), "xã Tân Lĩnh");
  EXPECT_EQ(names.find("Hà Nội"), nullptr);
}

}  // namespace
}  // namespace tracuu
