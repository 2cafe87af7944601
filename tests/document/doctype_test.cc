#include "core/document/doctype.h"

#include <string>

#include <gtest/gtest.h>

namespace tracuu {
namespace {

TEST(DocumentTypes, NamesAreThoseOfTheTable) {
  EXPECT_EQ(canonical_type("QUYẾT ĐỊNH"), "Quyết định");
  EXPECT_EQ(canonical_type("quyet dinh"), "Quyết định");
  EXPECT_EQ(canonical_type("Quyết định (cá biệt)"), "");
  EXPECT_EQ(canonical_type("Giấy đi đường"), "Giấy đi đường");
  EXPECT_EQ(canonical_type("Tin tức"), "");
  for (const DocumentType& type : document_types().all()) {
    EXPECT_EQ(type.name.find('('), std::string::npos) << type.name;
    EXPECT_EQ(type.name.find(" của "), std::string::npos) << type.name;
    EXPECT_EQ(canonical_type(type.name), type.name);
    EXPECT_EQ(leading_type(type.name + " số 17"), (LeadingType{type.name, type.name.size()}));
  }
}

TEST(DocumentTypes, SymbolsTellTheType) {
  const DocumentTypes& types = document_types();
  EXPECT_EQ(types.find_symbol("QĐ")->name, "Quyết định");
  EXPECT_EQ(types.find_symbol("CT")->name, "Chỉ thị");
  EXPECT_EQ(types.find_symbol("HD")->name, "Hướng dẫn");
  EXPECT_EQ(types.find_symbol("HĐ")->name, "Hợp đồng");
  EXPECT_EQ(types.find_symbol("TT")->name, "Thông tư");
  EXPECT_EQ(types.find_symbol("VBHN")->name, "Văn bản hợp nhất");
  EXPECT_EQ(types.find_symbol("HĐBT"), nullptr);
  EXPECT_EQ(types.find_symbol("-"), nullptr);
}

struct LineCase {
  const char* line;
  const char* want;
};

const LineCase kLineCases[] = {
    {"QUYẾT ĐỊNH", "Quyết định"},
    {"  NGHỊ ĐỊNH \t", "Nghị định"},
    {"N G H Ị   Q U Y Ế T", "Nghị quyết"},
    {"LUẬT", "Luật"},
    {"BỘ LUẬT", "Bộ luật"},
    {"THÔNG TƯ LIÊN TỊCH", "Thông tư liên tịch"},
    {"QUYẾT ĐỊNH:", ""},
    {"Quyết định", ""},
    {"QUYẾT ĐỊNH VỀ VIỆC", ""},
    {"CHÍNH PHỦ", ""},
    {"", ""},
};

TEST(DocumentTypes, HeadingIsATypeInCapitals) {
  for (const LineCase& c : kLineCases) EXPECT_EQ(type_of_line(c.line), c.want) << c.line;
}

TEST(DocumentTypes, LongestNameLeads) {
  EXPECT_EQ(leading_type("Thông tư liên tịch số 17"),
            (LeadingType{"Thông tư liên tịch", std::string("Thông tư liên tịch").size()}));
  EXPECT_EQ(leading_type("nghi dinh số 46"), (LeadingType{"Nghị định", 9}));
  EXPECT_FALSE(leading_type("thông 46").has_value());
  EXPECT_FALSE(leading_type("").has_value());
}

}  // namespace
}  // namespace tracuu
