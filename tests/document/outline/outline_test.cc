#include "core/document/outline/outline.h"

#include <chrono>
#include <string>

#include <gtest/gtest.h>

#include "core/document/outline/reference.h"

namespace tracuu {
namespace {

// The anchors, in order.
std::string anchors(const Outline& outline) {
  std::string out;
  for (const OutlineNode& node : outline) out += (out.empty() ? "" : " ") + node.anchor;
  return out;
}

struct OutlineCase {
  const char* name;
  const char* body;
  const char* want;
};

const OutlineCase kCases[] = {
    {"Articles", "Điều 1. Phạm vi\nx\nĐiều 2. Hiệu lực", "dieu-1 dieu-2"},
    {"ColonAndBareNumber", "Điều 1: Phạm vi\nĐiều 2\nNội dung", "dieu-1 dieu-2"},
    {"ForgottenPoint", "Điều 1. A\n\nĐiều 2 Chính sách của Nhà nước", "dieu-1 dieu-2"},
    {"Capitals", "ĐIỀU 1. X", "dieu-1"},
    {"Eth", "\u00D0iều 1. X", "dieu-1"},
    {"Decomposed", "Đie\u0302\u0300u 1. X", "dieu-1"},
    {"WithoutMarks", "Dieu 1. Pham vi\nDieu 2. Hieu luc", "dieu-1 dieu-2"},
    {"Markdown", "## **Điều 1. X**\n", "dieu-1"},
    {"InsertedArticles", "Điều 12. A\nĐiều 12a. B\nĐiều 12đ. C\nĐiều 13. D",
     "dieu-12 dieu-12a dieu-12dd dieu-13"},
    {"FootnoteBehindNumber", "Điều 1.12 Phạm vi\nĐiều 2[3]. Đối tượng", "dieu-1 dieu-2"},
    {"ReferenceInSentence", "Điều 1. A\nđược quy định tại Điều 5 của Luật này", "dieu-1"},
    {"ReferenceAtLineBegin", "Điều 1. A\nĐiều 5 của Luật này quy định\nĐiều 5 Luật Đất đai",
     "dieu-1"},
    {"ReferenceBrokenByThePage", "Điều 1. A\ntheo quy định tại\nĐiều 9.\nĐiều 2. B",
     "dieu-1 dieu-2"},
    {"StrayNumberDoesNotHideTheRest",
     "Điều 1. A\nx.\nĐiều 57. Lạc\nĐiều 2. B\nĐiều 3. C\nĐiều 4. D", "dieu-1 dieu-2 dieu-3 dieu-4"},
    {"RepealedArticle", "Điều 1. A\nx.\nĐiều 3. B\ny.\nĐiều 4. C", "dieu-1 dieu-3 dieu-4"},
    {"CodifiedNumberIsNone", "Điều 1.2.TT.4.1. Nội dung", ""},
    {"Statutes", "Điều lệ\nĐiều tra", ""},
    {"Clauses", "Điều 1. A\n1. x\n2. y\n3a. z\n", "dieu-1 dieu-1-khoan-1 dieu-1-khoan-2"},
    {"InsertedClause", "Điều 1. A\n1. x\n1a. y\n2. z",
     "dieu-1 dieu-1-khoan-1 dieu-1-khoan-1a dieu-1-khoan-2"},
    {"ClausesOutOfSequence", "Điều 1. A\n1. x\n2024. năm\n7. bảng\n1.500 đồng\n2. y",
     "dieu-1 dieu-1-khoan-1 dieu-1-khoan-2"},
    {"ClauseWithFootnote", "Điều 1. A\n1. x\n2.4 Người lao động",
     "dieu-1 dieu-1-khoan-1 dieu-1-khoan-2"},
    {"ClauseBehindArticleWord", "Điều 1. A\n1. theo khoản 3 Điều\n2. này\n2. Thật",
     "dieu-1 dieu-1-khoan-1 dieu-1-khoan-2"},
    {"CellsOfATable", "Điều 1. A\n1.\n2.\n3.", "dieu-1"},
    {"Points", "Điều 1. A\n1. x:\na) m;\nb) n;\nc) o;\nd) p;\nđ) q;\ne) r;\ng) s.",
     "dieu-1 dieu-1-khoan-1 dieu-1-khoan-1-diem-a dieu-1-khoan-1-diem-b dieu-1-khoan-1-diem-c "
     "dieu-1-khoan-1-diem-d dieu-1-khoan-1-diem-dd dieu-1-khoan-1-diem-e dieu-1-khoan-1-diem-g"},
    {"PointsWithoutClause", "Điều 1. A\na) m;\nb) n.", "dieu-1 dieu-1-diem-a dieu-1-diem-b"},
    {"NoPointF", "Điều 1. A\na) m;\nf) n.", "dieu-1 dieu-1-diem-a"},
    {"PageNumberBetween", "Điều 1. A\n1. x\n12\n2. y\n", "dieu-1 dieu-1-khoan-1 dieu-1-khoan-2"},
    {"Chapters", "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. A\nCHƯƠNG II. TỔ CHỨC\nMục 1\nCHUNG\nĐiều 2. B",
     "chuong-i dieu-1 chuong-ii chuong-ii-muc-1 dieu-2"},
    {"ArabicChapter", "Chương 1: Chung\nĐiều 1. A\nChương 2: Riêng", "chuong-1 dieu-1 chuong-2"},
    {"BrokenChapter", "Chương\nIV\nTHI HÀNH\nĐiều 1. A", "chuong-iv dieu-1"},
    {"ChapterReference", "Điều 1. A\nChương II của Luật này\nChương trình", "dieu-1"},
    {"PartsAndSubsections", "Phần thứ nhất\nCHUNG\nChương I\nA\nMục 1. B\nTiểu mục 1. C\nĐiều 1. D",
     "phan-1 chuong-i chuong-i-muc-1 chuong-i-muc-1-tieu-muc-1 dieu-1"},
    {"ChaptersBeginAgainInAPart", "Phần thứ nhất\nA\nChương I\nA\nPhần thứ hai\nB\nChương I\nC",
     "phan-1 chuong-i phan-2 phan-2-chuong-i"},
    {"ContentsWithLeaders", "Chương I ........ 3\nĐiều 1. A ....... 4\nChương I\nA\nĐiều 1. A",
     "chuong-i dieu-1"},
    {"Contents",
     "Chương I\nĐiều 1. Phạm vi\nĐiều 2. Đối tượng\nChương I\nCHUNG\nĐiều 1. Phạm vi\nx\n"
     "Điều 2. Đối tượng\ny\n",
     "chuong-i dieu-1 dieu-2"},
    {"Quoted", "Điều 1. Sửa đổi Điều 5:\n“Điều 5. X\n1. a\nĐiều 2. Y\nb”.\nĐiều 2. Hiệu lực",
     "dieu-1 dieu-2"},
    {"PlainQuotes", "Điều 1. Sửa đổi:\n\"Điều 5. X\n1. a\".\nĐiều 2. Hiệu lực", "dieu-1 dieu-2"},
    {"QuoteInQuote", "Điều 1. Sửa đổi:\n“Điều 5. Thay “a” bằng “b”\n1. x”\nĐiều 2. Y",
     "dieu-1 dieu-2"},
    {"OpenQuoteEndsAtOwnNumber", "Điều 1. Sửa đổi:\n“Điều 5. X\nĐiều 6. Y\nĐiều 2. Hiệu lực\n1. a",
     "dieu-1 dieu-2 dieu-2-khoan-1"},
    {"OpenQuoteEndsAtNextQuote",
     "Điều 1. A\n1. Sửa đổi Điều 2:\n“Điều 2. X\n2. Sửa đổi Điều 3:\n"
     "“Điều 3. Y”\nĐiều 2. B",
     "dieu-1 dieu-1-khoan-1 dieu-1-khoan-2 dieu-2"},
    {"FootnoteQuoteAroundOwnArticle",
     "Điều 1. A\nx.\n3 quy định: “a\nĐiều 2. B\n1. y\nb”.\nĐiều 3. C",
     "dieu-1 dieu-2 dieu-2-khoan-1 dieu-3"},
    {"Annexes", "Điều 1. A\nPhụ lục I\nDANH MỤC\nPHỤ LỤC 02\nPhụ lục số 3a: Biểu",
     "dieu-1 phu-luc-i phu-luc-2 phu-luc-3a"},
    {"AnnexReferences",
     "Điều 1. A\nPhụ lục I ban hành kèm theo\nPhụ lục II Nghị định này\n"
     "Phụ lục 1.docx",
     "dieu-1"},
    {"AnnexesListedInAnArticle",
     "Điều 1. Ban hành:\nPhụ lục I: Danh mục;\nPhụ lục II: Biểu.\nĐiều 2. B", "dieu-1 dieu-2"},
    {"Regulation",
     "Điều 1. A\nĐiều 2. B\nQUY CHẾ\nLàm việc\n(Ban hành kèm theo Quyết định số 1)\n"
     "Chương I\nC\nĐiều 1. D\n1. x\nĐiều 2. E",
     "dieu-1 dieu-2 quy-che quy-che-chuong-i quy-che-dieu-1 quy-che-dieu-1-khoan-1 quy-che-dieu-2"},
    {"RegulationAlone", "QUY CHẾ\n(Ban hành kèm theo Quyết định số 1)\nĐiều 1. D",
     "quy-che dieu-1"},
    {"TypeOfTheDocumentIsNone", "QUY ĐỊNH\nvề văn thư\nĐiều 1. D", "dieu-1"},
    {"AnnexWithArticles", "Điều 1. A\nPhụ lục I\nHỢP ĐỒNG\nĐiều 1. B\nĐiều 2. C",
     "dieu-1 phu-luc-i phu-luc-i-dieu-1 phu-luc-i-dieu-2"},
    {"SecondDocument", "Điều 1. A\nĐiều 2. B\nĐiều 1. C\nĐiều 2. D",
     "dieu-1 dieu-2 van-ban-2-dieu-1 van-ban-2-dieu-2"},
    {"Plan", "I. MỤC TIÊU\n1. Chung\n1.1. Một\n1.2. Hai\n2. Riêng\na) m\nII. TỔ CHỨC\n1. x",
     "muc-i muc-i-1 muc-i-1-1 muc-i-1-2 muc-i-2 muc-i-2-diem-a muc-ii muc-ii-1"},
    {"PlanOfCapitals", "A. CHUNG\nI. Một\nB. RIÊNG\nI. Hai", "muc-a muc-a-i muc-b muc-b-i"},
    {"PlanWithoutRomans", "1. Một\n1.1. x\n2. Hai\n2024. năm", "muc-1 muc-1-1 muc-2"},
    {"NumbersThatRunOn", "I. A\n1. x\n2. y\nII. B\n3. z", "muc-i muc-i-1 muc-i-2 muc-ii muc-ii-3"},
    {"NoSectionsBesideArticles", "I. MỞ ĐẦU\nĐiều 1. A", "dieu-1"},
    {"Prose", "Hội nghị họp ngày 12.\nChương trình bắt đầu. Phần lớn đại biểu dự.", ""},
    {"CarriageReturns", "Điều 1. A\r\n1. x\r\n2. y\r\n", "dieu-1 dieu-1-khoan-1 dieu-1-khoan-2"},
    {"Malformed", "\xC4iều 1. A\nĐiều 1. \xE1\xBB\n\xE2\x80", "dieu-1"},
    {"Empty", "", ""},
};

class OutlineTest : public testing::TestWithParam<OutlineCase> {};

TEST_P(OutlineTest, FindsOwnHeadings) {
  EXPECT_EQ(anchors(find_outline(GetParam().body)), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(Table, OutlineTest, testing::ValuesIn(kCases),
                         [](const auto& c) { return std::string(c.param.name); });

// A decision with a regulation, and what the outline says of it.
const std::string kDecision =
    "QUYẾT ĐỊNH:\nĐiều 1. Ban hành quy chế.\nĐiều 2. Thi hành.\n"
    "QUY CHẾ\nCông tác văn thư\n(Ban hành kèm theo Quyết định số 19/2020/QĐ-UBND)\n"
    "Chương II\nVĂN BẢN ĐI\nMục 1\nKÝ\nĐiều 1. Thể thức\n1. Theo luật:\na) một;\nđ) hai.\n"
    "Phụ lục I\nMẪU\n";

struct LabelCase {
  const char* reference;
  const char* label;
  const char* anchor;
};

const LabelCase kLabels[] = {
    {"Điều 1", "Điều 1", "dieu-1"},
    {"dieu 2", "Điều 2", "dieu-2"},
    {"Điều 1 Quy chế", "Điều 1 Quy chế", "quy-che-dieu-1"},
    {"Chương II", "Chương II Quy chế", "quy-che-chuong-ii"},
    {"chương 2", "Chương II Quy chế", "quy-che-chuong-ii"},
    {"Mục 1 Chương II", "Mục 1 Chương II Quy chế", "quy-che-chuong-ii-muc-1"},
    {"khoản 1 Điều 1", "khoản 1 Điều 1 Quy chế", "quy-che-dieu-1-khoan-1"},
    {"Điều 1 khoản 1", "khoản 1 Điều 1 Quy chế", "quy-che-dieu-1-khoan-1"},
    {"khoan 1, dieu 1", "khoản 1 Điều 1 Quy chế", "quy-che-dieu-1-khoan-1"},
    {"điểm a khoản 1 Điều 1", "điểm a khoản 1 Điều 1 Quy chế", "quy-che-dieu-1-khoan-1-diem-a"},
    {"phụ lục I", "Phụ lục I", "phu-luc-i"},
    {"Điều 3", nullptr, nullptr},
    {"khoản 1 Điều 2", nullptr, nullptr},
    {"điểm d khoản 1 Điều 1", nullptr, nullptr},
};

TEST(ReferenceTest, FindsTheNode) {
  const Outline outline = find_outline(kDecision);
  for (const LabelCase& row : kLabels) {
    const auto reference = parse_reference(row.reference);
    ASSERT_TRUE(reference) << row.reference;
    const OutlineNode* node = find(outline, *reference);
    ASSERT_EQ(node != nullptr, row.label != nullptr) << row.reference;
    if (node == nullptr) continue;
    EXPECT_EQ(node->label, row.label);
    EXPECT_EQ(node->anchor, row.anchor);
  }
}

TEST(ReferenceTest, OnlyWholePlacesAreReferences) {
  for (const char* text : {"", "5", "Điều", "Điều 5 Luật Đất đai", "điều kiện", "khoản vay",
                           "Điều 5 Điều 6", "quy định tại Điều 5", "điểm bưu điện"}) {
    EXPECT_FALSE(parse_reference(text)) << text;
  }
  EXPECT_FALSE(parse_reference(std::string(kMaxReferenceBytes + 1, 'x')));
}

TEST(ReferenceTest, TheOrderOfThePartsDoesNotMatter) {
  EXPECT_EQ(parse_reference("Điều 5 khoản 2 điểm đ"), parse_reference("điểm đ khoản 2 Điều 05"));
}

TEST(ReferenceTest, SectionsOfAPlanAreFoundByTheirPath) {
  const Outline outline = find_outline("I. A\n1. x\n1.1. y\nII. B\n");
  const OutlineNode* node = find(outline, parse_reference("mục I.1.1").value());
  ASSERT_NE(node, nullptr);
  EXPECT_EQ(node->anchor, "muc-i-1-1");
  EXPECT_EQ(node->label, "Mục I.1.1");
  EXPECT_EQ(find(outline, parse_reference("Mục 2").value())->anchor, "muc-ii");
}

TEST(OutlineTest, NodesEndWhereTheNextOfTheirRankBegins) {
  const std::string body = "Chương I\nA\nĐiều 1. B\n1. x\nChương II\nC\n";
  const Outline outline = find_outline(body);
  ASSERT_EQ(outline.size(), 4U);
  const std::size_t second = body.find("Chương II");
  EXPECT_EQ(outline[0].offset + outline[0].length, second);
  EXPECT_EQ(outline[1].offset + outline[1].length, second);
  EXPECT_EQ(outline[1].parent, 0U);
  EXPECT_EQ(outline[2].parent, 1U);
  EXPECT_EQ(outline[3].offset + outline[3].length, body.size());
}

TEST(OutlineTest, HeadingsStandOnTheLineOrBelowIt) {
  const std::string body =
      "Chương I\n\nNHỮNG QUY ĐỊNH\nCHUNG\nĐiều 2. Đối tượng tham gia bảo hiểm xã hội bắt buộc và\n"
      "tự nguyện\n1. x";
  const Outline outline = find_outline(body);
  const auto heading = [&](std::size_t i) {
    return body.substr(outline[i].heading_offset, outline[i].heading_length);
  };
  EXPECT_EQ(heading(0), "NHỮNG QUY ĐỊNH\nCHUNG");
  EXPECT_EQ(heading(1), "Đối tượng tham gia bảo hiểm xã hội bắt buộc và\ntự nguyện");
  EXPECT_EQ(outline[1].number, "2");
}

TEST(OutlineTest, AnOffsetLiesInTheInnermostWantedNode) {
  const std::string body = "Mở đầu\nĐiều 1. A\n1. x\na) y\nĐiều 2. B\n";
  const Outline outline = find_outline(body);
  using enum OutlineKind;
  const std::size_t point = body.find('y');
  EXPECT_EQ(node_at(outline, point, {kArticle})->label, "Điều 1");
  EXPECT_EQ(node_at(outline, point, {kArticle, kClause})->label, "khoản 1 Điều 1");
  EXPECT_EQ(node_at(outline, point, {kPoint})->label, "điểm a khoản 1 Điều 1");
  EXPECT_EQ(node_at(outline, point, {kChapter}), nullptr);
  EXPECT_EQ(node_at(outline, 0, {kArticle}), nullptr);
  EXPECT_EQ(node_at(outline, body.size() - 1, {kArticle})->label, "Điều 2");
}

// Time of a text of `lines` lines; the second must not take much more than twice the first.
double seconds(const std::string& body) {
  const auto begin = std::chrono::steady_clock::now();
  const Outline outline = find_outline(body);
  EXPECT_LE(outline.size(), kMaxOutlineNodes);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

std::string repeated(std::string_view part, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += part;
  return text;
}

TEST(OutlineTest, HostileTextTakesLinearTime) {
  constexpr std::size_t kBytes = 250'000;
  constexpr std::size_t kLongLine = 1'000'000;
  constexpr double kLimitSeconds = 20;  // a quadratic pass would take minutes
  for (const char* part :
       {"x", "“", "“Điều 5. X\n", "Điều 1. A\n", "Điều 1. A\nĐiều 2. B\n", "Phụ lục\nĐiều 1. A\n",
        "1. x\n", "a) x\n", "I. x\n1. y\n1.1. z\n", "QUY CHẾ\n", "Chương I\nA\n", "\n", "\"\n\"",
        "Chương I\n\n\n", "Điều 3. A\nĐiều 1. B\n", "PHỤ LỤC\n"}) {
    EXPECT_LT(seconds(repeated(part, kBytes)), kLimitSeconds) << part;
  }
  EXPECT_LT(seconds(std::string(kLongLine, 'x')), kLimitSeconds);
}

TEST(OutlineTest, DeepNestingIsBounded) {
  std::string body = "I. a\n";
  std::string number = "1";
  for (int i = 0; i < 100; ++i) {
    body += number + ". x\n";
    number += ".1";
  }
  EXPECT_EQ(anchors(find_outline(body)),
            "muc-i muc-i-1 muc-i-1-1 muc-i-1-1-1 muc-i-1-1-1-1 "
            "muc-i-1-1-1-1-1");
}

}  // namespace
}  // namespace tracuu
