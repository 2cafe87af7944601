// Files in encodings from before Unicode, from their bytes to documents. The test writes each file
// with its own encoder, by the tables that the decoders read (data/encodings).
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/text/legacy/encodings.h"
#include "core/text/utf8.h"
#include "indexer/source/source.h"
#include "tests/indexer/temp_folder.h"

namespace tracuu::input {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using text::RepairKind;

constexpr std::string_view kDecision =
    "ỦY BAN NHÂN DÂN\nTỈNH THÁI NGUYÊN\nSỐ: 15/QĐ-UBND\n"
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Thái Nguyên, ngày 31 tháng 12 năm 2020\n\nQUYẾT ĐỊNH\n"
    "Về việc thành lập Ban chỉ đạo chuyển đổi số\n\n"
    "Điều 1. Thành lập Ban chỉ đạo chuyển đổi số của tỉnh, gồm các ông bà có tên sau đây.\n"
    "Điều 2. Quyết định này có hiệu lực kể từ ngày ký, các sở và huyện chịu trách nhiệm.\n";

// The small letter of a Vietnamese capital.
char32_t small(char32_t c) {
  if (c == U'Ư') return U'ư';
  if (c >= 0xC0 && c <= 0xDD) return c + 0x20;
  return c | 1;  // Latin Extended has them in pairs; Ă, Đ and Ơ as well
}

// The text in an encoding that has a table. TCVN3 has few capitals: its fonts made them.
std::string encode(RepairKind kind, std::string_view utf8) {
  const std::vector<text::EncodingRow>& rows = text::encoding_rows(kind);
  std::string bytes;
  for (std::size_t i = 0; i < utf8.size();) {
    const text::Decoded d = text::decode(utf8, i);
    auto row = std::ranges::find(rows, d.value, &text::EncodingRow::character);
    if (row == rows.end()) {
      row = std::ranges::find(rows, small(d.value), &text::EncodingRow::character);
    }
    bytes += d.length > 1 ? row->bytes : std::string(utf8.substr(i, d.length));
    i += d.length;
  }
  return bytes;
}

std::string as_latin1(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) text::append_utf8(text, static_cast<unsigned char>(c));
  return text;
}

std::string page(std::string_view charset, std::string_view title, std::string_view body) {
  std::string html = "<html><head><meta charset=\"" + std::string(charset) + "\"><title>" +
                     std::string(title) + "</title></head><body><p>";
  for (const char c : body) html += c == '\n' ? std::string("<br>\n") : std::string(1, c);
  return html + "</p></body></html>";
}

SourceItem read(const char* name, std::string_view bytes) {
  const TempFolder folder;
  Source source({folder.write(name, bytes)}, {});
  auto item = source.next();
  return item ? std::move(*item) : SourceItem{};
}

Document document_in(const char* name, std::string_view bytes) {
  SourceItem item = read(name, bytes);
  EXPECT_TRUE(std::holds_alternative<Document>(item.result)) << name;
  auto* document = std::get_if<Document>(&item.result);
  return document != nullptr ? std::move(*document) : Document{};
}

std::vector<std::string> kinds_of(const Document& document) {
  std::vector<std::string> kinds;
  for (const EncodingRepair& repair : document.repairs) kinds.push_back(repair.kind);
  return kinds;
}

void expect_decision(const Document& document) {
  EXPECT_EQ(document.number, "15/QĐ-UBND");
  EXPECT_EQ(document.date, "2020-12-31");
  EXPECT_EQ(document.agency, "Ủy ban nhân dân tỉnh Thái Nguyên");
  EXPECT_THAT(document.body, HasSubstr("thành lập Ban chỉ đạo chuyển đổi số"));
  EXPECT_GT(document.text_quality, 0.95);
  EXPECT_FALSE(document.damaged);
}

struct EncodingCase {
  RepairKind kind;
  const char* code;
};

constexpr EncodingCase kTables[] = {{RepairKind::kTcvn3, "tcvn3"},
                                    {RepairKind::kVni, "vni"},
                                    {RepairKind::kViscii, "viscii"},
                                    {RepairKind::kVps, "vps"}};

TEST(LegacyFileTest, TextFilesBecomeUnicodeAndTellNumberDateAndAgency) {
  for (const auto& [kind, code] : kTables) {
    SCOPED_TRACE(code);
    const SourceItem item = read("qd.txt", encode(kind, kDecision));
    ASSERT_TRUE(std::holds_alternative<Document>(item.result));
    const auto& document = std::get<Document>(item.result);
    expect_decision(document);
    EXPECT_EQ(document.body, kDecision);
    EXPECT_THAT(kinds_of(document), ElementsAre(code));
    EXPECT_GT(document.repairs.at(0).letters, 50U);
    EXPECT_NE(document.original.body, document.body);
    EXPECT_EQ(text::count_malformed(document.original.body), 0U);
    EXPECT_EQ(item.malformed, 0U);
  }
}

TEST(LegacyFileTest, PagesAreReadWhateverTheyDeclare) {
  for (const auto& [kind, code] : kTables) {
    for (const char* charset : {"windows-1252", "iso-8859-1", "x-user-defined", "utf-8", ""}) {
      SCOPED_TRACE(std::string(code) + " as " + charset);
      const Document document = document_in(
          "qd.html", page(charset, encode(kind, "Quyết định mẫu"), encode(kind, kDecision)));
      expect_decision(document);
      EXPECT_EQ(document.title, "Quyết định mẫu");
      EXPECT_THAT(kinds_of(document), ElementsAre(code));
    }
  }
}

// "ngh&#222; quy&#213;t": editors of the time wrote bytes above 7F so.
TEST(LegacyFileTest, EntitiesAreDecodedBeforeTheRepair) {
  std::string entities;
  for (const char c : encode(RepairKind::kTcvn3, kDecision)) {
    const auto byte = static_cast<unsigned char>(c);
    entities += byte < 0x80 ? std::string(1, c) : "&#" + std::to_string(byte) + ";";
  }
  const Document document = document_in("qd.html", page("us-ascii", "m&Eacute;u", entities));
  expect_decision(document);
  EXPECT_THAT(kinds_of(document), ElementsAre("tcvn3"));
}

TEST(LegacyFileTest, Windows1258IsConvertedWhereItIsDeclaredAndRepairedElsewhere) {
  // "Quyết định về chuyển đổi số" by hand: tones stand behind their vowels.
  const std::string line =
      "Quy\xEA\xECt \xF0i\xF2nh v\xEA\xCC chuy\xEA\xD2n \xF0\xF4\xD2i s\xF4\xEC\n";
  std::string bytes;
  for (int i = 0; i < 4; ++i) bytes += line;
  const Document text = document_in("a.txt", bytes);
  EXPECT_THAT(text.body, HasSubstr("Quyết định về chuyển đổi số\n"));
  EXPECT_THAT(kinds_of(text), ElementsAre("windows-1258"));
  const Document html = document_in("a.html", page("windows-1258", "so", bytes));
  EXPECT_THAT(html.repairs, IsEmpty());
  EXPECT_EQ(html.text_quality, 1);
}

TEST(LegacyFileTest, FieldsOfARecordFollowItsBody) {
  const std::string body = as_latin1(encode(RepairKind::kTcvn3, kDecision));
  std::string escaped;
  for (const char c : body) escaped += c == '\n' ? std::string("\\n") : std::string(1, c);
  const Document document =
      document_in("a.jsonl", R"({"id":"x","title":"NghÞ quyÕt","agency":"Bé T)"
                             "\u00AD"
                             R"( ph¸p","keywords":["l)"
                             "\u00AD"
                             R"(u tr÷"],"url":"http://a/NghÞ","body":")" +
                                 escaped + "\"}");
  EXPECT_EQ(document.title, "Nghị quyết");
  EXPECT_EQ(document.agency, "Bộ Tư pháp");
  EXPECT_THAT(document.keywords, ElementsAre("lưu trữ"));
  EXPECT_EQ(document.url, "http://a/NghÞ");
  EXPECT_EQ(document.body, kDecision);
  EXPECT_EQ(document.original.title, "NghÞ quyÕt");
  EXPECT_EQ(document.original.body, body);
}

TEST(LegacyFileTest, ATitleIsRepairedWithoutABodyToProveIt) {
  const Document document = document_in("a.jsonl", R"({"id":"x","title":"NghÞ quyÕt"})");
  EXPECT_EQ(document.title, "Nghị quyết");
  EXPECT_THAT(kinds_of(document), ElementsAre("tcvn3"));
}

TEST(LegacyFileTest, TitlesOfSeveralLinesAreCutApartAgain) {
  const Document document =
      document_in("a.jsonl", R"({"id":"x","title":"NghÞ quyÕt\n\nvÒ viÖc","type":"QuyÕt ®Þnh",)"
                             R"("body":"\nvÒ chuyÓn ®æi sè cña tØnh Th¸i Nguyªn\n"})");
  EXPECT_EQ(document.title, "Nghị quyết\n\nvề việc");
  EXPECT_EQ(document.type, "Quyết định");
  EXPECT_EQ(document.body, "\nvề chuyển đổi số của tỉnh Thái Nguyên\n");
}

TEST(LegacyFileTest, MojibakeOfARecordIsUndone) {
  const Document document =
      document_in("a.jsonl", R"({"id":"x","title":"Nghá»‹ quyáº¿t","body":"vá»)"
                             "\u0081"
                             R"( chuyá»ƒn Ä‘á»•i sá»‘ cá»§a tá»‰nh"})");
  EXPECT_EQ(document.title, "Nghị quyết");
  EXPECT_THAT(kinds_of(document), ElementsAre("mojibake"));
}

TEST(LegacyFileTest, AFilePutTogetherFromTwoEncodingsIsReadLineByLine) {
  const std::string unicode = "Điều 3. Phần này gõ bằng Unicode: sở và huyện.\n";
  const Document document = document_in("a.txt", encode(RepairKind::kTcvn3, kDecision) + unicode);
  EXPECT_EQ(document.body, std::string(kDecision) + unicode);
}

TEST(LegacyFileTest, UnicodeStaysByteForByte) {
  for (const std::string& text :
       {std::string(kDecision), std::string("Tóm tắt: ó ò ô\u00AD và \u200Bkhác\x02\n"),
        std::string("The resolution of the committee, café and naïve.\n")}) {
    const Document document = document_in("a.txt", text);
    EXPECT_EQ(document.body, text);
    EXPECT_THAT(document.repairs, IsEmpty());
    EXPECT_EQ(document.original, OriginalText{});
    EXPECT_FALSE(document.damaged);
  }
}

TEST(LegacyFileTest, Utf16IsNoLegacyEncoding) {
  std::string utf16 = "\xFF\xFE";
  for (const char16_t c : std::u16string(u"Quyết định")) {
    utf16 += static_cast<char>(c & 0xFF);
    utf16 += static_cast<char>(c >> 8);
  }
  const Document document = document_in("a.txt", utf16);
  EXPECT_EQ(document.body, "Quyết định");
  EXPECT_THAT(document.repairs, IsEmpty());
}

// VISCII and VPS have capitals at control codes; one in five characters here.
TEST(LegacyFileTest, ControlLettersAreNoSignOfABinaryFile) {
  const std::string vps = encode(RepairKind::kVps, "HỘI NGHỊ VIỆT NAM HỢP LỆ TỰ DO MỤC BỘ HỌC\n");
  EXPECT_GT(std::ranges::count_if(vps, [](char c) { return c >= 0 && c < '\n'; }), 0);
  const Document document = document_in("a.txt", vps + vps + encode(RepairKind::kVps, kDecision));
  EXPECT_THAT(document.body, HasSubstr("HỘI NGHỊ VIỆT NAM HỢP LỆ TỰ DO MỤC BỘ HỌC\n"));
  for (const std::string& binary :
       {std::string("Quy\xD5t\0", 6), std::string("\x01\x02\x03\x04 abc"),
        std::string("\x02\x03\x04\x05\x06\x10")}) {
    const SourceItem item = read("a.txt", binary);
    ASSERT_TRUE(std::holds_alternative<Skip>(item.result));
    EXPECT_EQ(std::get<Skip>(item.result).reason, SkipReason::kBinary);
  }
}

TEST(LegacyFileTest, LostLettersAreTold) {
  EXPECT_TRUE(document_in("a.txt", "ngh? quy?t v? chuy?n ??i s? c?a t?nh\n").damaged);
  EXPECT_TRUE(document_in("a.txt", "Quyết định về chuyển đổi s\xE1 của tỉnh\n").damaged);
}

TEST(LegacyFileTest, TextWithoutATokenHasNoQuality) {
  EXPECT_EQ(document_in("a.txt", "12 - 34\n").text_quality, kNoTextQuality);
  EXPECT_EQ(document_in("a.txt", "nghị quyết xyz\n").text_quality, 0.6667);
}

}  // namespace
}  // namespace tracuu::input
