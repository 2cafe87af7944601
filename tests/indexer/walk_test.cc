#include "indexer/source/walk.h"

#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/error.h"
#include "tests/indexer/temp_folder.h"

namespace tracuu::input {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> relatives(const Walk& walked) {
  std::vector<std::string> names;
  for (const WalkedFile& file : walked.files) names.push_back(file.relative);
  return names;
}

Walk walk_one(const std::string& path, const Limits& limits = {}) {
  return walk({path}, {.limits = limits});
}

TEST(WalkTest, FilesComeInByteOrderWithTheFolderNameBefore) {
  const TempFolder folder;
  folder.write("sample/b.txt", "bb");
  folder.write("sample/a/z.md", "zzz");
  folder.write("sample/a.txt", "a");
  folder.write("sample/Đ.txt", "d");
  const Walk walked = walk_one(folder.path("sample"));
  EXPECT_THAT(relatives(walked),
              ElementsAre("sample/a.txt", "sample/a/z.md", "sample/b.txt", "sample/Đ.txt"));
  EXPECT_EQ(walked.total_bytes, 7U);
  EXPECT_EQ(walked.files[1].path, folder.path("sample/a/z.md"));
  EXPECT_THAT(walked.skips, IsEmpty());
}

TEST(WalkTest, EveryWayToNameAFolderGivesTheSameRelativePaths) {
  const TempFolder folder;
  folder.write("sample/a.txt", "a");
  for (const char* way : {"sample", "sample/", "./sample", "sample/../sample/."}) {
    EXPECT_THAT(relatives(walk_one(folder.path() + "/" + way)), ElementsAre("sample/a.txt")) << way;
  }
}

TEST(WalkTest, AFileGivenKeepsItsNameAndMayBeHidden) {
  const TempFolder folder;
  EXPECT_THAT(relatives(walk_one(folder.write("x/.an.txt", "a"))), ElementsAre(".an.txt"));
}

TEST(WalkTest, PatternsSayWhichFilesAreMeant) {
  const TempFolder folder;
  for (const char* name : {"a.docx", "b.pdf", "~$a.docx", "c.tmp", "nháp/d.docx", "cũ/e.docx",
                           "cũ/sâu/f.docx", "cũ/g.txt"}) {
    folder.write(std::string("vb/") + name, "x");
  }
  struct Row {
    PathPatterns patterns;
    std::vector<std::string> files;
  };
  const std::vector<Row> rows = {
      {{},
       {"vb/a.docx", "vb/b.pdf", "vb/cũ/e.docx", "vb/cũ/g.txt", "vb/cũ/sâu/f.docx",
        "vb/nháp/d.docx"}},
      {{.include = {"*.docx"}},
       {"vb/a.docx", "vb/cũ/e.docx", "vb/cũ/sâu/f.docx", "vb/nháp/d.docx"}},
      {{.exclude = {"nháp", "sâu"}}, {"vb/a.docx", "vb/b.pdf", "vb/cũ/e.docx", "vb/cũ/g.txt"}},
      {{.include = {"cũ/*"}, .exclude = {"*.txt"}}, {"vb/cũ/e.docx", "vb/cũ/sâu/f.docx"}},
      {{.exclude = {"vb"}},
       {"vb/a.docx", "vb/b.pdf", "vb/cũ/e.docx", "vb/cũ/g.txt", "vb/cũ/sâu/f.docx",
        "vb/nháp/d.docx"}},
  };
  for (const Row& row : rows) {
    const Walk walked =
        walk({folder.path("vb")}, {.unknown = UnknownNames::kTake, .patterns = {row.patterns}});
    EXPECT_EQ(relatives(walked), row.files);
  }
  // What is named by itself is meant.
  EXPECT_THAT(relatives(walk_one(folder.path("vb/c.tmp"))), testing::SizeIs(0));
  EXPECT_THAT(relatives(walk({folder.path("vb/c.tmp")}, {.unknown = UnknownNames::kTake})),
              ElementsAre("c.tmp"));
}

TEST(WalkTest, FilesOverTheSizeOfTheirSourceAreSaidToBe) {
  const TempFolder folder;
  folder.write("vb/a.txt", std::string(4096, 'a'));
  folder.write("vb/b.txt", std::string(4097, 'b'));
  const Walk walked = walk({folder.path("vb")}, {.patterns = {{.max_bytes = 4096}}});
  EXPECT_THAT(relatives(walked), ElementsAre("vb/a.txt"));
  EXPECT_THAT(walked.skips,
              ElementsAre(Skip{SkipReason::kOverSize, "vb/b.txt", 0, "4 KiB", 1, {}}));
  EXPECT_FALSE(is_failure(SkipReason::kOverSize));
}

TEST(WalkTest, OnlyWhatIsAskedForIsLookedAt) {
  const TempFolder folder;
  for (const char* name : {"vb/a.txt", "vb/ab.txt", "vb/c/d.txt", "vb/c/e/f.txt", "vb/g/h.txt",
                           "tin/a.txt", "vb/.an/b.txt"}) {
    folder.write(name, "x");
  }
  struct Row {
    std::vector<std::string> only;  // below the folder
    std::vector<std::string> files;
  };
  const std::vector<Row> rows = {
      {{"vb/a.txt"}, {"vb/a.txt"}},
      {{"vb/c"}, {"vb/c/d.txt", "vb/c/e/f.txt"}},
      {{"vb/c/e"}, {"vb/c/e/f.txt"}},
      {{"vb/c/e/f.txt", "vb/g"}, {"vb/c/e/f.txt", "vb/g/h.txt"}},
      {{"vb/khong-co.txt"}, {}},
      {{"vb/.an/b.txt"}, {}},  // hidden, whoever asks
      {{"tin"}, {"tin/a.txt"}},
      {{"vb", "tin/khong-co"},
       {"vb/a.txt", "vb/ab.txt", "vb/c/d.txt", "vb/c/e/f.txt", "vb/g/h.txt"}},
  };
  for (const Row& row : rows) {
    std::vector<std::string> only;
    for (const std::string& below : row.only) only.push_back(folder.path(below));
    const Walk walked = walk({folder.path("vb"), folder.path("tin")}, {.only = only});
    EXPECT_EQ(relatives(walked), row.files) << row.only.front();
  }
}

TEST(WalkTest, StopsWhenAsked) {
  const TempFolder folder;
  for (int i = 0; i < 20; ++i) folder.write("vb/" + std::to_string(i) + ".txt", "x");
  int asked = 0;
  const Walk walked = walk({folder.path("vb")}, {.is_stopped = [&] { return ++asked > 5; }});
  EXPECT_TRUE(walked.stopped);
  EXPECT_LT(walked.files.size(), 5U);
  EXPECT_FALSE(walk({folder.path("vb")}).stopped);
}

TEST(WalkTest, HiddenFilesArePassedOverInSilence) {
  const TempFolder folder;
  for (const char* name : {".git/a.txt", ".DS_Store", "a.txt~", "~$a.txt", "a.txt.tmp", "b.tmp"}) {
    folder.write(std::string("s/") + name, "a");
  }
  const Walk walked = walk_one(folder.path("s"));
  EXPECT_THAT(relatives(walked), IsEmpty());
  EXPECT_THAT(walked.skips, IsEmpty());
}

TEST(WalkTest, UnsupportedEndingsAreCountedOncePerEnding) {
  const TempFolder folder;
  for (const char* name : {"a.docx", "b.DOCX", "c.png", "LICENSE", "d.tar.gz", "e.TXT"}) {
    folder.write(std::string("s/") + name, "a");
  }
  const Walk walked = walk_one(folder.path("s"));
  EXPECT_THAT(relatives(walked), ElementsAre("s/e.TXT"));
  EXPECT_THAT(walked.skips,
              ElementsAre(Skip{SkipReason::kUnsupported, "s/LICENSE", 0, "", 1, {}},
                          Skip{SkipReason::kUnsupported, "s/a.docx", 0, ".docx", 2, {}},
                          Skip{SkipReason::kUnsupported, "s/c.png", 0, ".png", 1, {}},
                          Skip{SkipReason::kUnsupported, "s/d.tar.gz", 0, ".tar.gz", 1, {}}));
}

TEST(WalkTest, AMissingPathIsAnError) {
  const TempFolder folder;
  try {
    walk_one(folder.path("không có"));
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kPathMissing);
  }
}

TEST(WalkTest, AFolderLoopBySymlinkEndsAndIsTold) {
  const TempFolder folder;
  folder.write("s/a/b.txt", "a");
  std::filesystem::create_directory_symlink(folder.path("s"), folder.path("s/a/vong"));
  const Walk walked = walk_one(folder.path("s"));
  EXPECT_THAT(relatives(walked), ElementsAre("s/a/b.txt"));
  EXPECT_THAT(walked.skips, ElementsAre(Skip{SkipReason::kFolderLoop, "s/a/vong", 0, "", 1, {}}));
}

TEST(WalkTest, ALinkToAnotherFolderIsFollowed) {
  const TempFolder folder;
  folder.write("khac/b.txt", "a");
  folder.write("s/a.txt", "a");
  std::filesystem::create_directory_symlink(folder.path("khac"), folder.path("s/lien-ket"));
  EXPECT_THAT(relatives(walk_one(folder.path("s"))), ElementsAre("s/a.txt", "s/lien-ket/b.txt"));
}

TEST(WalkTest, ADanglingLinkIsUnreadableWithItsCause) {
  const TempFolder folder;
  folder.write("s/a.txt", "a");
  std::filesystem::create_symlink(folder.path("mat.txt"), folder.path("s/b.txt"));
  EXPECT_THAT(
      walk_one(folder.path("s")).skips,
      ElementsAre(Skip{SkipReason::kUnreadable, "s/b.txt", 0, "No such file or directory", 1, {}}));
}

TEST(WalkTest, AFolderNamedLikeATextIsAFolder) {
  const TempFolder folder;
  folder.write("s/x.txt/y.txt", "a");
  EXPECT_THAT(relatives(walk_one(folder.path("s"))), ElementsAre("s/x.txt/y.txt"));
}

TEST(WalkTest, APipeUnderATextNameIsNotWaitedFor) {
  const TempFolder folder;
  folder.write("s/a.txt", "a");
  ASSERT_EQ(::mkfifo(folder.path("s/ong.txt").c_str(), 0600), 0);
  EXPECT_THAT(walk_one(folder.path("s")).skips,
              ElementsAre(Skip{SkipReason::kNotAFile, "s/ong.txt", 0, "", 1, {}}));
}

TEST(WalkTest, FoldersDeeperThanTheLimitAreTold) {
  const TempFolder folder;
  folder.write("s/1/2/3/a.txt", "a");
  const Walk walked = walk_one(folder.path("s"), {.folder_depth = 2});
  EXPECT_THAT(walked.skips, ElementsAre(Skip{SkipReason::kTooDeep, "s/1/2/3", 0, "2", 1, {}}));
}

TEST(WalkTest, AnUnreadableFolderIsASkipAndTheRestIsRead) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read every folder";
  const TempFolder folder;
  folder.write("s/a/x.txt", "a");
  folder.write("s/b.txt", "b");
  std::filesystem::permissions(folder.path("s/a"), std::filesystem::perms::none);
  const Walk walked = walk_one(folder.path("s"));
  std::filesystem::permissions(folder.path("s/a"), std::filesystem::perms::owner_all);
  EXPECT_THAT(relatives(walked), ElementsAre("s/b.txt"));
  ASSERT_EQ(walked.skips.size(), 1U);
  EXPECT_EQ(walked.skips[0].reason, SkipReason::kUnreadable);
}

}  // namespace
}  // namespace tracuu::input
