#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "searcher/server/export.h"
#include "searcher/server/page/address.h"
#include "searcher/server/page/body_html.h"
#include "searcher/server/page_files.h"
#include "searcher/server/strings.h"
#include "tests/indexer/temp_folder.h"
#include "tests/server/desk_fixture.h"
#include "tests/server/markup_check.h"

namespace tracuu {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kDecision = "Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh";

TEST(PageTest, ResultsHaveWhatAClerkLooksFor) {
  TestDesk desk(office_documents());
  const http::Response page = desk.get("/search?q=m%E1%BB%99t+c%E1%BB%ADa");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Quyết định 2/2021/QĐ-UBND Quy định một cửa liên thông"));
  EXPECT_THAT(page.body, HasSubstr("<mark>một cửa"));
  EXPECT_THAT(page.body, HasSubstr("s-expired"));
  EXPECT_THAT(page.body, HasSubstr("2 văn bản, từ 1 đến 2"));
  EXPECT_THAT(page.body, HasSubstr("/search?q=m%E1%BB%99t%20c%E1%BB%ADa&amp;type=Quy"));
  EXPECT_THAT(page.body, HasSubstr("/search?q=m%E1%BB%99t%20c%E1%BB%ADa&amp;year=2019"));
  EXPECT_EQ(foreign_markup(page.body), "");
}

TEST(PageTest, ChipsLeadToTheSearchWithoutThem) {
  TestDesk desk(office_documents());
  const std::string body =
      desk.get(std::string("/search?type=") + kDecision + "&q=c%E1%BB%ADa&year=2021").body;
  EXPECT_THAT(body, HasSubstr("<a class=\"chip\" href=\"/search?q=c%E1%BB%ADa&amp;year=2021\">"));
  EXPECT_THAT(body, HasSubstr("<a class=\"clear\" href=\"/search?q=c%E1%BB%ADa\">"));
  EXPECT_THAT(body, HasSubstr("1 văn bản"));
}

TEST(PageTest, NothingFoundSaysWhatToTry) {
  TestDesk desk(office_documents());
  const std::string body =
      desk.get(std::string("/search?q=xyzzy&year=2021&type=") + kDecision).body;
  EXPECT_THAT(body, HasSubstr("Không tìm thấy văn bản nào"));
  EXPECT_THAT(body, HasSubstr("Bỏ điều kiện «2021»"));
  EXPECT_THAT(body, HasSubstr("/help"));
}

TEST(PageTest, ABadQueryIsShownWithItsPlace) {
  TestDesk desk(office_documents());
  const http::Response page = desk.get("/search?q=%22%22");
  EXPECT_EQ(page.status, 400);
  EXPECT_THAT(page.body, HasSubstr("dấu ngoặc kép"));
  EXPECT_THAT(page.body, HasSubstr("^"));
}

// Half of a quotation, as it comes with a pasted line.
TEST(PageTest, AQueryWithAWrongSignIsSearchedWithoutIt) {
  TestDesk desk(office_documents());
  const http::Response page = desk.get("/search?q=%22chuy%E1%BB%83n+%C4%91%E1%BB%95i+s%E1%BB%91");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body,
              HasSubstr("dấu ngoặc kép ở ký tự thứ 1 chưa được đóng: đã tìm không có dấu ấy"));
  EXPECT_THAT(page.body, HasSubstr("<ol class=\"results\""));
  EXPECT_THAT(page.body, HasSubstr("<mark>"));
}

TEST(PageTest, PagesFollowEachOther) {
  std::vector<Document> documents;
  documents.reserve(45);
  for (int i = 0; i < 45; ++i) {
    documents.push_back({.id = std::to_string(i), .body = "số " + std::to_string(i * 7919)});
  }
  TestDesk desk(documents);
  const std::string body = desk.get("/search?q=s%E1%BB%91&page=2&collapse=0").body;
  EXPECT_THAT(body, HasSubstr("45 văn bản, từ 11 đến 20"));
  EXPECT_THAT(body, HasSubstr("collapse=0&amp;page=3\">Trang sau"));
  EXPECT_THAT(body, HasSubstr("<ol class=\"results\" start=\"11\">"));
  EXPECT_THAT(desk.get("/search?q=s%E1%BB%91&page=9").body, HasSubstr("không có đến trang này"));
  EXPECT_EQ(desk.get("/search?page=0").status, 400);
}

TEST(PageTest, EnglishByTheAddress) {
  TestDesk desk(office_documents());
  const std::string body = desk.get("/search?q=xyzzy&lang=en").body;
  EXPECT_THAT(body, HasSubstr("<html lang=\"en\">"));
  EXPECT_THAT(body, HasSubstr("No document was found"));
  EXPECT_THAT(body, HasSubstr("href=\"/search?q=xyzzy&amp;lang=vi\""));
  EXPECT_EQ(desk.get("/search?lang=fr").status, 400);
}

// Results are put in place of others by a script that no other page needs.
TEST(PageTest, OnlyResultsLoadWhatPutsThemInPlace) {
  TestDesk desk(office_documents());
  EXPECT_THAT(desk.get("/search?q=s%E1%BB%91").body, HasSubstr("/static/swap.js?v="));
  for (const char* target : {"/", "/help", "/document?id=tin%2F1.txt", "/search?q=a&embed=1"}) {
    EXPECT_THAT(desk.get(target).body, Not(HasSubstr("swap.js"))) << target;
  }
}

TEST(PageTest, ADocumentSaysWhatItIsAndWhatItIsTiedTo) {
  TestDesk desk(office_documents());
  const std::string text = desk.get("/document?id=qd%2F2-2021.txt&q=c%E1%BB%ADa").body;
  EXPECT_THAT(text, HasSubstr("<h2 id=\"dieu-1\">"));
  EXPECT_THAT(text, HasSubstr("href=\"#dieu-2\""));
  EXPECT_THAT(text, HasSubstr("Trần Văn Bình"));
  EXPECT_THAT(text, HasSubstr("Căn cứ Quyết định số 2/2021/QĐ-UBND"));
  EXPECT_THAT(text, HasSubstr("href=\"/search?q=c%E1%BB%ADa\">← "));
  const std::string ties = desk.get("/document?id=qd%2F2-2021.txt&tab=ties").body;
  EXPECT_THAT(ties, HasSubstr("Thay thế"));
  EXPECT_THAT(ties, HasSubstr("/document?id=qd%2F1-2019.txt"));
  EXPECT_THAT(ties, HasSubstr("<svg"));
  const std::string replaced = desk.get("/document?id=qd%2F1-2019.txt&tab=ties").body;
  EXPECT_THAT(replaced, HasSubstr("Hết hiệu lực"));
  EXPECT_THAT(replaced, HasSubstr("2/2021/QĐ-UBND"));
  EXPECT_EQ(desk.get("/document?id=none").status, 404);
}

TEST(PageTest, AFragmentIsTheResultsAlone) {
  TestDesk desk(office_documents());
  const std::string body = desk.get("/search?q=s%E1%BB%91&fragment=1").body;
  EXPECT_THAT(body, Not(HasSubstr("<html")));
  EXPECT_THAT(body, HasSubstr("tracuu-results"));
  EXPECT_THAT(desk.get("/search?q=s%E1%BB%91&embed=1").body, HasSubstr("class=\"framed\""));
}

TEST(PageTest, HelpHasExamplesThatRun) {
  TestDesk desk(office_documents());
  const std::string body = desk.get("/help").body;
  std::size_t examples = 0;
  for (std::size_t at = body.find("<li><a href=\"/search?q="); at != std::string::npos;
       at = body.find("<li><a href=\"/search?q=", at + 1)) {
    const std::size_t begin = at + 13;
    const std::string target = body.substr(begin, body.find('"', begin) - begin);
    EXPECT_EQ(desk.get(target).status, 200) << target;
    ++examples;
  }
  EXPECT_GE(examples, 8u);
}

TEST(PageTest, StaysWithinItsBudget) {
  TestDesk desk(office_documents());
  const std::size_t style = PageFiles().file("style.css").size();
  EXPECT_LE(desk.get("/search?q=s%E1%BB%91").body.size() + style, 60'000u);
  EXPECT_LE(PageFiles().file("tracuu.js").size() + PageFiles().file("swap.js").size() +
                PageFiles().file("embed.js").size(),
            30'000u);
  const std::string policy = desk.get("/search").headers.at("Content-Security-Policy");
  EXPECT_THAT(policy, HasSubstr("default-src 'none'"));
  EXPECT_THAT(policy, Not(HasSubstr("unsafe")));
}

TEST(PageTest, UnknownAddressesAreAPage) {
  TestDesk desk(office_documents());
  const http::Response page = desk.get("/nothing");
  EXPECT_EQ(page.status, 404);
  EXPECT_THAT(page.body, HasSubstr("<html"));
}

TEST(QuickTest, FilesNeedNoWorker) {
  const Site site{Settings()};
  const auto style = answer_quick(request_for(site.address_of("style.css")), site);
  ASSERT_TRUE(style);
  EXPECT_THAT(style->headers.at("Cache-Control"), HasSubstr("immutable"));
  EXPECT_THAT(
      answer_quick(request_for("/static/style.css?v=old"), site)->headers.at("Cache-Control"),
      Not(HasSubstr("immutable")));
  EXPECT_EQ(answer_quick(request_for("/healthz"), site)->status, 200);
  EXPECT_FALSE(answer_quick(request_for("/static/../main.cc"), site));
  EXPECT_FALSE(answer_quick(request_for("/search"), site));
}

TEST(ExportTest, ListsAreForSpreadsheetsProgramsAndReaders) {
  TestDesk desk(office_documents());
  const http::Response csv = desk.get("/search.csv?q=m%E1%BB%99t+c%E1%BB%ADa");
  EXPECT_TRUE(csv.body.starts_with("\xEF\xBB\xBF\"Tiêu đề\",\"Loại\""));
  EXPECT_THAT(csv.body, HasSubstr("\"Hết hiệu lực\",\"qd/1-2019.txt\"\r\n"));
  EXPECT_THAT(csv.headers.at("Content-Disposition"), HasSubstr(".csv"));
  EXPECT_THAT(desk.get("/search.jsonl?q=c%E1%BB%ADa").body, HasSubstr("{\"id\":\"qd/"));
  const std::string atom = desk.get("/search.atom").body;
  EXPECT_THAT(atom, HasSubstr("<updated>2022-10-10T00:00:00+07:00</updated>"));
  EXPECT_THAT(atom, HasSubstr("http://localhost:8080/document?id=tin%2F1.txt"));
  EXPECT_THAT(desk.get("/opensearch.xml").body, HasSubstr("/search?q={searchTerms}"));
  EXPECT_TRUE(desk.get("/suggestions?q=chuyen+d").body.starts_with("[\"chuyen d\",["));
}

TEST(ExportTest, ARunIsForScorers) {
  TestDesk desk({{.id = "a b%.txt", .title = "một cửa", .body = "một cửa"},
                 {.id = "c.txt", .title = "một", .body = "một cửa"}});
  const std::string run = desk.get("/search.trec?q=m%E1%BB%99t+c%E1%BB%ADa&topic=q1").body;
  EXPECT_THAT(run,
              testing::MatchesRegex("q1 Q0 a%20b%25.txt 1 [0-9.]+ tracuu\nq1 Q0 c.txt 2 [0-9.]+ "
                                    "tracuu\n"));
  EXPECT_EQ(desk.get("/search?format=trec&q=m%E1%BB%99t+c%E1%BB%ADa&topic=q1").body, run);
  for (const char* bad : {"/search.trec?topic=a+b", "/search.trec?topic=%0A", "/search?format=exe",
                          "/search.trec?q=%22"}) {
    EXPECT_EQ(desk.get(bad).status, 400) << bad;
  }
  EXPECT_EQ(desk.get("/search?format=csv").body, desk.get("/search.csv").body);
}

TEST(ExportTest, NoCellComputes) {
  EXPECT_EQ(csv_cell("a \"b\""), "\"a \"\"b\"\"\"");
  for (const char* bad : {"=1", "+1", "-1", "@a", " =1", "\t=1", "|a", "%a"}) {
    EXPECT_TRUE(csv_cell(bad).starts_with("\"'")) << bad;
  }
  EXPECT_EQ(csv_cell("2-1"), "\"2-1\"");
  EXPECT_EQ(csv_cell(""), "\"\"");
}

TEST(AddressTest, OneSearchHasOneAddress) {
  const Address one(request_for("/search?year=2020&q=a&type=x&utm=1&page=3"));
  const Address other(request_for("/search?type=x&type=x&q=a&year=2020&at=1-2"));
  EXPECT_EQ(one.to("/search"), "/search?q=a&type=x&year=2020");
  EXPECT_EQ(other.to("/search"), one.to("/search"));
  EXPECT_EQ(one.with("type", "y").without("type", "x").to("/s"), "/s?q=a&type=y&year=2020");
  EXPECT_EQ(one.set("q", "").to("/s"), "/s?type=x&year=2020");
}

std::string html_of(std::string_view body, BodySpan passage, std::vector<BodyLink> links = {}) {
  return body_html(body, find_outline(body), std::move(links), passage).markup();
}

TEST(BodyHtmlTest, MarksCrossLinesAndLinks) {
  const std::string body = "một hai\nba <bốn>";
  EXPECT_EQ(html_of(body, {}), "<p>một hai</p>\n<p>ba &lt;bốn&gt;</p>\n");
  const std::size_t two = body.find("hai");
  EXPECT_EQ(html_of(body, {two, 6}),
            "<p>một <mark id=\"passage\">hai</mark></p>\n<p><mark>ba</mark> &lt;bốn&gt;</p>\n");
  EXPECT_EQ(html_of(body, {two + 1, 2}, {{{two, 2}, "/x"}, {{two, 3}, "/overlaps"}}),
            "<p>một <a href=\"/x\">h</a><mark id=\"passage\"><a href=\"/x\">a</a></mark>"
            "<mark>i</mark></p>\n<p>ba &lt;bốn&gt;</p>\n");
}

TEST(BodyHtmlTest, AnySpanIsHarmless) {
  const std::string body = "Điều 1. Một\n\nđoạn ế\nĐiều 2. Hai";
  for (std::size_t offset = 0; offset <= body.size() + 2; ++offset) {
    for (const std::size_t length :
         {std::size_t{0}, std::size_t{1}, std::size_t{7}, ~std::size_t{0}}) {
      const std::string html = html_of(body, {offset, length}, {{{offset, 3}, "javascript:x"}});
      EXPECT_EQ(foreign_markup(html), "") << offset << " " << length;
    }
  }
}

TEST(StringsTest, EachIsThereInBothLanguages) {
  const PageFiles files;
  const std::string& file = files.file("strings.tsv");
  const Strings strings("strings.tsv", file);
  for (std::size_t at = 0; at < file.size(); at = file.find('\n', at) + 1) {
    const std::string line = file.substr(at, file.find('\n', at) - at);
    if (line.empty() || line.front() == '#') continue;
    EXPECT_EQ(std::ranges::count(line, '\t'), 2) << line;
  }
  EXPECT_EQ(strings.say("results.total", Language::kEnglish, {"3"}), "3 documents");
  EXPECT_EQ(strings.say("no.such", Language::kEnglish), "no.such");
  EXPECT_THROW(Strings("x", "key only\n"), Error);
}

TEST(PageFilesTest, AnOfficeChangesThemWithoutABuild) {
  const input::TempFolder folder;
  folder.write("home.html", "<h1>{{site_name}} của tỉnh</h1>");
  Settings settings;
  settings.page = folder.path();
  settings.site_name_vi = "Văn bản <Sông Lam>";
  TestDesk desk(office_documents(), settings);
  EXPECT_EQ(desk.get("/").body, "<h1>Văn bản &lt;Sông Lam&gt; của tỉnh</h1>");
  folder.write("home.html", "<script>{{q}}</script>");
  EXPECT_THROW(Site{settings}, Error);
  settings.page = folder.path("none");
  EXPECT_THROW(Site{settings}, Error);
}

TEST(SettingsTest, AreLinesOfAFile) {
  const input::TempFolder folder;
  Settings settings;
  read_settings(folder.write("a.conf",
                             "# x\n\nlisten = [::1]:9000\nworkers=3\n"
                             "site_name_vi = Tra cứu = tốt\ncors_origin = https://a.vn\n"),
                settings);
  EXPECT_EQ(settings.address, "::1");
  EXPECT_EQ(settings.port, 9000);
  EXPECT_EQ(settings.workers, 3u);
  EXPECT_EQ(settings.site_name_vi, "Tra cứu = tốt");
  EXPECT_EQ(settings.cors_origins, std::vector<std::string>{"https://a.vn"});
  for (const char* bad : {"listen", "nothing = 1", "workers = many", "workers = 65", "listen = a:b",
                          "cors_origin = *", "cors_origin = https://a.vn/", "access_log = 1",
                          "frame_ancestor = https://a.vn; script-src *"}) {
    EXPECT_THROW(read_settings(folder.write("bad.conf", bad), settings), Error) << bad;
  }
  EXPECT_THROW(read_settings(folder.path("none.conf"), settings), Error);
}

}  // namespace
}  // namespace tracuu
