// Frozen indexes under tests/golden/formats/: this program reads those from kOldestFormatVersion on
// and refuses older ones with the sentence that says what to do.
//
// A frozen index is never rewritten: it shows that indexes built yesterday are still read. When
// kFormatVersion is raised, run once with TRACUU_UPDATE_GOLDEN=1, which builds the missing folder
// vN and no other, and commit it. (Before the first release a format may still change in place:
// remove the folder, then do the same.)

#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/index/database.h"
#include "core/index/schema.h"
#include "tests/index/expect_error.h"
#include "tests/searcher/test_index.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

fs::path folder_of(int version) {
  return fs::path(TRACUU_TEST_DATA "/golden/formats") / ("v" + std::to_string(version));
}

std::vector<Document> documents() {
  Document decision{.id = "vb/749.txt",
                    .title = "Phê duyệt Chương trình Chuyển đổi số quốc gia",
                    .body = "Điều 1. Phê duyệt Chương trình.\n\nĐiều 2. Quyết định có hiệu lực.",
                    .type = "Quyết định",
                    .number = "749/QĐ-TTg",
                    .agency = "Thủ tướng Chính phủ",
                    .date = "2020-06-03",
                    .signer = "Vũ Đức Đam",
                    .keywords = {"chuyển đổi số"},
                    .source = "chinhphu.vn",
                    .path = "vb/749.txt"};
  Document plan{.id = "vb/2021/ke-hoach.txt",
                .title = "Kế hoạch chuyển đổi số",
                .body = "Căn cứ Quyết định số 749/QĐ-TTg, y\u0309 ban giao Sở TT&TT chủ trì.",
                .type = "Kế hoạch",
                .agency = "UBND tỉnh Thái Nguyên",
                .date = "2021-01-15",
                .path = "vb/2021/ke-hoach.txt"};
  Document news{.id = "tin/1.txt",
                .title = "Tin khong dau",
                .body = "Ảnh: hội nghị\n\nchuyen doi so o xa",
                .path = "tin/1.txt"};
  news.regions = {{Region::Kind::kCaption, 0, std::string("Ảnh: hội nghị").size()}};
  return {decision, plan, news};
}

// Builds the folder of the present format where it is missing and the update is asked for.
void build_if_asked() {
  const fs::path folder = folder_of(schema::kFormatVersion);
  if (fs::exists(folder) || std::getenv("TRACUU_UPDATE_GOLDEN") == nullptr) return;
  write_documents(folder.string(), documents());
  fs::remove(folder / "lock");
}

struct Row {
  const char* query;
  std::set<std::string> want;  // their order is a matter of measured weights, not of the format
};

class FrozenIndexTest : public testing::TestWithParam<int> {};

INSTANTIATE_TEST_SUITE_P(Formats, FrozenIndexTest,
                         testing::Range(schema::kOldestFormatVersion, schema::kFormatVersion + 1));

TEST_P(FrozenIndexTest, IsRead) {
  build_if_asked();
  const fs::path folder = folder_of(GetParam());
  ASSERT_TRUE(fs::exists(folder)) << folder << ": missing; run with TRACUU_UPDATE_GOLDEN=1";
  Searcher searcher(folder);
  EXPECT_EQ(searcher.size(), 3u);
  const std::string decision = "vb/749.txt";
  const std::string plan = "vb/2021/ke-hoach.txt";
  const std::string news = "tin/1.txt";
  const Row rows[] = {
      {"chuyển đổi số", {plan, decision, news}},
      {"\"chuyển đổi số\"", {plan, decision}},
      {"\"chuyen doi so\"", {plan, decision, news}},
      {"749/QĐ-TTg", {decision, plan}},
      {"số:749", {decision}},
      {"TT&TT", {plan}},
      {"hội nghị", {news}},
      {"tiêu đề:kế", {plan}},
      {"loại:\"quyết định\"", {decision}},
      {"cơ quan:\"ủy ban nhân dân tỉnh thái nguyên\"", {plan}},
      {"từ khóa:\"chuyển đổi số\"", {decision}},
      {"năm:2021", {plan}},
      {"path:vb", {plan, decision}},
      {"khong*", {news}},
      {"căn NEAR/2 quyết", {plan}},
      {"", {plan, decision, news}},
  };
  for (const Row& row : rows) {
    const Response response = ask(searcher, everything(row.query));
    const std::vector<std::string> ids = ids_of(response);
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()), row.want) << row.query;
    EXPECT_TRUE(response.relaxed.empty()) << row.query;
  }
  for (const Document& document : documents()) {
    const std::optional<Document> found = searcher.find(document.id);
    ASSERT_TRUE(found) << document.id;
    EXPECT_EQ(found->title, document.title);
    EXPECT_EQ(found->body, document.body);
    EXPECT_EQ(found->keywords, document.keywords);
    EXPECT_EQ(found->regions, document.regions);
  }
}

TEST(FormatTest, AFrozenIndexOfTheOldestFormatIsWrittenOn) {
  const input::TempFolder copies;
  const std::string copy = copies.path("index");
  fs::copy(folder_of(schema::kOldestFormatVersion), copy, fs::copy_options::recursive);
  {
    IndexWriter writer(copy);
    writer.put({.id = "moi.txt", .body = "chuyển đổi số ở thôn"}, "/srv/moi.txt");
    writer.finish();
  }
  Searcher searcher(copy);
  EXPECT_EQ(searcher.size(), 4u);
  EXPECT_EQ(ids_of(ask(searcher, everything("chuyển đổi số ở thôn"))).front(), "moi.txt");
}

TEST(FormatTest, FrozenIndexesOfOlderFormatsAreRefusedWithTheirSentence) {
  for (int version = 1; version < schema::kOldestFormatVersion; ++version) {
    const std::string folder = folder_of(version).string();
    ASSERT_TRUE(fs::exists(folder)) << folder << ": a frozen index was removed";
    expect_error([&] { Searcher searcher(folder); }, ErrorCode::kIndexTooOld,
                 "open index '" + folder + "': format " + std::to_string(version) +
                     " is older than this program's " + std::to_string(schema::kFormatVersion) +
                     "; build the index again");
  }
}

TEST(FormatTest, FrozenIndexesAreSmall) {
  std::uintmax_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder_of(schema::kFormatVersion))) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  EXPECT_LT(bytes, 200u * 1024);
}

}  // namespace
}  // namespace tracuu
