#include "core/document/agency.h"

#include <string>

#include <gtest/gtest.h>

#include "core/document/agency_words.h"
#include "core/text/fold.h"

namespace tracuu {
namespace {

// Each row is one agency under all its names.
const std::vector<std::vector<std::string>> kSameAgency = {
    {"Uỷ ban nhân dân tỉnh Thái Nguyên", "UBND tỉnh Thái Nguyên",
     "ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN", "Ủy ban nhân dân  tỉnh Thái Nguyên",
     "ubnd tinh thai nguyen"},
    {"Bộ Thông tin và Truyền thông", "Bộ TT&TT", "BỘ TT & TT", "Bộ TTTT", "BTTTT", "MIC"},
    {"Sở Khoa học và Công nghệ tỉnh X", "Sở KH&CN tỉnh X", "SỞ KHCN TỈNH X"},
    {"Sở Giáo dục và Đào tạo", "Sở GD&ĐT", "Sở GDĐT"},
    {"Bộ Lao động - Thương binh và Xã hội", "Bộ LĐTBXH", "Bộ LĐ-TB&XH", "MOLISA", "BLĐTBXH"},
    {"Bộ Văn hóa, Thể thao và Du lịch", "Bộ Văn hoá, Thể thao và Du lịch",
     "Bộ Văn hóa - Thể thao và Du lịch", "Bộ VHTTDL"},
    {"Bộ Nông nghiệp và Phát triển nông thôn", "Bộ NN&PTNT", "Bộ NNPTNT", "BNN",
     "Bộ Nông nghiệp phát triển và nông thôn"},
    {"Sở Tài nguyên và Môi trường", "Sở TN&MT"},
    {"Hội đồng nhân dân thành phố Hà Nội", "HĐND TP. Hà Nội", "HĐND TP Hà Nội"},
    {"Ủy ban nhân dân Thành phố Hồ Chí Minh", "UBND TPHCM", "UBND TP.HCM", "UBND TP. HCM"},
    {"Thủ tướng Chính phủ", "Thủ tướng", "TTg"},
    // Seen in the metadata of portals.
    {"Bộ Giáo dục và Đào tạo", "Bộ Giáo Dục và Ðào Tạo", "Bộ giáo dục đào tạo", "BGDĐT"},
    {"Bộ Công Thương", "Bộ công thương", "Bộ Công thương"},
    {"Ủy ban Thường vụ Quốc hội", "Uỷ ban thường vụ Quốc hội", "UBTVQH"},
    {"Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "Ủy ban mặt trận tổ quốc Việt Nam"},
    {"Trung ương Hội Cựu chiến binh Việt Nam", "Hội Cựu chiến binh Việt Nam"},
    {"Ngân hàng Nhà nước Việt Nam", "Ngân hàng Nhà nước", "NHNN"},
    {"Tòa án nhân dân tối cao", "Toà án nhân dân tối cao", "TANDTC", "TAND tối cao"},
    {"Ban Chấp hành Đảng bộ tỉnh Thái Nguyên", "BCH Đảng bộ tỉnh Thái Nguyên"},
    {"Đoàn Thanh niên phường 5", "ĐOÀN THANH NIÊN PHƯỜNG 5"},
};

TEST(AgencyKey, NamesOfOneAgencyHaveOneKey) {
  for (const auto& names : kSameAgency) {
    for (const std::string& name : names) {
      EXPECT_EQ(agency_key(name), agency_key(names[0])) << name;
    }
  }
}

TEST(AgencyKey, AgenciesStayApart) {
  for (const auto& a : kSameAgency) {
    for (const auto& b : kSameAgency) {
      if (&a == &b) continue;
      EXPECT_NE(agency_key(a[0]), agency_key(b[0]));
    }
  }
  // BCT is Bộ Công Thương and Bộ Chính trị; TW three bodies: no guess.
  EXPECT_EQ(agency_key("TW"), "trung uong");
  EXPECT_NE(agency_key("UBND tỉnh"), agency_key("UBND xã"));
  EXPECT_NE(agency_key("Ủy ban nhân dân tỉnh Bắc Kạn"), agency_key("UBND tỉnh Thái Nguyên"));
}

// Where the quick table ends, name_key itself is asked.
TEST(QuickNameKeyProperty, IsNameKey) {
  const std::string names[] = {
      "",
      " - ",
      "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu",
      "BỘ GIÁO DỤC VÀ ÐÀO TẠO",
      "Sở TT&TT (cũ)",
      "E\u0302\u0301 e\u0302\u0301",
      "Straße İstanbul ŉ ǆ",
      "“Sở” – Phòng…",
      "日本 Москва 한국",
      "\xff\xc3 a\xe1\xbb",
      std::string("a\0b", 3),
  };
  for (const std::string& name : names) EXPECT_EQ(quick_name_key(name), name_key(name)) << name;
  for (const Agency& agency : agency_names().all()) {
    EXPECT_EQ(quick_name_key(agency.name), name_key(agency.name));
  }
}

TEST(AgencyKey, UnknownAgencyHasItsOwnNameKey) {
  EXPECT_EQ(agency_key("Công ty Cấp nước Sông Lam"), name_key("Công ty Cấp nước Sông Lam"));
  EXPECT_EQ(agency_key(""), "");
  EXPECT_EQ(agency_key(" - "), "");
}

TEST(AgencyNames, CodesNameOneAgencyOrNone) {
  EXPECT_EQ(agency_names().find_code("BTTTT")->name, "Bộ Thông tin và Truyền thông");
  EXPECT_EQ(agency_names().find_code("TTg")->name, "Thủ tướng Chính phủ");
  EXPECT_EQ(agency_names().find_code("QH")->name, "Quốc hội");
  EXPECT_EQ(agency_names().find_code("UBND"), nullptr);
  EXPECT_EQ(agency_names().find_code("TW"), nullptr);
  EXPECT_EQ(agency_names().find_code("TU"), nullptr);
  EXPECT_EQ(agency_names().find_code("XYZ"), nullptr);
}

struct LabelCase {
  const char* text;
  const char* want;
};

const LabelCase kLabelCases[] = {
    {"ỦY BAN NHÂN DÂN TỈNH SÔNG LAM", "Ủy ban nhân dân tỉnh Sông Lam"},
    {"UỶ BAN NHÂN DÂN  TỈNH SÔNG LAM", "Ủy ban nhân dân tỉnh Sông Lam"},
    {"UBND TỈNH SÔNG LAM", "Ủy ban nhân dân tỉnh Sông Lam"},
    {"HỘI ĐỒNG NHÂN DÂN XÃ CHIỀNG MAI", "Hội đồng nhân dân xã Chiềng Mai"},
    {"ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI", "Ủy ban nhân dân thành phố Hà Nội"},
    {"ỦY BAN NHÂN DÂN TỈNH BÀ RỊA - VŨNG TÀU", "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu"},
    {"BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Bộ Lao động - Thương binh và Xã hội"},
    {"BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Bộ Văn hóa, Thể thao và Du lịch"},
    {"SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "Sở Thông tin và Truyền thông"},
    {"TỈNH ỦY THÁI NGUYÊN", "Tỉnh ủy Thái Nguyên"},
    {"PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN PHÚ LƯƠNG", "Phòng Giáo dục và Đào tạo huyện Phú Lương"},
    {"TRUNG TÂM CÔNG NGHỆ THÔNG TIN", "Trung tâm Công nghệ thông tin"},
    {"TRƯỜNG ĐẠI HỌC THÁI NGUYÊN", "Trường Đại học Thái Nguyên"},
    {"CHI CỤC THUẾ HUYỆN PHÚ LƯƠNG", "Chi cục Thuế huyện Phú Lương"},
    {"CÔNG AN TỈNH SÔNG LAM", "Công an tỉnh Sông Lam"},
    {"THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ"},
    {"Sở  Thông tin\tvà Truyền thông", "Sở Thông tin và Truyền thông"},
    {"UBND tỉnh Sông Lam", "Ủy ban nhân dân tỉnh Sông Lam"},
    {"", ""},
    {"-", "-"},
};

TEST(AgencyLabel, CapitalsBecomeAName) {
  for (const LabelCase& c : kLabelCases) EXPECT_EQ(agency_label(c.text), c.want) << c.text;
}

TEST(AgencyLabelProperty, LabelsKeepTheKeyAndAreFixedPoints) {
  for (const Agency& agency : agency_names().all()) {
    EXPECT_EQ(agency_label(agency.name), agency.name);
    EXPECT_EQ(agency_label(agency_label(agency.name)), agency_label(agency.name));
    EXPECT_EQ(agency_key(agency_label(agency.name)), agency_key(agency.name));
  }
  for (const LabelCase& c : kLabelCases) {
    EXPECT_EQ(agency_key(agency_label(c.text)), agency_key(c.text)) << c.text;
  }
}

}  // namespace
}  // namespace tracuu
