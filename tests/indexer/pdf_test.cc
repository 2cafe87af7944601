// What a file is by its content, and what makes text of a PDF's pages readable.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/formats/content_type.h"
#include "indexer/formats/page_edges.h"
#include "indexer/formats/word_gaps.h"

namespace tracuu::input {
namespace {

TEST(ContentTypeTest, BytesDecideBeforeNames) {
  struct Row {
    std::string bytes;
    const char* name;
    ContentType type;
  };
  const Row rows[] = {
      {"%PDF-1.7\n", "a.txt", ContentType::kPdf},
      {"\n\n%PDF-1.4\n", "a", ContentType::kPdf},
      {"{\\rtf1 x}", "a.doc", ContentType::kRtf},
      {"<!DOCTYPE html><html><body>x</body></html>", "bao-cao.doc", ContentType::kHtml},
      {"<html><table><tr><td>x</table></html>", "bang.xls", ContentType::kHtml},
      {"a,b\n1,2\n", "a.csv", ContentType::kText},
      {"body { color: red }\n", "a.css", ContentType::kUnknown},
      {"Kế hoạch\n", "a", ContentType::kText},
      {"From: a@example.vn\r\nSubject: x\r\n\r\nxin\r\n", "a", ContentType::kMail},
      {"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>", "a.mht", ContentType::kMail},
      {"Note: this is no letter, it has a colon.\n\nx\n", "a.txt", ContentType::kText},
      {"\x89PNG\r\n\x1A\n", "a.pdf", ContentType::kImage},
      {std::string(64, '\0'), "a.doc", ContentType::kUnknown},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(static_cast<int>(detect(row.bytes, row.name).type), static_cast<int>(row.type))
        << row.name << ' ' << row.bytes.substr(0, 20);
  }
}

TEST(WordGapsTest, WordsByGeometryCutTextInOrder) {
  EXPECT_EQ(with_word_gaps("CỘNGHOÀXÃHỘI\n", {"HỘI", "CỘNG", "XÃ", "HOÀ"}), "CỘNG HOÀ XÃ HỘI\n");
  EXPECT_EQ(with_word_gaps("ph ụ lụ c 1", {"phụ", "lục", "1"}), "phụ lục 1");
  EXPECT_EQ(with_word_gaps("x1 và 30o", {"x", "1", "và", "30", "o"}), "x1 và 30o");
  EXPECT_EQ(with_word_gaps("Quốc hội1", {"Quốc", "hội", "1"}), "Quốc hội 1");
  EXPECT_EQ(with_word_gaps("không có gì", {}), "không có gì");
}

TEST(PageEdgesTest, NumbersAndHeadsGoTablesAndDatesStay) {
  std::vector<std::string> pages = {
      "CÔNG BÁO/Số 146/Ngày 11-03-2026 101\nĐiều 1.\nNay ban hành\n1\nPhòng Hành chính\n",
      "CÔNG BÁO/Số 146/Ngày 11-03-2026 102\nĐiều 2.\nNay bãi bỏ\n2\nPhòng Hành chính\n",
      "CÔNG BÁO/Số 146/Ngày 11-03-2026 103\nĐiều 3.\n15/10/2023\n3\nPhòng Hành chính\n",
  };
  drop_page_edges(pages);
  EXPECT_EQ(pages[0], "Điều 1.\nNay ban hành\nPhòng Hành chính\n");
  EXPECT_EQ(pages[1], "Điều 2.\nNay bãi bỏ\n");
  EXPECT_EQ(pages[2], "Điều 3.\n15/10/2023\n");
}

}  // namespace
}  // namespace tracuu::input
