// What an index says to whoever looks after it: its last run, and the files that failed.

#include "core/index/last_run.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include "core/index/directory.h"
#include "core/index/failed_files.h"
#include "tests/indexer/temp_folder.h"

namespace tracuu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(LastRunTest, ComesBackAsItWas) {
  const input::TempFolder folder;
  EXPECT_EQ(read_last_run(folder.path()), std::nullopt);
  LastRun run;
  run.started = 1795974600;
  run.seconds = 41.25;
  run.added = 12;
  run.replaced = 3;
  run.unchanged = ~std::uint64_t{0};
  run.deleted = 4;
  run.moved = 5;
  run.skipped = 6;
  run.failures = 1;
  run.not_deleted = 7;
  run.is_partial = true;
  run.before = {"7f3a", 41, std::string("\0\xff\x10 tag4", 8)};
  write_last_run(folder.path(), run);
  EXPECT_EQ(read_last_run(folder.path()), run);
  run.is_partial = false;
  run.is_stopped = true;
  run.error_vietnamese = "đĩa đầy";
  run.error_english = "the disk is full";
  write_last_run(folder.path(), run);
  EXPECT_EQ(read_last_run(folder.path()), run);
}

TEST(LastRunTest, OtherTextIsNoRun) {
  for (const char* text : {"", "{", "[]", "{}", "{\"started\":\"hôm qua\"}"}) {
    EXPECT_EQ(decode_last_run(text), std::nullopt) << text;
  }
  const std::string whole = encode_last_run({});
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_EQ(decode_last_run(whole.substr(0, size)), std::nullopt) << size;
  }
  const input::TempFolder folder;
  folder.write(kLastRunFile, std::string(1 << 20, '['));
  EXPECT_EQ(read_last_run(folder.path()), std::nullopt);
}

std::vector<std::string> failed_paths(const Xapian::Database& database, std::size_t most = 100) {
  std::vector<std::string> paths;
  for_each_failed_file(database, [&](const FailedFile& file) {
    paths.push_back(file.path);
    return paths.size() < most;
  });
  return paths;
}

TEST(FailedFilesTest, AreThereUntilTheyAreRemoved) {
  const input::TempFolder folder;
  Xapian::WritableDatabase database(folder.path("index"), Xapian::DB_CREATE);
  EXPECT_THAT(failed_paths(database), IsEmpty());
  const std::string long_path = "/srv/" + std::string(400, 'x') + "/a.pdf";
  write_failed_file(database, {"/srv/b.pdf", "tệp bị hỏng", "the file is broken", 1});
  write_failed_file(database, {"/srv/a\xff.pdf", "tên \xff lạ", "odd", 2});
  write_failed_file(database, {long_path, "tệp bị hỏng", "the file is broken", 3});
  EXPECT_EQ(failed_paths(database).size(), 3U);
  EXPECT_THAT(failed_paths(database, 1), ElementsAre("/srv/a\xff.pdf"));
  for_each_failed_file(database, [&](const FailedFile& file) {
    if (file.path != "/srv/b.pdf") return true;
    EXPECT_EQ(file.vietnamese, "tệp bị hỏng");
    EXPECT_EQ(file.english, "the file is broken");
    EXPECT_EQ(file.count, 1U);
    return true;
  });
  remove_failed_file(database, long_path);
  remove_failed_file(database, "/srv/b.pdf");
  remove_failed_file(database, "/srv/c.pdf");
  EXPECT_THAT(failed_paths(database), ElementsAre("/srv/a\xff.pdf"));
}

}  // namespace
}  // namespace tracuu
