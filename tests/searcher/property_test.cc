// What holds for every collection.

#include <algorithm>
#include <atomic>
#include <exception>
#include <map>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "searcher/light.h"
#include "tests/searcher/random_collection.h"
#include "tests/searcher/test_index.h"

namespace tracuu {
namespace {

struct SyllableRun {
  std::string marked;    // as it stands in the body
  std::string unmarked;  // without marks
};

// Every run of `length` syllables of the body, but those in noise or the title, over a paragraph's
// end, or with a digit: «12 2020» asks for the document of that number.
std::vector<SyllableRun> runs_of(const Document& document, std::size_t length) {
  static const text::Analyzer analyzer;
  text::Analysis analysis;
  analyzer.analyze(document.body, analysis);
  const auto is_unsearched = [&](const text::Token& token) {
    return std::ranges::any_of(document.regions, [&](const Region& region) {
      const bool counts =
          region.kind == Region::Kind::kCaption || region.kind == Region::Kind::kHead;
      return !counts && token.begin >= region.offset && token.begin < region.offset + region.length;
    });
  };
  std::vector<SyllableRun> runs;
  for (std::size_t first = 0; first + length <= analysis.tokens.size(); ++first) {
    SyllableRun run;
    bool is_whole = true;
    for (std::size_t i = first; i < first + length; ++i) {
      const text::Token& token = analysis.tokens[i];
      const text::Word& word = analysis.word(token);
      is_whole &= i == first || token.position == analysis.tokens[i - 1].position + 1;
      is_whole &= !is_unsearched(token) && !word.has_digit;
      const char* blank = i == first ? "" : " ";
      run.marked += blank + document.body.substr(token.begin, token.end - token.begin);
      run.unmarked += blank + std::string(analysis.vocabulary().form(word.toneless));
    }
    if (is_whole) runs.push_back(std::move(run));
  }
  return runs;
}

bool finds(TestIndex& index, const std::string& query, const std::string& id) {
  const Response response = index.ask(query);
  EXPECT_TRUE(response.relaxed.empty()) << query;
  const std::vector<std::string> ids = ids_of(response);
  return std::ranges::find(ids, id) != ids.end();
}

TEST(SearchPropertyTest, DocumentFindsItselfByItsOwnWords) {
  const unsigned seed = test_seed();
  SCOPED_TRACE(testing::Message() << "TRACUU_TEST_SEED=" << seed);
  RandomCollection random(seed);
  const std::vector<Document> documents = random.documents(30);
  TestIndex index(documents);
  for (const Document& document : documents) {
    for (std::size_t length = 3; length <= 6; ++length) {
      const std::vector<SyllableRun> runs = runs_of(document, length);
      if (runs.empty()) continue;
      const SyllableRun& run = runs[random.below(runs.size())];
      for (const std::string& words : {run.marked, run.unmarked}) {
        EXPECT_TRUE(finds(index, words, document.id)) << document.id << ": " << words;
        const std::string phrase = "\"" + words + "\"";
        EXPECT_TRUE(finds(index, phrase, document.id)) << document.id << ": " << phrase;
      }
    }
    if (HasFailure()) break;
  }
}

// Ids, scores and facets of an answer, to be compared.
struct Answer {
  std::uint64_t total = 0;
  std::vector<std::string> ids;
  std::vector<double> scores;
  std::map<std::string, std::map<std::string, std::uint64_t>> facets;
};

Answer answer_of(TestIndex& index, const std::string& query) {
  SearchRequest request = everything(query);
  request.facets = {"agency", "type", "year", "month", "path"};
  request.verbatim = true;  // what is learnt lags behind deletions
  const SearchOutcome outcome = index.searcher().search(request);
  const auto* response = std::get_if<Response>(&outcome);
  if (response == nullptr) return {};
  Answer answer{.total = response->total, .ids = ids_of(*response)};
  for (const Result& result : response->results) answer.scores.push_back(result.score);
  for (const Facet& facet : response->facets) {
    for (const FacetValue& value : facet.values) {
      answer.facets[facet.name][value.value] = value.count;
    }
  }
  return answer;
}

void expect_same(const Answer& got, const Answer& want, const std::string& query) {
  EXPECT_EQ(got.total, want.total) << query;
  EXPECT_EQ(got.ids, want.ids) << query;
  EXPECT_EQ(got.facets, want.facets) << query;
  ASSERT_EQ(got.scores.size(), want.scores.size());
  for (std::size_t i = 0; i < got.scores.size(); ++i) {
    EXPECT_NEAR(got.scores[i], want.scores[i], 1e-9) << query;
  }
}

TEST(SearchPropertyTest, AnyOrderAndAnyNumberOfRunsGiveTheSameAnswers) {
  const unsigned seed = test_seed();
  SCOPED_TRACE(testing::Message() << "TRACUU_TEST_SEED=" << seed);
  RandomCollection random(seed);
  std::vector<Document> documents = random.documents(40);
  TestIndex whole(documents);
  std::mt19937 rng(seed);
  std::ranges::shuffle(documents, rng);
  TestIndex in_runs(documents, 7);
  // And an index that holds something else first: every document is replaced.
  std::vector<Document> before = documents;
  for (Document& document : before) document.body = "bản cũ, sẽ bị thay";
  TestIndex replaced(before);
  write_documents(replaced.directory(), documents);
  replaced.reopen();
  for (int round = 0; round < 60 && !HasFailure(); ++round) {
    const std::string query = round == 0 ? "" : random.query(documents);
    const Answer want = answer_of(whole, query);
    expect_same(answer_of(in_runs, query), want, query);
    expect_same(answer_of(replaced, query), want, query);
  }
  EXPECT_TRUE(replaced.strict_ids("\"bản cũ\"").empty());
}

TEST(SearchPropertyTest, ReopenedIndexGivesTheSameAnswers) {
  RandomCollection random(test_seed());
  const std::vector<Document> documents = random.documents(30);
  TestIndex index(documents);
  for (int round = 0; round < 20; ++round) {
    const std::string query = random.query(documents);
    const Answer want = answer_of(index, query);
    index.reopen();
    expect_same(answer_of(index, query), want, query);
  }
}

TEST(SearchPropertyTest, IndexingAgainChangesNothing) {
  RandomCollection random(test_seed());
  const std::vector<Document> documents = random.documents(20);
  TestIndex index(documents);
  IndexWriter writer(index.directory());
  for (const Document& document : documents) {
    EXPECT_EQ(writer.put(document, "/srv/" + document.id), PutResult::kUnchanged);
  }
  writer.finish();
  EXPECT_EQ(writer.document_count(), documents.size());
}

TEST(SearchPropertyTest, OfTwoDocumentsWithOneIdTheLaterIsFound) {
  for (const std::size_t runs : {1u, 2u}) {
    SCOPED_TRACE(testing::Message() << runs << " runs");
    TestIndex index({{.id = "a", .body = "bản đầu"}, {.id = "a", .body = "bản sau"}}, runs);
    EXPECT_EQ(index.ids("sau"), std::vector<std::string>{"a"});
    EXPECT_EQ(index.ask("đầu").total, 0u);
    EXPECT_EQ(index.ask("").total, 1u);
    EXPECT_EQ(index.searcher().find("a")->body, "bản sau");
  }
}

TEST(SearchPropertyTest, DeletedDocumentNeverAppears) {
  const unsigned seed = test_seed();
  SCOPED_TRACE(testing::Message() << "TRACUU_TEST_SEED=" << seed);
  RandomCollection random(seed);
  const std::vector<Document> documents = random.documents(40);
  TestIndex index(documents, 2);
  std::vector<Document> kept;
  std::set<std::string> deleted;
  {
    IndexWriter writer(index.directory());
    for (const Document& document : documents) {
      if (random.chance(2)) {
        deleted.insert(document.id);
        continue;
      }
      kept.push_back(document);
      writer.put(document, "/srv/" + document.id);
    }
    std::uint64_t gone = 0;
    for (const Document& document : documents) {
      gone += writer.delete_documents_of("/srv/" + document.id, IndexWriter::FileAfter::kForget);
    }
    EXPECT_EQ(gone, deleted.size()) << "what this run has put stays";
    writer.finish();
  }
  index.reopen();
  TestIndex fresh(kept);
  for (int round = 0; round < 60 && !HasFailure(); ++round) {
    const std::string query = round == 0 ? "" : random.query(documents);
    const Answer answer = answer_of(index, query);
    for (const std::string& id : answer.ids) EXPECT_FALSE(deleted.contains(id)) << query;
    // As if they had never been there, scores included.
    expect_same(answer, answer_of(fresh, query), query);
  }
  for (const std::string& id : deleted) EXPECT_FALSE(index.searcher().find(id));
}

TEST(SearchPropertyTest, OnlyTheDocumentsOfAFileAreDeleted) {
  TestIndex index({{.id = "a", .body = "x"}, {.id = "b", .body = "x"}, {.id = "c", .body = "x"}});
  IndexWriter writer(index.directory());
  writer.put({.id = "c", .body = "x"}, "/srv/c");
  for (const auto& [file, deleted] : {std::pair("/srv/b", 1U), std::pair("/srv/c", 0U)}) {
    EXPECT_EQ(writer.delete_documents_of(file, IndexWriter::FileAfter::kForget), deleted) << file;
  }
  writer.finish();
  index.reopen();
  EXPECT_EQ(index.ids("x"), (std::vector<std::string>{"a", "c"}));
}

// A reader that keeps one Searcher while the index changes under it: every answer is whole.
TEST(SearchPropertyTest, SearchingWhileAWriterCommitsNeverFails) {
  RandomCollection random(test_seed());
  const std::vector<Document> documents = random.documents(40);
  TestIndex index(documents);
  std::atomic<bool> is_writing = true;
  std::string failure;
  std::thread writer_thread([&] {
    try {
      for (int round = 0; round < 12; ++round) {
        IndexWriter writer(index.directory());
        for (Document document : documents) {
          document.body += " lần thứ " + std::to_string(round);
          writer.put(document, "/srv/" + document.id);
        }
        writer.finish();
      }
    } catch (const std::exception& error) {
      failure = error.what();
    }
    is_writing = false;
  });
  int searches = 0;
  while (is_writing) {
    SearchRequest request = everything(searches % 2 == 0 ? "quyết số" : "\"số\" OR chuy*");
    request.with_snippets = true;
    request.facets = {"type", "path"};
    const Response response = index.ask(request);
    EXPECT_EQ(response.results.size(), response.total);
    EXPECT_TRUE(index.searcher().find("doc-7"));
    ++searches;
    if (HasFailure()) break;
  }
  writer_thread.join();
  EXPECT_EQ(failure, "");
  EXPECT_GT(searches, 0);
  index.reopen();
  EXPECT_EQ(index.ask("\"lần thứ 11\"").total, documents.size());
}

}  // namespace
}  // namespace tracuu
