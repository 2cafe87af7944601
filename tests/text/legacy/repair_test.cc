#include "core/text/legacy/repair.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "core/text/fold.h"
#include "core/text/legacy/cp1252.h"
#include "core/text/utf8.h"
#include "tests/text/legacy/reencode.h"

namespace tracuu::text {
namespace {

const std::string kResolution =
    "Căn cứ Luật Tổ chức chính quyền địa phương; xét đề nghị của Ủy ban nhân dân tỉnh tại tờ trình "
    "số 15/TTr-UBND ngày 20 tháng 5 năm 2021 về chương trình chuyển đổi số giai đoạn 2021 - 2025.\n"
    "Điều 1. Thông qua chương trình chuyển đổi số với những nội dung chính sau đây:\n"
    "a) Mọi hồ sơ công việc được xử lý trên môi trường mạng;\n"
    "Nơi nhận:\n"
    "- Như Điều 3;\n"
    "- Lưu: VT.\n";
const std::string kFrench =
    "Après avoir été élu à l'unanimité, le président a déclaré que la forêt où naît la rivière "
    "serait protégée dès l'été : ça, c'est là une très bonne idée, même à côté de l'hôtel.\n";
const std::string kEnglish =
    "The committee’s report – a naïve one, said José García – was sent to the café owners in "
    "Zürich; it cost £20 or €25 per m², about 20°C on average.\n";
const std::string kGerman =
    "Für die Prüfung müssen größere Städte jährlich über ihre Straßen, Flüsse und Bäche berichten; "
    "das Übrige regelt ein späteres Gesetz über öffentliche Gebäude.\n";

const Repair* find(const RepairedText& repaired, RepairKind kind) {
  const auto it = std::ranges::find(repaired.repairs, kind, &Repair::kind);
  return it == repaired.repairs.end() ? nullptr : &*it;
}

class EveryEncoding : public testing::TestWithParam<RepairKind> {};

// What both ways of meeting the encoding give; TCVN3 in small, for it has toned letters so only.
void expect_comes_back(RepairKind kind, const std::string& text) {
  const Encoded encoded = Encoder(kind).encode(text);
  const auto form = [&](const std::string& t) {
    return kind == RepairKind::kTcvn3 ? fold(t, Marks::kKeep) : t;
  };
  const RepairedText from_bytes = repair_bytes(encoded.bytes);
  EXPECT_EQ(form(from_bytes.text), form(encoded.kept));
  EXPECT_NE(find(from_bytes, kind), nullptr);
  EXPECT_FALSE(from_bytes.is_damaged);
  const bool is_utf8 = count_malformed(encoded.bytes) == 0;
  const std::string seen = is_utf8 ? encoded.bytes : legacy::cp1252_text(encoded.bytes);
  EXPECT_EQ(form(repair_document(seen).text), form(encoded.kept));
}

TEST_P(EveryEncoding, ComesBack) {
  expect_comes_back(GetParam(), kResolution);
}

TEST_P(EveryEncoding, ComesBackWithWindowsLineEnds) {
  std::string text;
  for (const char c : kResolution) {
    if (c == '\n') text += '\r';
    text += c;
  }
  expect_comes_back(GetParam(), text);
}

TEST_P(EveryEncoding, ComesBackFromOneGiantLine) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += kResolution;
  std::ranges::replace(text, '\n', ' ');
  expect_comes_back(GetParam(), text);
}

TEST_P(EveryEncoding, StandsBesideUnicodeAndOtherLanguages) {
  const Encoded encoded = Encoder(GetParam()).encode(kResolution);
  const bool is_utf8 = count_malformed(encoded.bytes) == 0;
  const std::string seen = is_utf8 ? encoded.bytes : legacy::cp1252_text(encoded.bytes);
  const RepairedText repaired =
      repair_document(kResolution + kFrench + seen + kEnglish + kGerman + kResolution);
  const bool is_tcvn3 = GetParam() == RepairKind::kTcvn3;
  EXPECT_EQ(is_tcvn3 ? fold(repaired.text, Marks::kKeep) : repaired.text,
            is_tcvn3 ? fold(kResolution + kFrench + encoded.kept + kEnglish + kGerman + kResolution,
                            Marks::kKeep)
                     : kResolution + kFrench + encoded.kept + kEnglish + kGerman + kResolution);
  const Repair* repair = find(repaired, GetParam());
  ASSERT_NE(repair, nullptr);
  EXPECT_GE(repair->paragraphs, 5u);
  EXPECT_GT(repair->letters, 50u);
  EXPECT_EQ(repaired.repairs.size(), 1u);
}

TEST_P(EveryEncoding, StandsBesideUnicodeInAFile) {
  const Encoded encoded = Encoder(GetParam()).encode(kResolution);
  const RepairedText repaired = repair_bytes(kResolution + encoded.bytes);
  EXPECT_TRUE(repaired.text.starts_with(kResolution));
  EXPECT_EQ(fold(repaired.text.substr(kResolution.size()), Marks::kKeep),
            fold(encoded.kept, Marks::kKeep));
}

INSTANTIATE_TEST_SUITE_P(Encodings, EveryEncoding, testing::ValuesIn(kDecodedKinds),
                         [](const testing::TestParamInfo<RepairKind>& row) {
                           std::string name(repair_code(row.param));
                           std::erase(name, '-');
                           return name;
                         });

TEST(RepairTest, TextInUnicodeStaysAsItIs) {
  const std::string rows[] = {
      "",
      "\n",
      "một",
      "Müller",
      "ký",
      "café",
      kResolution,
      kFrench,
      kEnglish,
      kGerman,
      kResolution + kFrench,
      "THỊ XÃ “XÔ” «Hà Nội» — 25 m², 20º54’33” B\n",
      "QÐ-UBND ÐẢNG Ðiều 1\n",                                      // look-alikes of Đ
      "Iô\n1,5 ≤ Iô\n2,5 ≤ Iô\nIô≥ 3,5\nIô\nIô\nIô\nIô\nchỉ số\n",  // a symbol of Thông tư 26/2016
      "nghi\u0323 quye\u0302\u0301t\n"};
  for (const std::string& text : rows) {
    const RepairedText repaired = repair_document(text);
    EXPECT_EQ(repaired.text, text);
    EXPECT_TRUE(repaired.repairs.empty()) << text;
    EXPECT_FALSE(repaired.is_damaged) << text;
    EXPECT_EQ(repair_bytes(text).text, text);
    EXPECT_FALSE(repair_short(text)) << text;
  }
}

TEST(RepairTest, FileInAnotherLanguageIsReadAsCp1252) {
  for (const std::string& text : {kFrench, kEnglish, kGerman}) {
    const auto bytes = legacy::cp1252_bytes(text);
    ASSERT_TRUE(bytes);
    EXPECT_EQ(repair_bytes(*bytes).text, text);
  }
}

TEST(RepairTest, OneParagraphMayHoldBoth) {
  const RepairedText repaired = repair_document(
      "Quyết định này có hiệu lực: th«ng tin vµ truyÒn th«ng cña tØnh, có giá trị đến năm 2025.");
  EXPECT_EQ(
      repaired.text,
      "Quyết định này có hiệu lực: thông tin và truyền thông của tỉnh, có giá trị đến năm 2025.");
}

TEST(RepairTest, AmbiguousLinesFollowTheirNeighbours) {
  // "cã" is có in TCVN3, and a syllable as it stands.
  const std::string text = "quyÕt ®Þnh cña ñy ban nh©n d©n tØnh vÒ viÖc\ncã\nth«ng qua ch\u00AD¬ng";
  EXPECT_TRUE(repair_document(text).text.starts_with(
      "quyết định của ủy ban nhân dân tỉnh về việc\ncó\nthông qua"));
  EXPECT_EQ(repair_document("cã").text, "cã");
}

TEST(RepairTest, LostBlanksOfMojibakeComeBack) {
  EXPECT_EQ(repair_document("Nghá»‹ quyáº¿t vÃ bÃ n giao nhiá»‡m vá»¥ vÃ o lÃ m viá»‡c").text,
            "Nghị quyết và bàn giao nhiệm vụ vào làm việc");
}

TEST(RepairTest, LostLettersAreReported) {
  EXPECT_TRUE(repair_document("ngh? quy?t c?a t?nh v? vi?c").is_damaged);
  EXPECT_TRUE(repair_document("ngh\uFFFD quyết").is_damaged);
  EXPECT_TRUE(repair_document("Ä áº£ng bá»™ tá»‰nh").is_damaged);
  EXPECT_FALSE(repair_document("Vì sao? Nghị quyết quy định gì?").is_damaged);
}

TEST(RepairTest, UtfEightWithSomeBadBytesIsNoLegacyEncoding) {
  const RepairedText repaired = repair_bytes("Nghị quyết \xFF về chuyển đổi số\n");
  EXPECT_EQ(repaired.text, "Nghị quyết \uFFFD về chuyển đổi số\n");
  EXPECT_TRUE(repaired.is_damaged);
}

TEST(RepairTest, ForeignShortTextsStay) {
  for (const char* text : {"Noël", "Zoë", "Pokémon", "Zürich", "Ångström", "São Paulo", "hôtel",
                           "Señor", "El Niño", "Citroën", "Björn Borg", "L'Oréal", "Nestlé"}) {
    EXPECT_FALSE(repair_short(text)) << text;
    EXPECT_EQ(repair_document(text).text, text);
  }
}

}  // namespace
}  // namespace tracuu::text
