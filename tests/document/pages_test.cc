// Pages: which one holds a byte, what is refused, and that a repair keeps them.
#include "core/document/pages.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace tracuu {
namespace {

using Pages = std::vector<std::size_t>;

TEST(PagesTest, OffsetIsOnThePageThatBeganLast) {
  const Pages pages{0, 10, 10, 30};
  EXPECT_EQ(page_at(pages, 0), 1u);
  EXPECT_EQ(page_at(pages, 9), 1u);
  EXPECT_EQ(page_at(pages, 10), 3u);  // page 2 is empty
  EXPECT_EQ(page_at(pages, 99), 4u);
  EXPECT_EQ(page_at({}, 5), 0u);
}

TEST(PagesTest, OnlyStartsOfLinesInOrderArePages) {
  const std::string body = "một\nhai\nba";
  EXPECT_TRUE(are_pages_of({0, 6, 6}, body));
  EXPECT_TRUE(are_pages_of({}, body));
  EXPECT_FALSE(are_pages_of({0, 3}, body));
  EXPECT_FALSE(are_pages_of({6, 0}, body));
  EXPECT_FALSE(are_pages_of({0, 1000}, body));
}

TEST(PagesTest, ChangedLinesKeepTheirPages) {
  const std::string before = "vÒ\n\nchuyÓn ®æi\nsè\n";
  const std::string after = "về\n\nchuyển đổi\nsố\n";
  const Pages pages{0, before.find("chuy"), before.find("s\xC3"), before.size()};
  ASSERT_TRUE(are_pages_of(pages, before));
  const Pages moved = pages_at_lines(lines_of_pages(pages, before), after);
  EXPECT_EQ(moved, (Pages{0, after.find("chuy"), after.find("số"), after.size()}));
}

}  // namespace
}  // namespace tracuu
