#include "core/document/head.h"

#include <random>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace tracuu {
namespace {

struct Want {
  std::string number;
  std::string type;
  std::string agency;
  std::string date;
  std::string subject;
  std::string signer;
};

struct HeadCase {
  const char* name;
  const char* body;
  Want want;
};

const HeadCase kHeadCases[] = {
    {"LinesInOrder",
     "ỦY BAN NHÂN DÂN\nTỈNH SÔNG LAM\n-------\n"
     "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------\n"
     "Số: 15/QĐ-UBND\nSông Lam, ngày 31 tháng 12 năm 2020\n\n"
     "QUYẾT ĐỊNH\nVề việc thành lập Ban chỉ đạo\nchuyển đổi số tỉnh Sông Lam\n\n"
     "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\n"
     "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;\n"
     "QUYẾT ĐỊNH:\nĐiều 1. Thành lập Ban chỉ đạo.\n\n"
     "Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.\n"
     "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n(đã ký)\n\nNguyễn Văn A\n"
     "PHỤ LỤC\nKT. GIÁM ĐỐC\nTrần Thị B\n",
     {"15/QĐ-UBND", "Quyết định", "Ủy ban nhân dân tỉnh Sông Lam", "2020-12-31",
      "Về việc thành lập Ban chỉ đạo chuyển đổi số tỉnh Sông Lam", "Nguyễn Văn A"}},
    {"TwoColumnsWithBlanks",
     "   ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
     "   TỈNH SÔNG LAM                  Độc lập - Tự do - Hạnh phúc\n"
     "   Số: 7/KH-UBND              Sông Lam, ngày 05 tháng 01 năm 2021\n\n"
     "                 KẾ HOẠCH\n          Cải cách hành chính năm 2021\n\n"
     "Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ\n",
     {"7/KH-UBND", "Kế hoạch", "Ủy ban nhân dân tỉnh Sông Lam", "2021-01-05",
      "Cải cách hành chính năm 2021", ""}},
    {"TwoColumnsWithTabs",
     "BỘ NỘI VỤ\tCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\tĐộc lập - Tự do - Hạnh phúc\n"
     "Số: 02/2021/TT-BNV\tHà Nội, ngày 11 tháng 6 năm 2021\nTHÔNG TƯ\nQuy định mã số\n",
     {"02/2021/TT-BNV", "Thông tư", "Bộ Nội vụ", "2021-06-11", "Quy định mã số", ""}},
    {"TwoColumnsRunTogether",
     "ỦY BAN NHÂN DÂN TỈNH SÔNG LAM CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
     "Độc lập - Tự do - Hạnh phúc\n"
     "Số: 15/QĐ-UBND Sông Lam, ngày 31 tháng 12 năm 2020\nQUYẾT ĐỊNH\nVề việc khen thưởng\n",
     {"15/QĐ-UBND", "Quyết định", "Ủy ban nhân dân tỉnh Sông Lam", "2020-12-31",
      "Về việc khen thưởng", ""}},
    // PDF text breaks the Quốc hiệu, the date and the type.
    {"BrokenLines",
     "ỦY BAN NHÂN DÂN\nTỈNH SÔNG LAM\n-------\n|\nCỘNG HÒA XÃ HỘI CHỦ\nNGHĨA VIỆT NAM\n"
     "Độc lập - Tự do - Hạnh phúc\n----\nSố: 44/2005/QĐ-UBND\n|\nSông Lam, ngày 06\n"
     "tháng 7 năm 2005\nQUYẾT\nĐỊNH\nVỀ VIỆC BAN HÀNH QUY ĐỊNH\n"
     "Căn cứ Nghị định ngày 01/01/2004;\n",
     {"44/2005/QĐ-UBND", "Quyết định", "Ủy ban nhân dân tỉnh Sông Lam", "2005-07-06",
      "VỀ VIỆC BAN HÀNH QUY ĐỊNH", ""}},
    {"Letter",
     "UBND TỈNH SÔNG LAM\nSỞ NỘI VỤ\nSố: 235/SNV-CCVC\nV/v tuyển dụng công chức\nnăm 2021\n\n"
     "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
     "Sông Lam, ngày 18 tháng 02 năm 2021\n\nKính gửi: Các sở\n\n"
     "TL. GIÁM ĐỐC\nCHÁNH VĂN PHÒNG\nLê Thị Thu Hà\n",
     {"235/SNV-CCVC", "Công văn", "Sở Nội vụ tỉnh Sông Lam", "2021-02-18",
      "V/v tuyển dụng công chức năm 2021", "Lê Thị Thu Hà"}},
    {"Party",
     "TỈNH ỦY SÔNG LAM\n*\nSố 01-NQ/TU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
     "Sông Lam, ngày 31 tháng 12 năm 2020\n\nNGHỊ QUYẾT\nVề chuyển đổi số\n-----\n"
     "T/M TỈNH UỶ\nBÍ THƯ\n(Đã ký)\nPhạm Văn C\n",
     {"01-NQ/TU", "Nghị quyết", "Tỉnh ủy Sông Lam", "2020-12-31", "Về chuyển đổi số",
      "Phạm Văn C"}},
    // Every committee has a Ban Chấp hành, every province an office: the superior names them.
    {"PartyCommittee",
     "ĐẢNG BỘ TỈNH SÔNG LAM\nBAN CHẤP HÀNH\n*\nSố 05-NQ/TU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
     "Sông Lam, ngày 20 tháng 4 năm 2026\n\nNGHỊ QUYẾT\nvề phát triển du lịch\n",
     {"05-NQ/TU", "Nghị quyết", "Ban Chấp hành Đảng bộ tỉnh Sông Lam", "2026-04-20",
      "về phát triển du lịch", ""}},
    {"OfficeOfACommittee",
     "ỦY BAN NHÂN DÂN TỈNH SÔNG LAM\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
     "VĂN PHÒNG\tĐộc lập - Tự do - Hạnh phúc\n"
     "Số: 03/HD-VPUBND\tSông Lam, ngày 14 tháng 3 năm 2022\nHƯỚNG DẪN\nVề một cửa\n",
     {"03/HD-VPUBND", "Hướng dẫn", "Văn phòng Ủy ban nhân dân tỉnh Sông Lam", "2022-03-14",
      "Về một cửa", ""}},
    {"Law",
     "QUỐC HỘI\n\nLuật số: 41/2024/QH15\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
     "Độc lập - Tự do - Hạnh phúc\n\nLUẬT\nBẢO HIỂM XÃ HỘI\n\nCăn cứ Hiến pháp;\n"
     "Luật này được Quốc hội khóa XV, kỳ họp thứ 7\nthông qua ngày 29 tháng 6 năm 2024.\n\n"
     "CHỦ TỊCH QUỐC HỘI\n\nTrần Văn D\n",
     {"41/2024/QH15", "Luật", "Quốc hội", "2024-06-29", "BẢO HIỂM XÃ HỘI", "Trần Văn D"}},
    {"LawNamedInItsHeading",
     "QUỐC HỘI\nLuật số: 50/2024/QH15\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nLUẬT CÔNG ĐOÀN\n\n"
     "Căn cứ Hiến pháp;\n",
     {"50/2024/QH15", "Luật", "Quốc hội", "", "CÔNG ĐOÀN", ""}},
    {"JointNumberBrokenAtDash",
     "BỘ CÔNG AN - BỘ QUỐC PHÒNG\nSố: 01/2022/TTLT-BCA-\nBQP\n"
     "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHà Nội, ngày 18 tháng 02 năm 2022\n"
     "THÔNG TƯ LIÊN TỊCH\nQuy định về phối hợp\n",
     {"01/2022/TTLT-BCA-BQP", "Thông tư liên tịch", "Bộ Công an, Bộ Quốc phòng", "2022-02-18",
      "Quy định về phối hợp", ""}},
    {"ConsolidatedText",
     "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nTHÔNG TƯ1\n"
     "Quy định về xuất xứ1\n\nThông tư số 24/2020/TT-BCT ngày 05 tháng 5 năm 2020, có hiệu lực từ\n"
     "ngày 01 tháng 7 năm 2020, được sửa đổi bởi:\nCăn cứ Luật;\nĐiều 1. Xuất xứ\n\n"
     "BỘ CÔNG THƯƠNG\nSố: 40/VBHN-BCT\nXÁC THỰC VĂN BẢN HỢP NHẤT\n"
     "Hà Nội, ngày 26 tháng 5 năm 2021\n\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\nĐỗ Thị E\n",
     {"40/VBHN-BCT", "Văn bản hợp nhất", "Bộ Công Thương", "2021-05-26", "Quy định về xuất xứ",
      "Đỗ Thị E"}},
    // A draft has neither number nor date.
    {"Draft",
     "BỘ TÀI CHÍNH\nSố:      /2021/TT-BTC\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
     "Hà Nội, ngày      tháng      năm 2021\nTHÔNG TƯ\nHướng dẫn kế toán\n",
     {"", "Thông tư", "Bộ Tài chính", "", "Hướng dẫn kế toán", ""}},
    {"SymbolTellsTheType",
     "BỘ TÀI CHÍNH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/TB-BTC\n",
     {"12/TB-BTC", "Thông báo", "Bộ Tài chính", "", "", ""}},
    {"OrganTellsTheAgency",
     "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/2020/TT-BTC\nTHÔNG TƯ\nVề phí\n",
     {"12/2020/TT-BTC", "Thông tư", "Bộ Tài chính", "", "Về phí", ""}},
    {"News",
     "Tỉnh Sông Lam mở cổng dữ liệu\n\nTheo Quyết định số 15/QĐ-UBND ngày 31/12/2020.\n",
     {}},
    {"Note", "Số 15 đường Lê Lợi\n\nGọi điện cho anh Nguyễn Văn A.\nTM. NHÓM\nNguyễn Văn A\n", {}},
    // A line about another document is no head.
    {"Reference", "Thông tư số 102/2018/TT-BTC ngày 14 tháng 11 năm 2018\nhướng dẫn kế toán\n", {}},
    {"Empty", "", {}},
};

class HeadTest : public testing::TestWithParam<HeadCase> {};

TEST_P(HeadTest, ElementsAreRead) {
  const Head head = read_head(GetParam().body);
  EXPECT_EQ(head.number, GetParam().want.number);
  EXPECT_EQ(head.type, GetParam().want.type);
  EXPECT_EQ(head.agency, GetParam().want.agency);
  EXPECT_EQ(head.date, GetParam().want.date);
  EXPECT_EQ(head.subject, GetParam().want.subject);
  EXPECT_EQ(head.signer, GetParam().want.signer);
}

INSTANTIATE_TEST_SUITE_P(Table, HeadTest, testing::ValuesIn(kHeadCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(ExtractHead, TitleIsTypeNumberAndSubject) {
  Document d;
  d.body = kHeadCases[0].body;
  extract_head(d);
  EXPECT_EQ(d.title,
            "Quyết định 15/QĐ-UBND Về việc thành lập Ban chỉ đạo chuyển đổi số tỉnh Sông Lam");
  EXPECT_EQ(d.number, "15/QĐ-UBND");
  EXPECT_EQ(d.signer, "Nguyễn Văn A");
  EXPECT_FALSE(d.date_inferred);
}

TEST(ExtractHead, GivenFieldsWin) {
  Document d;
  d.body = kHeadCases[0].body;
  d.title = "T";
  d.number = "1/X";
  d.type = "Y";
  d.agency = "Z";
  d.date = "2001-01-01";
  d.signer = "S";
  const Document before = d;
  extract_head(d);
  EXPECT_EQ(d.title, before.title);
  EXPECT_EQ(d.number, before.number);
  EXPECT_EQ(d.type, before.type);
  EXPECT_EQ(d.agency, before.agency);
  EXPECT_EQ(d.date, before.date);
  EXPECT_EQ(d.signer, before.signer);
}

TEST(HeadProperty, LinesInAnyMixNeverThrow) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE(testing::Message() << "seed " << seed);
  std::mt19937 rng(seed);
  std::vector<std::string> lines = {
      "", "\t", "|", "Số:", "Số: ", "ngày", ", ngày", "\xE1", "V/v", "TM."};
  for (const HeadCase& c : kHeadCases) {
    std::string line;
    for (const char ch : std::string(c.body) + "\n") {
      if (ch != '\n') {
        line += ch;
      } else {
        lines.push_back(std::exchange(line, {}));
      }
    }
  }
  for (int round = 0; round < 2000; ++round) {
    Document d;
    for (std::size_t n = rng() % 30; n > 0; --n) {
      d.body += lines[rng() % lines.size()] + (rng() % 8 == 0 ? " " : "\n");
    }
    if (rng() % 4 == 0 && !d.body.empty()) d.body.resize(rng() % d.body.size());
    extract_head(d);
  }
}

TEST(HeadProperty, CostIsLinear) {
  // Nothing in a megabyte of one character may be looked at again and again.
  for (const char* piece :
       {"TM. ", "a", " ", "\n", "Số: ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"}) {
    std::string body = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n";
    while (body.size() < 1000000) body += piece;
    read_head(body);
  }
}

}  // namespace
}  // namespace tracuu
