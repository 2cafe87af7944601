#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "searcher/response_json.h"
#include "searcher/server/failure.h"
#include "searcher/server/page_files.h"
#include "tests/server/desk_fixture.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

// What in `value` is not as an OpenAPI schema of ours says; empty where all is.
std::string difference_to(const Json& value, const Json& schema, const Json& schemas,
                          const std::string& path) {
  if (schema.contains("$ref")) {
    const std::string name = schema["$ref"].get<std::string>();
    return difference_to(value, schemas.at(name.substr(name.rfind('/') + 1)), schemas, path);
  }
  const std::string type = schema.at("type");
  const bool is_right =
      (type == "string" && value.is_string()) || (type == "integer" && value.is_number_integer()) ||
      (type == "number" && value.is_number()) || (type == "boolean" && value.is_boolean()) ||
      (type == "array" && value.is_array()) || (type == "object" && value.is_object());
  if (!is_right) return path + " is no " + type;
  if (schema.contains("enum") && std::ranges::find(schema["enum"], value) == schema["enum"].end()) {
    return path + " is " + value.dump();
  }
  if (type == "array") {
    for (const Json& item : value) {
      std::string found = difference_to(item, schema.at("items"), schemas, path + "[]");
      if (!found.empty()) return found;
    }
  }
  if (type != "object") return {};
  for (const Json& name : schema.value("required", Json::array())) {
    if (!value.contains(name)) return path + " has no " + name.get<std::string>();
  }
  const Json properties = schema.value("properties", Json::object());
  const Json others = schema.value("additionalProperties", Json(true));
  for (const auto& [name, member] : value.items()) {
    std::string below = path;
    below.append(".").append(name);
    const Json* wanted = properties.contains(name) ? &properties[name] : nullptr;
    if (wanted == nullptr && others.is_object()) wanted = &others;
    if (wanted == nullptr && others.is_boolean() && !others.get<bool>()) {
      return below + " is not described";
    }
    if (wanted == nullptr) continue;
    std::string found = difference_to(member, *wanted, schemas, below);
    if (!found.empty()) return found;
  }
  return {};
}

const Json& openapi() {
  static const Json kOpenapi = Json::parse(PageFiles().file("openapi.json"));
  return kOpenapi;
}

void expect_described(const std::string& endpoint, const http::Response& response) {
  const Json& responses = openapi().at("paths").at(endpoint).at("get").at("responses");
  const std::string status = std::to_string(response.status);
  ASSERT_TRUE(responses.contains(status)) << endpoint << " " << status;
  const Json& schema = responses[status].at("content").at("application/json").at("schema");
  EXPECT_EQ(
      difference_to(Json::parse(response.body), schema, openapi()["components"]["schemas"], "$"),
      "")
      << endpoint << "\n"
      << response.body;
}

TEST(ApiTest, AnswersAreAsTheOpenapiFileSays) {
  TestDesk desk(office_documents());
  const std::string id = "qd%2F2-2021.txt";
  const std::vector<std::pair<std::string, std::string>> calls{
      {"/api/v1/search", "?q=m%E1%BB%99t+c%E1%BB%ADa&facets=agency,type,year,status&explain=1"},
      {"/api/v1/search", "?q=UBND+ch%C3%ADnh+ph%E1%BB%A7+xyzzy+2021"},
      {"/api/v1/search", "?q=%22"},
      {"/api/v1/search", "?limit=1000"},
      {"/api/v1/facets", "?q=s%E1%BB%91&facets=type"},
      {"/api/v1/facets", "?facets=nothing"},
      {"/api/v1/similar", "?id=" + id},
      {"/api/v1/similar", "?id=none"},
      {"/api/v1/complete", "?q=chuyen+d"},
      {"/api/v1/suggest", "?q=chuyen+doi+so"},
      {"/api/v1/document", "?id=" + id},
      {"/api/v1/document", "?id=none"},
      {"/api/v1/document", ""},
      {"/api/v1/related", "?id=" + id},
      {"/api/v1/cites", "?id=" + id},
      {"/api/v1/cited-by", "?id=qd%2F1-2019.txt"},
      {"/api/v1/status", ""}};
  for (const auto& [endpoint, parameters] : calls) {
    expect_described(endpoint, desk.get(endpoint + parameters));
  }
  EXPECT_EQ(openapi()["paths"].size(), 10u);
}

// Whatever comes, and is answered before a handler sees it.
TEST(ApiTest, WhatIsRefusedIsAnsweredAsTheOpenapiFileSays) {
  for (const int status : {400, 401, 404, 405, 408, 413, 414, 429, 431, 503}) {
    for (const Language language : {Language::kVietnamese, Language::kEnglish}) {
      const http::Response response = json_failure(failure_of(status, language));
      EXPECT_EQ(response.status, status);
      const Json body = Json::parse(response.body);
      const Json& schemas = openapi()["components"]["schemas"];
      EXPECT_EQ(difference_to(body, schemas["Error"], schemas, "$"), "") << body;
      EXPECT_NE(body["error"]["code"], "internal") << status << " is not known";
    }
  }
}

// Times differ from run to run.
Json without_time(const std::string& body) {
  Json json = Json::parse(body);
  json.erase("took_ms");
  return json;
}

TEST(ApiTest, AnswersAreThoseOfTheCommandLine) {
  TestDesk desk(office_documents());
  SearchRequest request;
  request.query = "một cửa";
  request.filters["type"] = {"Quyết định"};
  request.facets = {"year", "type"};
  request.facet_values = 1000;
  const Response direct = desk.index().ask(request);
  const http::Response answer = desk.get(
      "/api/v1/search?q=m%E1%BB%99t+c%E1%BB%ADa&type=Quy%E1%BA%BFt+%C4%91%E1%BB%8Bnh&facets=year,"
      "type");
  EXPECT_EQ(without_time(answer.body), without_time(to_json(direct)));
  EXPECT_EQ(Json::parse(answer.body)["total"], 2);
}

struct BadCall {
  const char* target;
  int status;
  const char* code;
};

TEST(ApiTest, FailuresHaveOneForm) {
  TestDesk desk(office_documents());
  for (const BadCall& call :
       std::vector<BadCall>{{"/api/v1/search?q=(", 400, "bad_query"},
                            {"/api/v1/search?tpye=a", 400, "bad_parameter"},
                            {"/api/v1/search?from=soon", 400, "bad_parameter"},
                            {"/api/v1/search?sort=best", 400, "bad_parameter"},
                            {"/api/v1/search?lang=fr", 400, "bad_parameter"},
                            {"/api/v1/search?limit=101", 400, "bad_parameter"},
                            {"/api/v1/search?offset=5001", 400, "bad_parameter"},
                            {"/api/v1/search?page=0", 400, "bad_parameter"},
                            {"/api/v1/search?facets=year,nothing", 400, "bad_parameter"},
                            {"/api/v1/document", 400, "bad_parameter"},
                            {"/api/v1/document?id=none", 404, "document_missing"},
                            {"/api/v1/related?id=none", 404, "document_missing"},
                            {"/api/v1/nothing", 404, "not_found"},
                            {"/api/v1/", 404, "not_found"}}) {
    const http::Response response = desk.get(call.target);
    EXPECT_EQ(response.status, call.status) << call.target;
    EXPECT_EQ(Json::parse(response.body)["error"]["code"], call.code) << call.target;
    EXPECT_EQ(response.type, http::kJson) << call.target;
  }
}

TEST(ApiTest, AVersionIsOfTheStateOfTheIndex) {
  TestDesk desk(office_documents());
  http::Request request = request_for("/api/v1/search?q=s%E1%BB%91");
  const std::string etag = desk.ask(request).headers.at("ETag");
  request.headers["if-none-match"] = etag;
  EXPECT_EQ(desk.ask(request).status, 304);
  EXPECT_NE(desk.get("/api/v1/search?q=s").headers.at("ETag"), etag);
  write_documents(desk.index().directory(), {{.id = "new", .body = "chuyển đổi số"}});
  // The desk looks for a new state some times a second.
  http::Response fresh;
  const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while ((fresh = desk.ask(request)).status == 304 && std::chrono::steady_clock::now() < patience) {
  }
  EXPECT_EQ(fresh.status, 200);
  EXPECT_EQ(Json::parse(fresh.body)["total"], 4);
}

TEST(ApiTest, OnlyOriginsOfTheListAreTold) {
  Settings settings;
  settings.cors_origins = {"https://cong.example.vn"};
  TestDesk desk(office_documents(), settings);
  http::Request request = request_for("/api/v1/search?q=s");
  EXPECT_FALSE(desk.ask(request).headers.contains("Access-Control-Allow-Origin"));
  request.headers["origin"] = "https://evil.example";
  EXPECT_FALSE(desk.ask(request).headers.contains("Access-Control-Allow-Origin"));
  request.headers["origin"] = "https://cong.example.vn";
  EXPECT_EQ(desk.ask(request).headers.at("Access-Control-Allow-Origin"), "https://cong.example.vn");
  request.method = "OPTIONS";
  EXPECT_EQ(desk.ask(request).status, 204);
  http::Request page = request_for("/search?q=s");
  page.headers["origin"] = "https://cong.example.vn";
  EXPECT_FALSE(desk.ask(page).headers.contains("Access-Control-Allow-Origin"));
}

TEST(ApiTest, LabelsAreInTheLanguageAskedFor) {
  TestDesk desk(office_documents());
  const std::string target = "/api/v1/document?id=qd%2F1-2019.txt&lang=";
  EXPECT_EQ(Json::parse(desk.get(target + "vi").body)["document"]["effect"]["label"],
            "Hết hiệu lực");
  const Json english = Json::parse(desk.get(target + "en").body);
  EXPECT_EQ(english["document"]["effect"]["label"],
            effect_label(EffectStatus::kExpired, Language::kEnglish));
}

}  // namespace
}  // namespace tracuu
