#include "core/document/entities/people.h"

#include <string>

#include <gtest/gtest.h>

#include "core/document/entities/entities.h"

namespace tracuu {
namespace {

std::string shown(const std::vector<Person>& people) {
  std::string out;
  for (const Person& person : people) {
    out += (out.empty() ? "" : "; ") + person.name + " = " + person.title;
  }
  return out;
}

struct PeopleCase {
  const char* name;
  const char* text;
  const char* want;
};

const PeopleCase kCases[] = {
    {"OfficeBefore", "Phó Thủ tướng Vũ Đức Đam dự.", "Vũ Đức Đam = Phó Thủ tướng"},
    {"AgencyBetween", "Bộ trưởng Bộ TT&TT Nguyễn Mạnh Hùng nói",
     "Nguyễn Mạnh Hùng = Bộ trưởng Bộ TT&TT"},
    {"LongAgency", "Bộ trưởng Bộ Giáo dục và Đào tạo Nguyễn Kim Sơn nêu",
     "Nguyễn Kim Sơn = Bộ trưởng Bộ Giáo dục và Đào tạo"},
    {"AgencyInCapitals", "Bộ trưởng Bộ Công Thương Nguyễn Hồng Diên",
     "Nguyễn Hồng Diên = Bộ trưởng Bộ Công Thương"},
    {"FamilyNameOfAPlaceBefore", "Chủ tịch UBND tỉnh Trịnh Việt Hùng",
     "Trịnh Việt Hùng = Chủ tịch UBND tỉnh"},
    {"CityBefore", "Chủ tịch UBND thành phố Trần Sỹ Thanh",
     "Trần Sỹ Thanh = Chủ tịch UBND thành phố"},
    {"PlaceBetween", "Chủ tịch UBND tỉnh Thái Nguyên Trịnh Việt Hùng",
     "Trịnh Việt Hùng = Chủ tịch UBND tỉnh Thái Nguyên"},
    {"CityBetween", "Giám đốc Sở Y tế Hà Nội Trần Thị Nhị Hà cho biết",
     "Trần Thị Nhị Hà = Giám đốc Sở Y tế Hà Nội"},
    {"OfficeBehindComma", "ông Nguyễn Văn An, Chủ tịch UBND tỉnh, cho biết",
     "Nguyễn Văn An = Chủ tịch UBND tỉnh"},
    {"OfficeBehindDash", "đồng chí Trần Bình - Bí thư Tỉnh ủy.", "Trần Bình = Bí thư Tỉnh ủy"},
    {"OfficeInBrackets", "Đoàn Quang Vinh (cựu hiệu trưởng) bị",
     "Đoàn Quang Vinh = cựu hiệu trưởng"},
    {"VerbEndsTheOffice", "Ông Lê Khắc Nam, phó chủ tịch UBND TP Hải Phòng cho biết",
     "Lê Khắc Nam = phó chủ tịch UBND TP Hải Phòng"},
    {"PointWithinTheOffice", "bà Lê Thị Hoa, giám đốc Sở Y tế TP.HCM, nói",
     "Lê Thị Hoa = giám đốc Sở Y tế TP.HCM"},
    {"NextPersonEndsTheOffice", "ông Lê Văn Hòa, giám đốc Sở Y tế và bác sĩ Trần Văn Bình",
     "Lê Văn Hòa = giám đốc Sở Y tế; Trần Văn Bình = bác sĩ"},
    {"Degrees", "PGS.TS Vũ Hải Quân và TS. Lê Ngọc Anh", "Vũ Hải Quân = PGS.TS; Lê Ngọc Anh = TS"},
    {"DegreeOfADoctor", "Bác sĩ CKII Trần Ngọc Phương", "Trần Ngọc Phương = Bác sĩ CKII"},
    {"LongestTitleStays", "ông Lê Văn Hòa. Giám đốc Lê Văn Hòa nói. Ông Lê Văn Hòa",
     "Lê Văn Hòa = Giám đốc"},
    {"Madam", "bà Đặng Thị Chi (74 tuổi)", "Đặng Thị Chi = bà"},
    {"Initial", "bà Trần Thị B và ông Nguyễn Văn A", "Trần Thị B = bà; Nguyễn Văn A = ông"},
    {"President", "Chủ tịch Hồ Chí Minh viết", "Hồ Chí Minh = Chủ tịch"},
    {"Modifiers", "nguyên Phó Chủ tịch nước Đặng Thị Ngọc Thịnh",
     "Đặng Thị Ngọc Thịnh = nguyên Phó Chủ tịch nước"},
    {"PartyOffice", "Phó Bí thư Tỉnh ủy Lê Quang Tiến", "Lê Quang Tiến = Phó Bí thư Tỉnh ủy"},
    {"Officer", "đại tá Đinh Huy Hoàng, Trưởng Công an quận",
     "Đinh Huy Hoàng = Trưởng Công an quận"},
    {"Highlander", "Hoa hậu H'Hen Niê và bà Y Thanh Hà Niê",
     "H'Hen Niê = Hoa hậu; Y Thanh Hà Niê = bà"},
    {"OverALineEnd", "Phó Thủ tướng\nVũ Đức\nĐam", "Vũ Đức Đam = Phó Thủ tướng"},
    {"Decomposed", "ông Nguye\u0302\u0303n Va\u0306n An", "Nguyễn Văn An = ông"},
    {"FullNameWins", "bác sĩ Lưu Phương. ThS Trần Ngọc Lưu Phương", "Trần Ngọc Lưu Phương = ThS"},
    {"NoTitle", "Nguyễn Văn An đến.", ""},
    {"NoFamilyName", "ông Biden gặp bà Ursula Leyen", ""},
    {"NoVietnameseName", "ông Kim Jong Un", ""},
    {"OneSyllable", "ông Hùng và ông H.", ""},
    {"City", "Chủ tịch UBND thành phố Hồ Chí Minh nói", ""},
    {"Province", "Chủ tịch UBND tỉnh Hà Nam nói. Bí thư Hà Nội", ""},
    {"Street", "đường Nguyễn Trãi, giám đốc", ""},
    {"School", "Hiệu trưởng Trường THPT Nguyễn Huệ", ""},
    {"Ward", "Bí thư Đảng ủy phường Trần Phú", ""},
    {"Company", "Giám đốc Công ty Hoàng Anh", ""},
    {"VerbBetween", "Chủ tịch yêu cầu Nguyễn Văn An", ""},
    {"SentenceBetween", "gặp Chủ tịch. Nguyễn Văn An đến", ""},
    {"TooLong", "ông Nguyễn Văn An Bình Hòa Thuận Phát", ""},
    {"Malformed", "ông Nguy\xE1\xBB", ""},
    {"Empty", "", ""},
};

class PeopleTest : public testing::TestWithParam<PeopleCase> {};

TEST_P(PeopleTest, FindsNamesWithTitles) {
  EXPECT_EQ(shown(find_people(GetParam().text)), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(Table, PeopleTest, testing::ValuesIn(kCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(PeopleTest, TheNumberOfPeopleIsBounded) {
  std::string text;
  for (const char a : std::string("bcdghklmnpqrstvx")) {
    for (const std::string rhyme : {"an", "inh", "ong", "ai"}) {
      std::string name = a + rhyme;
      name.front() = static_cast<char>(name.front() - 'a' + 'A');
      text += "ông Nguyễn Văn " + name + ". ";
    }
  }
  EXPECT_EQ(find_people(text).size(), kMaxPeople);
}

TEST(PeopleTest, HostileTextIsRead) {
  constexpr std::size_t kTimes = 100'000;
  for (const char* part : {"Nguyễn ", "ông ", "x", "Chủ tịch ", "PGS.TS ", "ông Nguyễn Văn An, "}) {
    std::string text;
    for (std::size_t i = 0; i < kTimes; ++i) text += part;
    EXPECT_LE(find_people(text).size(), kMaxPeople);
  }
}

TEST(EntitiesTest, GivenFieldsStayAndTheSignerIsNoPerson) {
  Document document;
  document.title = "Kế hoạch chuyển đổi số";
  document.body =
      "Chủ tịch UBND tỉnh Trịnh Việt Hùng. Ông Lê Văn Hòa. Tỉnh Thái Nguyên. "
      "Chuyển đổi số. Có chuyển đổi số. Về chuyển đổi số.";
  document.signer = "Trịnh Việt Hùng";
  extract_entities(document);
  EXPECT_EQ(shown(document.people), "Lê Văn Hòa = ông");
  EXPECT_EQ(document.places, std::vector<std::string>{"tỉnh Thái Nguyên"});
  EXPECT_EQ(document.topics, std::vector<std::string>{"chuyển đổi số"});

  Document tagged = document;
  tagged.topics.clear();
  tagged.keywords = {"số hóa"};
  tagged.places = {"Huế"};
  extract_entities(tagged);
  EXPECT_TRUE(tagged.topics.empty());
  EXPECT_EQ(tagged.places, std::vector<std::string>{"Huế"});
}

}  // namespace
}  // namespace tracuu
