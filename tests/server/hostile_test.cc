// Every attack in every parameter of every address: the answer is a page or an error in the stable
// form, nothing of the attack becomes markup, a header or a cell that computes.
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/server/attacks.h"
#include "tests/server/desk_fixture.h"
#include "tests/server/markup_check.h"

namespace tracuu {
namespace {

void expect_harmless(const http::Response& response, const std::string& target) {
  const bool is_expected =
      response.status == 200 || response.status == 400 || response.status == 404;
  EXPECT_TRUE(is_expected) << response.status << " " << target;
  for (const auto& [name, value] : response.headers) {
    EXPECT_EQ(value.find_first_of("\r\n"), std::string::npos) << name << " " << target;
  }
  if (response.type == http::kHtml) {
    EXPECT_EQ(foreign_markup(response.body), "") << target;
    const bool is_fragment = response.body.find("<html") == std::string::npos;
    EXPECT_TRUE(is_fragment || response.headers.contains("Content-Security-Policy")) << target;
  } else if (response.type == http::kJson) {
    const auto json = nlohmann::json::parse(response.body, nullptr, false);
    ASSERT_FALSE(json.is_discarded()) << target;
    EXPECT_EQ(json.contains("error"), response.status != 200) << target;
  } else if (response.type.starts_with("text/csv")) {
    for (const char* start : {"\"=", "\"+", "\"-", "\"@"}) {
      EXPECT_EQ(response.body.find(start), std::string::npos) << target;
    }
  } else if (response.type.find("atom") != std::string::npos) {
    EXPECT_EQ(response.body.find("<script"), std::string::npos) << target;
  }
}

TEST(HostileTest, EveryAttackInEveryParameter) {
  Settings settings;
  settings.file_roots = {"/srv"};
  settings.shares = {{"/srv", "\\\\may-chu\\vb"}};
  TestDesk desk(office_documents(), settings);
  std::size_t requests = 0;
  for (const std::string& place : places()) {
    for (const std::string& attack : attacks()) {
      const std::string target = place + http::percent_encode(attack);
      if (target.size() > http::kMaxTargetBytes) continue;
      auto parsed = http::parse_target(target);
      ++requests;
      if (!std::holds_alternative<http::Target>(parsed)) continue;
      expect_harmless(desk.get(target), target);
    }
  }
  EXPECT_GE(requests, 2000u);
}

// The same in every field of a document: nothing that is stored becomes markup.
TEST(HostileTest, EveryAttackInEveryFieldOfADocument) {
  std::vector<Document> documents;
  documents.reserve(attacks().size());
  std::size_t number = 0;
  for (const std::string& attack : attacks()) {
    const std::string count = std::to_string(++number);
    std::string id = "doc/";
    id.append(attack).append(count);
    Document document = act(id, count + "/2020/QĐ-UBND", "2020-02-01");
    document.title = attack + " chuyển đổi số";
    document.body = "Điều 1. ";
    document.body.append(attack).append(" chuyển đổi số\n").append(attack);
    document.type = attack;
    document.agency = attack;
    document.signer = attack;
    document.signer_title = attack;
    document.subject = attack;
    document.place = attack;
    document.field = attack;
    document.status = attack;
    document.keywords = {attack};
    document.source = attack;
    document.url = attack;
    document.path = attack;
    document.people = {{attack, attack}};
    document.places = {attack};
    document.topics = {attack};
    document.conflicts = {{"date", attack, attack}};
    documents.push_back(document);
  }
  Settings settings;
  settings.file_roots = {"/srv"};
  settings.shares = {{"/srv", "\\\\may-chu\\vb"}};
  TestDesk desk(documents, settings);
  for (const char* target :
       {"/", "/search?q=chuy%E1%BB%83n+%C4%91%E1%BB%95i+s%E1%BB%91&limit=100",
        "/search?limit=100&more=agency", "/search?fragment=1&limit=100&q=s%E1%BB%91",
        "/search.csv?q=s%E1%BB%91", "/search.atom", "/search.jsonl",
        "/api/v1/search?limit=100&facets=agency,type,signer,keyword"}) {
    const http::Response response = desk.get(target);
    EXPECT_EQ(response.status, 200) << target;
    expect_harmless(response, target);
  }
  for (const Document& document : documents) {
    const std::string id = http::percent_encode(document.id);
    for (const std::string& target :
         {"/document?id=" + id, "/document?tab=ties&id=" + id, "/document?tab=similar&id=" + id,
          "/api/v1/document?id=" + id, "/file/" + id}) {
      if (target.size() > http::kMaxTargetBytes) continue;
      if (!std::holds_alternative<http::Target>(http::parse_target(target))) continue;
      expect_harmless(desk.get(target), target);
    }
  }
}

TEST(MarkupCheckTest, SeesWhatIsForeign) {
  EXPECT_EQ(foreign_markup("<p class=\"a\">a &lt;b&gt;</p>"), "");
  for (const char* bad : {"<script>alert(1)</script><iframe>", "<p onclick=\"a\">", "<p class=a>",
                          "<a href=\"javascript:a\">", "<a href=\"//a\">", "<b", "<p x\"y>",
                          "<script src=\"/x.js\">"}) {
    EXPECT_NE(foreign_markup(bad), "") << bad;
  }
}

}  // namespace
}  // namespace tracuu
