// Saved searches: files of a folder, the first page, and feeds of what is new.
#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/index/database.h"
#include "core/index/last_run.h"
#include "searcher/server/saved/saved_search.h"
#include "searcher/server/saved/saved_searches.h"
#include "tests/server/desk_fixture.h"
#include "tests/server/markup_check.h"

namespace tracuu {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(SavedSearchTest, IsAQueryWithFilters) {
  const auto parsed =
      parse_saved_search("cds", R"({"query": "chuyển đổi số", "name": "Chuyển đổi số",
                 "filters": {"type": ["Quyết định", "Nghị quyết"], "from": 2021}})");
  const auto* saved = std::get_if<SavedSearch>(&parsed);
  ASSERT_NE(saved, nullptr) << std::get<std::string>(parsed);
  EXPECT_EQ(saved->name(Language::kVietnamese), "Chuyển đổi số");
  EXPECT_EQ(saved->name(Language::kEnglish), "Chuyển đổi số");
  EXPECT_EQ(saved->parameters, (std::vector<http::Parameter>{{"q", "chuyển đổi số"},
                                                             {"from", "2021"},
                                                             {"type", "Quyết định"},
                                                             {"type", "Nghị quyết"}}));
}

TEST(SavedSearchTest, WhatIsNoneIsSaid) {
  struct Case {
    const char* key;
    std::string text;
    const char* part;
  };
  for (const Case& test : std::vector<Case>{
           {"a", "", "parse error"},
           {"a", "[]", "no object"},
           {"a", R"({"query": ["a"]})", "'query' must be a text"},
           {"a", R"({"querry": "a"})", "'querry' is not known"},
           {"a", R"({"filters": {"tpye": "a"}})", "tpye"},
           {"a", R"({"filters": {"from": "soon"}})", "soon"},
           {"a", R"({"filters": {"type": [1.5]}})", "'type' must be a text"},
           {"a", R"({"filters": []})", "'filters' is not known"},
           {"a", R"({"filters": {"limit": "9999"}})", "9999"},
           {"a", std::string(kMaxSavedSearchBytes + 1, ' '), "too long"},
           {"../a", "{}", "a-z"},
           {"A", "{}", "a-z"},
           {"", "{}", "a-z"},
       }) {
    const auto parsed = parse_saved_search(test.key, test.text);
    const auto* wrong = std::get_if<std::string>(&parsed);
    ASSERT_NE(wrong, nullptr) << test.text;
    EXPECT_THAT(*wrong, HasSubstr(test.part)) << test.text;
  }
}

TEST(SavedSearchesTest, AreReadAgainWhenTheyChange) {
  const input::TempFolder folder;
  folder.write("saved/b.json", R"({"query": "hai"})");
  folder.write("saved/a.json", R"({"query": "một"})");
  folder.write("saved/hong.json", "{");
  folder.write("saved/ghi-chu.txt", "không phải");
  auto now = std::chrono::steady_clock::now();
  SavedSearches saved(folder.path("saved"), [&] { return now; });
  ASSERT_EQ(saved.all()->size(), 2u);
  EXPECT_EQ(saved.all()->front().key, "a");
  const std::string version = saved.version();
  const auto held = saved.all();
  folder.write("saved/c.json", R"({"query": "ba"})");
  EXPECT_EQ(saved.version(), version);
  now += SavedSearches::kLookEvery;
  EXPECT_EQ(saved.all()->size(), 3u);
  EXPECT_NE(saved.version(), version);
  EXPECT_EQ(held->size(), 2u);
  std::filesystem::remove_all(folder.path("saved"));
  now += SavedSearches::kLookEvery;
  EXPECT_TRUE(saved.all()->empty());
  EXPECT_THROW(SavedSearches(folder.path("none")), Error);
  EXPECT_TRUE(SavedSearches({}).all()->empty());
}

Document decision(const std::string& id, std::vector<std::string> access = {}) {
  Document document = act(id, id.substr(0, id.find('.')) + "/2021/QĐ-UBND", "2021-02-03");
  document.title = "Quyết định " + id + " về chuyển đổi số";
  document.body = "Chuyển đổi số " + id + ".";
  document.access = std::move(access);
  return document;
}

// A server over an index that is written to again.
class SavedFeedTest : public testing::Test {
 protected:
  SavedFeedTest() {
    folder_.write("saved/cds.json", R"({"name": "Chuyển đổi số <mới>", "query": "chuyển đổi số",
                                        "filters": {"type": ["Quyết định"]}})");
    write_documents(folder_.path("idx"), {decision("1.txt"), decision("2.txt")});
    Settings settings;
    settings.saved_searches = folder_.path("saved");
    settings.identity_user_header = "X-Remote-User";
    settings.identity_groups_header = "X-Remote-Groups";
    settings.trusted_proxies = {"10.0.0.9"};
    site_ = std::make_unique<Site>(settings);
    open();
  }

  // As a worker that has gone over to the newest state.
  void open() {
    desk_ = std::make_unique<Desk>(std::make_unique<Searcher>(folder_.path("idx")), *site_);
  }

  // One run, as tracuu-index leaves it.
  void add(const std::vector<Document>& documents) {
    const std::string index = folder_.path("idx");
    LastRun run;
    run.started = 1795974600;  // 2026-11-29T17:50:00Z
    run.before = state_of(open_index(index));
    write_documents(index, documents);
    write_last_run(index, run);
    open();
  }

  http::Response get(const std::string& target, const std::string& groups = {}) {
    http::Request request = request_for(target);
    if (!groups.empty()) {
      request.client = "10.0.0.9";
      request.headers["x-remote-user"] = "an";
      request.headers["x-remote-groups"] = groups;
    }
    return desk_->answer(request);
  }

  input::TempFolder folder_;
  std::unique_ptr<Site> site_;
  std::unique_ptr<Desk> desk_;
};

TEST_F(SavedFeedTest, TheFirstPageListsThem) {
  const std::string body = get("/").body;
  EXPECT_THAT(body, HasSubstr("Chuyển đổi số &lt;mới&gt;</a>"));
  EXPECT_THAT(body, HasSubstr("href=\"/search?q=chuy%E1%BB%83n%20%C4%91%E1%BB%95i%20s%E1%BB%91&amp;"
                              "type=Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh\""));
  EXPECT_THAT(body, HasSubstr("href=\"/saved/cds.atom\""));
  EXPECT_EQ(foreign_markup(body), "");
}

TEST_F(SavedFeedTest, HasWhatTheLastUpdateBrought) {
  add({decision("3.txt"), decision("4.txt", {"noi-vu"})});
  const http::Response feed = get("/saved/cds.atom");
  EXPECT_EQ(feed.status, 200);
  EXPECT_EQ(feed.type, "application/atom+xml; charset=utf-8");
  EXPECT_THAT(feed.body, HasSubstr("/document?id=3.txt"));
  EXPECT_THAT(feed.body, Not(HasSubstr("1.txt")));
  EXPECT_THAT(feed.body, Not(HasSubstr("4.txt")));
  EXPECT_THAT(feed.body, HasSubstr("Chuyển đổi số &lt;mới&gt;"));
  EXPECT_THAT(feed.body, HasSubstr("<updated>2026-11-29T17:50:00Z</updated>"));
  EXPECT_THAT(get("/saved/cds.atom", "noi-vu").body, HasSubstr("/document?id=4.txt"));
  EXPECT_EQ(get("/saved/cds.atom", "noi-vu").headers.at("Cache-Control"), "private, no-cache");
}

TEST_F(SavedFeedTest, HasOnlyWhatTheLastOfSeveralUpdatesBrought) {
  add({decision("3.txt")});
  add({decision("1.txt"), decision("5.txt")});  // 1.txt has not changed
  const std::string feed = get("/saved/cds.atom").body;
  EXPECT_THAT(feed, HasSubstr("/document?id=5.txt"));
  for (const char* old : {"1.txt", "2.txt", "3.txt"}) EXPECT_THAT(feed, Not(HasSubstr(old)));
  add({});
  EXPECT_THAT(get("/saved/cds.atom").body, Not(HasSubstr("<entry>")));
}

TEST_F(SavedFeedTest, WithoutAnUpdateHasTheNewest) {
  EXPECT_THAT(get("/saved/cds.atom").body, HasSubstr("/document?id=1.txt"));
}

TEST_F(SavedFeedTest, AnUnknownNameIsAnUnknownAddress) {
  for (const char* target : {"/saved/khac.atom", "/saved/cds", "/saved/", "/saved/cds.json",
                             "/saved/..%2Fcds.atom", "/saved/cds.atom/"}) {
    EXPECT_EQ(get(target).status, 404) << target;
  }
}

TEST_F(SavedFeedTest, AChangedFileIsAnotherVersionOfThePage) {
  http::Request request = request_for("/");
  const std::string etag = desk_->answer(request).headers.at("ETag");
  request.headers["if-none-match"] = etag;
  EXPECT_EQ(desk_->answer(request).status, 304);
  folder_.write("saved/hai.json", R"({"query": "hai"})");
  Site changed(site_->settings());
  Desk desk(std::make_unique<Searcher>(folder_.path("idx")), changed);
  EXPECT_EQ(desk.answer(request).status, 200);
}

}  // namespace
}  // namespace tracuu
