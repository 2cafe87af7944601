// Case folders: documents and queries with the answers a person who knows Vietnamese expects.
//
//   tests/cases/<name>/documents/…     what is indexed; an id is the file's name in there
//   tests/cases/<name>/queries.json    see README.md
//
//   tests/cases/<name>/fields.json     optional: what extraction must find of a document
//
// One test per folder. Whoever adds a folder writes no C++.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "core/document/document_json.h"
#include "indexer/indexer.h"
#include "searcher/query/error.h"
#include "searcher/searcher.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::string_view kDocuments = "documents/";

std::vector<std::string> case_folders() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(TRACUU_TEST_DATA "/cases")) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

// An id as it stands in queries.json: without the folder that all documents are in.
std::string short_id(const std::string& id) {
  return id.starts_with(kDocuments) ? id.substr(kDocuments.size()) : id;
}

std::vector<std::string> strings(const Json& value) {
  if (value.is_string()) return {value.get<std::string>()};
  return value.get<std::vector<std::string>>();
}

SearchRequest request_of(const Json& expected) {
  SearchRequest request;
  request.query = expected.at("query").get<std::string>();
  request.limit = kMaxLimit;
  // Documents of cases are short, and often differ in a mark only.
  request.collapse = expected.value("collapse", false);
  request.with_predecessors = expected.value("predecessors", true);
  if (expected.contains("as_of")) {
    request.as_of = parse_date_range(expected["as_of"].get<std::string>()).value().last;
  }
  const Json filters = expected.value("filters", Json::object());
  for (const auto& [name, values] : filters.items()) {
    request.filters[name] = strings(values);
  }
  if (expected.contains("from")) {
    request.from = parse_date_range(expected["from"].get<std::string>()).value().first;
  }
  if (expected.contains("to")) {
    request.to = parse_date_range(expected["to"].get<std::string>()).value().last;
  }
  const std::string sort = expected.value("sort", "relevance");
  request.sort = sort == "newest"   ? Sort::kNewest
                 : sort == "oldest" ? Sort::kOldest
                                    : Sort::kRelevance;
  return request;
}

// A misspelt expectation would pass in silence.
void check_names(const Json& expected) {
  static const std::set<std::string> kKnown{"query",
                                            "filters",
                                            "from",
                                            "to",
                                            "sort",
                                            "expect_first",
                                            "expect_ids",
                                            "expect_not",
                                            "expect_has",
                                            "expect_order",
                                            "expect_before",
                                            "expect_total",
                                            "expect_label",
                                            "expect_mark",
                                            "expect_inferred",
                                            "why",
                                            "known_broken",
                                            "collapse",
                                            "predecessors",
                                            "as_of",
                                            "expect_anchor",
                                            "expect_effect",
                                            "expect_copies",
                                            "expect_filters"};
  for (const auto& item : expected.items()) {
    EXPECT_TRUE(kKnown.contains(item.key())) << "no such expectation: " << item.key();
  }
}

class Cases : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    std::string name = testing::TempDir() + "tracuu_case_XXXXXX";
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    index_ = name;
  }
  void TearDown() override { fs::remove_all(index_); }

  fs::path folder() const { return fs::path(TRACUU_TEST_DATA "/cases") / GetParam(); }

  fs::path index_;
};

void check_ids(const Json& expected, const std::vector<std::string>& got) {
  const std::set<std::string> all(got.begin(), got.end());
  const auto rank = [&](const std::string& id) { return std::ranges::find(got, id) - got.begin(); };
  if (expected.contains("expect_first")) {
    EXPECT_EQ(got.empty() ? "" : got.front(), expected["expect_first"].get<std::string>());
  }
  if (expected.contains("expect_ids")) {
    const std::vector<std::string> ids = strings(expected["expect_ids"]);
    EXPECT_EQ(all, std::set<std::string>(ids.begin(), ids.end()));
  }
  if (expected.contains("expect_order")) {
    EXPECT_EQ(got, strings(expected["expect_order"]));
  }
  for (const std::string& id : strings(expected.value("expect_has", Json::array()))) {
    EXPECT_TRUE(all.contains(id)) << id << " is not found";
  }
  for (const std::string& id : strings(expected.value("expect_not", Json::array()))) {
    EXPECT_FALSE(all.contains(id)) << id << " is found";
  }
  const std::vector<std::string> before = strings(expected.value("expect_before", Json::array()));
  for (std::size_t i = 1; i < before.size(); ++i) {
    EXPECT_LT(rank(before[i - 1]), rank(before[i]))
        << before[i - 1] << " does not rank before " << before[i];
  }
}

void check_first_result(const Json& expected, const std::vector<Result>& results) {
  if (expected.contains("expect_label")) {
    EXPECT_EQ(results.empty() ? "" : results.front().snippet.passage.label,
              expected["expect_label"].get<std::string>());
  }
  if (expected.contains("expect_anchor")) {
    EXPECT_EQ(results.empty() ? "" : results.front().snippet.passage.anchor,
              expected["expect_anchor"].get<std::string>());
  }
  if (expected.contains("expect_effect")) {
    const EffectStatus status =
        results.empty() ? EffectStatus::kNotApplicable : results.front().effect.status;
    EXPECT_EQ(effect_code(status), expected["expect_effect"].get<std::string>());
  }
  if (expected.contains("expect_copies")) {
    std::set<std::string> copies;
    if (!results.empty()) {
      for (const std::string& id : results.front().copies) copies.insert(short_id(id));
    }
    const std::vector<std::string> wanted = strings(expected["expect_copies"]);
    EXPECT_EQ(copies, std::set<std::string>(wanted.begin(), wanted.end()));
  }
  if (expected.contains("expect_mark")) {
    const std::string html = results.empty() ? "" : to_html(results.front().snippet.parts);
    const std::string mark = "<mark>" + expected["expect_mark"].get<std::string>() + "</mark>";
    EXPECT_NE(html.find(mark), std::string::npos) << html;
  }
  if (expected.contains("expect_inferred")) {
    EXPECT_EQ(results.empty() || results.front().date_inferred ? "inferred" : "",
              expected["expect_inferred"].get<bool>() ? "inferred" : "");
  }
}

void check_query(const Json& expected, Searcher& searcher) {
  SCOPED_TRACE(expected.at("query").get<std::string>() + "  (" + expected.value("why", "") + ")");
  check_names(expected);
  const SearchOutcome outcome = searcher.search(request_of(expected));
  if (const auto* error = std::get_if<query::QueryError>(&outcome)) {
    ADD_FAILURE() << query::describe(*error, Language::kEnglish);
    return;
  }
  const auto& response = std::get<Response>(outcome);
  std::vector<std::string> ids;
  for (const Result& result : response.results) ids.push_back(short_id(result.id));
  check_ids(expected, ids);
  check_first_result(expected, response.results);
  if (expected.contains("expect_filters")) {
    Json offered = Json::object();
    for (const OfferedFilter& filter : response.offered) offered[filter.field] = filter.value;
    EXPECT_EQ(offered, expected["expect_filters"]);
  }
  if (expected.contains("expect_total")) {
    EXPECT_EQ(response.total, expected["expect_total"].get<std::uint64_t>());
  }
}

// A query marked "known_broken": it must fail, and is told when it does so no more.
void check_broken(const Json& expected, Searcher& searcher) {
  testing::TestPartResultArray failures;
  {
    const testing::ScopedFakeTestPartResultReporter reporter(
        testing::ScopedFakeTestPartResultReporter::INTERCEPT_ONLY_CURRENT_THREAD, &failures);
    check_query(expected, searcher);
  }
  const auto query = expected.at("query").get<std::string>();
  EXPECT_GT(failures.size(), 0) << query << ": works now, take \"known_broken\" away";
  std::printf("known to be broken: %s: %s\n", query.c_str(),
              expected["known_broken"].get<std::string>().c_str());
}

void check_fields(const std::string& id, const Json& expected, Searcher& searcher) {
  SCOPED_TRACE(id);
  std::optional<Document> document = searcher.find(std::string(kDocuments) + id);
  if (!document) document = searcher.find(id);
  ASSERT_TRUE(document) << "no such document";
  const Json got = to_json(*document);
  for (const auto& [name, value] : expected.items()) {
    EXPECT_EQ(got.contains(name) ? got[name] : Json(""), value) << name;
  }
}

TEST_P(Cases, AnswerAsExpected) {
  const IndexReport report =
      run_indexer({.index = index_, .paths = {(folder() / "documents").string()}}, IndexListener{});
  EXPECT_EQ(report.failures, 0u) << to_text(report, Language::kEnglish);
  Searcher searcher(index_);
  std::ifstream in(folder() / "queries.json");
  ASSERT_TRUE(in) << folder() / "queries.json";
  const Json queries = Json::parse(in);
  ASSERT_FALSE(queries.empty());
  for (const Json& expected : queries) {
    expected.contains("known_broken") ? check_broken(expected, searcher)
                                      : check_query(expected, searcher);
  }
  if (std::ifstream fields(folder() / "fields.json"); fields) {
    const Json documents = Json::parse(fields);
    for (const auto& [id, expected] : documents.items()) {
      check_fields(id, expected, searcher);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Folders, Cases, testing::ValuesIn(case_folders()), [](const auto& folder) {
  std::string name = folder.param;
  std::ranges::replace_if(
      name, [](char c) { return !std::isalnum(c); }, '_');
  return name;
});

}  // namespace
}  // namespace tracuu
