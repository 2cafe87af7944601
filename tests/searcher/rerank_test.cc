// The second stage: what it finds in a text, and that it only orders what the first stage gave.

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "searcher/rerank/features.h"
#include "searcher/rerank/weights.h"
#include "searcher/searcher.h"
#include "tests/searcher/test_index.h"

namespace tracuu {
namespace {

double part(const Result& result, std::string_view name) {
  if (!result.explanation) return -1;
  const std::vector<ScorePart>& parts = result.explanation->parts;
  const auto it = std::ranges::find(parts, name, &ScorePart::name);
  return it == parts.end() ? -1 : it->value;
}

Response explained(const std::vector<Document>& documents, const std::string& query) {
  TestIndex index(documents);
  SearchRequest request;
  request.query = query;
  request.explain = true;
  request.collapse = false;
  return index.ask(request);
}

const std::string kFiller =
    "Cơ quan quản lý theo dõi việc thực hiện và báo cáo định kỳ hằng năm về kết quả đạt được. ";

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST(RerankTest, WordsInOneArticleComeBeforeWordsAllOver) {
  const Document one{
      .id = "a",
      .title = "Nghị định A",
      .body = "Điều 1. Phạm vi\n" + repeated(kFiller, 20) +
              "\nĐiều 2. Xử phạt không đội mũ bảo hiểm\nPhạt tiền người không đội mũ "
              "bảo hiểm.\nĐiều 3. Hiệu lực\n" +
              repeated(kFiller, 20)};
  const Document all_over{.id = "b",
                          .title = "Nghị định B",
                          .body = "Điều 1. Phạm vi\nXử phạt. " + repeated(kFiller, 20) +
                                  "\nĐiều 2. Đối tượng\nKhông đội. " + repeated(kFiller, 20) +
                                  "\nĐiều 3. Mũ\nBảo hiểm. Phạt. Mũ. " + repeated(kFiller, 10)};
  const Response response = explained({all_over, one}, "xử phạt không đội mũ bảo hiểm");
  ASSERT_EQ(response.results.size(), 2U);
  EXPECT_EQ(response.results[0].id, "a");
  EXPECT_EQ(response.results[0].snippet.passage.label, "Điều 2");
  EXPECT_GT(part(response.results[0], "best_cover"), part(response.results[1], "best_cover"));
  EXPECT_GT(part(response.results[0], "heading_pair"), part(response.results[1], "heading_pair"));
}

TEST(RerankTest, FeaturesOfAShortText) {
  const Response response = explained(
      {{.id = "a", .title = "Học phí", .body = "Mức học phí năm học mới."}}, "học phí năm học");
  ASSERT_EQ(response.results.size(), 1U);
  const Result& result = response.results.front();
  // Every word and pair is in the body, two of three pairs' words in the title.
  EXPECT_NEAR(part(result, "joint_cover") + 0.9 * part(result, "joint_pair_cover"), 1, 1e-9);
  EXPECT_DOUBLE_EQ(part(result, "title_share"), 1);
  EXPECT_GT(part(result, "title_toned"), 0);
  EXPECT_LT(part(result, "title_toned"), part(result, "best_cover"));
  EXPECT_NEAR(part(result, "best_cover") + 0.9 * part(result, "best_pair_cover"), 1, 1e-9);
}

struct PhraseCase {
  const char* title;
  const char* query;
  double phrase;
};

// A mark that was typed wrongly costs its word's share; a gap, another order or a part cost all.
TEST(RerankTest, ThePhraseInTheTitle) {
  const PhraseCase cases[] = {
      {"Về chuyển đổi số quốc gia", "chuyển đổi số", 1},
      {"Về chuyển đổi số quốc gia", "chuyen doi so", 1},
      {"Về chuyển đổi số quốc gia", "chuyên đổi số", 2.0 / 3},
      {"Về chuyển đổi số quốc gia", "chuyên đội sơ", 0},
      {"Về chuyển sang đổi số", "chuyển đổi số", 0},
      {"Đổi số, chuyển đổi", "chuyển đổi số", 0},
      {"Chuyển đổi", "chuyển đổi số", 0},
  };
  // The other document has the words that are typed wrongly: they are not taken for errors.
  const Document other{.id = "b", .title = "Khác", .body = "Chuyên viên; đội; sơ đồ."};
  for (const PhraseCase& c : cases) {
    const Response response = explained(
        {{.id = "a", .title = c.title, .body = "Chuyển đổi số là nhiệm vụ."}, other}, c.query);
    const auto result = std::ranges::find(response.results, "a", &Result::id);
    ASSERT_NE(result, response.results.end()) << c.query;
    EXPECT_NEAR(std::max(0.0, part(*result, "title_phrase")), c.phrase, 1e-9)
        << c.title << ": " << c.query;
  }
}

TEST(RerankTest, TheScoreIsTheSumOfItsParts) {
  const Response response = explained(
      {{.id = "a", .title = "Học phí", .body = "Mức học phí năm học mới."}}, "học phí năm học");
  ASSERT_EQ(response.results.size(), 1U);
  double sum = 0;
  for (const ScorePart& each : response.results[0].explanation->parts) {
    sum += each.value * each.weight;
  }
  EXPECT_NEAR(response.results[0].score, sum, 1e-9);
}

TEST(RerankTest, AnExplanationSaysWhereEachWordIs) {
  const std::string far = repeated(kFiller, 20);
  const Response response = explained({{.id = "a",
                                        .title = "Thông tư về học phí",
                                        .body = "Mức thu học phí. " + far + " Miễn giảm."},
                                       {.id = "b", .title = "x", .body = "Bóng đá."}},
                                      "mức học phí miễn bóng");
  ASSERT_FALSE(response.results.empty());
  ASSERT_EQ(response.results[0].id, "a");
  const auto found = [&](std::string_view word) {
    for (const ScoreWord& each : response.results[0].explanation->words) {
      if (each.word == word) return each;
    }
    return ScoreWord{};
  };
  EXPECT_TRUE(found("học").in_title && found("học").in_passage && found("học").in_text);
  EXPECT_TRUE(!found("mức").in_title && found("mức").in_passage);
  EXPECT_TRUE(!found("miễn").in_passage && found("miễn").in_text);
  EXPECT_TRUE(found("bóng").word == "bóng" && !found("bóng").in_text);
}

TEST(RerankTest, MarksTypedCountMoreThanOthers) {
  const Response response = explained({{.id = "a", .title = "x", .body = "đội bóng"},
                                       {.id = "b", .title = "x", .body = "đôi bóng"}},
                                      "đôi bóng");
  ASSERT_EQ(response.results.size(), 2U);
  EXPECT_EQ(response.results[0].id, "b");
}

TEST(RerankTest, PagesNeitherRepeatNorLoseADocument) {
  std::vector<Document> documents;
  documents.reserve(250);
  for (int i = 0; i < 250; ++i) {
    documents.push_back({.id = "d" + std::to_string(i),
                         .title = "Quyết định " + std::to_string(i),
                         .body = repeated("học phí ", i % 7 + 1) + repeated("mầm non ", i % 5)});
  }
  TestIndex index(documents);
  std::set<std::string> seen;
  double last = 1e9;
  for (std::size_t offset = 0; offset < 250; offset += 15) {
    SearchRequest request;
    request.query = "học phí";
    request.limit = 15;
    request.offset = offset;
    request.ids_only = true;
    const Response response = index.ask(request);
    for (const Result& result : response.results) {
      EXPECT_TRUE(seen.insert(result.id).second) << result.id;
      EXPECT_LE(result.score, last);
      last = result.score;
    }
  }
  EXPECT_EQ(seen.size(), 250U);
}

std::size_t at(Feature feature) {
  return static_cast<std::size_t>(feature);
}

TEST(RerankWeightsTest, LinesNameFeaturesAndNumbers) {
  RerankWeights old;
  old.by_trait.back()[at(Feature::kLength)] = 7;  // gone, as the line names its first two alone
  const auto weights = std::get<RerankWeights>(
      with_weights(old, "# learnt\nbest_cover\t0.5\nlength\t-1e-2\t3\nnamed\t1\t2\t3\t4\t5\n"));
  RerankWeights want;
  want.by_trait[0][at(Feature::kBestCover)] = 0.5;
  want.by_trait[0][at(Feature::kLength)] = -0.01;
  want.by_trait[1][at(Feature::kLength)] = 3;
  for (std::size_t i = 0; i < kTraits; ++i) {
    want.by_trait[i][at(Feature::kNamed)] = static_cast<double>(i + 1);
  }
  EXPECT_EQ(weights, want);
  for (const char* bad :
       {"best_cover", "best_cover\t", "cover\t1", "best_cover\t1x", "length\tnan", "length\tinf",
        "length\t2e6", " length\t1", "length\t1\t", "length\t1\t\t2", "length\t1\t2\t3\t4\t5\t6"}) {
    const auto read =
        with_weights({}, "\xEF\xBB\xBF# Trọng số\r\n\r\nlength\t1\r\n" + std::string(bad));
    const BadWeight expected{4, bad};
    ASSERT_TRUE(std::holds_alternative<BadWeight>(read)) << bad;
    EXPECT_EQ(std::get<BadWeight>(read), expected);
  }
}

TEST(RerankWeightsTest, TheProductHasWeights) {
  const QueryTraits traits = traits_of(static_cast<std::size_t>(kMeanWords), {});
  EXPECT_GT(default_weights().of(traits)[at(Feature::kStage1)], 0);
}

TEST(RerankWeightsTest, TheKindOfQueryCounts) {
  const auto weights =
      std::get<RerankWeights>(with_weights({}, "lead_toned\t1\t10\t100\t1000\t10000\n"));
  const auto weight = [&](std::size_t words, double named, double title_pair, double title_share) {
    FeatureValues plain{};
    FeatureValues fitting{};
    fitting[at(Feature::kNamed)] = named;
    fitting[at(Feature::kTitlePair)] = title_pair;
    fitting[at(Feature::kTitleShare)] = title_share;
    const FeatureValues candidates[] = {plain, fitting, plain};
    return weights.of(traits_of(words, candidates))[at(Feature::kLeadToned)];
  };
  EXPECT_DOUBLE_EQ(weight(10, 0, 0, 0), 1);
  EXPECT_DOUBLE_EQ(weight(10, 0.2, 0, 0), 101);
  EXPECT_DOUBLE_EQ(weight(10, 0, 0.5, 0), 501);
  EXPECT_DOUBLE_EQ(weight(10, 0, 0, 0.5), 5001);
  EXPECT_DOUBLE_EQ(weight(20, 0, 0, 0), 1 + 10 * std::log(2));
  EXPECT_DOUBLE_EQ(weight(5, 0, 0, 0), 1 - 10 * std::log(2));
  // No further: nobody has judged queries of one word or of a page.
  EXPECT_DOUBLE_EQ(weight(1, 0, 0, 0), weight(5, 0, 0, 0));
  EXPECT_DOUBLE_EQ(weight(60, 0, 0, 0), weight(20, 0, 0, 0));
}

}  // namespace
}  // namespace tracuu
