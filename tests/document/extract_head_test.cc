// What extract_head fills beyond number, type, agency, date and subject (head_test.cc), and where
// it looks when the head lacks them.

#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/document/head.h"

namespace tracuu {
namespace {

using Fields = std::map<std::string, std::string>;

Fields fields_of(const Document& d) {
  return {{"number", d.number},
          {"type", d.type},
          {"agency", d.agency},
          {"date", d.date},
          {"subject", d.subject},
          {"place", d.place},
          {"signer", d.signer},
          {"title", d.signer_title},
          {"capacity", d.signer_capacity},
          {"effective", d.effective},
          {"expires", d.expires},
          {"status", d.status},
          {"field", d.field},
          {"urgency", d.urgency},
          {"secrecy", d.secrecy},
          {"draft", d.is_draft ? "yes" : ""}};
}

struct ExtractCase {
  const char* name;
  std::string body;
  Fields want;  // only these are compared; empty: nothing may be read
};

const std::string kMotto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n";

// A decision of the committee whose closing article is `closing`.
std::string decision(const std::string& closing, const std::string& foot = "") {
  return "ỦY BAN NHÂN DÂN\nTỈNH SÔNG LAM\n" + kMotto +
         "Số: 15/QĐ-UBND\nSông Lam, ngày 28 tháng 2 năm 2021\n\nQUYẾT ĐỊNH\nVề một cửa\n\n"
         "Căn cứ Luật Đất đai có hiệu lực từ ngày 01 tháng 7 năm 2014;\nQUYẾT ĐỊNH:\n" +
         closing + "\n" + foot;
}

const std::string kChair = "CHỦ TỊCH\n\nNguyễn Văn A\n";

std::string heading(const std::string& above) {
  return "BỘ NỘI VỤ\n" + kMotto + "Số: 02/TB-BNV\n" + above +
         "\nHà Nội, ngày 11 tháng 6 năm 2021\nTHÔNG BÁO\nVề họp\n";
}

const ExtractCase kCases[] = {
    // Signers.
    {"CapacityIsTheMarkNearestToTheName",
     decision("Điều 1. A.", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nNguyễn Văn A\n"),
     {{"signer", "Nguyễn Văn A"}, {"title", "Phó Chủ tịch"}, {"capacity", "KT."}}},
    {"OnBehalf",
     decision("Điều 1. A.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\nNguyễn Văn A\n"),
     {{"title", "Chủ tịch"}, {"capacity", "TM."}}},
    {"PartyMarks",
     decision("Điều 1. A.", "K/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\nNguyễn Văn A\n"),
     {{"title", "Phó Trưởng ban"}, {"capacity", "KT."}}},
    {"ByOrder",
     decision("Điều 1. A.", "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nNguyễn Văn A\n"),
     {{"title", "Chánh Văn phòng"}, {"capacity", "TL."}}},
    {"ByAuthority",
     decision("Điều 1. A.", "TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ\nNguyễn Văn A\n"),
     {{"title", "Giám đốc Sở Nội vụ"}, {"capacity", "TUQ."}}},
    {"Acting",
     decision("Điều 1. A.", "Q. CHỦ TỊCH\nNguyễn Văn A\n"),
     {{"title", "Chủ tịch"}, {"capacity", "Q."}}},
    {"MarkAndTitlesOnOneLine",
     decision("Điều 1. A.", "KT. CHỦ TỊCH PHÓ CHỦ TỊCH\nNguyễn Văn A\n"),
     {{"title", "Phó Chủ tịch"}, {"capacity", "KT."}}},
    {"TitleAlone",
     decision("Điều 1. A.", "CHỦ TỊCH QUỐC HỘI\n\nNguyễn Văn A\n"),
     {{"signer", "Nguyễn Văn A"}, {"title", "Chủ tịch Quốc hội"}, {"capacity", ""}}},
    {"RankBeforeTheName",
     decision("Điều 1. A.", "BỘ TRƯỞNG\n\nĐại tướng Nguyễn Văn A\n"),
     {{"signer", "Nguyễn Văn A"}, {"title", "Bộ trưởng"}}},
    // What is left of «[daky]», at the title and at the name.
    {"RestOfAPlaceholder",
     decision("Điều 1. A.", "KT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNGky]\n\ny]Nguyễn Văn A\n"),
     {{"signer", "Nguyễn Văn A"}, {"title", "Phó Thủ tướng"}}},
    // A publisher's stamp falls between title and name; its date is not the document's.
    {"StampOfThePublisher",
     decision("Điều 1. A.",
              "BỘ TRƯỞNG\nNgười ký: CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ\nEmail: a@b.vn\n"
              "Thời gian ký: 11.03.2019 16:42:54 +07:00\n\nNguyễn Văn A\n"),
     {{"signer", "Nguyễn Văn A"}, {"date", "2021-02-28"}}},
    {"EthInAName",
     decision("Điều 1. A.", "CHỦ TỊCH\n\nÐoàn Văn Ðạt\n"),
     {{"signer", "Đoàn Văn Đạt"}}},
    {"HeadingIsNoName",
     decision("CHỦ TỊCH\nChương I\nĐiều 1. A.", kChair),
     {{"signer", "Nguyễn Văn A"}}},
    {"StampOfAPerson",
     "SỞ NỘI VỤ\n" + kMotto +
         "Số: 5/SNV-VP\nV/v báo cáo\nSông Lam, ngày     tháng     năm 2021\nKính gửi: Các sở\n"
         "Ký bởi: Nguyễn Văn A\nNgày ký: 28.01.2021 14:18:43 +07:00\n",
     {{"signer", "Nguyễn Văn A"}, {"date", "2021-01-28"}}},

    // Effect.
    {"EffectFromADate",
     decision("Điều 3. Quyết định này có hiệu lực thi hành kể từ ngày 01/7/2021.", kChair),
     {{"effective", "2021-07-01"}, {"expires", ""}}},
    {"EffectFromSigning",
     decision("Điều 3. Quyết định này có hiệu lực kể từ ngày ký.", kChair),
     {{"effective", "2021-02-28"}}},
    {"EffectFromIssue",
     decision("Điều 3. Quyết định này có hiệu lực từ ngày ký ban hành.", kChair),
     {{"effective", "2021-02-28"}}},
    {"EffectDaysAfterSigning",
     decision("Điều 3. Quyết định này có hiệu lực sau 45 (bốn mươi lăm) ngày, kể từ ngày ký.",
              kChair),
     {{"effective", "2021-04-14"}}},
    {"EffectDaysAfterSigningInWords",
     decision("Điều 3. Quyết định này có hiệu lực sau mười lăm ngày kể từ ngày ký.", kChair),
     {{"effective", "2021-03-15"}}},
    // The day of the gazette is not in the text.
    {"EffectAfterTheGazette",
     decision("Quyết định này có hiệu lực sau 15 ngày, kể từ ngày đăng Công báo.", kChair),
     {{"effective", ""}}},
    {"EffectAtAnHour",
     decision("Quyết định này có hiệu lực từ 00 giờ 00 phút ngày 15 tháng 3 năm 2021.", kChair),
     {{"effective", "2021-03-15"}}},
    {"EffectBrokenOverLines",
     decision("1. Quyết\nđịnh này có hiệu\nlực thi hành kể từ ngày\n15 tháng 3 năm 2021.", kChair),
     {{"effective", "2021-03-15"}}},
    {"EffectWithoutThis",
     decision("1. Quyết định có hiệu lực thi hành kể ngày 15 tháng 3 năm 2021.", kChair),
     {{"effective", "2021-03-15"}}},
    {"EffectAndReplacement",
     decision("Quyết định này thay thế Quyết định số 1/QĐ-UBND ngày 01 tháng 01 năm 2010 và có "
              "hiệu lực từ ngày 15 tháng 3 năm 2021.",
              kChair),
     {{"effective", "2021-03-15"}}},
    {"EffectUntil",
     decision("Quyết định này có hiệu lực từ ngày ký đến hết ngày 31 tháng 12 năm 2025.", kChair),
     {{"effective", "2021-02-28"}, {"expires", "2025-12-31"}}},
    {"EffectOfAPart",
     decision("Khoản 2 Điều 5 Quyết định này có hiệu lực từ ngày 01 tháng 01 năm 2022.", kChair),
     {{"effective", ""}}},
    {"EffectOfAnother",
     decision("Quyết định này thay thế Quyết định số 1/QĐ-UBND có hiệu lực từ ngày 01/01/2010. "
              "Kể từ ngày Quyết định này có hiệu lực, bãi bỏ Điều 3.",
              kChair),
     {{"effective", ""}}},
    {"EffectOfAnotherType",
     decision("Quy chế này có hiệu lực từ ngày 01 tháng 01 năm 2022.", kChair),
     {{"effective", ""}}},
    // An amending decision quotes the words of the one it amends.
    {"EffectInQuotes",
     decision("Sửa đổi Điều 9 như sau:\n“Điều 9. Quyết định này có hiệu lực từ ngày 01/01/2010.”\n"
              "Điều 2. Quyết định này có hiệu lực từ ngày 01/3/2021.",
              kChair),
     {{"effective", "2021-03-01"}}},
    // Forms in the annex have their own sentences.
    {"EffectBelowTheFoot",
     decision("Điều 1. A.", kChair + "PHỤ LỤC\nQuyết định này có hiệu lực từ ngày 01/01/2030.\n"),
     {{"effective", ""}}},
    {"EffectOfAResolution",
     "HỘI ĐỒNG NHÂN DÂN\nTỈNH SÔNG LAM\n" + kMotto +
         "Số: 22/2024/NQ-HĐND\nSông Lam, ngày 11 tháng 7 năm 2024\nNGHỊ QUYẾT\nVề phí\n\n"
         "Căn cứ Luật;\nNghị quyết này được Hội đồng nhân dân tỉnh khóa XVIII thông qua ngày 10 "
         "tháng 7 năm 2024 và có hiệu lực từ ngày 22 tháng 7 năm 2024.\n",
     {{"date", "2024-07-11"}, {"effective", "2024-07-22"}}},
    {"EffectFromPassing",
     "ỦY BAN THƯỜNG VỤ QUỐC HỘI\nNghị quyết số: 24/2022/UBTVQH15\n" + kMotto +
         "NGHỊ QUYẾT\nVề hỗ trợ\nCăn cứ Hiến pháp;\nNghị quyết này có hiệu lực từ ngày thông qua.\n"
         "Nghị quyết này được Ủy ban Thường vụ Quốc hội thông qua ngày 11 tháng 8 năm 2022.\n"
         "TM. ỦY BAN THƯỜNG VỤ QUỐC HỘI\nCHỦ TỊCH\nNguyễn Văn A\n",
     {{"date", "2022-08-11"}, {"effective", "2022-08-11"}}},
    {"EffectOfABareLaw",
     "Điều 2. Hiệu lực\n1. Luật này có hiệu lực từ ngày 01 tháng 7 năm 2016.\n",
     {{"effective", "2016-07-01"}, {"type", ""}}},
    {"PassingWithoutAFoot",
     "LUẬT\n\nCông đoàn\n_____\n\nCăn cứ Hiến pháp;\nQuốc hội ban hành Luật Công đoàn.\n"
     "Luật này đã được Quốc hội khóa XIII thông qua ngày 20 tháng 6 năm 2012.\n",
     {{"date", "2012-06-20"}, {"agency", "Quốc hội"}, {"subject", "Công đoàn"}}},

    // Marks.
    {"Secret", heading("TỐI MẬT"), {{"secrecy", "Tối mật"}, {"urgency", ""}}},
    {"SecretWithLabel", heading("Độ mật: Mật"), {{"secrecy", "Mật"}}},
    {"Urgent", heading("HỎA TỐC"), {{"urgency", "Hỏa tốc"}, {"secrecy", ""}}},
    {"UrgentInTheOtherSpelling", heading("HOẢ TỐC"), {{"urgency", "Hỏa tốc"}}},
    {"UrgentAndSecret",
     heading("MẬT\nTHƯỢNG KHẨN"),
     {{"secrecy", "Mật"}, {"urgency", "Thượng khẩn"}}},
    {"OtherWordsAreNoMarks", heading("MÁT\nMẮT\nBÍ MẬT NHÀ NƯỚC\nMật"), {{"secrecy", ""}}},
    {"SecretBelowTheHead", heading("") + "\nCăn cứ Luật;\nMẬT\n", {{"secrecy", ""}}},
    {"SecretInANote", "MẬT\n\nChuyện của tôi\n", {}},
    {"DraftMark", "DỰ THẢO LẦN 2\n" + heading(""), {{"draft", "yes"}}},
    {"NoDraft", heading("") + "DỰ THẢO\n", {{"draft", ""}}},

    // Elsewhere.
    {"PortalTable",
     "Nghị định về thuế\nSố hiệu:\t126/2020/NĐ-CP\nLoại văn bản:\tNghị định\nNơi ban hành:\tChính "
     "phủ\nNgười ký:\tNguyễn Văn A\nNgày ban hành:\t19/10/2020\nNgày hiệu lực:\t05/12/2020\n"
     "Tình trạng:\tĐã biết\nLĩnh vực:\tThuế\nĐiều 1. A.\n",
     {{"number", "126/2020/NĐ-CP"},
      {"type", "Nghị định"},
      {"agency", "Chính phủ"},
      {"date", "2020-10-19"},
      {"effective", "2020-12-05"},
      {"signer", "Nguyễn Văn A"},
      {"status", ""},
      {"field", "Thuế"}}},
    {"PortalTableOverAHead",
     "Số ký hiệu\n15/QĐ-UBND\nCơ quan ban hành\nUBND tỉnh Sông Lam\nTình trạng hiệu lực\nCòn hiệu "
     "lực\n" +
         decision("Điều 1. A.", kChair),
     {{"number", "15/QĐ-UBND"}, {"status", "Còn hiệu lực"}, {"place", "Sông Lam"}}},
    {"TwoLabelsAreNoTable", "Tin\nSố hiệu: 1/QĐ-BTC\nNgười ký: Nguyễn Văn A\nLời.\n", {}},
    {"CertificateAboveTheNumber",
     "VĂN BẢN HỢP NHẤT -\nBỘ NỘI VỤ\n\n" + kMotto +
         "THÔNG TƯ\nVề mức lương\n\nThông tư số 8/2020/TT-BNV, được sửa đổi, bổ sung bởi:\n"
         "Căn cứ Luật;\nThông tư này có hiệu lực từ ngày 01/01/2020.\nBỘ NỘI VỤ\nXÁC NHẬN VĂN BẢN "
         "HỢP NHẤT\nSố: 4246/VBHN-BNV\nHà Nội, ngày 24 tháng 11 năm 2021\nBỘ TRƯỞNG\nLê Văn B\n",
     {{"number", "4246/VBHN-BNV"},
      {"type", "Văn bản hợp nhất"},
      {"agency", "Bộ Nội vụ"},
      {"date", "2021-11-24"},
      {"subject", "Về mức lương"},
      {"effective", ""},
      {"signer", "Lê Văn B"}}},
    // The gazette breaks a long one off before its certificate.
    {"ConsolidatedWithoutACertificate",
     kMotto + "LUẬT\nAN TOÀN\n\nLuật An toàn số 84/2015/QH13 ngày 25 tháng 6 năm 2015, được sửa "
              "đổi, bổ sung bởi:\nLuật số 1/2020/QH14.\n\nCăn cứ Hiến pháp;\n",
     {{"number", ""}, {"type", "Văn bản hợp nhất"}, {"agency", ""}, {"subject", "AN TOÀN"}}},
    // A correction names documents that were amended; its own number stands above.
    {"NotConsolidated",
     "BỘ TÀI CHÍNH\n" + kMotto +
         "Số: 372 /QĐ-BTC\nQUYẾT ĐỊNH\nVề việc đính chính Thông tư số 138/2025/TT-BTC và\nThông tư "
         "số 57/2021/TT-BTC được sửa đổi, bổ sung bởi\nThông tư số 69/2023/TT-BTC\nCăn cứ Luật;\n",
     {{"number", "372/QĐ-BTC"}, {"type", "Quyết định"}}},
    {"DisplacedHead",
     "THÔNG TƯ\nHướng dẫn kê khai thuế\n\nCăn cứ Luật số 67/2025/QH15;\nBỘ TÀI CHÍNH\n\n" + kMotto +
         "\nSố: 41/2026/TT-BTC\nHà Nội, ngày 06 tháng 4 năm 2026\nĐiều 1. A.\n",
     {{"number", "41/2026/TT-BTC"},
      {"agency", "Bộ Tài chính"},
      {"date", "2026-04-06"},
      {"place", "Hà Nội"},
      {"subject", "Hướng dẫn kê khai thuế"}}},
    {"ContinuedInTheGazette",
     "2\nVĂN BẢN QUY PHẠM PHÁP LUẬT\n\nBỘ TÀI CHÍNH\n\nThông tư số 102/2018/TT-BTC ngày 14 tháng "
     "11 năm 2018\nhướng dẫn kế toán\n\n(Tiếp theo Công báo số 201 + 202)\n\nPhụ lục số 04\n",
     {{"number", "102/2018/TT-BTC"},
      {"type", "Thông tư"},
      {"agency", "Bộ Tài chính"},
      {"date", "2018-11-14"}}},
    {"AnnexNamesItsDocument",
     "THÔNG TƯ\nSửa đổi Thông tư số 21/2021/TT-BLĐTBXH\n\nCăn cứ Nghị định số 25/2025/NĐ-CP;\nBộ "
     "trưởng Bộ Nội vụ ban hành Thông tư sửa đổi.\nĐiều 1. A.\nBỘ TRƯỞNG\nLê Văn B\nPhụ lục I\n"
     "(Ban hành kèm theo Thông tư số 09/2026/TT-BNV ngày 15/5/2026\ncủa Bộ trưởng Bộ Nội vụ)\n",
     {{"number", "09/2026/TT-BNV"}, {"agency", "Bộ Nội vụ"}, {"date", "2026-05-15"}}},
    {"PlanThatImplements",
     "ỦY BAN NHÂN DÂN TỈNH SÔNG LAM\n" + kMotto +
         "Số: 37/KH-UBND\nSông Lam, ngày 12 tháng 3 năm 2021\nKẾ HOẠCH\nThực hiện Nghị quyết số "
         "05-NQ/TU về chuyển đổi số\n\nThực hiện Nghị quyết số 05-NQ/TU, Ủy ban nhân dân …\n",
     {{"subject", "Thực hiện Nghị quyết số 05-NQ/TU về chuyển đổi số"}}},
    // «thực hiện …» in small letters goes on with the subject.
    {"SubjectGoesOnInSmallLetters",
     "CHÍNH PHỦ\n" + kMotto +
         "Số: 97/NQ-CP\nNGHỊ QUYẾT\nSửa đổi nhiệm vụ của Chính phủ\nthực hiện Nghị quyết số "
         "66-NQ/TW\n\nCHÍNH PHỦ\n",
     {{"subject", "Sửa đổi nhiệm vụ của Chính phủ thực hiện Nghị quyết số 66-NQ/TW"}}},
    {"RunningHeadOfTheGazette",
     "14\nCÔNG BÁO/ Số 459 + 460/Ngày 11-03-2025\nPHẦN VĂN BẢN QUY PHẠM PHÁP LUẬT\n\nCHÍNH "
     "PHỦ\n\nCHÍNH PHỦ\n\nSố: 188/2025/NĐ-CP\n" +
         kMotto + "Hà Nội, ngày 01 tháng 7 năm 2025\n\nNGHỊ ĐỊNH\nVề bảo hiểm\nCăn cứ Luật;\n",
     {{"number", "188/2025/NĐ-CP"}, {"agency", "Chính phủ"}, {"date", "2025-07-01"}}},
    // A file in decomposed letters.
    {"DecomposedLetters",
     "U\u0309Y BAN NHA\u0302N DA\u0302N\nTI\u0309NH SO\u0302NG LAM\n" + kMotto +
         "So\u0302\u0301: 64/TB-UBND\nSo\u0302ng Lam, nga\u0300y 14 tha\u0301ng 9 na\u0306m 2021\n"
         "THO\u0302NG BA\u0301O\nNie\u0302m ye\u0302\u0301t\n",
     {{"number", "64/TB-UBND"},
      {"date", "2021-09-14"},
      {"place", "Sông Lam"},
      {"subject", "Niêm yết"}}},
    {"ArticleThatQuotes",
     "Nghị định mới về thuế\nTheo đó, “Nghị định này có hiệu lực từ ngày 01/01/2021”. Nghị định "
     "này có hiệu lực từ ngày 01/01/2021.\nTHU HÀ\nThứ trưởng\nNguyễn Văn A\n",
     {}},
};

class ExtractHeadTest : public testing::TestWithParam<ExtractCase> {};

TEST_P(ExtractHeadTest, FieldsAreRead) {
  Document d;
  d.body = GetParam().body;
  extract_head(d);
  const Fields got = fields_of(d);
  if (GetParam().want.empty()) {
    for (const auto& [field, value] : got) EXPECT_EQ(value, "") << field;
  }
  for (const auto& [field, value] : GetParam().want) EXPECT_EQ(got.at(field), value) << field;
}

INSTANTIATE_TEST_SUITE_P(Table, ExtractHeadTest, testing::ValuesIn(kCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(ExtractHeadTest, SignersOfAJointDocumentAreNamedInOrder) {
  const struct {
    const char* name;
    const char* foot;
  } kFeet[] = {
      {"one below the other",
       "KT. CHÁNH ÁN\nTÒA ÁN NHÂN DÂN TỐI CAO\nPHÓ CHÁNH ÁN\n\nNguyễn Văn A\n\n"
       "KT. BỘ TRƯỞNG BỘ CÔNG AN\nTHỨ TRƯỞNG\n\nTrung tướng Lê Văn B\n"},
      {"side by side",
       "KT. CHÁNH ÁN\tKT. BỘ TRƯỞNG\nPHÓ CHÁNH ÁN\tTHỨ TRƯỞNG\n\nNguyễn Văn A\tLê Văn B\n"},
  };
  for (const auto& [name, foot] : kFeet) {
    Document d;
    d.body = decision("Điều 1. A.", std::string(foot) + "PHỤ LỤC\nTrần Văn C\n");
    extract_head(d);
    EXPECT_EQ(d.signer, "Nguyễn Văn A") << name;
    EXPECT_EQ(d.signer_title, "Phó Chánh án") << name;
    EXPECT_EQ(d.people, (std::vector<Person>{{"Lê Văn B", "Thứ trưởng"}})) << name;
  }
}

TEST(ExtractHeadTest, EvidenceTellsRuleAndPlace) {
  Document d;
  d.body = decision("Quyết định này có hiệu lực từ ngày 01/7/2021.", kChair);
  d.agency = "UBND tỉnh Sông Lam";  // given: no evidence
  extract_head(d);
  Fields places;
  for (const Evidence& e : d.evidence) {
    places[e.field + " " + e.rule] = d.body.substr(e.offset, e.length);
    EXPECT_GT(e.sure, 0) << e.rule;
    EXPECT_LT(e.sure, 1) << e.rule;
  }
  const Fields want = {{"number head.number", "15/QĐ-UBND"},
                       {"type head.type", "QUYẾT ĐỊNH"},
                       {"date head.place_and_date", "ngày 28 tháng 2 năm 2021"},
                       {"place head.place_and_date", "Sông Lam"},
                       {"subject head.subject", "Về một cửa"},
                       {"signer foot.signature", "Nguyễn Văn A"},
                       {"signer_title foot.signature", "Nguyễn Văn A"},
                       {"effective closing.date", "ngày 01/7/2021"}};
  EXPECT_EQ(places, want);
}

TEST(ExtractHeadTest, ReadingAgainAddsNothing) {
  Document d;
  d.body = decision("Quyết định này có hiệu lực kể từ ngày ký.", kChair);
  extract_head(d);
  const Document once = d;
  extract_head(d);
  EXPECT_EQ(d.evidence, once.evidence);
  EXPECT_EQ(d.conflicts, once.conflicts);
  EXPECT_EQ(d.regions, once.regions);
}

TEST(ExtractHeadTest, WhatTheTextContradictsIsAConflict) {
  struct {
    const char* name;
    std::string Document::*field;
    const char* given;
    std::vector<Conflict> want;
  } const kGiven[] = {
      {"another number", &Document::number, "16/QĐ-UBND", {{"number", "16/QĐ-UBND", "15/QĐ-UBND"}}},
      {"the same number", &Document::number, "Số 15/qđ-ubnd", {}},
      {"another type", &Document::type, "Thông tư", {{"type", "Thông tư", "Quyết định"}}},
      {"the same type", &Document::type, "QUYẾT ĐỊNH", {}},
      {"no type", &Document::type, "Khác", {}},
      {"another agency",
       &Document::agency,
       "Bộ Nội vụ",
       {{"agency", "Bộ Nội vụ", "Ủy ban nhân dân tỉnh Sông Lam"}}},
      {"the same agency", &Document::agency, "UBND tỉnh Sông Lam", {}},
      {"another date", &Document::date, "2021-03-01", {{"date", "2021-03-01", "2021-02-28"}}},
      {"the same date", &Document::date, "2021-02-28", {}},
      {"another effect",
       &Document::effective,
       "2021-07-02",
       {{"effective", "2021-07-02", "2021-07-01"}}},
      {"the same effect", &Document::effective, "2021-07-01", {}},
  };
  for (const auto& row : kGiven) {
    Document d;
    d.body = decision("Quyết định này có hiệu lực từ ngày 01/7/2021.", kChair);
    d.*row.field = row.given;
    extract_head(d);
    EXPECT_EQ(d.conflicts, row.want) << row.name;
    EXPECT_EQ(d.*row.field, row.given) << row.name;
  }
}

TEST(ExtractHeadTest, SigningDayIsTheGivenDate) {
  Document d;
  d.body = "Điều 2. Hiệu lực\nThông tư này có hiệu lực sau 45 ngày kể từ ngày ký.\n";
  d.date = "2013-04-11";
  extract_head(d);
  EXPECT_EQ(d.effective, "2013-05-26");
}

TEST(ExtractHeadTest, FileNameGivesTheNumberThatAHeadLacks) {
  const struct {
    const char* path;
    const char* number;
  } kPaths[] = {
      {"van-ban/749_QD-TTg.pdf", "749/QĐ-TTg"},
      {"15-2020-ND-CP.txt", "15/2020/NĐ-CP"},
      {"nghi-dinh-so-372-2025-nd-cp-468594.pdf", "372/2025/NĐ-CP"},
      {"a.b/luat-so-51-2024-qh15-43559.pdf", "51/2024/QH15"},
      {"01-2022-TTLT-BCA-BQP.doc", "01/2022/TTLT-BCA-BQP"},
      {"20210417-m02.jpg", ""},
      {"ghi-chu-2022-09.md", ""},
      {"", ""},
  };
  for (const auto& [path, number] : kPaths) {
    Document d;
    d.body = "CHÍNH PHỦ\n" + kMotto + "Hà Nội, ngày 15 tháng 4 năm 2020\nThư gửi bạn đọc\n";
    d.path = path;
    extract_head(d);
    EXPECT_EQ(d.number, number) << path;

    Document note;
    note.body = "Một ghi chú\n";
    note.path = path;
    extract_head(note);
    EXPECT_EQ(note.number, "") << path;
  }
}

}  // namespace
}  // namespace tracuu
