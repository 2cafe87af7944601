// What is remembered of files: the bytes it is kept as, and the table of all files.

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <xapian.h>

#include "indexer/files/file_record.h"
#include "indexer/files/file_table.h"
#include "tests/indexer/temp_folder.h"

namespace tracuu {
namespace {

FileRecord record_of(const std::string& path) {
  FileRecord record;
  record.path = path;
  record.relative = path.substr(path.rfind('/') + 1);
  record.stamp = {.size_bytes = 18204, .mtime_ns = -5, .inode = ~std::uint64_t{0}};
  record.is_settled = false;
  record.settings = 0xFEDCBA9876543210;
  record.content = std::string("\0\1\2 sixteen byte", 16);
  record.documents = 3;
  record.skip_count = 40;
  record.failure_count = 2;
  record.skips = {{input::SkipReason::kBroken, "thu.zip/hỏng.pdf", 0, "no pages", 1, {}},
                  {input::SkipReason::kBadId, "tin.jsonl", 7, {}, 1, {}}};
  return record;
}

void expect_equal(const FileRecord& a, const FileRecord& b) {
  EXPECT_EQ(a.path, b.path);
  EXPECT_EQ(a.relative, b.relative);
  EXPECT_EQ(a.stamp, b.stamp);
  EXPECT_EQ(a.is_settled, b.is_settled);
  EXPECT_EQ(a.settings, b.settings);
  EXPECT_EQ(a.content, b.content);
  EXPECT_EQ(a.documents, b.documents);
  EXPECT_EQ(a.skip_count, b.skip_count);
  EXPECT_EQ(a.failure_count, b.failure_count);
  EXPECT_EQ(a.skips, b.skips);
}

TEST(FileRecordTest, ComesBackFromItsBytes) {
  const FileRecord record = record_of("/srv/vb/749.docx");
  const auto back = decode_file_record(record.path, encode_file_record(record));
  ASSERT_TRUE(back);
  expect_equal(*back, record);
}

TEST(FileRecordTest, OfManySkipsTheFirstAreKept) {
  FileRecord record = record_of("/srv/a");
  record.skips.resize(500, record.skips.front());
  const auto back = decode_file_record(record.path, encode_file_record(record));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->skips.size(), kMaxRememberedSkips);
  EXPECT_EQ(back->skip_count, 40u);
}

// Whatever stands there, the file is read again or the record is one.
TEST(FileRecordTest, DamagedBytesAreNoRecord) {
  const std::string bytes = encode_file_record(record_of("/srv/vb/749.docx"));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(decode_file_record("/srv/vb/749.docx", bytes.substr(0, size))) << size;
  }
  EXPECT_FALSE(decode_file_record("/srv/vb/749.docx", bytes + "x"));
  EXPECT_FALSE(decode_file_record("/a", bytes)) << "shorter than its relative path";
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0xFF);
    decode_file_record("/srv/vb/749.docx", changed);
  }
}

TEST(FileTableTest, FindsFilesAndThoseBelowAFolder) {
  const input::TempFolder folder;
  Xapian::WritableDatabase database(folder.path("index"), Xapian::DB_CREATE);
  const std::string deep = "/srv/" + std::string(300, 'd');
  const std::vector<std::string> paths = {"/srv/a",      "/srv/a/x",    "/srv/a/y/z",   "/srv/ab",
                                          deep + "/một", deep + "/hai", "/khác/văn bản"};
  for (const std::string& path : paths) write_file(database, record_of(path));
  for (const std::string& path : paths) {
    const auto found = find_file(database, path);
    ASSERT_TRUE(found) << path;
    expect_equal(*found, record_of(path));
  }
  const auto below = [&](const std::string& root) {
    std::vector<std::string> found;
    for_each_file(database, root, [&](const FileRecord& record) { found.push_back(record.path); });
    return found;
  };
  EXPECT_EQ(below("/srv/a"), (std::vector<std::string>{"/srv/a", "/srv/a/x", "/srv/a/y/z"}));
  EXPECT_EQ(below(deep).size(), 2u);
  EXPECT_EQ(below("/").size(), paths.size());
  EXPECT_TRUE(below("/srv/c").empty());
  database.commit();
  EXPECT_EQ(below("/srv/a").size(), 3u);
  remove_file(database, "/srv/a/x");
  EXPECT_FALSE(find_file(database, "/srv/a/x"));
  EXPECT_EQ(below("/srv/a").size(), 2u);
}

}  // namespace
}  // namespace tracuu
