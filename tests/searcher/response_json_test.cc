// The wire format: names, shapes, and nothing in it that could steer a reader.

#include "searcher/response_json.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/text/utf8.h"
#include "core/text/visible.h"
#include "searcher/graph/graph_json.h"
#include "tests/searcher/test_index.h"

namespace tracuu {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> keys_of(const Json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;
}

Response full_response() {
  Result result{.id = "vb/749.txt",
                .title = "Phê duyệt <Chương trình>",
                .number = "749/QĐ-TTg",
                .type = "Quyết định",
                .agency = "Thủ tướng Chính phủ",
                .date = "2020-06-03",
                .date_inferred = true,
                .url = "https://x/?a&b",
                .score = 12.34567};
  result.snippet.parts = {{"… <b> ", false}, {"chuyển đổi", true}};
  result.snippet.passage = {"Điều 5", "dieu-5", 120, 40};
  return {.query = "chuyển đổi",
          .understood = {{"number", "749 qd ttg", "749/QĐ-TTg"}},
          .relaxed = {{"unknown_words", {"zzz"}}, {"some_words", {}}},
          .total = 1234567890123,
          .results = {result},
          .facets = {{"type", {{"Quyết định", "Quyết định", 7}}}, {"agency", {}}},
          .took_ms = 1.23456};
}

TEST(ResponseJsonTest, HasTheShapeOfTheDesign) {
  const Json json = Json::parse(to_json(full_response()));
  EXPECT_EQ(keys_of(json), (std::vector<std::string>{"version", "query", "understood", "total",
                                                     "exact", "counted", "collapsed", "partial",
                                                     "took_ms", "relaxed", "results", "facets"}));
  EXPECT_EQ(json["version"], 1);
  EXPECT_EQ(json["query"], "chuyển đổi");
  EXPECT_EQ(json["understood"].dump(),
            R"([{"step":"number","from":"749 qd ttg","to":"749/QĐ-TTg"}])");
  EXPECT_EQ(json["total"], 1234567890123);
  EXPECT_EQ(json["exact"], true);
  EXPECT_EQ(json["partial"], false);
  EXPECT_EQ(json["relaxed"].dump(),
            R"([{"rule":"unknown_words","words":["zzz"]},{"rule":"some_words","words":[]}])");
  EXPECT_EQ(json["facets"].dump(),
            R"({"type":[{"value":"Quyết định","label":"Quyết định","count":7}],"agency":[]})");

  const Json& result = json["results"][0];
  EXPECT_EQ(keys_of(result),
            (std::vector<std::string>{"id", "title", "number", "type", "agency", "date",
                                      "date_inferred", "url", "score", "snippet", "passage"}));
  EXPECT_EQ(result["title"], "Phê duyệt <Chương trình>") << "only the snippet is HTML";
  EXPECT_EQ(result["score"], 12.346);
  EXPECT_EQ(result["snippet"], "… &lt;b&gt; <mark>chuyển đổi</mark>");
  EXPECT_EQ(result["passage"].dump(),
            R"({"label":"Điều 5","anchor":"dieu-5","offset":120,"length":40})");
}

TEST(ResponseJsonTest, WhatATimeLimitCutIsFlagged) {
  const Json json = Json::parse(to_json(Response{.is_exact = false, .is_partial = true}));
  EXPECT_EQ(json["exact"], false);
  EXPECT_EQ(json["partial"], true);
}

TEST(ResponseJsonTest, EmptyAnswerKeepsItsShape) {
  const Json json = Json::parse(to_json(Response{}));
  for (const char* list : {"understood", "relaxed", "results"}) {
    EXPECT_TRUE(json[list].is_array()) << list;
  }
  EXPECT_TRUE(json["facets"].is_object());
  EXPECT_EQ(json["total"], 0);
}

TEST(ResponseJsonTest, WhatIsNotKnownIsLeftOutOrEmpty) {
  Response response;
  response.results = {Result{.id = "a"}};
  const Json result = Json::parse(to_json(response))["results"][0];
  EXPECT_FALSE(result.contains("date_inferred"));
  EXPECT_FALSE(result.contains("url"));
  EXPECT_EQ(result["number"], "");
  EXPECT_EQ(result["date"], "");
}

TEST(ResponseJsonTest, CopiesEffectAndFiltersAreNamed) {
  Response response;
  response.is_collapsed = true;
  response.offered = {{"year", "2021", "năm 2021"}};
  Result result{.id = "a", .copies = {"b"}};
  result.effect.status = EffectStatus::kExpired;
  result.effect.as_of = {{2025, 7, 1}, {2025, 7, 1}};
  response.results = {result};
  response.facets = {
      {"agency", {{"Địa phương", "Địa phương", 1, true, 0}, {"X", "X", 1, false, 1}}}};
  const Json json = Json::parse(to_json(response, Language::kEnglish));
  EXPECT_EQ(json["collapsed"], true);
  EXPECT_EQ(json["filters"][0],
            (Json{{"field", "year"}, {"value", "2021"}, {"words", "năm 2021"}}));
  EXPECT_EQ(json["results"][0]["copies"], Json{"b"});
  EXPECT_EQ(json["results"][0]["effect"]["status"], "expired");
  EXPECT_EQ(json["results"][0]["effect"]["label"],
            effect_label(EffectStatus::kExpired, Language::kEnglish));
  EXPECT_EQ(json["facets"]["agency"][0]["group"], true);
  EXPECT_EQ(json["facets"]["agency"][1]["depth"], 1);
  EXPECT_FALSE(json["facets"]["agency"][1].contains("group"));
}

bool is_harmless(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const text::Decoded d = text::decode(text, i);
    if (!d.well_formed || text::is_unsafe(d.value) || d.value == '\n' || d.value == '\t') {
      return false;
    }
    i += d.length;
  }
  return true;
}

const std::string kNasty = "a\x1b[31m\x07\tb\r\nc\x7f\u0085gpj.\u202Eexe\u2066\u200F\xC3(";

TEST(ResponseJsonTest, ControlsAndOverridesAreEscaped) {
  Response response = full_response();
  response.query = kNasty;
  response.understood = {{kNasty, kNasty, kNasty}};
  response.relaxed = {{"unknown_words", {kNasty}}};
  Result& result = response.results.front();
  for (std::string* field : {&result.id, &result.title, &result.number, &result.type,
                             &result.agency, &result.date, &result.url}) {
    *field = kNasty;
  }
  result.snippet.parts = {{kNasty, true}};
  result.snippet.passage.label = kNasty;
  response.facets = {{kNasty, {{kNasty, kNasty, 1}}}};
  const std::string text = to_json(response);
  EXPECT_TRUE(is_harmless(text)) << testing::PrintToString(text);
  EXPECT_NE(text.find("\\u202e"), std::string::npos);
  const Json json = Json::parse(text);
  // Escaped, not lost: only what is no UTF-8 is replaced.
  EXPECT_EQ(json["query"], "a\x1b[31m\x07\tb\r\nc\x7f\u0085gpj.\u202Eexe\u2066\u200F\uFFFD(");
}

TEST(ResponseJsonTest, DocumentIsShownWithoutAWordAboutAccess) {
  DocumentAnswer answer;
  answer.document = {.id = "a", .title = kNasty, .body = kNasty};
  answer.document.access = {"bí mật nội bộ"};
  const std::string text = to_json(answer, Language::kEnglish);
  EXPECT_TRUE(is_harmless(text));
  EXPECT_EQ(text.find("access"), std::string::npos);
  EXPECT_EQ(text.find("bí mật"), std::string::npos);
  const Json json = Json::parse(text);
  EXPECT_EQ(json["version"], 1);
  EXPECT_EQ(json["document"]["id"], "a");
}

TEST(ResponseJsonTest, ErrorHasACodeAndASentence) {
  const std::string text = error_response("index_missing", "mở chỉ mục '" + kNasty + "'");
  EXPECT_TRUE(is_harmless(text));
  const Json json = Json::parse(text);
  EXPECT_EQ(keys_of(json), (std::vector<std::string>{"version", "error"}));
  EXPECT_EQ(json["error"]["code"], "index_missing");
  EXPECT_EQ(keys_of(json["error"]), (std::vector<std::string>{"code", "message"}));
}

TEST(ResponseJsonTest, RealAnswerSaysNothingAboutAccess) {
  TestIndex index({{.id = "a", .body = "chuyển đổi số", .access = {"riêng"}}});
  index.searcher().read_as(Reader::of_everything());
  SearchRequest request = everything("chuyển đổi số");
  request.with_snippets = true;
  request.facets = {"agency", "type", "year", "month", "path"};
  const std::string text = to_json(index.ask(request));
  EXPECT_EQ(text.find("access"), std::string::npos);
  EXPECT_EQ(text.find("riêng"), std::string::npos);
  EXPECT_EQ(text.find('\n'), std::string::npos);
  EXPECT_EQ(Json::parse(text)["results"][0]["snippet"], "<mark>chuyển đổi số</mark>");
}

}  // namespace
}  // namespace tracuu
