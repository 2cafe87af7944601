// What a query names beside its words: loose numbers, places of a document, type, agency and year.

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "searcher/understand/place_reference.h"
#include "tests/searcher/test_index.h"

namespace tracuu {
namespace {

TEST(PlaceReference, Table) {
  struct Row {
    const char* query;
    const char* place;    // article.clause.point; empty: none
    const char* covered;  // the words of the query that name it
  };
  static constexpr Row kRows[] = {
      {"khoản 2 điều 5 nđ 15/2020", "5.2.", "khoản 2 điều 5"},
      {"Điều 5 Luật 57/2020/QH14", "5..", "Điều 5"},
      {"luật 57/2020/QH14 điểm a khoản 1 điều 3", "3.1.a", "điểm a khoản 1 điều 3"},
      {"dieu 5 luat thanh nien", "5..", "dieu 5"},
      {"Điều 5, Luật Thanh niên", "5..", "Điều 5"},
      {"điều kiện vay vốn", "", ""},
      {"khoản vay 5 triệu", "", ""},
      {"", "", ""},
  };
  for (const Row& row : kRows) {
    const auto found = find_place_reference(row.query);
    const std::string query = row.query;
    EXPECT_EQ(
        found ? found->place.article + "." + found->place.clause + "." + found->place.point : "",
        row.place)
        << query;
    if (found) {
      EXPECT_EQ(query.substr(found->offset, found->length), row.covered) << query;
    }
  }
}

std::vector<Document> documents() {
  return {
      {.id = "749",
       .title = "Phê duyệt Chương trình Chuyển đổi số quốc gia",
       .body = "Chương trình chuyển đổi số quốc gia",
       .type = "Quyết định",
       .number = "749/QĐ-TTg",
       .agency = "Thủ tướng Chính phủ",
       .date = "2020-06-03"},
      {.id = "749-ubnd",
       .title = "Phân bổ kinh phí",
       .body = "Kinh phí chuyển đổi số",
       .type = "Quyết định",
       .number = "749/QĐ-UBND",
       .agency = "Ủy ban nhân dân tỉnh Sông Lam",
       .date = "2021-05-01"},
      {.id = "nq",
       .title = "Nghị quyết về chuyển đổi số",
       .body = "chuyển đổi số của tỉnh năm 2021",
       .type = "Nghị quyết",
       .number = "12/NQ-HĐND",
       .agency = "HĐND tỉnh Sông Lam",
       .date = "2021-07-15"},
      {.id = "nq-cu",
       .title = "Nghị quyết về chuyển đổi số",
       .body = "chuyển đổi số của tỉnh",
       .type = "Nghị quyết",
       .number = "13/NQ-HĐND",
       .agency = "HĐND tỉnh Sông Lam",
       .date = "2019-07-15"},
      {.id = "tt136", .body = "136/14 hộ", .type = "Thông tư", .number = "136/2014/TT-BTC"},
  };
}

std::string first(TestIndex& index, const char* query) {
  const std::vector<std::string> ids = index.ids(query);
  return ids.empty() ? "" : ids.front();
}

TEST(NamedInQuery, ANumberWithoutItsSymbolFindsItsDocumentFirst) {
  TestIndex index(documents());
  EXPECT_EQ(first(index, "quyết định 749 năm 2020"), "749");
  EXPECT_EQ(first(index, "quyet dinh so 749 nam 2021"), "749-ubnd");
  EXPECT_EQ(first(index, "QĐ 749 TTg"), "749");
  EXPECT_EQ(first(index, "qd749 chuyển đổi số quốc gia"), "749");
  EXPECT_EQ(index.strict_ids("qd749"), (std::set<std::string>{"749", "749-ubnd"}));
  EXPECT_EQ(first(index, "nghị quyết 13"), "nq-cu");
  EXPECT_FALSE(index.strict_ids("13/14").contains("tt136")) << "13/14 is no part of 136/14";
}

TEST(NamedInQuery, TypeAgencyAndYearWeighAndAreOffered) {
  TestIndex index(documents());
  const Response response =
      index.ask("nghị quyết của HĐND tỉnh Sông Lam năm 2019 về chuyển đổi số");
  ASSERT_FALSE(response.results.empty());
  EXPECT_EQ(response.results.front().id, "nq-cu");
  std::string offered;
  for (const OfferedFilter& filter : response.offered) {
    offered += filter.field + "=" + filter.value + ";";
  }
  EXPECT_EQ(offered, "type=Nghị quyết;agency=Hội đồng nhân dân tỉnh Sông Lam;year=2019;");
}

TEST(NamedInQuery, ALawByItsNameComesBeforeWhatSpeaksOfIt) {
  TestIndex index({
      {.id = "luat",
       .title = "Luật Thanh niên",
       .body = "Thanh niên là công dân Việt Nam từ đủ 16 tuổi đến 30 tuổi. Luật này có hiệu lực.",
       .type = "Luật",
       .number = "57/2020/QH14"},
      {.id = "tin", .title = "Luật Thanh niên: luật thanh niên", .body = "luật thanh niên"},
  });
  EXPECT_EQ(first(index, "luật thanh niên"), "luat");
  EXPECT_EQ(first(index, "luat thanh nien"), "luat");
}

// Words stay words: nothing is filtered by what is recognised, and what no document has is none.
TEST(NamedInQuery, NothingIsLeftOutByIt) {
  TestIndex index(documents());
  const Response response = index.ask("chuyển đổi số năm 2021");
  EXPECT_EQ(response.total, 4u);
  EXPECT_TRUE(index.ask("thông báo năm 1990").offered.empty());
  SearchRequest verbatim = everything("nghị quyết năm 2021");
  verbatim.verbatim = true;
  EXPECT_TRUE(index.ask(verbatim).offered.empty());
}

}  // namespace
}  // namespace tracuu
