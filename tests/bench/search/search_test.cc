// The benchmark judges its own answers: here it must find right ones right and spoilt ones wrong.

#include <algorithm>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/writer.h"
#include "searcher/searcher.h"
#include "tests/bench/search/checks.h"
#include "tests/bench/search/measure.h"
#include "tests/bench/search/operations.h"
#include "tests/bench/search/usage.h"
#include "tests/indexer/temp_folder.h"

namespace tracuu::bench {
namespace {

constexpr std::uint64_t kDocuments = 300;
constexpr std::size_t kQueries = 20;

// One index for all tests: making it is most of the time.
class SearchBenchTest : public testing::Test {
 protected:
  struct Shared {
    Shared() {
      IndexWriter writer(folder.path("index"));
      for (std::uint64_t i = 0; i < generator.size(); ++i) {
        writer.put(generator.document(i), folder.path("collection.jsonl"));
      }
      writer.finish();
    }
    Generator generator{{.documents = kDocuments, .seed = 5}};
    input::TempFolder folder;
  };

  static void SetUpTestSuite() { shared = std::make_unique<Shared>(); }
  static void TearDownTestSuite() { shared.reset(); }

  static const Generator& generator() { return shared->generator; }
  static std::string index() { return shared->folder.path("index"); }

  static Response answer(const SearchRequest& request) {
    return std::get<Response>(Searcher(index()).search(request));
  }

  static SearchRequest request(const std::string& query) {
    SearchRequest request;
    request.query = query;
    request.facets = {"type", "year"};
    request.facet_values = 100;
    return request;
  }

 private:
  static std::unique_ptr<Shared> shared;
};

std::unique_ptr<SearchBenchTest::Shared> SearchBenchTest::shared;

TEST_F(SearchBenchTest, AllOperationsAreSound) {
  const WorkloadContext context = make_context(generator(), kQueries);
  for (const Workload& work : make_workloads(context, kQueries)) {
    for (const std::size_t threads : {1u, 2u}) {
      const Measured measured = measure(index(), work.operation, work.queries, threads);
      EXPECT_TRUE(is_sound(work.operation, measured))
          << work.operation.name << ": " << measured.found << " found, " << measured.wrong
          << " wrong; " << testing::PrintToString(measured.problems);
      EXPECT_EQ(measured.answers, kQueries);
      EXPECT_LE(measured.wall.p50, measured.wall.p99);
    }
  }
}

// Searches another collection than it judges by: nothing that was asked for is there.
TEST_F(SearchBenchTest, AnIndexOfOtherDocumentsIsNotSound) {
  const Generator other({.documents = kDocuments, .seed = 6});
  const WorkloadContext context = make_context(other, kQueries);
  for (const Workload& work : make_workloads(context, kQueries)) {
    if (work.operation.name == "completion") continue;  // beginnings are common to both
    if (work.operation.name == "top100") continue;      // a third of the collection: luck
    const Measured measured = measure(index(), work.operation, work.queries, 1);
    EXPECT_FALSE(is_sound(work.operation, measured)) << work.operation.name;
  }
}

struct Fault {
  const char* name;
  std::function<void(Response&)> spoil;
};

TEST_F(SearchBenchTest, ASpoiltListIsFound) {
  const Query query = draw_queries(generator(), 2, {}).back();
  const SearchRequest asked = request(query.text);
  const Response right = answer(asked);
  ASSERT_GE(right.results.size(), 2u);
  ASSERT_EQ(list_problem(asked, right, generator()), std::nullopt);
  const std::vector<Fault> faults{
      {"empty", [](Response& r) { r.results.clear(); }},
      {"twice", [](Response& r) { r.results[1].id = r.results[0].id; }},
      {"stranger", [](Response& r) { r.results[1].id = "d-300"; }},
      {"low total", [](Response& r) { r.total = 1; }},
      {"high total", [](Response& r) { r.total = kDocuments + 1; }},
      {"order", [](Response& r) { r.results.back().score = r.results.front().score + 1; }},
      {"too many", [](Response& r) { r.results.resize(11, r.results.front()); }},
  };
  for (const Fault& fault : faults) {
    Response spoilt = right;
    fault.spoil(spoilt);
    EXPECT_NE(list_problem(asked, spoilt, generator()), std::nullopt) << fault.name;
  }
}

TEST_F(SearchBenchTest, AMissingDocumentIsFound) {
  const Query query = draw_queries(generator(), 1, {}).front();
  Response response = answer(request(query.text));
  ASSERT_TRUE(finds(response, query.id));
  std::erase_if(response.results, [&](const Result& result) { return result.id == query.id; });
  EXPECT_FALSE(finds(response, query.id));
}

TEST_F(SearchBenchTest, SpoiltFacetsAreFound) {
  const Response right = answer(request(draw_queries(generator(), 1, {}).front().text));
  ASSERT_EQ(facets_problem(right), std::nullopt);
  const std::vector<Fault> faults{
      {"one more", [](Response& r) { ++r.facets[1].values[0].count; }},
      {"lost value", [](Response& r) { r.facets[0].values.pop_back(); }},
      {"lost facet", [](Response& r) { r.facets.pop_back(); }},
  };
  for (const Fault& fault : faults) {
    Response spoilt = right;
    fault.spoil(spoilt);
    EXPECT_NE(facets_problem(spoilt), std::nullopt) << fault.name;
  }
}

TEST_F(SearchBenchTest, SpoiltPhraseAnswersAreFound) {
  const std::string phrase = draw_queries(generator(), 1, kPhraseShape).front().text;
  const PhraseCount plain = count_phrases(generator(), {phrase}).front();
  const Response right = answer(request("\"" + phrase + "\""));
  ASSERT_EQ(count_problem(plain, right), std::nullopt);
  ASSERT_EQ(phrase_problem(phrase, right, generator()), std::nullopt);

  Response one_more = right;
  ++one_more.total;
  EXPECT_NE(count_problem(plain, one_more), std::nullopt);
  Response other_types = right;
  ++other_types.facets[0].values[0].count;
  EXPECT_NE(count_problem(plain, other_types), std::nullopt);
  Response without = right;
  PhraseFinder finder(phrase);
  std::uint64_t other = 0;
  while (finder.is_in(generator().document(other))) ++other;
  without.results[0].id = generator().document(other).id;
  EXPECT_NE(phrase_problem(phrase, without, generator()), std::nullopt);
}

// The count that totals are compared with, against one that reads a document at a time.
TEST_F(SearchBenchTest, PhrasesAreCountedAsReadOneByOne) {
  std::vector<std::string> phrases;
  for (const Query& query : draw_queries(generator(), 5, kPhraseShape)) {
    phrases.push_back(query.text);
  }
  const std::vector<PhraseCount> counts = count_phrases(generator(), phrases);
  for (std::size_t p = 0; p < phrases.size(); ++p) {
    PhraseFinder finder(phrases[p]);
    std::uint64_t documents = 0;
    for (std::uint64_t i = 0; i < generator().size(); ++i) {
      documents += finder.is_in(generator().document(i));
    }
    EXPECT_EQ(counts[p].total, documents) << phrases[p];
    EXPECT_GE(documents, 1u) << phrases[p];
  }
}

TEST(ChecksTest, ACompletionThatContinuesSomethingElseIsFound) {
  const auto problem = [](std::string_view typed, const char* text) {
    Completion completion;
    completion.text = text;
    return completion_problem(typed, {completion});
  };
  EXPECT_EQ(problem("chuyen d", "chuyển đổi số"), std::nullopt);
  EXPECT_EQ(problem("y t", "Sở Y tế"), std::nullopt);
  EXPECT_NE(problem("chuyen d", "chuyển giao"), std::nullopt);
  EXPECT_EQ(problem("quy định kỳ", "Quy định kì hạn"), std::nullopt);
  EXPECT_EQ(problem("ủy quy", "ủy quyền"), std::nullopt);
  EXPECT_NE(problem("chuy doi", "chuyển đổi số"), std::nullopt);
  EXPECT_NE(completion_problem("chuyen d", {}), std::nullopt);
}

TEST(PhraseTest, AParagraphBetweenTwoWordsIsNoPhrase) {
  Document document;
  document.body = "Chuyển đổi số.\nQuốc gia đến năm";
  EXPECT_TRUE(PhraseFinder("chuyển đổi số").is_in(document));
  EXPECT_TRUE(PhraseFinder("quốc gia đến").is_in(document));
  EXPECT_FALSE(PhraseFinder("đổi số quốc").is_in(document));
}

TEST(PhraseTest, AWordWithoutMarksStandsForAnyAndOneWithMarksForItself) {
  Document document;
  document.body = "Báo cáo kỹ thuật";
  EXPECT_TRUE(PhraseFinder("bao cáo kĩ").is_in(document));
  EXPECT_TRUE(PhraseFinder("bao cao ky").is_in(document));
  EXPECT_FALSE(PhraseFinder("bảo cáo kỹ").is_in(document));
}

TEST(MeasureTest, PercentilesAreNearestRanks) {
  std::vector<double> values;
  for (int i = 100; i >= 1; --i) values.push_back(i);
  const Percentiles of_hundred = percentiles(values);
  EXPECT_EQ(of_hundred.p50, 50);
  EXPECT_EQ(of_hundred.p95, 95);
  EXPECT_EQ(of_hundred.p99, 99);
  EXPECT_EQ(of_hundred.most, 100);
  EXPECT_EQ(percentiles({7}).p99, 7);
  EXPECT_EQ(percentiles({}).most, 0);
}

TEST(QueriesTest, ATypedPartEndsBetweenCharacters) {
  EXPECT_EQ(typed_part("Đổi số", 2), "Đổ");
  EXPECT_EQ(typed_part("Đổi", 9), "Đổi");
  EXPECT_EQ(typed_part("Đổi", 0), "");
}

TEST(UsageTest, ThePeakIsWhatWasHeld) {
  constexpr std::size_t kBlock = 64u << 20;
  reset_peak();
  const std::uint64_t before = peak_bytes();
  {
    const std::vector<char> block(kBlock, 'x');
    EXPECT_GE(peak_bytes() - before, kBlock * 9 / 10);
  }
  const ProgramUsage usage = run_and_measure({"/bin/sh", "-c", "exit 0"});
  EXPECT_GT(usage.peak_bytes, 100'000u);
  EXPECT_ANY_THROW(run_and_measure({"/bin/sh", "-c", "exit 3"}));
  EXPECT_ANY_THROW(run_and_measure({"/không/có"}));
}

}  // namespace
}  // namespace tracuu::bench
