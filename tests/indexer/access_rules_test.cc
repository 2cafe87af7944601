// Which rule a file follows.

#include "indexer/access_rules.h"

#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/indexer/temp_folder.h"

namespace tracuu {
namespace {

using Kind = Access::Kind;

Access groups(const std::vector<std::string>& names) {
  return {Kind::kGroups, names};
}

const Access kClosed{Kind::kAdministrators};

class AccessRulesTest : public testing::Test {
 protected:
  // Writes kAccessFile into the folder, which is made.
  void say_in(const std::string& folder, const std::string& text) {
    std::filesystem::create_directories(folder_.path(folder));
    folder_.write(folder + "/" + std::string(kAccessFile), text);
  }

  std::optional<Access> of(const std::string& file) {
    return AccessRules(rules_).of(folder_.path(file));
  }

  input::TempFolder folder_;
  std::vector<FolderAccess> rules_;
};

TEST_F(AccessRulesTest, NothingIsSaidWithoutARule) {
  EXPECT_EQ(of("vb/1.txt"), std::nullopt);
}

TEST_F(AccessRulesTest, NearestAboveDecides) {
  say_in("vb", "# của phòng\r\nnoi-vu\r\n\r\n  Văn thư  \r\n");
  say_in("vb/bao-chi", "*");
  rules_ = {{folder_.path("vb/mat"), groups({"lanh-dao"})}};
  EXPECT_EQ(of("vb/1.txt"), groups({"Văn thư", "noi-vu"}));
  EXPECT_EQ(of("vb/2021/05/1.txt"), groups({"Văn thư", "noi-vu"}));
  EXPECT_EQ(of("vb/bao-chi/2021/1.txt"), Access{});
  EXPECT_EQ(of("vb/mat/sau/1.txt"), groups({"lanh-dao"}));
  EXPECT_EQ(of("vb/mat2/1.txt"), groups({"Văn thư", "noi-vu"}));
  EXPECT_EQ(of("khac/1.txt"), std::nullopt);
}

TEST_F(AccessRulesTest, FileComesBeforeTheRuleOfItsFolder) {
  say_in("vb", "a");
  rules_ = {{folder_.path("vb"), groups({"b"})}};
  EXPECT_EQ(of("vb/1.txt"), groups({"a"}));
}

TEST_F(AccessRulesTest, RuleForASingleFileComesFirst) {
  say_in("vb", "a");
  rules_ = {{folder_.path("vb/1.txt"), groups({"b"})}};
  EXPECT_EQ(of("vb/1.txt"), groups({"b"}));
  EXPECT_EQ(of("vb/2.txt"), groups({"a"}));
}

TEST_F(AccessRulesTest, WhatIsNoListClosesItsFolderAndIsNamed) {
  for (const char* text : {"", "# chưa ghi", "a,b", "*\na", "a\n!", "\xff", "a  b"}) {
    say_in("vb", text);
    AccessRules rules(rules_);
    EXPECT_EQ(rules.of(folder_.path("vb/sau/1.txt")), kClosed) << text;
    EXPECT_EQ(rules.of(folder_.path("vb/2.txt")), kClosed) << text;
    EXPECT_EQ(rules.problems(),
              std::vector<std::string>{folder_.path("vb/" + std::string(kAccessFile))});
  }
  say_in("vb", std::string(kMaxAccessFileBytes, '#') + "\na");
  EXPECT_EQ(of("vb/1.txt"), kClosed);
}

TEST_F(AccessRulesTest, FileThatCannotBeReadClosesItsFolder) {
  std::filesystem::create_directories(folder_.path("vb"));
  std::filesystem::create_symlink("khong-co", folder_.path("vb/" + std::string(kAccessFile)));
  EXPECT_EQ(of("vb/1.txt"), kClosed);
}

}  // namespace
}  // namespace tracuu
