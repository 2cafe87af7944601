// The indexer's side of reading processes: whatever one does costs a file, never the run.
#include <chrono>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/text/utf8.h"
#include "indexer/worker/worker_pool.h"
#include "indexer/worker/worker_process.h"
#include "tests/indexer/temp_folder.h"

namespace tracuu::input {
namespace {

// "crashed signal 6", or the text.
std::string outcome(const std::vector<FoundDocument>& found) {
  std::string all;
  for (const FoundDocument& document : found) {
    if (!all.empty()) all += " | ";
    all += document.problem
               ? std::string(skip_code(document.problem->reason)) + " " + document.problem->detail
               : document.text.body;
  }
  return all;
}

struct BadRow {
  const char* name;
  const char* expected;
};

constexpr BadRow kBadRows[] = {
    {"crash", "crashed signal 6"},  {"exit", "crashed exit 7"},
    {"hang", "time_limit 1"},       {"half", "Kế hoạch\n | crashed signal 6"},
    {"long", "crashed bad answer"}, {"noise", "crashed bad answer"},
    {"json", "crashed bad answer"}, {"none", "no_text "},
};

class BadWorkerTest : public testing::TestWithParam<BadRow> {};

TEST_P(BadWorkerTest, CostsOneFile) {
  TempFolder folder;
  const std::string file = folder.write("a.pdf", "x");
  WorkerProcess worker(TRACUU_BAD_WORKER, {.silent = std::chrono::milliseconds(500)});
  EXPECT_EQ(outcome(worker.read(file, GetParam().name)), GetParam().expected);
  EXPECT_EQ(outcome(worker.read(file, "good")), "Kế hoạch\n");
}

INSTANTIATE_TEST_SUITE_P(All, BadWorkerTest, testing::ValuesIn(kBadRows),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(WorkerProcessTest, WhatComesBackIsMended) {
  TempFolder folder;
  WorkerProcess worker(TRACUU_BAD_WORKER);
  const auto found = worker.read(folder.write("a.pdf", "x"), "bytes");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].member, "ab");
  EXPECT_EQ(text::count_malformed(found[0].text.body), 0u);
  EXPECT_TRUE(found[0].text.pages.empty());
}

TEST(WorkerProcessTest, MissingProtectionIsSaid) {
  WorkerProcess worker(TRACUU_BAD_WORKER);
  ASSERT_TRUE(worker.start());
  EXPECT_EQ(worker.missing(), std::vector<std::string>{"landlock"});
}

TEST(WorkerProcessTest, AMissingProgramIsAReason) {
  TempFolder folder;
  WorkerProcess worker(folder.path("no-such-program"));
  EXPECT_EQ(outcome(worker.read(folder.write("a.pdf", "x"), "a.pdf")), "no_reader ");
}

TEST(WorkerProcessTest, FilesThatCannotBeReadAreReasons) {
  TempFolder folder;
  WorkerProcess worker(TRACUU_EXTRACT);
  EXPECT_EQ(outcome(worker.read(folder.write("a.pdf", ""), "a.pdf")), "empty ");
  EXPECT_EQ(outcome(worker.read(folder.path("b.pdf"), "b.pdf")).substr(0, 10), "unreadable");
}

TEST(WorkerPoolTest, ResultsBelongToTheirFiles) {
  TempFolder folder;
  WorkerPool pool(TRACUU_EXTRACT, 3);
  std::vector<std::future<std::vector<FoundDocument>>> results;
  for (int i = 0; i < 30; ++i) {
    const std::string name = "van-ban-" + std::to_string(i) + ".txt";
    results.push_back(pool.read(folder.write(name, "Văn bản số " + std::to_string(i)), name));
  }
  for (int i = 0; i < 30; ++i) {
    EXPECT_EQ(outcome(results[static_cast<std::size_t>(i)].get()),
              "Văn bản số " + std::to_string(i));
  }
}

}  // namespace
}  // namespace tracuu::input
