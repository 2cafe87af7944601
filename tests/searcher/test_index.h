// A temporary index of a few documents, and what tests ask it.
//
//   TestIndex index({{.id = "a", .body = "chuyển đổi số"}});
//   index.ids("chuyển đổi") == {"a"}

#pragma once

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "core/document/document.h"
#include "indexer/writer.h"
#include "searcher/query/error.h"
#include "searcher/searcher.h"
#include "tests/indexer/temp_folder.h"

// Documents and requests of tests name the fields they are about: {.id = "a", .body = "số"}.
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

namespace tracuu {

// The seed of random tests: fixed, unless TRACUU_TEST_SEED chooses another. Print it on failure.
inline unsigned test_seed() {
  constexpr unsigned kDefaultSeed = 20240611;
  const char* chosen = std::getenv("TRACUU_TEST_SEED");
  return chosen == nullptr ? kDefaultSeed
                           : static_cast<unsigned>(std::strtoul(chosen, nullptr, 10));
}

// Puts the documents in `runs` runs of the writer, one after the other.
inline void write_documents(const std::string& directory, const std::vector<Document>& documents,
                            std::size_t runs = 1) {
  for (std::size_t run = 0; run < runs; ++run) {
    IndexWriter writer(directory);
    for (std::size_t i = run * documents.size() / runs; i < (run + 1) * documents.size() / runs;
         ++i) {
      writer.put(documents[i], "/srv/" + documents[i].id);
    }
    writer.finish();
  }
}

// Returns the answer. Throws on a query that does not parse.
inline Response ask(Searcher& searcher, const SearchRequest& request) {
  SearchOutcome outcome = searcher.search(request);
  if (const auto* error = std::get_if<query::QueryError>(&outcome)) {
    throw std::runtime_error(request.query + ": " + describe(*error, Language::kEnglish));
  }
  return std::get<Response>(std::move(outcome));
}

inline std::vector<std::string> ids_of(const Response& response) {
  std::vector<std::string> ids;
  for (const Result& result : response.results) ids.push_back(result.id);
  return ids;
}

// Every hit, in the order of the answer; documents of tests are often of a few words, the same
// ones.
inline SearchRequest everything(std::string query) {
  SearchRequest request;
  request.collapse = false;
  request.query = std::move(query);
  request.limit = kMaxLimit;
  request.with_snippets = false;
  return request;
}

class TestIndex {
 public:
  explicit TestIndex(const std::vector<Document>& documents, std::size_t runs = 1,
                     HitRule rule = {})
      : rule_(rule) {
    write_documents(directory(), documents, runs);
    reopen();
  }

  std::string directory() const { return folder_.path("idx"); }
  Searcher& searcher() { return *searcher_; }

  Response ask(const SearchRequest& request) { return tracuu::ask(*searcher_, request); }
  Response ask(const std::string& query) { return ask(everything(query)); }

  std::vector<std::string> ids(const std::string& query) { return ids_of(ask(query)); }

  // The hits of the query itself; none when it had to be relaxed.
  std::set<std::string> strict_ids(const std::string& query) {
    const Response response = ask(query);
    if (!response.relaxed.empty()) return {};
    const std::vector<std::string> found = ids_of(response);
    EXPECT_EQ(response.total, found.size()) << query;
    return {found.begin(), found.end()};
  }

  // Opens the index anew.
  void reopen() { searcher_.emplace(directory(), RankingOptions{}, rule_); }

 private:
  input::TempFolder folder_;
  HitRule rule_;
  std::optional<Searcher> searcher_;
};

}  // namespace tracuu
