// What is a hit, by example. The definition as a whole is checked by brute_force_test.cc.

#include "searcher/hits.h"

#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/searcher/test_index.h"

namespace tracuu {
namespace {

using Ids = std::set<std::string>;

// One group of documents for each rule, with words of its own.
std::vector<Document> documents() {
  return {
      {.id = "749",
       .title = "Phê duyệt Chương trình quốc gia",
       .body = "Chương trình chuyển đổi số quốc gia.",
       .type = "Quyết định",
       .number = "749/QĐ-TTg",
       .agency = "Thủ tướng Chính phủ",
       .date = "2020-06-03",
       .signer = "Vũ Đức Đam",
       .keywords = {"Chính phủ số"},
       .source = "chinhphu.vn",
       .path = "vb/2020/749.txt"},
      {.id = "ke-hoach",
       .body = "Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020.",
       .type = "Kế hoạch",
       .number = "12/KH-UBND",
       .agency = "Uỷ ban nhân dân tỉnh Thái Nguyên",
       .date = "2021-01-15",
       .path = "vb/2021/kh.txt"},
      {.id = "khac-dau", .body = "Đơn vị chuyển đội sổ sang kho."},
      {.id = "khong-dau", .body = "chuyen doi so trong nha truong"},
      {.id = "dau-phay", .body = "Việc chuyển đổi, số liệu kèm theo."},
      {.id = "hai-doan", .body = "Chuyển đổi\n\nSố nhà."},
      {.id = "lua-4", .body = "lúa gạo xuất khẩu"},
      {.id = "lua-3", .body = "lúa gạo xuất"},
      {.id = "sach", .body = "sách của thư viện"},
      {.id = "ngu-dan-nhieu", .body = "ngư dân vùng biển"},
      {.id = "ngu-dan-it", .body = "xa bờ thật"},
      {.id = "ho-dap", .body = "hồ chứa nước một hai ba đập tràn"},
      {.id = "hai-bien", .body = "hồ\n\nĐập"},
      {.id = "thuyen", .body = "thuyền thúng"},
      {.id = "thuyet", .body = "thuyết minh"},
      {.id = "anh",
       .body = "Lễ hội.\n\nẢnh: múa rồng\n\nrating3chiec",
       .regions = {{Region::Kind::kCaption, 14, 20}, {Region::Kind::kNoise, 37, 12}}},
      {.id = "so-le", .body = "Lẻ: 12 KH, UBND"},
      {.id = "tay-nguyen", .body = "Huyện Đakrông, thị xã Krông Búk, café"},
  };
}

TestIndex& index() {
  // The measured shares may change; these examples keep their own.
  static TestIndex index(documents(), 1, {.short_query = 4, .share = 0.4, .relaxed_share = 0.5});
  return index;
}

struct Row {
  const char* name;
  const char* query;
  Ids want;
};

class HitsTest : public testing::TestWithParam<Row> {};

TEST_P(HitsTest, StrictHits) {
  EXPECT_EQ(index().strict_ids(GetParam().query), GetParam().want) << GetParam().query;
}

std::string name_of_row(const testing::TestParamInfo<Row>& row) {
  return row.param.name;
}

INSTANTIATE_TEST_SUITE_P(
    Words, HitsTest,
    testing::Values(
        Row{"short_query_wants_all", "lúa gạo xuất khẩu", {"lua-4"}},
        Row{"order_does_not_matter", "gạo lúa", {"lua-3", "lua-4"}},
        Row{"typed_without_marks", "lua gao", {"lua-3", "lua-4"}},
        Row{"marks_never_filter", "lụa gáo", {"lua-3", "lua-4"}},
        Row{"light_syllables_are_free", "lúa của gạo là gì", {"lua-3", "lua-4"}},
        Row{"light_ones_alone_count", "của", {"sach"}},
        Row{"four_weighty_words_want_all", "ngư dân vùng xa", {}},
        Row{"five_weighty_words_want_a_share", "ngư dân vùng xa xuất", {"ngu-dan-nhieu"}},
        Row{"long_query_leaves_the_unknown_out",
            "ngư dân vùng biển đảo xanh thẳm",
            {"ngu-dan-nhieu"}},
        Row{"punctuation_asks_for_nothing", "lúa & gạo ; khẩu", {"lua-4"}},
        Row{"nfd_query", "lu\u0301a ga\u0323o xua\u0302\u0301t kha\u0302\u0309u", {"lua-4"}},
        Row{"caption_is_found", "múa rồng", {"anh"}}, Row{"noise_is_not", "rating3chiec", {}}),
    name_of_row);

INSTANTIATE_TEST_SUITE_P(
    Numbers, HitsTest,
    testing::Values(Row{"own_and_cited", "749/QĐ-TTg", {"749", "ke-hoach"}},
                    Row{"typed_sloppily", "749 qd ttg", {"749", "ke-hoach"}},
                    Row{"with_type_and_so", "Quyết định số 749/QĐ-TTg", {"749", "ke-hoach"}},
                    Row{"beside_words", "749/QĐ-TTg căn cứ", {"ke-hoach"}},
                    Row{"field_is_its_own_only", "số:749/QĐ-TTg", {"749"}},
                    Row{"field_takes_the_sequence", "số:749", {"749"}},
                    Row{"field_takes_the_beginning", "số:749/QĐ", {"749"}},
                    Row{"shorter_sequence_is_another_number", "số:74", {}},
                    // -749/QĐ-TTg took every document with 749, QĐ and TTg apart.
                    Row{"excluded_number", "căn cứ -749/QĐ-TTg", {}},
                    Row{"excluded_other_number", "căn cứ -12/2020/QĐ-UBND", {"ke-hoach"}},
                    Row{"required_number", "+749/QĐ-TTg căn cứ", {"ke-hoach"}}),
    name_of_row);

INSTANTIATE_TEST_SUITE_P(
    Operators, HitsTest,
    testing::Values(Row{"excluded_word", "lúa -khẩu", {"lua-3"}},
                    Row{"excluded_phrase", "lúa -\"xuất khẩu\"", {"lua-3"}},
                    Row{"not_is_minus", "lúa NOT khẩu", {"lua-3"}},
                    Row{"or_binds_loosest", "lúa khẩu OR sách", {"lua-4", "sach"}},
                    Row{"brackets", "lúa (khẩu OR sách)", {"lua-4"}},
                    Row{"and", "lúa AND khẩu", {"lua-4"}},
                    Row{"required_in_a_long_query", "+khẩu lúa gạo xuất sách thuyền", {"lua-4"}},
                    Row{"required_light_word", "+của sách", {"sach"}},
                    Row{"words_around_a_phrase_are_one_bag", "lúa \"xuất khẩu\" gạo", {"lua-4"}},
                    // «la» is free beside a marked word: so it is behind a phrase.
                    Row{"light_without_marks_in_a_marked_bag", "gạo \"xuất khẩu\" của", {"lua-4"}}),
    name_of_row);

INSTANTIATE_TEST_SUITE_P(
    Phrases, HitsTest,
    testing::Values(
        Row{"exact_tones_across_punctuation", "\"chuyển đổi số\"", {"749", "dau-phay"}},
        Row{"without_marks_every_tone",
            "\"chuyen doi so\"",
            {"749", "dau-phay", "khac-dau", "khong-dau"}},
        Row{"partly_marked", "\"chuyển doi số\"", {"749", "dau-phay"}},
        Row{"not_across_paragraphs", "\"đổi số nhà\"", {}},
        Row{"in_the_title", "tiêu đề:\"chương trình quốc gia\"", {"749"}},
        Row{"title_only", "tiêu đề:\"chuyển đổi\"", {}},
        Row{"in_a_caption", "\"múa rồng\"", {"anh"}},
        Row{"not_across_a_caption", "\"hội Ảnh\"", {}},
        // Names of the Central Highlands are no Vietnamese syllables.
        Row{"foreign_words_without_marks",
            "\"huyen dakrong thi xa krong buk cafe\"",
            {"tay-nguyen"}},
        Row{"single_word", "\"khẩu\"", {"lua-4"}},
        Row{"single_word_of_another_tone", "\"khâu\"", {}},
        Row{"near_too_far", "hồ NEAR/4 đập", {}}, Row{"near_enough", "hồ NEAR/5 đập", {"ho-dap"}},
        Row{"near_in_either_order", "đập NEAR/5 hồ", {"ho-dap"}},
        Row{"near_counts_words_between_phrases", "\"chứa nước\" NEAR/3 \"đập tràn\"", {"ho-dap"}},
        Row{"near_phrases_too_far", "\"chứa nước\" NEAR/2 \"đập tràn\"", {}},
        Row{"near_never_crosses_paragraphs", "hồ NEAR/100 đập", {"ho-dap"}}),
    name_of_row);

INSTANTIATE_TEST_SUITE_P(Prefixes, HitsTest,
                         testing::Values(Row{"without_marks", "thuye*", {"thuyen", "thuyet"}},
                                         Row{"with_marks", "thuyề*", {"thuyen"}},
                                         Row{"whole_word", "thuyết*", {"thuyet"}},
                                         Row{"beside_words", "thuy* minh", {"thuyet"}},
                                         Row{"excluded", "minh -thuyế*", {}},
                                         Row{"no_such", "zz*", {}}),
                         name_of_row);

INSTANTIATE_TEST_SUITE_P(
    Fields, HitsTest,
    testing::Values(
        Row{"type", "loại:\"quyết định\"", {"749"}},
        Row{"type_without_marks", "type:\"ke hoach\"", {"ke-hoach"}},
        Row{"agency_in_another_spelling", "cơ quan:\"UBND tỉnh Thái Nguyên\"", {"ke-hoach"}},
        Row{"agency_by_words", "cq:\"thái nguyên\"", {"ke-hoach"}},
        Row{"agency_by_whole_words_only", "cq:nguy", {}}, Row{"year", "năm:2020", {"749"}},
        Row{"date_day", "ngày:03/06/2020", {"749"}},
        Row{"date_range", "ngày:06/2020..01/2021", {"749", "ke-hoach"}},
        Row{"date_open_range", "ngày:2021..", {"ke-hoach"}},
        Row{"signer", "người ký:\"vũ đức đam\"", {"749"}},
        Row{"signer_by_words", "nk:dam", {"749"}},
        Row{"keyword", "từ khóa:\"chính phủ số\"", {"749"}},
        Row{"source", "nguồn:chinhphu.vn", {"749"}},
        Row{"path_is_every_folder_above", "path:vb", {"749", "ke-hoach"}},
        Row{"path_of_one_folder", "path:vb/2021/", {"ke-hoach"}},
        Row{"title", "tiêu đề:quốc", {"749"}}, Row{"title_not_body", "tiêu đề:lúa", {}},
        Row{"title_group", "tiêu đề:(quốc OR lúa)", {"749"}},
        Row{"values_with_or", "loại:(\"kế hoạch\" OR \"quyết định\")", {"749", "ke-hoach"}},
        Row{"field_and_words", "loại:\"quyết định\" số", {"749"}},
        Row{"excluded_field", "749/QĐ-TTg -loại:\"quyết định\"", {"ke-hoach"}},
        Row{"two_fields", "năm:2020 cq:\"thái nguyên\"", {}}),
    name_of_row);

TEST(NumberHitsTest, OwnNumberComesBeforeWhatCitesIt) {
  EXPECT_EQ(index().ids("749/QĐ-TTg"), (std::vector<std::string>{"749", "ke-hoach"}));
}

// A number outside the grammar is filtered under its name_key.
TEST(NumberHitsTest, NumberOfAnotherGrammarIsFoundByItsField) {
  TestIndex other({{.id = "la", .body = "x", .number = "Không số (bản nháp)"}});
  EXPECT_EQ(other.strict_ids("số:\"không số (bản nháp)\""), Ids{"la"});
}

struct RelaxedRow {
  const char* name;
  const char* query;
  Ids want;
  std::vector<std::string> rules;
  std::vector<std::string> words;  // of the first rule
};

TEST(RelaxedHitsTest, WhatIsGivenUpIsSaid) {
  const RelaxedRow rows[] = {
      {"unknown word", "lúa gạo zzz", {"lua-3", "lua-4"}, {"unknown_words"}, {"zzz"}},
      {"unknown number, its parts known",
       "12/QĐ-TTg",
       {"ke-hoach"},
       {"unknown_words"},
       {"12/QĐ-TTg"}},
      {"numbers that stand nowhere together", "12/KH-UBND lẻ", {"so-le"}, {"some_words"}, {}},
      {"some words", "lúa gạo xuất thuyền", {"lua-3", "lua-4"}, {"some_words"}, {}},
      {"any word",
       "lúa thuyền sách rồng",
       {"anh", "lua-3", "lua-4", "sach", "thuyen"},
       {"any_word"},
       {}},
      {"nothing at all", "zzz yyy", {}, {}, {}},
      {"a sign is never given up", "+zzz lúa", {}, {}, {}},
      {"a phrase is never given up", "\"lúa zzz\" gạo", {}, {}, {}},
      {"a field is never given up", "lúa loại:\"quyết định\"", {}, {}, {}},
  };
  for (const RelaxedRow& row : rows) {
    SCOPED_TRACE(row.name);
    const Response response = index().ask(row.query);
    const std::vector<std::string> listed = ids_of(response);
    EXPECT_EQ(Ids(listed.begin(), listed.end()), row.want);
    std::vector<std::string> rules;
    for (const Relaxed& relaxed : response.relaxed) rules.push_back(relaxed.rule);
    EXPECT_EQ(rules, row.rules);
    if (!response.relaxed.empty()) {
      EXPECT_EQ(response.relaxed.front().words, row.words);
    }
  }
}

TEST(PrefixHitsTest, StarIsBoundedToTheMostFrequentWords) {
  // 300 words that begin with "xa"; each but the last in one document, the last in two.
  std::vector<Document> many;
  many.reserve(301);
  for (int i = 0; i < 300; ++i) {
    many.push_back({.id = std::to_string(i), .body = "xa" + std::to_string(1000 + i)});
  }
  many.push_back({.id = "twice", .body = "xa1299"});
  TestIndex other(many);
  const Response response = other.ask("xa*");
  EXPECT_EQ(response.total, kMaxExpansions + 1);
  ASSERT_EQ(response.understood.size(), 1u);
  EXPECT_EQ(response.understood[0].step, "prefix");
  EXPECT_EQ(response.understood[0].from, "xa*");
  EXPECT_EQ(response.understood[0].to, std::to_string(kMaxExpansions));
  const std::vector<std::string> listed = ids_of(response);
  EXPECT_TRUE(Ids(listed.begin(), listed.end()).contains("twice"));
}

TEST(EmptyQueryTest, AsksForEveryDocumentTheNewestFirst) {
  for (const char* query : {"", "  ", "\t\n"}) {
    const Response response = index().ask(query);
    EXPECT_EQ(response.total, documents().size());
    ASSERT_GE(response.results.size(), 2u);
    EXPECT_EQ(response.results[0].id, "ke-hoach");
    EXPECT_EQ(response.results[1].id, "749");
  }
}

TEST(QueryErrorTest, QueryThatDoesNotParseIsAValue) {
  const SearchOutcome outcome = index().searcher().search({.query = "lúa \"gạo"});
  ASSERT_TRUE(std::holds_alternative<query::QueryError>(outcome));
  EXPECT_EQ(std::get<query::QueryError>(outcome).span.offset, std::string("lúa ").size());
}

TEST(FindTest, StoredDocumentComesBackByItsId) {
  const std::optional<Document> found = index().searcher().find("749");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->number, "749/QĐ-TTg");
  EXPECT_EQ(found->body, documents().front().body);
  EXPECT_FALSE(index().searcher().find("74"));
  EXPECT_FALSE(index().searcher().find(""));
  EXPECT_EQ(index().searcher().size(), documents().size());
}

TEST(FindTest, LongIdsStayApart) {
  const std::string base(400, 'a');
  TestIndex other({{.id = base + "1", .body = "x"}, {.id = base + "2", .body = "y"}});
  ASSERT_TRUE(other.searcher().find(base + "2"));
  EXPECT_EQ(other.searcher().find(base + "2")->body, "y");
  EXPECT_FALSE(other.searcher().find(base + "3"));
}

}  // namespace
}  // namespace tracuu
