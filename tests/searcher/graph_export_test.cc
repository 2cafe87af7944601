// The line to cite a document by, and the graph as a file.

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "searcher/graph/cite_line.h"
#include "searcher/graph/export_graph.h"
#include "tests/searcher/graph_index.h"

namespace tracuu {
namespace {

using ::testing::HasSubstr;

struct CiteRow {
  const char* type;
  const char* number;
  const char* date;
  const char* agency;
  const char* subject;
  const char* title;
  const char* line;
};

TEST(CiteLineTest, LinesAsDocumentsHaveThem) {
  const std::vector<CiteRow> rows = {
      {"Quyết định", "749/QĐ-TTg", "2020-06-03", "Thủ tướng Chính phủ", "",
       "Quyết định 749/QĐ-TTg Phê duyệt Chương trình Chuyển đổi số quốc gia",
       "Căn cứ Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng Chính phủ phê duyệt "
       "Chương trình Chuyển đổi số quốc gia;"},
      {"Luật", "57/2020/QH14", "2020-06-16", "Quốc hội", "", "Luật 57/2020/QH14 Luật Thanh niên",
       "Căn cứ Luật Thanh niên số 57/2020/QH14 ngày 16 tháng 6 năm 2020;"},
      {"Luật", "41/2024/QH15", "2024-06-29", "Quốc hội", "", "Luật 41/2024/QH15 BẢO HIỂM XÃ HỘI",
       "Căn cứ Luật Bảo hiểm xã hội số 41/2024/QH15 ngày 29 tháng 6 năm 2024;"},
      {"Bộ luật", "91/2015/QH13", "2015-11-24", "Quốc hội", "", "Bộ luật Dân sự",
       "Căn cứ Bộ luật Dân sự số 91/2015/QH13 ngày 24 tháng 11 năm 2015;"},
      {"Quyết định", "15/QĐ-UBND", "2021-01-12", "UBND tỉnh Sông Lam",
       "Về việc kiện toàn Ban Chỉ đạo.", "bất kỳ",
       "Căn cứ Quyết định số 15/QĐ-UBND ngày 12 tháng 01 năm 2021 của Ủy ban nhân dân tỉnh Sông "
       "Lam "
       "về việc kiện toàn Ban Chỉ đạo;"},
      {"Công văn", "1342/SGDĐT-GDTrH", "2023-08-21", "Sở Giáo dục và Đào tạo tỉnh Sông Lam",
       "V/v triển khai năm học mới", "",
       "Căn cứ Công văn số 1342/SGDĐT-GDTrH ngày 21 tháng 8 năm 2023 của Sở Giáo dục và Đào tạo "
       "tỉnh "
       "Sông Lam về việc triển khai năm học mới;"},
      {"Kế hoạch", "37/KH-UBND", "", "Ủy ban nhân dân tỉnh Sông Lam", "THỰC HIỆN NGHỊ QUYẾT", "",
       "Căn cứ Kế hoạch số 37/KH-UBND của Ủy ban nhân dân tỉnh Sông Lam thực hiện nghị quyết;"},
      {"Quyết định", "", "2020-06-03", "Thủ tướng Chính phủ", "UBND các cấp giữ tên", "",
       "Căn cứ Quyết định ngày 03 tháng 6 năm 2020 của Thủ tướng Chính phủ UBND các cấp giữ tên;"},
  };
  for (const CiteRow& row : rows) {
    Document document;
    document.type = row.type;
    document.number = row.number;
    document.date = row.date;
    document.agency = row.agency;
    document.subject = row.subject;
    document.title = row.title;
    EXPECT_EQ(cite_line(document).value_or("none"), row.line);
  }
}

TEST(CiteLineTest, NewsAndWhatHasNeitherNumberNorDateIsNotCited) {
  Document news;
  news.title = "Khai trương cầu";
  news.date = "2021-04-17";
  EXPECT_EQ(cite_line(news), std::nullopt);
  Document bare;
  bare.type = "Quyết định";
  EXPECT_EQ(cite_line(bare), std::nullopt);
  bare.date = "2021-04-17";
  bare.date_inferred = true;
  EXPECT_EQ(cite_line(bare), std::nullopt);
}

TEST(CiteLineTest, AnyBytesGiveALine) {
  Document hostile;
  hostile.type = "Quyết định";
  hostile.number = "1/QĐ-UBND";
  for (const char* title : {"", " ", "\xFF", "\xE1\xBA", "Quyết định", "Quyết định số",
                            "số : ", "Quyết định 1/", "V/v "}) {
    hostile.title = title;
    EXPECT_THAT(cite_line(hostile).value_or(""), HasSubstr("Căn cứ Quyết định số 1/QĐ-UBND"))
        << title;
  }
}

std::string contents(const std::filesystem::path& file) {
  std::ostringstream out;
  out << std::ifstream(file, std::ios::binary).rdbuf();
  return out.str();
}

class ExportTest : public ::testing::Test {
 protected:
  static std::vector<Document> documents() {
    Document quoted = act("ngoặc\"kép", "1/2019/QĐ-UBND", "2019-01-10");
    quoted.title = "Một \"tên\" \\ lạ\nhai dòng \x01";
    return {quoted, act("b", "2/2020/QĐ-UBND", "2020-01-10",
                        {cites(Relation::kReplaces, "1/2019/QĐ-UBND"),
                         cites(Relation::kReplaces, "1/2019/QĐ-UBND", "Điều 2"),
                         cites(Relation::kBasedOn, "9/2019/QĐ-UBND")})};
  }

  input::TempFolder folder_;
  GraphIndex index_{documents()};
};

TEST_F(ExportTest, JsonHasNodesAndAssertedEdges) {
  const std::filesystem::path file = folder_.path("g.json");
  const ExportedGraph written = export_graph(index_.snapshot(), file);
  EXPECT_EQ(written.nodes, 2u);
  EXPECT_EQ(written.edges, 1u);
  const auto json = nlohmann::json::parse(contents(file));
  ASSERT_EQ(json["nodes"].size(), 2u);
  std::set<std::string> titles;
  for (const auto& node : json["nodes"]) titles.insert(node["title"].get<std::string>());
  EXPECT_TRUE(titles.contains("Một \"tên\" \\ lạ\nhai dòng \x01"));
  ASSERT_EQ(json["edges"].size(), 1u);
  EXPECT_EQ(json["edges"][0]["source"], "b");
  EXPECT_EQ(json["edges"][0]["target"], "ngoặc\"kép");
  EXPECT_EQ(json["edges"][0]["relation"], "replaces");
}

TEST_F(ExportTest, DotIsEscaped) {
  const std::filesystem::path file = folder_.path("g.dot");
  export_graph(index_.snapshot(), file);
  const std::string dot = contents(file);
  EXPECT_THAT(dot, ::testing::StartsWith("digraph tracuu {\n"));
  EXPECT_THAT(dot, HasSubstr("id=\"ngoặc\\\"kép\""));
  EXPECT_THAT(dot, HasSubstr("Một \\\"tên\\\" \\\\ lạ hai dòng \uFFFD\"];\n"));
  EXPECT_THAT(dot, HasSubstr(" [label=\"replaces\"];\n"));
  EXPECT_THAT(dot, ::testing::EndsWith("}\n"));
}

TEST_F(ExportTest, OtherExtensionsAndFoldersThatAreNotThereAreRefused) {
  const auto code_of = [&](const std::filesystem::path& file) {
    try {
      export_graph(index_.snapshot(), file);
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode::kInternal;
  };
  EXPECT_EQ(code_of(folder_.path("g.svg")), ErrorCode::kBadOption);
  EXPECT_EQ(code_of(folder_.path("nowhere/g.dot")), ErrorCode::kIo);
}

}  // namespace
}  // namespace tracuu
