// What changes below folders, as it is reported and as it is put together for a run.

#include <chrono>
#include <filesystem>
#include <future>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "indexer/watch/folder_watch.h"
#include "indexer/watch/schedule.h"
#include "tests/indexer/temp_folder.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;
using input::TempFolder;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAreArray;
using Clock = FolderWatch::Clock;

constexpr WatchTimes kQuick{.quiet = 40ms, .longest = 400ms, .look = 60ms};

class FolderWatchTest : public testing::Test {
 protected:
  void write(const std::string& below) const { folder_.write(below, "x"); }
  std::string path(const std::string& below) const { return folder_.path(below); }

  // What is told within a while, paths as they are below the folder.
  static FolderWatch::Changes wait(FolderWatch& watch, std::chrono::milliseconds most = 5s) {
    return watch.wait(Clock::now() + most);
  }

  const TempFolder folder_;
};

TEST_F(FolderWatchTest, TellsWhatHasChangedOnce) {
  write("vb/a.txt");
  write("vb/b/c.txt");
  write("vb/b/d.txt");
  write("tin/e.txt");
  FolderWatch watch({{path("vb")}, {path("tin")}}, -1, kQuick);
  EXPECT_TRUE(watch.is_complete());
  EXPECT_TRUE(wait(watch, 100ms).empty());
  write("vb/a.txt");
  write("vb/b/f.txt");
  fs::remove(path("vb/b/c.txt"));
  fs::rename(path("vb/b/d.txt"), path("tin/d.txt"));
  const FolderWatch::Changes changes = wait(watch);
  EXPECT_THAT(changes.paths, ElementsAre(path("tin/d.txt"), path("vb/a.txt"), path("vb/b/c.txt"),
                                         path("vb/b/d.txt"), path("vb/b/f.txt")));
  EXPECT_THAT(changes.roots, IsEmpty());
  EXPECT_TRUE(wait(watch, 100ms).empty());
}

TEST_F(FolderWatchTest, FollowsFoldersThatComeMoveAndGo) {
  write("vb/a.txt");
  write("ngoai/sau/b.txt");
  FolderWatch watch({{path("vb")}}, -1, kQuick);
  fs::rename(path("ngoai"), path("vb/moi"));
  EXPECT_THAT(wait(watch).paths, ElementsAre(path("vb/moi")));
  write("vb/moi/sau/b.txt");
  EXPECT_THAT(wait(watch).paths, ElementsAre(path("vb/moi/sau/b.txt")));
  fs::rename(path("vb/moi"), path("vb/khac"));
  EXPECT_THAT(wait(watch).paths, ElementsAre(path("vb/khac"), path("vb/moi")));
  write("vb/khac/sau/c.txt");
  EXPECT_THAT(wait(watch).paths, ElementsAre(path("vb/khac/sau/c.txt")));
  fs::rename(path("vb/khac"), path("ngoai"));
  EXPECT_THAT(wait(watch).paths, ElementsAre(path("vb/khac")));
  write("ngoai/sau/d.txt");
  EXPECT_TRUE(wait(watch, 100ms).empty()) << "it is not below the root any more";
}

TEST_F(FolderWatchTest, LeavesOutWhatTheWalkLeavesOut) {
  write("vb/nháp/a.txt");
  write("vb/.git/b.txt");
  FolderWatch watch({{path("vb"), {.exclude = {"nháp"}}}}, -1, kQuick);
  for (const char* name : {"vb/nháp/a.txt", "vb/.git/b.txt", "vb/~$c.docx", "vb/.an.txt"}) {
    write(name);
  }
  EXPECT_TRUE(wait(watch, 150ms).empty());
  write("vb/.tracuu-access");
  EXPECT_THAT(wait(watch).paths, ElementsAre(path("vb"))) << "who may see all that lies here";
}

TEST_F(FolderWatchTest, ManyChangesAreToldAsFolders) {
  FolderWatch watch({{path("vb")}}, -1, kQuick);
  write("vb/a.txt");
  EXPECT_THAT(wait(watch).roots, ElementsAre(path("vb"))) << "the root itself is new";
  write("vb/nhieu/a.txt");
  wait(watch);
  for (std::size_t i = 0; i < FolderWatch::kMaxPaths + 10; ++i) {
    write("vb/nhieu/" + std::to_string(i) + ".txt");
  }
  EXPECT_THAT(wait(watch).paths, ElementsAre(path("vb/nhieu")));
  for (std::size_t i = 0; i < FolderWatch::kMaxPaths + 10; ++i) {
    write("vb/" + std::to_string(i) + "/a.txt");
  }
  const FolderWatch::Changes all = wait(watch);
  EXPECT_THAT(all.roots, ElementsAre(path("vb")));
  EXPECT_THAT(all.paths, IsEmpty());
}

TEST_F(FolderWatchTest, ARootThatGoesAndComesIsComparedWhole) {
  write("vb/a.txt");
  FolderWatch watch({{path("vb")}}, -1, kQuick);
  fs::rename(path("vb"), path("cat"));
  EXPECT_THAT(wait(watch).roots, ElementsAre(path("vb")));
  write("cat/b.txt");
  EXPECT_TRUE(wait(watch, 150ms).empty()) << "its old place is not watched";
  fs::rename(path("cat"), path("vb"));
  EXPECT_THAT(wait(watch).roots, ElementsAre(path("vb")));
  write("vb/b.txt");
  EXPECT_THAT(wait(watch).paths, ElementsAre(path("vb/b.txt")));
}

TEST_F(FolderWatchTest, AFileByItselfIsWatchedWhereverItIsReplaced) {
  write("tin.jsonl");
  FolderWatch watch({{path("tin.jsonl")}}, -1, kQuick);
  write("khac.jsonl");
  EXPECT_TRUE(wait(watch, 150ms).empty());
  fs::rename(path("khac.jsonl"), path("tin.jsonl"));
  const FolderWatch::Changes changes = wait(watch);
  EXPECT_THAT(changes.paths.empty() ? changes.roots : changes.paths,
              ElementsAre(path("tin.jsonl")));
}

// Somebody who writes without a pause is not waited for.
TEST_F(FolderWatchTest, ARestlessFolderIsToldInTheEnd) {
  write("vb/a.txt");
  FolderWatch watch({{path("vb")}}, -1, {.quiet = 10s, .longest = 200ms, .look = 10s});
  auto restless = std::async(std::launch::async, [&] {
    for (int i = 0; i < 30; ++i) {
      write("vb/a.txt");
      std::this_thread::sleep_for(10ms);
    }
  });
  const auto before = Clock::now();
  EXPECT_THAT(wait(watch, 30s).paths, ElementsAre(path("vb/a.txt")));
  EXPECT_LT(Clock::now() - before, 8s);
  restless.wait();
}

TEST_F(FolderWatchTest, StopsWhenItsDescriptorSaysSo) {
  write("vb/a.txt");
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  FolderWatch watch({{path("vb")}}, ends[0], kQuick);
  ASSERT_EQ(::write(ends[1], "x", 1), 1);
  EXPECT_TRUE(wait(watch, 30s).is_stopped);
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST(WatchScheduleTest, SaysWhatIsDue) {
  const WatchSchedule::Time now{};
  WatchSchedule schedule({{"/vb", 60min}, {"/share", 15min}}, now);
  using Due = std::optional<std::vector<std::string>>;
  EXPECT_EQ(schedule.next(), now);
  EXPECT_EQ(schedule.take_due(now), Due(std::vector<std::string>{})) << "everything, at first";
  EXPECT_EQ(schedule.take_due(now), std::nullopt);
  EXPECT_EQ(schedule.next(), now + 15min);
  schedule.add({"/vb/b", "/vb/a"}, now);
  schedule.add({"/vb/c"}, now + 10s);
  EXPECT_EQ(schedule.next(), now);
  EXPECT_EQ(schedule.take_due(now), Due({"/vb/a", "/vb/b"}));
  EXPECT_EQ(schedule.next(), now + 10s);
  schedule.add({"/vb/c"}, now + 1min);
  EXPECT_EQ(schedule.take_due(now + 10s), Due({"/vb/c"})) << "the earlier of two";
  EXPECT_EQ(schedule.take_due(now + 15min), Due({"/share"}));
  schedule.add({"/share"}, now + 16min);
  schedule.add({"/vb/d"}, now + 16min);
  EXPECT_EQ(schedule.take_due(now + 16min), Due({"/share", "/vb/d"}));
  EXPECT_EQ(schedule.next(), now + 31min);
  schedule.add({"/vb/e"}, now + 70min);
  EXPECT_EQ(schedule.take_due(now + 65min), Due(std::vector<std::string>{}));
  EXPECT_EQ(schedule.take_due(now + 70min), std::nullopt) << "it was among everything";
}

}  // namespace
}  // namespace tracuu
