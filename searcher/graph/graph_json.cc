#include "searcher/graph/graph_json.h"

#include <cmath>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/document/document_json.h"
#include "core/document/entities/text_dates.h"
#include "core/text/visible.h"
#include "searcher/graph/graph_text.h"

namespace tracuu {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) {
  return text::json_safe(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

void show(const char* name, std::string_view value, Json& json) {
  if (!value.empty()) json[name] = value;
}

Json link(const LinkedDocument& document) {
  Json json;
  json["id"] = document.id;
  show("number", document.number, json);
  json["title"] = document.title;
  show("date", document.date, json);
  return json;
}

Json ids(const LinkedCitation& citation, Resolution::Kind kind) {
  Json list = Json::array();
  if (citation.kind != kind) return list;
  for (const LinkedDocument& document : citation.documents) list.push_back(document.id);
  return list;
}

void show_wording(const Citation& citation, Json& json) {
  show("type", citation.type, json);
  show("number", citation.number, json);
  show("key", citation.key, json);
  show("name", citation.name, json);
  show("date", citation.date, json);
  show("agency", citation.agency, json);
}

Json tie_json(const LinkedTie& tie) {
  Json json;
  json["relation"] = relation_code(tie.relation);
  show_wording(tie.target.citation, json);
  show("part", tie.target.citation.part, json);
  show("from", tie.target.citation.from, json);
  json["resolved"] = ids(tie.target, Resolution::Kind::kAsserted);
  Json candidates = ids(tie.target, Resolution::Kind::kRanked);
  if (!candidates.empty()) json["candidates"] = std::move(candidates);
  if (tie.target.kind == Resolution::Kind::kAsserted && !tie.target.documents.empty()) {
    show("title", tie.target.documents.front().title, json);
  }
  json["mentions"] = tie.mentions;
  json["sentence"] = tie.sentence;
  if (tie.actor) {
    Json actor;
    show_wording(tie.actor->citation, actor);
    actor["resolved"] = ids(*tie.actor, Resolution::Kind::kAsserted);
    json["subject"] = std::move(actor);
  }
  return json;
}

std::string_view code_of(EffectReason::Kind kind) {
  switch (kind) {
    case EffectReason::Kind::kTie:
      return "tie";
    case EffectReason::Kind::kEffective:
      return "effective";
    case EffectReason::Kind::kExpires:
      return "expires";
    case EffectReason::Kind::kIssued:
      return "issued";
    case EffectReason::Kind::kGiven:
      return "given";
  }
  return "";
}

Json reason_json(const LinkedReason& linked, Language language) {
  const EffectReason& reason = linked.reason;
  Json json;
  json["kind"] = code_of(reason.kind);
  if (reason.kind == EffectReason::Kind::kTie) {
    json["relation"] = relation_code(reason.tie.relation);
    json["id"] = linked.acting.id;
    show("number", linked.acting.number, json);
    show("place", reason.tie.place, json);
    show("part", reason.tie.part, json);
  }
  if (reason.since) json["from"] = to_iso(*reason.since);
  json["text"] = reason_text(linked, language);
  return json;
}

}  // namespace

Json effect_json(const EffectAnswer& effect, Language language) {
  Json json;
  json["status"] = effect_code(effect.status);
  json["label"] = effect_label(effect.status, language);
  json["date"] = to_iso(effect.as_of.day);
  json["reasons"] = Json::array();
  for (const LinkedReason& reason : effect.reasons) {
    json["reasons"].push_back(reason_json(reason, language));
  }
  if (effect.denied) json["denied"] = effect_code(*effect.denied);
  return json;
}

namespace {

Json answer_head(const LinkedDocument& document) {
  Json json;
  json["version"] = 1;
  json["document"] = link(document);
  return json;
}

}  // namespace

std::string cites_json(const TiesAnswer& answer) {
  Json json = answer_head(answer.document);
  json["cites"] = Json::array();
  for (const LinkedTie& tie : answer.ties) json["cites"].push_back(tie_json(tie));
  return dump(json);
}

std::string cited_by_json(const TiesAnswer& answer) {
  Json json = answer_head(answer.document);
  json["cited_by"] = Json::array();
  for (const LinkedTie& tie : answer.ties) {
    Json one = tie_json(tie);
    one["citing"] = link(tie.citing);
    json["cited_by"].push_back(std::move(one));
  }
  json["documents"] = answer.documents;
  json["read"] = answer.read;
  return dump(json);
}

std::string to_json(const RelatedAnswer& answer) {
  constexpr double kDecimals = 1000;
  Json json = answer_head(answer.document);
  json["related"] = Json::array();
  for (const RelatedDocument& related : answer.related) {
    Json one = link(related.document);
    one["ties"] = related.ties;
    one["common"] = related.common;
    one["score"] = std::round(related.score * kDecimals) / kDecimals;
    json["related"].push_back(std::move(one));
  }
  return dump(json);
}

std::string to_json(const UnresolvedAnswer& answer) {
  Json json;
  json["version"] = 1;
  json["unresolved"] = Json::array();
  for (const MissingDocument& missing : answer.missing) {
    Json one;
    one["key"] = missing.act.key;
    show("type", missing.act.type, one);
    show("number", missing.act.number, one);
    show("name", missing.act.name, one);
    one["documents"] = missing.act.documents;
    if (missing.act.is_at_least) one["at_least"] = true;
    one["examples"] = Json::array();
    for (const LinkedDocument& example : missing.examples) {
      one["examples"].push_back(link(example));
    }
    json["unresolved"].push_back(std::move(one));
  }
  json["whole"] = answer.whole;
  return dump(json);
}

std::string to_json(const DocumentAnswer& answer, Language language) {
  Json json;
  json["version"] = 1;
  json["document"] = to_json(answer.document);
  for (const TextDate& date : find_text_dates(answer.document.body, answer.document.date)) {
    json["document"]["dates"].push_back(
        {{"date", to_iso(date.day)}, {"offset", date.offset}, {"length", date.length}});
  }
  json["document"]["citations"] = Json::array();
  for (const LinkedTie& tie : answer.citations) {
    json["document"]["citations"].push_back(tie_json(tie));
  }
  if (answer.effect.status != EffectStatus::kNotApplicable) {
    json["document"]["effect"] = effect_json(answer.effect, language);
  }
  return dump(json);
}

}  // namespace tracuu
