// Completion and "did you mean" over a small index of decisions and news.

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/complete/completion_view.h"
#include "tests/searcher/test_index.h"

namespace tracuu {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<Document> documents() {
  std::vector<Document> all = {
      {.id = "k1",
       .title = "Kế hoạch chuyển đổi số năm 2023",
       .number = "12/KH-UBND",
       .agency = "Ủy ban nhân dân tỉnh Sông Lam",
       .date = "2023-02-01"},
      {.id = "k2",
       .title = "Kế hoạch chuyển đổi số trong trường học",
       .number = "21/KH-UBND",
       .agency = "Ủy ban nhân dân tỉnh Sông Lam",
       .date = "2024-02-01"},
      {.id = "q1",
       .title = "Quyết định ban hành Sổ tay chuyển đổi số cấp xã",
       .type = "Quyết định",
       .number = "749/QĐ-TTg",
       .agency = "Sở Thông tin và Truyền thông",
       .date = "2020-06-03"},
      {.id = "q2",
       .title = "Quyết định ban hành quy chế làm việc",
       .type = "Quyết định",
       .number = "749/QĐ-UBND",
       .agency = "Ủy ban nhân dân tỉnh Sông Lam",
       .date = "2022-01-05"},
      {.id = "q3",
       .title = "Quyết định ban hành quy chế làm việc",
       .type = "Quyết định",
       .number = "74/QĐ-UBND",
       .agency = "Ủy ban nhân dân tỉnh Sông Lam",
       .date = "2021-01-05"},
      {.id = "n1",
       .title = "Nghị quyết hội nghị lần thứ tư",
       .type = "Nghị quyết",
       .number = "7490/NQ-HĐND",
       .agency = "Hội đồng nhân dân tỉnh",
       .date = "2019-05-06"},
      {.id = "h1", .title = "Hội nghị tổng kết năm học", .date = "2021-08-01"},
      {.id = "h2", .title = "Hỏi đáp về bảo hiểm y tế", .date = "2021-09-01"},
      {.id = "b1", .title = "Bảo hiểm y tế toàn dân", .date = "2022-09-01"},
      {.id = "m1", .title = "Kỹ thuật trồng lúa", .date = "2018-09-01"},
      {.id = "m2", .title = "Hòa Bình đón khách", .date = "2018-10-01"},
  };
  Document noise{.id = "x1", .title = "Tin vắn", .body = "zyxwvut anhdep.jpg"};
  noise.regions = {{Region::Kind::kNoise, 0, noise.body.size()}};
  all.push_back(noise);
  // What "did you mean" goes by: a pair that the index has seen often.
  std::string body;
  for (int i = 0; i < 60; ++i) body += "Công tác chuyển đổi số của tỉnh. ";
  all.push_back({.id = "b2", .title = "Báo cáo", .body = body + "Đỗi thay."});
  return all;
}

class CompleteTest : public ::testing::Test {
 protected:
  static TestIndex& index() {
    static TestIndex kIndex(documents());
    return kIndex;
  }
  static std::vector<Completion> complete(const std::string& typed, std::size_t limit = 10) {
    return index().searcher().complete(typed, limit);
  }
  static std::vector<std::string> texts(const std::string& typed) {
    std::vector<std::string> all;
    for (const Completion& each : complete(typed)) all.push_back(each.text);
    return all;
  }
  static std::vector<std::string> suggestions(const std::string& query) {
    std::vector<std::string> all;
    for (const Suggestion& each : index().searcher().suggest(query)) all.push_back(each.text);
    return all;
  }
};

TEST_F(CompleteTest, EachPrefixGivesWhatItBegins) {
  struct Row {
    const char* typed;
    const char* expected;
  };
  constexpr Row kRows[] = {
      {"chuyen d", "chuyển đổi số"},
      {"chuyển đ", "chuyển đổi số"},
      {"chuy", "chuyển đổi số"},
      {"Chuye\u0302\u0309n đ", "chuyển đổi số"},  // NFD
      {"chuyeenr ddo", "chuyển đổi số"},          // Telex, the input method is off
      {"ke hoach chuyen", "Kế hoạch chuyển đổi số trong trường học"},
      {"quyet dinh ban", "Quyết định ban hành quy chế làm việc"},
      {"hội nghị t", "Hội nghị tổng kết năm học"},
      {"ky thu", "Kỹ thuật trồng lúa"},
      {"kĩ thu", "Kỹ thuật trồng lúa"},
      {"hoà b", "Hòa Bình đón khách"},  // the new place of the tone
      {"so thong", "Sở Thông tin và Truyền thông"},
      {"sở tr", "Sở Thông tin và Truyền thông"},  // words in between
      {"ubnd tinh so", "Ủy ban nhân dân tỉnh Sông Lam"},
      {"749/q", "749/QĐ-TTg"},
      {"749 qd", "749/QĐ-UBND"},
      {"qđ 749", "749/QĐ-TTg"},
      {"quyết định số 749", "749/QĐ-UBND"},
  };
  for (const Row& row : kRows) {
    EXPECT_THAT(texts(row.typed), Contains(row.expected)) << row.typed;
  }
}

// A word that is none of the most frequent which begin so, or that one document alone has.
TEST(CompleteTitlesTest, ARareWordIsFoundBehindOthersAndAlone) {
  std::string body;
  for (const char* rhyme :
       {"a",  "à",  "á",  "ả",   "ạ",   "ai",  "ài",  "ái",  "ải",  "ại",  "ao",  "ào",  "áo", "ảo",
        "ạo", "an", "àn", "án",  "ản",  "ạn",  "ang", "àng", "áng", "ảng", "ạng", "am",  "àm", "ám",
        "ảm", "ạm", "ôi", "ồi",  "ối",  "ổi",  "ội",  "ông", "ồng", "ống", "ổng", "ộng", "u",  "ù",
        "ú",  "ủ",  "ụ",  "ung", "ùng", "úng", "ủng", "ụng", "i",   "ì",   "í",   "ỉ",   "ị",  "in",
        "ìn", "ín", "ỉn", "ịn",  "ich", "ích", "ịch", "ính", "ình", "ịnh", "ư",   "ừ",   "ứ"}) {
    body += "th" + std::string(rhyme) + ", ";
  }
  std::vector<Document> documents;
  documents.reserve(7);
  for (int i = 0; i < 5; ++i) documents.push_back({.id = std::to_string(i), .body = body});
  documents.push_back({.id = "rare", .title = "Sổ lớn thoắt hiện"});
  documents.push_back({.id = "foreign", .title = "Máy photocopy đời mới"});
  TestIndex index(documents);
  struct Row {
    const char* typed;
    const char* expected;  // nothing: no title
  };
  constexpr Row kRows[] = {
      {"sổ lớn th", "Sổ lớn thoắt hiện"},
      {"so lon tho", "Sổ lớn thoắt hiện"},
      {"sổ lớn thoắ", "Sổ lớn thoắt hiện"},
      {"sổ lớn thoẳ", nullptr},
      {"máy photoc", "Máy photocopy đời mới"},
      {"may p", "Máy photocopy đời mới"},
      {"photoc", "Máy photocopy đời mới"},
      {"thoă", "Sổ lớn thoắt hiện"},
      {"máy photox", nullptr},
      {"photox", nullptr},
      {"sổ thoắt p", nullptr},
  };
  for (const Row& row : kRows) {
    std::vector<std::string> titles;
    for (const Completion& each : index.searcher().complete(row.typed, 10)) {
      if (each.kind == Completion::Kind::kTitle) titles.push_back(each.text);
    }
    if (row.expected == nullptr) {
      EXPECT_THAT(titles, IsEmpty()) << row.typed;
    } else {
      EXPECT_THAT(titles, ElementsAre(row.expected)) << row.typed;
    }
  }
}

TEST_F(CompleteTest, NumbersComeFirstTheWholeOneBeforeLongerOnesThenTheNewest) {
  std::vector<std::string> first = texts("749");
  ASSERT_GE(first.size(), 3U);
  first.resize(3);
  EXPECT_THAT(first, ElementsAre("749/QĐ-UBND", "749/QĐ-TTg", "7490/NQ-HĐND"));
  EXPECT_EQ(texts("74").front(), "74/QĐ-UBND");
  EXPECT_EQ(complete("749/qđ-t").front().id, "q1");
}

TEST_F(CompleteTest, EqualTitlesAreOneWithTheirDocuments) {
  for (const Completion& each : complete("quyet dinh ban hanh quy")) {
    if (each.kind != Completion::Kind::kTitle) continue;
    EXPECT_EQ(each.text, "Quyết định ban hành quy chế làm việc");
    EXPECT_EQ(each.documents, 2U);
    EXPECT_EQ(each.latest, 20220105);
    EXPECT_EQ(each.id, "");
    return;
  }
  FAIL() << "no title";
}

// Abbreviations have no tones: MOT is the Ministry of Transport, «một» is a number.
TEST(CompleteAgenciesTest, AWordWithATone) {
  TestIndex index({{.id = "a",
                    .title = "Kế hoạch năm",
                    .body = "Một số việc, một số nơi.",
                    .agency = "Bộ Giao thông vận tải"},
                   {.id = "b", .title = "Báo cáo", .agency = "Hội đồng nhân dân tỉnh"}});
  const auto agencies = [&](const std::string& typed) {
    std::vector<std::string> found;
    for (const Completion& each : index.searcher().complete(typed, 10)) {
      if (each.kind == Completion::Kind::kAgency) found.push_back(each.text);
    }
    return found;
  };
  EXPECT_THAT(agencies("mot"), ElementsAre("Bộ Giao thông vận tải"));
  EXPECT_THAT(agencies("MOT "), ElementsAre("Bộ Giao thông vận tải"));
  EXPECT_THAT(agencies("một"), IsEmpty());
  EXPECT_THAT(agencies("một "), IsEmpty());
  EXPECT_THAT(agencies("hđnd"), ElementsAre("Hội đồng nhân dân tỉnh"));
  EXPECT_THAT(agencies("bộ gtvt"), ElementsAre("Bộ Giao thông vận tải"));
}

TEST_F(CompleteTest, TypedMarksAreRespected) {
  EXPECT_THAT(texts("hội"), Not(Contains("Hỏi đáp về bảo hiểm y tế")));
  EXPECT_THAT(texts("hỏi"), Contains("Hỏi đáp về bảo hiểm y tế"));
  EXPECT_THAT(texts("hoi"), Contains("Hỏi đáp về bảo hiểm y tế"));
  EXPECT_THAT(texts("hoi"), Contains("Hội nghị tổng kết năm học"));
  EXPECT_THAT(texts("sơ thong"), Not(Contains("Sổ tay chuyển đổi số cấp xã")));
}

TEST_F(CompleteTest, NothingComesFromNoiseOrForHostileText) {
  EXPECT_THAT(texts("zyx"), IsEmpty());
  EXPECT_THAT(texts("anhd"), IsEmpty());
  for (const std::string& typed :
       {std::string(), std::string("\""), std::string("-"), std::string("  "), std::string("()?!"),
        std::string("\x01\x02\x1b[31m"), std::string("\xFF\xFE\xC3"), std::string(10240, 'a'),
        std::string(10240, ' '), std::string("\0\0", 2)}) {
    for (const Completion& each : complete(typed)) EXPECT_FALSE(each.text.empty());
    suggestions(typed);
  }
  EXPECT_THAT(texts(std::string(10240, 'a')), IsEmpty());
  EXPECT_THAT(texts("\""), IsEmpty());
  EXPECT_THAT(texts("-"), IsEmpty());
  EXPECT_THAT(complete("chuyen", 0), IsEmpty());
}

std::string toneless(const std::string& text) {
  std::string all;
  text::Analysis analysis;
  static const text::Analyzer kAnalyzer;
  kAnalyzer.analyze(text, analysis);
  for (const text::Token& token : analysis.tokens) {
    all += ' ';
    all += analysis.vocabulary().form(analysis.word(token).toneless);
  }
  return all;
}

TEST_F(CompleteTest, EveryCompletionHasTheTypedWordsAndTheSameEachTime) {
  for (const Document& document : documents()) {
    const std::string& title = document.title;
    for (std::size_t end = title.find(' '); end < title.size(); end = title.find(' ', end + 1)) {
      const std::string typed = title.substr(0, end + 1);
      const std::vector<Completion> found = complete(typed);
      EXPECT_LE(found.size(), 10U);
      for (const Completion& each : found) {
        std::string words = toneless(typed);
        for (std::size_t at = 0; at < words.size();) {
          const std::size_t next = std::min(words.find(' ', at + 1), words.size());
          EXPECT_NE(toneless(each.text).find(words.substr(at, next - at)), std::string::npos)
              << typed << ": " << each.text;
          at = next;
        }
      }
      EXPECT_EQ(to_json(found), to_json(complete(typed)));
      EXPECT_EQ(to_json(found), to_json(TestIndex(documents()).searcher().complete(typed)));
      break;  // a fresh index for each title is enough
    }
  }
}

TEST_F(CompleteTest, SuggestsWhatWasMeantAndNothingForAFineQuery) {
  struct Row {
    const char* typed;
    std::vector<std::string> expected;
  };
  const Row rows[] = {
      {"chuyen doi so", {"chuyển đổi số"}},
      {"chuyeenr ddooir soos", {"chuyển đổi số"}},
      {"chuyendoiso", {"chuyển đổi số"}},
      {"chuyển đỗi số", {"chuyển đổi số"}},
      {"chuyển đổi số", {}},
      {"\"chuyển đỗi số\"", {}},
      {"749/QĐ-TTg", {}},
      {"chuyển đổi (", {}},  // does not parse
  };
  for (const Row& row : rows) {
    const std::vector<std::string> found = suggestions(row.typed);
    ASSERT_EQ(found.empty(), row.expected.empty()) << row.typed;
    if (found.empty()) continue;
    EXPECT_EQ(found.front(), row.expected.front()) << row.typed;
  }
}

TEST_F(CompleteTest, ViewIsOneHarmlessLineEach) {
  const std::vector<Completion> one = {
      {"a\x1b[31m\nb", Completion::Kind::kNumber, 1, 20200603, "id"}};
  EXPECT_EQ(to_text(one, CompletionLines::kPlain, Language::kVietnamese), "a\uFFFD[31m b\n");
  EXPECT_EQ(to_text(one, CompletionLines::kWithKind, Language::kEnglish),
            "a\uFFFD[31m b  (number, 1 documents)\n");
  EXPECT_EQ(to_json(one),
            "{\"version\":1,\"completions\":[{\"text\":\"a\\u001b[31m\\nb\",\"kind\":\"number\","
            "\"documents\":1,\"date\":\"2020-06-03\",\"id\":\"id\"}]}");
}

}  // namespace
}  // namespace tracuu
