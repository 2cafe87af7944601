// Readers beside a writer: whatever is committed, compacted or rebuilt meanwhile, every answer is
// of one state of the index.
//
// All documents are of one version, a commit brings all of them to the next; the version stands in
// title, text and type. So an answer that mixes two states shows two versions: among its results,
// between a result and its snippet, or between results and facet.
//
// The writer is a process of its own, as it is in an office; so it may start processes, which
// beside other threads it must not. TRACUU_READERS_SECONDS sets how long it takes.

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "indexer/maintain/switch.h"
#include "tests/searcher/test_index.h"

namespace tracuu {
namespace {

constexpr int kDocuments = 60;
constexpr int kReaders = 8;
constexpr int kLeastCommits = 3;

std::chrono::seconds duration() {
  constexpr int kDefault = 6;
  const char* chosen = std::getenv("TRACUU_READERS_SECONDS");
  return std::chrono::seconds(chosen == nullptr ? kDefault : std::atoi(chosen));
}

std::string version_word(int version) {
  return "bản " + std::to_string(version);
}

void write_version(const std::string& directory, int version, WriteMode mode) {
  IndexWriter writer(directory, {.mode = mode});
  for (int i = 0; i < kDocuments; ++i) {
    Document document;
    document.id = "d" + std::to_string(i);
    document.title = "Văn bản số " + std::to_string(i) + " " + version_word(version);
    document.body = "Nội dung tra cứu của văn bản " + std::to_string(i) + ", " +
                    version_word(version) + ", để đọc.";
    document.type = version_word(version);
    writer.put(document, "/srv/" + document.id);
  }
  writer.finish();
}

// Why an answer is of no single state; empty when it is of one.
std::string torn(const Response& response) {
  if (response.total != kDocuments) return "total " + std::to_string(response.total);
  if (response.facets.size() != 1) return "facets";
  const std::vector<FacetValue>& types = response.facets.front().values;
  if (types.size() != 1) {
    std::string all = "several versions:";
    for (const FacetValue& type : types) {
      all += " " + type.label + " (" + std::to_string(type.count) + ")";
    }
    for (const Result& result : response.results) all += " " + result.type;
    return all;
  }
  if (types.front().count != kDocuments) return "count " + types.front().label;
  const std::string version = types.front().label;
  for (const Result& result : response.results) {
    if (result.type != version) return result.type + " among " + version;
    if (!result.title.ends_with(' ' + version)) return result.title + " of " + version;
    std::string snippet;
    for (const SnippetPart& part : result.snippet.parts) snippet += part.text;
    if (snippet.find(version) == std::string::npos) return snippet.append(" of ").append(version);
  }
  return {};
}

// Commits one version after the other, in all the ways there are, until the time is over.
void write_versions(const std::string& directory) {
  constexpr int kRebuildEach = 7;
  constexpr int kCompactEach = 5;
  const auto end = std::chrono::steady_clock::now() + duration();
  int version = 1;
  while (std::chrono::steady_clock::now() < end || version <= kLeastCommits) {
    ++version;
    const bool is_rebuild = version % kRebuildEach == 0;
    write_version(directory, version, is_rebuild ? WriteMode::kRebuild : WriteMode::kWrite);
    if (version % kCompactEach == 0) compact_index(directory);
  }
  std::printf("%d commits\n", version);
}

pid_t start_writer(const std::string& directory) {
  std::fflush(stdout);
  const pid_t writer = ::fork();
  if (writer != 0) return writer;
  int status = 0;
  try {
    write_versions(directory);
  } catch (const std::exception& error) {
    std::printf("the writer: %s\n", error.what());
    status = 1;
  }
  std::fflush(stdout);
  ::_exit(status);
}

TEST(ReadersTest, EveryAnswerIsOfOneStateOfTheIndex) {
  const input::TempFolder folder;
  const std::string directory = folder.path("index");
  write_version(directory, 1, WriteMode::kWrite);
  const pid_t writer = start_writer(directory);
  ASSERT_GT(writer, 0);
  std::atomic<bool> is_over{false};
  std::atomic<int> answers{0};
  std::atomic<int> failures{0};
  std::vector<std::thread> readers;
  readers.reserve(kReaders);
  // As in a server: what one reader keeps of a state another must not take for its own.
  const auto caches = std::make_shared<PostingCaches>();
  for (int i = 0; i < kReaders; ++i) {
    readers.emplace_back([&] {
      Searcher searcher(directory, {}, {}, Dictionary::load({}), std::chrono::steady_clock::now,
                        caches);
      while (!is_over) {
        try {
          SearchRequest request;
          request.query = "tra cứu nội dung";
          request.facets = {"type"};
          request.limit = 20;
          request.collapse = false;
          const std::string why = torn(ask(searcher, request));
          ++answers;
          if (why.empty()) continue;
          ++failures;
          ADD_FAILURE() << why;
        } catch (const std::exception& error) {
          ++failures;
          ADD_FAILURE() << error.what();
        }
        if (failures > 20) return;
      }
    });
  }
  int status = 0;
  ::waitpid(writer, &status, 0);
  is_over = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(status, 0);
  EXPECT_GT(answers, kReaders);
  RecordProperty("answers", answers);
  std::printf("%d answers\n", answers.load());
}

TEST(ReadersTest, WhatIsSharedIsOfOneState) {
  constexpr int kFirst = 101;  // numbers of no document
  constexpr int kSecond = 102;
  const input::TempFolder folder;
  const std::string directory = folder.path("index");
  const auto caches = std::make_shared<PostingCaches>();
  const auto open = [&](std::shared_ptr<PostingCaches> shared) {
    return Searcher(directory, {}, {}, Dictionary::load({}), std::chrono::steady_clock::now,
                    std::move(shared));
  };
  const auto totals = [](Searcher& searcher) {
    std::vector<std::uint64_t> found;
    for (const int version : {kFirst, kSecond}) {
      SearchRequest request;
      request.query = std::to_string(version);
      request.verbatim = true;
      found.push_back(ask(searcher, request).total);
    }
    return found;
  };
  write_version(directory, kFirst, WriteMode::kWrite);
  Searcher early = open(caches);
  EXPECT_EQ(totals(early), (std::vector<std::uint64_t>{kDocuments, 0}));
  write_version(directory, kSecond, WriteMode::kWrite);
  Searcher late = open(caches);  // beside one that holds what it kept of the state before
  EXPECT_EQ(totals(late), (std::vector<std::uint64_t>{0, kDocuments}));
}

}  // namespace
}  // namespace tracuu
