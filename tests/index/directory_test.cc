// Generations, the file `current` and the lock.

#include "core/index/directory.h"

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <thread>

#include <gtest/gtest.h>

#include "tests/index/expect_error.h"
#include "tests/indexer/temp_folder.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;
using input::TempFolder;

std::string no_index(const std::string& path, const std::string& cause) {
  return "open index '" + path + "': this is no tracuu index (" + cause + ")";
}

std::string read_all(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(IndexDirectoryTest, AbsentDirectoryHasNoCurrentAndIsMissing) {
  const TempFolder folder;
  const std::string path = folder.path("idx");
  const IndexDirectory directory(path);
  EXPECT_EQ(directory.current(), std::nullopt);
  expect_error([&] { directory.live(); }, ErrorCode::kIndexMissing,
               "open index '" + path + "': no such folder; create it with tracuu-index --index '" +
                   path + "' FOLDER");
}

TEST(IndexDirectoryTest, EmptyDirectoryMayBecomeAnIndexButIsNone) {
  const TempFolder folder;
  const IndexDirectory directory(folder.path());
  EXPECT_EQ(directory.current(), std::nullopt);
  expect_error([&] { directory.live(); }, ErrorCode::kNotAnIndex,
               no_index(folder.path(), "no file 'current' in it"));
}

// What a directory holds besides, and what is wrong with it.
struct ForeignRow {
  const char* name;
  const char* file;
  const char* bytes;
  const char* cause;
};

class ForeignDirectoryTest : public testing::TestWithParam<ForeignRow> {};

TEST_P(ForeignDirectoryTest, IsRefusedBeforeAnythingIsWritten) {
  const ForeignRow& row = GetParam();
  const TempFolder folder;
  folder.write(row.file, row.bytes);
  const IndexDirectory directory(folder.path());
  const std::string sentence = no_index(folder.path(), row.cause);
  expect_error([&] { directory.current(); }, ErrorCode::kNotAnIndex, sentence);
  expect_error([&] { directory.live(); }, ErrorCode::kNotAnIndex, sentence);
  expect_error([&] { IndexLock lock(directory); }, ErrorCode::kNotAnIndex, sentence);
  EXPECT_FALSE(fs::exists(folder.path("lock")));
  EXPECT_EQ(read_all(folder.path(row.file)), row.bytes);
}

INSTANTIATE_TEST_SUITE_P(
    All, ForeignDirectoryTest,
    testing::Values(
        ForeignRow{"documents", "bai.txt", "chuyển đổi số", "it holds 'bai.txt'"},
        ForeignRow{"almost_a_generation", "gen-", "", "it holds 'gen-'"},
        ForeignRow{"generation_with_letters", "gen-00a1", "", "it holds 'gen-00a1'"},
        ForeignRow{"current_is_empty", "current", "", "the file 'current' names no generation"},
        ForeignRow{"current_is_prose", "current", "hôm nay\n",
                   "the file 'current' names no generation"},
        ForeignRow{"current_leads_elsewhere", "current", "../etc\n",
                   "the file 'current' names no generation"},
        ForeignRow{"current_goes_up_from_a_generation", "current", "gen-0001/../../x\n",
                   "the file 'current' names no generation"},
        ForeignRow{"current_has_prose_below", "current", "gen-0001\nhôm nay\n",
                   "the file 'current' names no generation"},
        ForeignRow{"current_is_endless", "current",
                   "gen-00000000000000000000000000000000000000000000000000000000000000000000000001",
                   "the file 'current' names no generation"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(IndexDirectoryTest, FileInItsPlaceIsNoIndex) {
  const TempFolder folder;
  const std::string path = folder.write("idx", "x");
  const IndexDirectory directory(path);
  expect_error([&] { directory.live(); }, ErrorCode::kNotAnIndex, no_index(path, "a file"));
  expect_error([&] { IndexLock lock(directory); }, ErrorCode::kNotAnIndex,
               no_index(path, "a file"));
}

TEST(IndexDirectoryTest, CurrentNamingAMissingGenerationIsSaid) {
  const TempFolder folder;
  folder.write("current", "gen-0007\n");
  const IndexDirectory directory(folder.path());
  EXPECT_EQ(directory.current(), "gen-0007");
  expect_error([&] { directory.live(); }, ErrorCode::kNotAnIndex,
               no_index(folder.path(), "the folder 'gen-0007' is missing"));
}

TEST(IndexDirectoryTest, GenerationBecomesLiveByMakeLive) {
  const TempFolder folder;
  const IndexDirectory directory(folder.path("deep/idx"));
  const IndexLock lock(directory);
  const fs::path first = directory.next_generation();
  EXPECT_EQ(first.filename(), "gen-0001");
  EXPECT_FALSE(fs::exists(first));
  fs::create_directory(first);
  folder.write("deep/idx/gen-0001/data", "1");
  EXPECT_EQ(directory.current(), std::nullopt);

  directory.make_live(first);
  EXPECT_EQ(directory.current(), "gen-0001");
  EXPECT_EQ(directory.live(), first);
  EXPECT_EQ(read_all(folder.path("deep/idx/current")), "gen-0001\n");
  EXPECT_FALSE(fs::exists(folder.path("deep/idx/current.new")));

  const fs::path second = directory.next_generation();
  EXPECT_EQ(second.filename(), "gen-0002");
  fs::create_directory(second);
  directory.make_live(second);
  EXPECT_EQ(directory.live(), second);
}

// Makes generations 1 … `count`, the last one live.
void make_generations(const TempFolder& folder, int count, std::size_t keep) {
  const IndexDirectory directory(folder.path());
  for (int i = 0; i < count; ++i) {
    const fs::path generation = directory.next_generation();
    fs::create_directory(generation);
    directory.make_live(generation, keep);
  }
}

TEST(IndexDirectoryTest, AsManyEarlierGenerationsAreKeptAsAskedFor) {
  struct Row {
    std::size_t keep;
    const char* current;
  };
  for (const Row& row : {Row{0, "gen-0004\n"}, Row{1, "gen-0004\ngen-0003\n"},
                         Row{9, "gen-0004\ngen-0003\ngen-0002\ngen-0001\n"}}) {
    SCOPED_TRACE(row.keep);
    const TempFolder folder;
    make_generations(folder, 4, row.keep);
    EXPECT_EQ(read_all(folder.path("current")), row.current);
    IndexDirectory(folder.path()).remove_leftovers();
    for (std::size_t i = 1; i <= 4; ++i) {
      EXPECT_EQ(fs::exists(folder.path("gen-000" + std::to_string(i))), 4 - i <= row.keep) << i;
    }
  }
}

TEST(IndexDirectoryTest, GoingBackPassesAllThatIsKeptAndReturns) {
  const TempFolder folder;
  make_generations(folder, 3, 2);
  const IndexDirectory directory(folder.path());
  for (const char* live : {"gen-0002", "gen-0001", "gen-0003"}) {
    EXPECT_EQ(directory.roll_back(), folder.path(live));
    EXPECT_EQ(directory.live(), folder.path(live));
    EXPECT_EQ(directory.kept().size(), 2u);
  }
}

TEST(IndexDirectoryTest, WithoutAnEarlierGenerationThereIsNoGoingBack) {
  const TempFolder folder;
  make_generations(folder, 2, 1);
  fs::remove_all(folder.path("gen-0001"));  // by hand
  const IndexDirectory directory(folder.path());
  expect_error([&] { directory.roll_back(); }, ErrorCode::kNothingKept,
               "go back to an earlier index of '" + folder.path() + "': none is kept");
  EXPECT_EQ(directory.current(), "gen-0002");
}

TEST(IndexDirectoryTest, AReplacedGenerationIsNotKeptAndTheEarlierOneStays) {
  const TempFolder folder;
  make_generations(folder, 2, 1);
  const IndexDirectory directory(folder.path());
  const fs::path compacted = directory.next_generation();
  fs::create_directory(compacted);
  directory.replace_live(compacted);
  EXPECT_EQ(read_all(folder.path("current")), "gen-0003\ngen-0001\n");
  EXPECT_TRUE(fs::exists(folder.path("gen-0002"))) << "readers may be at it";
  directory.remove_leftovers();
  EXPECT_FALSE(fs::exists(folder.path("gen-0002")));
}

TEST(IndexDirectoryTest, CurrentWithoutLineFeedIsRead) {
  const TempFolder folder;
  folder.write("current", "gen-0003");
  folder.write("gen-0003/data", "");
  EXPECT_EQ(IndexDirectory(folder.path()).live(), folder.path("gen-0003"));
}

TEST(IndexDirectoryTest, NextGenerationIsAboveEveryOther) {
  const TempFolder folder;
  for (const char* name : {"gen-0002/x", "gen-0010/x", "gen-9999/x"}) folder.write(name, "");
  EXPECT_EQ(IndexDirectory(folder.path()).next_generation().filename(), "gen-10000");
}

TEST(IndexDirectoryTest, LeftoversGoAndTheLiveGenerationStays) {
  const TempFolder folder;
  for (const char* name : {"gen-0001/old", "gen-0002/live", "gen-0003/killed"}) {
    folder.write(name, "x");
  }
  folder.write("current", "gen-0002\n");
  folder.write("current.new", "gen-0003\n");
  const IndexDirectory directory(folder.path());
  const IndexLock lock(directory);
  directory.remove_leftovers();
  EXPECT_FALSE(fs::exists(folder.path("gen-0001")));
  EXPECT_FALSE(fs::exists(folder.path("gen-0003")));
  EXPECT_FALSE(fs::exists(folder.path("current.new")));
  EXPECT_TRUE(fs::exists(folder.path("gen-0002/live")));
  EXPECT_EQ(directory.current(), "gen-0002");
}

// A first build that is killed between writing current.new and its rename leaves no `current`;
// the directory was then refused as foreign for its `current.new`.
TEST(IndexDirectoryTest, FirstBuildKilledBeforeTheRenameIsCleanedByTheNext) {
  const TempFolder folder;
  folder.write("gen-0001/data", "x");
  folder.write("current.new", "gen-0001\n");
  folder.write("lock", "");
  const IndexDirectory directory(folder.path());
  EXPECT_EQ(directory.current(), std::nullopt);
  const IndexLock lock(directory);
  directory.remove_leftovers();
  EXPECT_FALSE(fs::exists(folder.path("gen-0001")));
  EXPECT_FALSE(fs::exists(folder.path("current.new")));
  EXPECT_EQ(directory.next_generation().filename(), "gen-0001");
}

TEST(IndexLockTest, SecondWriterIsTurnedAwayUntilTheFirstIsDone) {
  const TempFolder folder;
  const IndexDirectory directory(folder.path("idx"));
  std::optional<IndexLock> first(std::in_place, directory);
  const std::string busy = "write index '" + folder.path("idx") +
                           "': another program is writing to it; wait, then run again";
  for (int attempt = 0; attempt < 2; ++attempt) {
    expect_error([&] { IndexLock second(directory); }, ErrorCode::kIndexBusy, busy);
  }
  first.reset();
  EXPECT_NO_THROW(IndexLock again(directory));
}

TEST(IndexLockTest, APatientWriterGetsTheLockWhenTheFirstIsDone) {
  const TempFolder folder;
  const IndexDirectory directory(folder.path("idx"));
  std::optional<IndexLock> first(std::in_place, directory);
  std::thread patient(
      [&] { EXPECT_NO_THROW(IndexLock second(directory, std::chrono::seconds(30))); });
  first.reset();
  patient.join();
}

TEST(IndexLockTest, LocksOfTwoDirectoriesAreIndependent) {
  const TempFolder folder;
  const IndexLock one(IndexDirectory(folder.path("a")));
  EXPECT_NO_THROW(IndexLock two(IndexDirectory(folder.path("b"))));
}

TEST(IndexLockTest, DirectoryThatCannotBeMadeIsSaid) {
  const TempFolder folder;
  folder.write("file", "x");
  try {
    const IndexLock lock(IndexDirectory(folder.path("file/idx")));
    ADD_FAILURE() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_EQ(static_cast<int>(error.code()), static_cast<int>(ErrorCode::kIo));
    EXPECT_EQ(error.arguments().front(), folder.path("file/idx"));
  }
}

}  // namespace
}  // namespace tracuu
