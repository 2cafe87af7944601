#include "searcher/query/fields.h"

#include <algorithm>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "core/text/fold.h"

namespace tracuu::query {
namespace {

TEST(FieldTableTest, EveryNameIsFoldedAndFoundAndItsOwn) {
  std::set<std::string_view> seen;
  for (const FieldNames& row : field_table()) {
    EXPECT_EQ(name_of(row.field), row.names.front());
    for (std::string_view name : row.names) {
      EXPECT_TRUE(seen.insert(name).second) << name;
      EXPECT_EQ(fold(name, Marks::kKeep), name);
      EXPECT_EQ(field_from_name(name), row.field) << name;
      EXPECT_LE(std::ranges::count(name, ' '), 1) << name;
    }
  }
}

TEST(FieldTableTest, EveryNameCanBeTypedWithoutMarks) {
  for (const FieldNames& row : field_table()) {
    for (std::string_view name : row.names)
      EXPECT_EQ(field_from_name(fold(name, Marks::kDrop)), row.field) << name;
  }
}

// A word that is a name and also ends one would make «a name:» ambiguous.
TEST(FieldTableTest, NoNameEndsAnother) {
  for (const FieldNames& row : field_table()) {
    for (std::string_view name : row.names) EXPECT_FALSE(ends_field_name(name)) << name;
  }
  EXPECT_TRUE(ends_field_name("QUAN"));
  EXPECT_FALSE(ends_field_name("uan"));
}

TEST(FieldTableTest, OtherNamesAreNone) {
  for (std::string_view name : {"", "lưu ý", "http", "sở", "cơ", "quan", "cơquan", "cơ  quan"})
    EXPECT_FALSE(field_from_name(name)) << name;
  EXPECT_FALSE(field_from_name(std::string(5000, 'a')));
}

}  // namespace
}  // namespace tracuu::query
