// The administrator's folder.

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "searcher/dictionary/data_folder.h"
#include "tests/dictionary/shown.h"

namespace tracuu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class DictionaryFilesTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = std::filesystem::temp_directory_path() / "tracuu-dictionary-XXXXXX";
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void write(std::string_view name, std::string_view content) const {
    std::ofstream(folder_ / name, std::ios::binary) << content;
  }

  std::filesystem::path folder_;
};

TEST_F(DictionaryFilesTest, AFileReplacesTheBuiltInOneAndOnlyThat) {
  write("abbreviations.tsv", "HTQLCL\thệ thống quản lý chất lượng\n");
  const Dictionary dictionary = Dictionary::load(folder_);
  EXPECT_THAT(dictionary.warnings(), IsEmpty());
  EXPECT_THAT(shown(dictionary, "HTQLCL"), ElementsAre("HTQLCL=hệ thống quản lý chất lượng"));
  EXPECT_THAT(shown(dictionary, "UBND"), IsEmpty());
  EXPECT_THAT(shown(dictionary, "Bắc Cạn"), ElementsAre("Bắc Cạn=Bắc Kạn"));
}

TEST_F(DictionaryFilesTest, WhatCannotBeReadLeavesTheBuiltInOne) {
  std::filesystem::create_directory(folder_ / "place_names.tsv");
  std::filesystem::create_symlink("nowhere", folder_ / "synonyms.tsv");
  const Dictionary dictionary = Dictionary::load(folder_);
  ASSERT_THAT(dictionary.warnings(), SizeIs(2));
  EXPECT_EQ(dictionary.warnings()[0].fault, RowFault::kFileUnreadable);
  EXPECT_EQ(dictionary.warnings()[0].line, 0u);
  EXPECT_THAT(shown(dictionary, "Bắc Cạn"), ElementsAre("Bắc Cạn=Bắc Kạn"));
}

TEST_F(DictionaryFilesTest, AnEmptyFileTurnsItsPartOff) {
  write("place_names.tsv", "");
  EXPECT_THAT(shown(Dictionary::load(folder_), "Bắc Cạn"), IsEmpty());
}

TEST_F(DictionaryFilesTest, AFolderThatIsMissingGivesTheBuiltInFiles) {
  const Dictionary dictionary = Dictionary::load(folder_ / "none");
  EXPECT_THAT(dictionary.warnings(), IsEmpty());
  EXPECT_THAT(shown(dictionary, "Bắc Cạn"), ElementsAre("Bắc Cạn=Bắc Kạn"));
}

TEST_F(DictionaryFilesTest, TheEnvironmentNamesTheFolder) {
  ASSERT_EQ(setenv("TRACUU_DATA", folder_.c_str(), 1), 0);
  EXPECT_EQ(default_data_folder(), folder_);
  ASSERT_EQ(unsetenv("TRACUU_DATA"), 0);
  EXPECT_NE(default_data_folder(), folder_);
}

}  // namespace
}  // namespace tracuu
