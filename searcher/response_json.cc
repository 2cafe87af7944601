#include "searcher/response_json.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "core/document/document_json.h"
#include "core/text/visible.h"

namespace tracuu {
namespace {

using Json = nlohmann::ordered_json;

// Three decimals: times and scores are for reading and comparing.
double rounded(double value) {
  return std::round(value * 1000) / 1000;
}

Json to_json(const Result& result) {
  Json json;
  json["id"] = result.id;
  json["title"] = result.title;
  json["number"] = result.number;
  json["type"] = result.type;
  json["agency"] = result.agency;
  json["date"] = result.date;
  if (result.date_inferred) json["date_inferred"] = true;
  if (!result.url.empty()) json["url"] = result.url;
  json["score"] = rounded(result.score);
  json["snippet"] = to_html(result.snippet.parts);
  const Passage& passage = result.snippet.passage;
  json["passage"] = {{"label", passage.label},
                     {"anchor", passage.anchor},
                     {"offset", passage.offset},
                     {"length", passage.length}};
  return json;
}

std::string dump(const Json& json) {
  return text::json_safe(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace

std::string to_json(const Response& response) {
  Json json;
  json["version"] = 1;
  json["query"] = response.query;
  json["understood"] = Json::array();
  for (const Understood& step : response.understood) {
    json["understood"].push_back({{"step", step.step}, {"from", step.from}, {"to", step.to}});
  }
  json["total"] = response.total;
  json["exact"] = true;
  json["partial"] = false;
  json["took_ms"] = rounded(response.took_ms);
  json["relaxed"] = Json::array();
  for (const Relaxed& relaxed : response.relaxed) {
    json["relaxed"].push_back({{"rule", relaxed.rule}, {"words", relaxed.words}});
  }
  if (!response.suggestions.empty()) json["suggestions"] = response.suggestions;
  json["results"] = Json::array();
  for (const Result& result : response.results) json["results"].push_back(to_json(result));
  json["facets"] = Json::object();
  for (const Facet& facet : response.facets) {
    Json& values = json["facets"][facet.name] = Json::array();
    for (const FacetValue& value : facet.values) {
      values.push_back({{"value", value.value}, {"label", value.label}, {"count", value.count}});
    }
  }
  return dump(json);
}

std::string document_response(const Document& document) {
  Json json;
  json["version"] = 1;
  json["document"] = to_json(document);
  return dump(json);
}

std::string error_response(const std::string& code, const std::string& message) {
  return dump(Json{{"version", 1}, {"error", {{"code", code}, {"message", message}}}});
}

}  // namespace tracuu
