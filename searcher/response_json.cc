#include "searcher/response_json.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "core/text/visible.h"
#include "searcher/graph/graph_json.h"

namespace tracuu {
namespace {

using Json = nlohmann::ordered_json;

// Three decimals: times and scores are for reading and comparing.
double rounded(double value) {
  return std::round(value * 1000) / 1000;
}

Json to_json(const Explanation& explanation) {
  Json json;
  json["parts"] = Json::array();
  for (const ScorePart& part : explanation.parts) {
    json["parts"].push_back({{"name", part.name},
                             {"value", rounded(part.value)},
                             {"weight", rounded(part.weight)},
                             {"adds", rounded(part.value * part.weight)}});
  }
  json["words"] = Json::array();
  for (const ScoreWord& word : explanation.words) {
    json["words"].push_back({{"word", word.word},
                             {"weight", rounded(word.weight)},
                             {"title", word.in_title},
                             {"passage", word.in_passage},
                             {"text", word.in_text}});
  }
  return json;
}

Json to_json(const Result& result, Language language) {
  Json json;
  json["id"] = result.id;
  json["title"] = result.title;
  json["number"] = result.number;
  json["type"] = result.type;
  json["agency"] = result.agency;
  json["date"] = result.date;
  if (result.date_inferred) json["date_inferred"] = true;
  if (!result.url.empty()) json["url"] = result.url;
  if (result.effect.status != EffectStatus::kNotApplicable) {
    json["effect"] = effect_json(result.effect, language);
  }
  if (!result.copies.empty()) json["copies"] = result.copies;
  json["score"] = rounded(result.score);
  if (result.explanation) json["explanation"] = to_json(*result.explanation);
  json["snippet"] = to_html(result.snippet.parts);
  const Passage& passage = result.snippet.passage;
  json["passage"] = {{"label", passage.label},
                     {"anchor", passage.anchor},
                     {"offset", passage.offset},
                     {"length", passage.length}};
  if (passage.page > 0) json["passage"]["page"] = passage.page;
  return json;
}

std::string dump(const Json& json) {
  return text::json_safe(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace

std::string to_json(const Response& response, Language language) {
  Json json;
  json["version"] = 1;
  json["query"] = response.query;
  json["understood"] = Json::array();
  for (const Understood& step : response.understood) {
    json["understood"].push_back({{"step", step.step}, {"from", step.from}, {"to", step.to}});
  }
  json["total"] = response.total;
  json["exact"] = response.is_exact;
  json["counted"] = "documents";
  json["collapsed"] = response.is_collapsed;
  json["partial"] = response.is_partial;
  json["took_ms"] = rounded(response.took_ms);
  json["relaxed"] = Json::array();
  for (const Relaxed& relaxed : response.relaxed) {
    json["relaxed"].push_back({{"rule", relaxed.rule}, {"words", relaxed.words}});
  }
  for (const OfferedFilter& offered : response.offered) {
    json["filters"].push_back(
        {{"field", offered.field}, {"value", offered.value}, {"words", offered.words}});
  }
  if (!response.suggestions.empty()) json["suggestions"] = response.suggestions;
  json["results"] = Json::array();
  for (const Result& result : response.results) {
    json["results"].push_back(to_json(result, language));
  }
  json["facets"] = Json::object();
  for (const Facet& facet : response.facets) {
    Json& values = json["facets"][facet.name] = Json::array();
    for (const FacetValue& value : facet.values) {
      Json entry = {{"value", value.value}, {"label", value.label}, {"count", value.count}};
      if (value.is_group) entry["group"] = true;
      if (value.depth > 0) entry["depth"] = value.depth;
      values.push_back(std::move(entry));
    }
  }
  return dump(json);
}

std::string error_response(const std::string& code, const std::string& message) {
  return dump(Json{{"version", 1}, {"error", {{"code", code}, {"message", message}}}});
}

}  // namespace tracuu
