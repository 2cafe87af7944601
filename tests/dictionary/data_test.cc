// The project's own files in data/.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/dictionary/shown.h"

namespace tracuu {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

TEST(DictionaryDataTest, EveryRowIsUsable) {
  const Dictionary dictionary = Dictionary::load({});
  for (const DictionaryWarning& warning : dictionary.warnings()) {
    ADD_FAILURE() << describe(warning, Language::kEnglish);
  }
}

TEST(DictionaryDataTest, AbbreviationsOfEveryDay) {
  const Dictionary d = Dictionary::load({});
  EXPECT_THAT(shown(d, "UBND"), ElementsAre(HasSubstr("=Ủy ban nhân dân")));
  EXPECT_THAT(shown(d, "Sở TT&TT"), ElementsAre(HasSubstr("Sở Thông tin và Truyền thông")));
  EXPECT_THAT(shown(d, "BCĐ CĐS"), ElementsAre("BCĐ=Ban Chỉ đạo", HasSubstr("CĐS=chuyển đổi số")));
  EXPECT_THAT(shown(d, "KT-XH"), ElementsAre(HasSubstr("=kinh tế - xã hội")));
  EXPECT_THAT(shown(d, "CT"), ElementsAre(AllOf(StartsWith("CT?"), HasSubstr("chỉ thị"),
                                                HasSubstr("chương trình"), HasSubstr("chủ tịch"))));
  EXPECT_THAT(shown(d, "Sở GDĐT"), ElementsAre(HasSubstr("=Sở Giáo dục và Đào tạo")));
  EXPECT_THAT(shown(d, "ủy ban nhân dân"), ElementsAre(HasSubstr("=UBND")));
}

TEST(DictionaryDataTest, SymbolsOfNumbersAreNotSearchedForTypeNames) {
  const Dictionary d = Dictionary::load({});
  for (const std::string_view type :
       {"kế hoạch", "thông báo", "tờ trình", "quyết định", "nghị quyết", "hướng dẫn", "chỉ thị"}) {
    EXPECT_THAT(shown(d, type), IsEmpty()) << type;
  }
  EXPECT_THAT(shown(d, "tỉnh ủy"), ElementsAre(Not(HasSubstr("TU"))));
}

TEST(DictionaryDataTest, DifferentThingsAreNeverExchanged) {
  const Dictionary d = Dictionary::load({});
  EXPECT_THAT(shown(d, "chuyển đổi số"), ElementsAre(Not(HasSubstr("số hóa"))));
  EXPECT_THAT(shown(d, "chính phủ số"), ElementsAre(Not(HasSubstr("điện tử"))));
  EXPECT_THAT(shown(d, "khu công nghiệp"), ElementsAre(Not(HasSubstr("cụm"))));
  EXPECT_THAT(shown(d, "cán bộ"), IsEmpty());
}

TEST(DictionaryDataTest, ProvincesInEverySpelling) {
  const Dictionary d = Dictionary::load({});
  for (const std::string_view spelling :
       {"Đăk Lăk", "Đắc Lắc", "Daklak", "Dak Lak", "dak lak", "ĐĂK LĂK"}) {
    EXPECT_THAT(shown(d, spelling), ElementsAre(HasSubstr("Đắk Lắk"))) << spelling;
  }
  EXPECT_THAT(shown(d, "Bắc Cạn"), ElementsAre("Bắc Cạn=Bắc Kạn"));
  EXPECT_THAT(shown(d, "kontum"), ElementsAre(HasSubstr("Kon Tum")));
  for (const std::string_view spelling : {"TP.HCM", "TPHCM", "Tp. HCM", "TP HCM"}) {
    EXPECT_THAT(shown(d, spelling), ElementsAre(HasSubstr("Thành phố Hồ Chí Minh"))) << spelling;
  }
  EXPECT_THAT(shown(d, "TT-Huế"), ElementsAre(HasSubstr("=Thừa Thiên Huế|Huế*")));
}

}  // namespace
}  // namespace tracuu
