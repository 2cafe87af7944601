// What is read of each format: small files with known text, as office programs write them, and
// rows of RTF and tables of fonts for what they hold of legacy encodings.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/extract/encoding.h"
#include "indexer/formats/cell_value.h"
#include "indexer/formats/extract_file.h"
#include "indexer/formats/xml_events.h"

namespace tracuu::input {
namespace {

std::string sample(const std::string& name) {
  std::ifstream in(std::filesystem::path(TRACUU_TEST_DATA) / "data" / "formats" / name,
                   std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<FoundDocument> extract(const std::string& bytes, const std::string& name) {
  std::vector<FoundDocument> found;
  extract_file(bytes, name,
               {[&](FoundDocument document) { found.push_back(std::move(document)); }, [] {}});
  return found;
}

FileText only_text(const std::string& bytes, const std::string& name = "a.bin") {
  auto found = extract(bytes, name);
  if (found.size() != 1 || found[0].problem) return {};
  return std::move(found[0].text);
}

std::string only_problem(const std::string& bytes, const std::string& name = "a.bin") {
  const auto found = extract(bytes, name);
  if (found.size() != 1 || !found[0].problem) return "none";
  return std::string(skip_code(found[0].problem->reason));
}

// Every blank and line end as one blank.
std::string words(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool is_blank = c == '\n' || c == '\t' || c == ' ';
    if (!is_blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

struct SampleRow {
  const char* name;
  std::size_t pages;
};

constexpr SampleRow kLetters[] = {
    {"cong-van.pdf", 1}, {"cong-van.docx", 0}, {"cong-van.odt", 0},
    {"cong-van.doc", 0}, {"cong-van.rtf", 0},
};

class LetterTest : public testing::TestWithParam<SampleRow> {};

TEST_P(LetterTest, TheWholeTextIsRead) {
  // The name tells nothing: types are found by content.
  const FileText text = only_text(sample(GetParam().name));
  EXPECT_EQ(
      words(text.body),
      "UBND TỈNH SÔNG LAM SỞ KHOA HỌC VÀ CÔNG NGHỆ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập "
      "- Tự do - Hạnh phúc Số: 215/SKHCN-VP Sông Lam, ngày 07 tháng 4 năm 2022 V/v rà soát "
      "thiết bị phòng họp trực tuyến Kính gửi: Các phòng, đơn vị trực thuộc Sở Để chuẩn bị "
      "cho kỳ họp quý II, Sở đề nghị các đơn vị rà soát đường truyền, máy chiếu và micrô. Báo "
      "cáo gửi về Văn phòng Sở trước ngày 15 tháng 4 năm 2022. Đơn vị Số phòng họp Phòng Kế "
      "hoạch 2 GIÁM ĐỐC Trần Thị Mẫu");
  EXPECT_EQ(text.pages.size(), GetParam().pages);
}

TEST_P(LetterTest, CellsAreOnTheLineOfTheirRow) {
  const FileText text = only_text(sample(GetParam().name));
  const bool is_pdf = GetParam().pages > 0;
  const std::string row = is_pdf ? "Phòng Kế hoạch 2\n" : "Phòng Kế hoạch\t2\n";
  EXPECT_NE(text.body.find(row), std::string::npos) << text.body;
}

INSTANTIATE_TEST_SUITE_P(All, LetterTest, testing::ValuesIn(kLetters), [](const auto& row) {
  std::string name = row.param.name;
  return name.substr(name.rfind('.') + 1);
});

TEST(FormatsTest, SheetsAreRowsWithDates) {
  for (const char* name : {"bang.xlsx", "bang.xls"}) {
    EXPECT_EQ(only_text(sample(name)).body,
              "bang\nĐơn vị\tSố phòng họp\tNgày kiểm tra\nPhòng Kế hoạch\t2\t07/4/2022\nPhòng "
              "Chuyên ngành\t3\t08/4/2022")
        << name;
  }
  EXPECT_EQ(words(only_text(sample("bang.ods")).body),
            "bang Đơn vị Số phòng họp Ngày kiểm tra Phòng Kế hoạch 2 2022-04-07 Phòng Chuyên ngành "
            "3 2022-04-08");
}

TEST(FormatsTest, SlidesArePages) {
  for (const char* name : {"trinh-chieu.pptx", "trinh-chieu.ppt", "trinh-chieu.odp"}) {
    const FileText text = only_text(sample(name));
    ASSERT_EQ(text.pages.size(), 2u) << name;
    EXPECT_EQ(words(text.body.substr(0, text.pages[1])),
              "Kế hoạch phòng họp trực tuyến Sở Khoa học và Công nghệ");
    EXPECT_EQ(words(text.body.substr(text.pages[1])), "Rà soát đường truyền, máy chiếu");
  }
}

TEST(FormatsTest, AScanIsReadWhereTesseractIs) {
  const auto found = extract(sample("../scan/quet.pdf"), "quet.pdf");
  ASSERT_EQ(found.size(), 1u);
  if (found[0].problem) {
    EXPECT_EQ(found[0].problem->reason, SkipReason::kScanned);
    GTEST_SKIP() << "tesseract with its Vietnamese model is not installed";
  }
  EXPECT_TRUE(found[0].text.is_ocr);
  EXPECT_EQ(found[0].text.pages, std::vector<std::size_t>{0});
  EXPECT_NE(found[0].text.body.find("Sông Lam, ngày 07 tháng 4 năm 2022"), std::string::npos)
      << found[0].text.body;
}

struct RtfRow {
  const char* name;
  const char* rtf;
  const char* text;
};

const RtfRow kRtfRows[] = {
    {"Unicode", R"({\rtf1\ansi Ngh\u7883? quy\u7871?t})", "Nghị quyết"},
    {"UnicodeWithoutFallback", R"({\rtf1\ansi\uc0 Ngh\u7883 quy\u7871 t})", "Nghịquyết"},
    {"CodePage1258", R"({\rtf1\ansi{\fonttbl{\f0\fcharset163 Arial;}}\f0 nghi\'f2 quy\'ea\'ect})",
     "nghị quyết"},
    {"Tcvn3Font", R"({\rtf1{\fonttbl{\f0 .VnTime;}}\f0 ngh\'de quy\'d5t})", "nghị quyết"},
    {"Tcvn3CapitalFont", R"({\rtf1{\fonttbl{\f1 .VnTimeH;}}\f1 c\'e9ng h\'dfa})", "CỘNG HÒA"},
    {"VniFont", R"({\rtf1{\fonttbl{\f2 VNI-Times;}}\f2 quye\'e1t \'f1\'f2nh})", "quyết định"},
    {"RunCutInsideALetter", R"({\rtf1{\fonttbl{\f2 VNI-Times;}}\f2 quye{\b\f2\'e1}t})", "quyết"},
    {"UnicodeInALegacyFont", R"({\rtf1{\fonttbl{\f0 .VnTime;}}\f0 v\'e0 c\'e1c})", "và các"},
    {"HiddenAndDeleted", R"({\rtf1 a{\v b}{\deleted c}d})", "ad"},
    {"HeadersAndPictures", R"({\rtf1{\header x}a{\pict 0102}{\*\unknown y}b})", "ab"},
    {"Table", R"({\rtf1\trowd\intbl Tên\cell Số\cell\row\pard Hết})", "Tên\tSố\nHết"},
    {"BrokenOff", R"({\rtf1 Nghị {\b quyết)", "Nghị quyết"},
};

class RtfTest : public testing::TestWithParam<RtfRow> {};

TEST_P(RtfTest, IsReadWithItsFonts) {
  // Raw bytes beyond ASCII in these rows are those of the source, UTF-8; none is expected in RTF.
  Document document;
  document.body = only_text(GetParam().rtf).body;
  if (std::string(GetParam().name) == "VniFont" || std::string(GetParam().name) == "Table" ||
      std::string(GetParam().name) == "BrokenOff") {
    repair_encoding(document);
  }
  EXPECT_EQ(document.body, GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(All, RtfTest, testing::ValuesIn(kRtfRows),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(FormatsTest, BadFilesHaveReasons) {
  const std::string docx = sample("cong-van.docx");
  EXPECT_EQ(only_problem("%PDF-1.4\nkhông có gì"), "broken");
  EXPECT_EQ(only_problem(docx.substr(0, 60)), "broken");
  EXPECT_EQ(only_problem("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "unsupported");
  EXPECT_EQ(only_problem(sample("cong-van.doc").substr(0, 700)), "unsupported");
}

class CollectedText : public XmlEvents {
 public:
  void start(std::string_view /*name*/, const XmlAttributes& /*attributes*/) override {}
  void end(std::string_view /*name*/) override {}
  void text(std::string_view text) override { all += text; }
  std::string all;
};

TEST(XmlEventsTest, NoEntityIsExpandedAndNothingLoaded) {
  for (const char* xml :
       {"<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;\">]><a>b&y;</a>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"}) {
    CollectedText events;
    EXPECT_FALSE(read_xml(xml, events));
    EXPECT_EQ(events.all, "");
  }
  CollectedText events;
  EXPECT_TRUE(read_xml("<a>Sở &amp; Ban &#7879;</a>", events));
  EXPECT_EQ(events.all, "Sở & Ban ệ");
}

TEST(CellValueTest, NumbersAndDates) {
  EXPECT_EQ(number_text(3.0), "3");
  EXPECT_EQ(number_text(1250.5), "1250.5");
  EXPECT_EQ(date_text(43985), "03/6/2020");
  EXPECT_EQ(date_text(-1), "-1");
  EXPECT_TRUE(is_date_format(14, ""));
  EXPECT_TRUE(is_date_format(164, "dd\\/mm\\/yyyy"));
  EXPECT_FALSE(is_date_format(165, "#,##0 \"đồng\";[Red]-#,##0"));
}

}  // namespace
}  // namespace tracuu::input
