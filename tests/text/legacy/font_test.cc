// What fonts say of the letters set in them.
#include "core/text/legacy/font.h"

#include <string>

#include <gtest/gtest.h>

namespace tracuu::text {
namespace {

TEST(FontTest, NamesTellTheEncoding) {
  const FontEncoding tcvn3{RepairKind::kTcvn3, false};
  const FontEncoding capitals{RepairKind::kTcvn3, true};
  EXPECT_EQ(font_encoding(".VnTime"), tcvn3);
  EXPECT_EQ(font_encoding(".VnTimeH"), capitals);
  EXPECT_EQ(font_encoding("ABCDEF+.VnTimeH,Bold"), capitals);
  EXPECT_EQ(font_encoding("GDNPMG+VnTimeHBold"), capitals);
  EXPECT_EQ(font_encoding(".VnArial Narrow"), tcvn3);
  EXPECT_EQ(font_encoding(".VNARIALH Bold Italic"), capitals);
  EXPECT_EQ(font_encoding("VNI-Times"), (FontEncoding{RepairKind::kVni, false}));
  EXPECT_EQ(font_encoding("Times New Roman"), std::nullopt);
  EXPECT_EQ(font_encoding(""), std::nullopt);
}

struct RunRow {
  const char* name;
  const char* run;
  FontEncoding font;
  const char* decoded;  // empty: it stays as it is
};

const RunRow kRuns[] = {
    {"Tcvn3", "nghÞ quyÕt", {RepairKind::kTcvn3, false}, "nghị quyết"},
    {"Capitals", "céng hßa", {RepairKind::kTcvn3, true}, "CỘNG HÒA"},
    {"CapitalsOfAscii", "ban", {RepairKind::kTcvn3, true}, "BAN"},
    {"Vni", "quyeát ñònh", {RepairKind::kVni, false}, "quyết định"},
    // Shorter than any evidence of the text itself.
    {"OneLetter", "®", {RepairKind::kTcvn3, false}, "đ"},
    // Converted to Unicode, the font forgotten.
    {"UnicodeInTheFont", "và các", {RepairKind::kTcvn3, false}, ""},
    {"WideLetters", "được", {RepairKind::kTcvn3, false}, ""},
    {"Ascii", "12/2020", {RepairKind::kTcvn3, false}, ""},
};

TEST(FontTest, RunsAreDecodedWhereTheyReadNoWorse) {
  for (const RunRow& row : kRuns) {
    EXPECT_EQ(decode_run(row.run, row.font).value_or(""), row.decoded) << row.name;
  }
}

}  // namespace
}  // namespace tracuu::text
