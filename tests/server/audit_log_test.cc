// The log of who asked what: that it goes on, and that a change of it is seen.

#include "searcher/server/audit_log.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "tests/indexer/temp_folder.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

class AuditLogTest : public testing::Test {
 protected:
  void note(AuditLog& log, const std::string& who, const std::string& query) {
    http::Request request;
    request.target = {"/search", {{"q", query}, {"type", "a"}, {"type", "b"}}};
    request.client = "10.0.0.7";
    log.note({request, who, 200});
  }

  AuditOptions options(unsigned keep_days = 0) const { return {folder_.path("log"), keep_days}; }
  AuditLog::Clock clock() {
    return [this] { return now_; };
  }

  std::vector<std::string> lines(const std::string& day) const {
    std::ifstream in(file(day));
    std::vector<std::string> all;
    for (std::string line; std::getline(in, line);) all.push_back(line);
    return all;
  }
  void write(const std::string& day, const std::vector<std::string>& all) const {
    std::ofstream out(file(day), std::ios::trunc);
    for (const std::string& line : all) out << line << '\n';
  }
  std::string file(const std::string& day) const {
    return folder_.path("log/audit-" + day + ".jsonl");
  }
  AuditVerdict verdict() const { return verify_audit(folder_.path("log")); }

  input::TempFolder folder_;
  // 2026-03-01T23:59:50Z
  std::chrono::system_clock::time_point now_{std::chrono::seconds(1772409590)};
};

constexpr const char* kDay = "2026-03-01";
constexpr const char* kNextDay = "2026-03-02";

TEST_F(AuditLogTest, LineSaysWhoAskedWhat) {
  AuditLog log(options(), clock());
  note(log, "an", "một cửa \"x\"\n\x01\xff");
  const Json line = Json::parse(lines(kDay).at(0));
  EXPECT_EQ(line["seq"], 1);
  EXPECT_EQ(line["time"], "2026-03-01T23:59:50Z");
  EXPECT_EQ(line["who"], "an");
  EXPECT_EQ(line["client"], "10.0.0.7");
  EXPECT_EQ(line["path"], "/search");
  EXPECT_EQ(line["parameters"]["type"], (Json{"a", "b"}));
  EXPECT_EQ(line["parameters"]["q"][0], "một cửa \"x\"\n\x01\uFFFD");
  EXPECT_EQ(line["status"], 200);
  EXPECT_EQ(line["before"], "");
}

TEST_F(AuditLogTest, LongValuesAreCut) {
  AuditLog log(options(), clock());
  note(log, std::string(100'000, 'x'), std::string(100'000, 'y'));
  EXPECT_LT(lines(kDay).at(0).size(), 3 * kMaxAuditedBytes);
  EXPECT_EQ(verdict().broken_at, "");
}

TEST_F(AuditLogTest, ChainGoesOnOverRestartsAndDays) {
  for (int run = 0; run < 3; ++run) {
    AuditLog log(options(), clock());
    note(log, "an", "một");
    note(log, "bình", "hai");
    now_ += std::chrono::seconds(8);
  }
  EXPECT_EQ(lines(kDay).size(), 4u);
  EXPECT_EQ(lines(kNextDay).size(), 2u);
  const AuditVerdict found = verdict();
  EXPECT_EQ(found.broken_at, "");
  EXPECT_EQ(found.lines, 6u);
  EXPECT_EQ(found.last, 6u);
  EXPECT_EQ(found.last_hash, Json::parse(lines(kNextDay).back())["hash"]);
}

TEST_F(AuditLogTest, EveryChangeOfALineIsSeen) {
  {
    AuditLog log(options(), clock());
    for (int i = 0; i < 5; ++i) note(log, "an", "câu " + std::to_string(i));
  }
  const std::vector<std::string> whole = lines(kDay);
  const auto broken_after = [&](std::vector<std::string> changed) {
    write(kDay, changed);
    return verdict().broken_at;
  };
  EXPECT_EQ(broken_after(whole), "");
  for (std::size_t i = 0; i < whole.size(); ++i) {
    for (std::size_t at = 0; at < whole[i].size(); at += 7) {
      std::vector<std::string> changed = whole;
      changed[i][at] = changed[i][at] == 'a' ? 'b' : 'a';
      EXPECT_NE(broken_after(changed), "") << i << ":" << at;
    }
  }
  std::vector<std::string> without = whole;
  without.erase(without.begin() + 2);
  EXPECT_EQ(broken_after(without), "audit-2026-03-01.jsonl:3");
  std::vector<std::string> swapped = whole;
  std::swap(swapped[1], swapped[2]);
  EXPECT_EQ(broken_after(swapped), "audit-2026-03-01.jsonl:2");
  std::vector<std::string> twice = whole;
  twice.insert(twice.begin() + 3, whole[2]);
  EXPECT_EQ(broken_after(twice), "audit-2026-03-01.jsonl:4");
}

TEST_F(AuditLogTest, WhatAKilledServerLeftOfALineIsCutAndSaid) {
  {
    AuditLog log(options(), clock());
    note(log, "an", "một");
  }
  std::ofstream(file(kDay), std::ios::app) << R"({"seq":2,"ti)";
  EXPECT_NE(verdict().broken_at, "");
  AuditLog log(options(), clock());
  note(log, "an", "hai");
  EXPECT_EQ(verdict().broken_at, "");
  EXPECT_EQ(lines(kDay).size(), 3u);
  EXPECT_EQ(Json::parse(lines(kDay)[1])["event"], "cut");
}

TEST_F(AuditLogTest, OldFilesGo) {
  {
    AuditLog log(options(2), clock());
    note(log, "an", "một");
    now_ += std::chrono::hours(24);
    note(log, "an", "hai");
    EXPECT_TRUE(std::filesystem::exists(file(kDay)));
    now_ += std::chrono::hours(48);
    note(log, "an", "ba");
  }
  EXPECT_FALSE(std::filesystem::exists(file(kDay)));
  EXPECT_TRUE(std::filesystem::exists(file(kNextDay)));
  EXPECT_EQ(verdict().broken_at, "");
  EXPECT_EQ(verdict().first, 2u);
}

TEST_F(AuditLogTest, FolderThatCannotBeWrittenIsAnError) {
  folder_.write("file", "x");
  EXPECT_THROW(AuditLog({folder_.path("file/log"), 0}), Error);
  EXPECT_THROW(verify_audit(folder_.path("khong-co")), Error);
}

}  // namespace
}  // namespace tracuu
