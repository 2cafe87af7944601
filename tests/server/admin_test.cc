// The admin page: who sees it, what it counts, and that counting takes no more memory than it may.
#include <map>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include "core/index/directory.h"
#include "core/index/failed_files.h"
#include "core/index/last_run.h"
#include "searcher/server/admin/frequent_texts.h"
#include "searcher/server/admin/query_log.h"
#include "searcher/server/api_keys.h"
#include "tests/server/desk_fixture.h"
#include "tests/server/markup_check.h"

namespace tracuu {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(FrequentTextsTest, CountsWhatThereIsRoomFor) {
  FrequentTexts texts(3);
  for (const char* text : {"a", "b", "a", "c", "a", "b"}) texts.add(text);
  EXPECT_EQ(texts.top(2), (std::vector<FrequentText>{{"a", 3, 0}, {"b", 2, 0}}));
  texts.add("d");  // takes the place of c
  EXPECT_EQ(texts.top(9), (std::vector<FrequentText>{{"a", 3, 0}, {"b", 2, 0}, {"d", 2, 1}}));
}

// What the method promises, on streams of texts as often as people ask them.
TEST(FrequentTextsTest, KeepsItsPromisesOnAnyStream) {
  constexpr std::size_t kCapacity = 20;
  constexpr unsigned kAdded = 5000;
  unsigned state = test_seed();
  for (int stream = 0; stream < 5; ++stream) {
    FrequentTexts texts(kCapacity);
    std::map<std::string, std::uint64_t> exact;
    for (unsigned i = 0; i < kAdded; ++i) {
      state = state * 1664525 + 1013904223;
      const unsigned one = (state >> 8) % 1000 + 1;
      const std::string text = std::to_string(1000 / one);  // the rarer, the more of them
      texts.add(text);
      ++exact[text];
    }
    const std::vector<FrequentText> kept = texts.top(1000);
    EXPECT_LE(kept.size(), kCapacity);
    std::map<std::string, std::uint64_t> counts;
    for (const FrequentText& text : kept) {
      EXPECT_GE(text.count, exact[text.text]) << text.text;
      EXPECT_LE(text.count - text.error, exact[text.text]) << text.text;
      counts[text.text] = text.count;
    }
    for (const auto& [text, count] : exact) {
      EXPECT_TRUE(count <= kAdded / kCapacity || counts.contains(text)) << text;
    }
  }
}

TEST(QueryLogTest, SpellingsOfOneQueryAreOne) {
  QueryLog log;
  log.note("Chuyển  đổi số", 3);
  log.note(" chuyển đổi số\n", 0);
  log.note("", 9);
  log.note(" \t", 0);
  log.note(std::string(100000, 'x'), 0);
  EXPECT_EQ(log.searches(), 3u);
  EXPECT_EQ(log.in_vain(), 2u);
  EXPECT_EQ(log.queries().top(1), (std::vector<FrequentText>{{"chuyển đổi số", 2, 0}}));
  EXPECT_EQ(log.without_results().top(9).size(), 2u);
  EXPECT_EQ(log.without_results().top(9).back().text.size(), kMaxNotedBytes);
}

constexpr const char* kProxy = "10.0.0.9";

Settings with_admins() {
  Settings settings;
  settings.identity_user_header = "X-Remote-User";
  settings.identity_groups_header = "X-Remote-Groups";
  settings.trusted_proxies = {kProxy};
  settings.administrators_group = "quan-tri";
  settings.admin_group = "van-hanh";
  return settings;
}

http::Request asked_by(const std::string& groups, const std::string& target) {
  http::Request request = request_for(target);
  request.client = kProxy;
  request.headers["x-remote-user"] = "an";
  request.headers["x-remote-groups"] = groups;
  return request;
}

TEST(AdminPageTest, IsThereForItsGroupAlone) {
  TestDesk desk(office_documents(), with_admins());
  const std::string unknown = desk.ask(asked_by("", "/nothing-here")).body;
  EXPECT_EQ(desk.ask(asked_by("van-hanh", "/admin")).status, 200);
  EXPECT_EQ(desk.ask(asked_by("a,van-hanh", "/admin")).status, 200);
  struct Case {
    const char* name;
    http::Request request;
  };
  http::Request stranger = asked_by("van-hanh", "/admin");
  stranger.client = "10.0.0.8";
  http::Request nameless = asked_by("van-hanh", "/admin");
  nameless.headers["x-remote-user"] = "";
  for (const Case& test : std::vector<Case>{{"nobody", request_for("/admin")},
                                            {"another group", asked_by("noi-vu", "/admin")},
                                            {"who sees everything", asked_by("quan-tri", "/admin")},
                                            {"not through the proxy", stranger},
                                            {"without a name", nameless}}) {
    const http::Response answer = desk.ask(test.request);
    EXPECT_EQ(answer.status, 404) << test.name;
    EXPECT_EQ(answer.headers.at("Cache-Control"), "no-store") << test.name;
    EXPECT_THAT(answer.body, Not(HasSubstr("gen-"))) << test.name;
  }
  http::Request none = asked_by("", "/admin");
  std::string body = desk.ask(none).body;
  for (std::size_t at; (at = body.find("/admin")) != std::string::npos;) {
    body.replace(at, 6, "/nothing-here");
  }
  EXPECT_EQ(body, unknown);
  TestDesk closed(office_documents());
  EXPECT_EQ(closed.get("/admin").status, 404);
}

TEST(AdminPageTest, SaysWhatIsAskedAndWhatIsWrong) {
  std::vector<Document> documents = office_documents();
  Document broken{.id = "vb/hong.txt", .title = "NghÞ quyÕt", .body = {}};
  for (int i = 0; i < 30; ++i) broken.body += "quyÕt ®Þnh xyz thk ";
  broken.text_quality = 0.1;
  broken.damaged = true;
  documents.push_back(broken);
  Document hidden = broken;
  hidden.id = "vb/kin.txt";
  hidden.access = {"noi-vu"};
  documents.push_back(hidden);
  TestDesk desk(documents, with_admins());
  desk.get("/search?q=M%E1%BB%99t+c%E1%BB%ADa");
  desk.get("/api/v1/search?q=m%E1%BB%99t+c%E1%BB%ADa");
  desk.get("/search?q=m%E1%BB%99t+c%E1%BB%ADa&page=2");
  desk.get("/search?q=%3Cscript%3Exyzzy");
  const http::Response page = desk.ask(asked_by("van-hanh", "/admin"));
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.headers.at("Cache-Control"), "no-store");
  EXPECT_EQ(foreign_markup(page.body), "");
  EXPECT_THAT(page.body, HasSubstr("gen-0001"));
  EXPECT_THAT(page.body, HasSubstr("m%E1%BB%99t%20c%E1%BB%ADa\">một cửa</a> <b>2</b>"));
  EXPECT_THAT(page.body, HasSubstr("&lt;script&gt;xyzzy</a> <b>1</b>"));
  EXPECT_THAT(page.body, HasSubstr("/document?id=vb%2Fhong.txt"));
  EXPECT_THAT(page.body, HasSubstr("1 văn bản mất chữ"));
  EXPECT_THAT(page.body, Not(HasSubstr("kin.txt")));
  EXPECT_THAT(page.body, HasSubstr("abbreviations.tsv"));
  EXPECT_THAT(desk.ask(asked_by("van-hanh,noi-vu", "/admin?lang=en")).body, HasSubstr("kin.txt"));
}

// Writes what a run leaves behind.
void write_run(const std::string& index, const LastRun& run) {
  Xapian::WritableDatabase database(IndexDirectory(index).live().string(), Xapian::DB_OPEN);
  write_last_run(index, run);
  write_failed_file(database, {"/srv/kin/hong.pdf", "kin/hong.pdf: tệp bị hỏng <b>",
                               "kin/hong.pdf: the file is broken <b>", 1});
  database.commit();
}

TEST(AdminPageTest, SaysWhatTheLastRunDid) {
  TestDesk desk(office_documents(), with_admins());
  EXPECT_THAT(desk.ask(asked_by("van-hanh", "/admin")).body,
              HasSubstr("Chỉ mục không ghi lần cập nhật nào."));
  LastRun run;
  run.started = 1795974600;  // 2026-11-29T17:50:00Z
  run.seconds = 41.25;
  run.added = 1234;
  run.is_partial = true;
  run.not_deleted = 7;
  run.error_vietnamese = "ghi '/srv/idx': đĩa đầy";
  run.error_english = "write '/srv/idx': the disk is full";
  write_run(desk.index().directory(), run);
  desk.reopen();
  const std::string body = desk.ask(asked_by("van-hanh", "/admin")).body;
  EXPECT_THAT(body, HasSubstr("<dd>30/11/2026 00:50</dd>"));
  EXPECT_THAT(body, HasSubstr("<dd>41,2 giây</dd>"));
  EXPECT_THAT(body, HasSubstr("<dd>1.234</dd>"));
  EXPECT_THAT(body, HasSubstr("chỉ xem những tệp được báo là đã thay đổi"));
  EXPECT_THAT(body, HasSubstr("Giữ lại 7 văn bản"));
  EXPECT_THAT(body, HasSubstr("Lần này thất bại: ghi &#39;/srv/idx&#39;: đĩa đầy"));
  EXPECT_THAT(body, HasSubstr("kin/hong.pdf: tệp bị hỏng &lt;b&gt;"));
  EXPECT_EQ(foreign_markup(body), "");
}

// The path of a file that failed may be as secret as a document.
TEST(AdminPageTest, WhichFilesFailedIsForWhoSeesEverything) {
  std::vector<Document> documents = office_documents();
  documents.push_back({.id = "kin.txt", .body = "kín", .access = {"noi-vu"}});
  TestDesk desk(documents, with_admins());
  write_run(desk.index().directory(), {});
  desk.reopen();
  const std::string member = desk.ask(asked_by("van-hanh,noi-vu", "/admin")).body;
  EXPECT_THAT(member, HasSubstr("1 tệp lỗi"));
  EXPECT_THAT(member, Not(HasSubstr("hong.pdf")));
  EXPECT_THAT(desk.ask(asked_by("van-hanh,quan-tri", "/admin")).body, HasSubstr("hong.pdf"));
}

}  // namespace
}  // namespace tracuu
