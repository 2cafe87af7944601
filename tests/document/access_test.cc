// Names of groups, and what a list of them says.

#include "core/document/access.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace tracuu {
namespace {

using Kind = Access::Kind;

struct Name {
  const char* typed;
  const char* kept;  // nullptr: no name
};

class GroupNameTest : public testing::TestWithParam<Name> {};

TEST_P(GroupNameTest, IsKeptAsItIsCompared) {
  const std::optional<std::string> kept = group_name(GetParam().typed);
  if (GetParam().kept == nullptr) {
    EXPECT_FALSE(kept) << GetParam().typed;
  } else {
    EXPECT_EQ(kept.value_or("nothing"), GetParam().kept);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Names, GroupNameTest,
    testing::Values(Name{"noi-vu", "noi-vu"}, Name{"  Văn thư\t", "Văn thư"},
                    Name{"Ke\u0302\u0301 toa\u0301n", "Kế toán"}, Name{"kế toán", "kế toán"},
                    Name{"cán_bộ@sở.vn/a:b+c", "cán_bộ@sở.vn/a:b+c"}, Name{"7", "7"},
                    Name{"", nullptr}, Name{"  ", nullptr}, Name{"*", nullptr}, Name{"!", nullptr},
                    Name{"a,b", nullptr}, Name{"a;b", nullptr}, Name{"a\nb", nullptr},
                    Name{"a  b", nullptr}, Name{"a\x01", nullptr}, Name{"a\xff", nullptr},
                    Name{"\u0301a", nullptr}, Name{"a\u202eb", nullptr}, Name{"\"a\"", nullptr}));

TEST(GroupNameTest, IsBoundedInBytes) {
  EXPECT_TRUE(group_name(std::string(kMaxGroupBytes, 'a')));
  EXPECT_FALSE(group_name(std::string(kMaxGroupBytes + 1, 'a')));
}

TEST(AccessTest, ListSaysWhoMaySee) {
  EXPECT_EQ(access_of({}), Access{});
  EXPECT_EQ(access_of({"*"}), Access{});
  EXPECT_EQ(access_of({" ! "}), Access{Kind::kAdministrators});
  EXPECT_EQ(access_of({"b", "a", "b "}), (Access{Kind::kGroups, {"a", "b"}}));
  // Either would have to win, and the writer may have meant the other.
  EXPECT_FALSE(access_of({"*", "a"}));
  EXPECT_FALSE(access_of({"a", "!"}));
  EXPECT_FALSE(access_of({"a", ""}));
  EXPECT_FALSE(access_of(std::vector<std::string>(kMaxGroups + 1, "a")));
}

TEST(AccessTest, ListThatSaysNothingClosesTheDocument) {
  EXPECT_EQ(access_or_closed({"*", "a"}), Access{Kind::kAdministrators});
  EXPECT_EQ(access_or_closed({""}), Access{Kind::kAdministrators});
}

TEST(AccessTest, NamesSayTheSameAgain) {
  for (const std::vector<std::string>& names :
       {std::vector<std::string>{"*"}, {"!"}, {"Văn thư", "a"}}) {
    const Access access = access_or_closed(names);
    EXPECT_EQ(names_of(access), names);
    EXPECT_EQ(access_of(names_of(access)), access);
  }
}

TEST(AccessTest, NamesStandBetweenCommas) {
  EXPECT_EQ(split_names("a, Văn thư ,,b"), (std::vector<std::string>{"a", "Văn thư", "b"}));
  EXPECT_TRUE(split_names(" , ").empty());
}

}  // namespace
}  // namespace tracuu
