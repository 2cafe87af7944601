#include "core/document/document_json.h"

#include <array>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/document/date.h"
#include "core/document/json_text.h"
#include "core/document/text_fields.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

struct ListField {
  const char* name;
  std::vector<std::string> Document::*member;
};

// Beside kTextFields. Of two names for one member the later is the fallback.
constexpr std::array kOwnFields = std::to_array<TextField>(
    {{"_id", &Document::id}, {"body", &Document::body}, {"text", &Document::body}});

bool is_date(const TextField& field) {
  return field.member == &Document::date || field.member == &Document::effective ||
         field.member == &Document::expires;
}

// Where a document lies is for its reader to say.
bool is_readable(const TextField& field) {
  return field.member != &Document::path;
}

constexpr std::array<ListField, 2> kListFields = {
    {{"keywords", &Document::keywords}, {"access", &Document::access}}};

constexpr std::string_view kExpectedText = "string";
constexpr std::string_view kExpectedList = "array of strings";
constexpr std::string_view kExpectedFlag = "boolean";

JsonProblem wrong_type(std::string_view field, std::string_view expected) {
  return {JsonProblem::Kind::kWrongType, std::string(field), std::string(expected), {}};
}

// Returns the field's value, nullptr when it is absent or null.
const Json* value_of(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

std::optional<JsonProblem> read_text(const Json& object, TextField field, Document& document) {
  const Json* value = value_of(object, field.name);
  if (value == nullptr) return std::nullopt;
  if (!value->is_string()) return wrong_type(field.name, kExpectedText);
  std::string& member = document.*field.member;
  if (member.empty()) member = value->get_ref<const std::string&>();
  return std::nullopt;
}

std::optional<JsonProblem> read_list(const Json& object, ListField field, Document& document) {
  const Json* value = value_of(object, field.name);
  if (value == nullptr) return std::nullopt;
  if (!value->is_array()) return wrong_type(field.name, kExpectedList);
  for (const Json& item : *value) {
    if (!item.is_string()) return wrong_type(field.name, kExpectedList);
    (document.*field.member).push_back(item.get_ref<const std::string&>());
  }
  return std::nullopt;
}

std::optional<JsonProblem> read_flag(const Json& object, const char* name, bool& flag) {
  const Json* value = value_of(object, name);
  if (value == nullptr) return std::nullopt;
  if (!value->is_boolean()) return wrong_type(name, kExpectedFlag);
  flag = value->get<bool>();
  return std::nullopt;
}

// Makes the date ISO; one that cannot be understood becomes a warning and an empty field.
void normalize_date(TextField field, ParsedDocument& parsed) {
  std::string& date = (*parsed.document).*field.member;
  if (date.empty()) return;
  const auto understood = parse_date(date);
  if (!understood) parsed.warnings.push_back({field.name, date});
  date = understood ? to_iso(*understood) : "";
}

std::optional<JsonProblem> read_fields(const Json& object, ParsedDocument& parsed) {
  Document& document = parsed.document.emplace();
  for (const TextField& field : kTextFields) {
    if (!is_readable(field)) continue;
    if (auto problem = read_text(object, field, document)) return problem;
    if (is_date(field)) normalize_date(field, parsed);
  }
  for (const TextField& field : kOwnFields) {
    if (auto problem = read_text(object, field, document)) return problem;
  }
  for (const ListField& field : kListFields) {
    if (auto problem = read_list(object, field, document)) return problem;
  }
  return read_flag(object, "date_inferred", document.date_inferred);
}

ParsedDocument failed(JsonProblem problem) {
  ParsedDocument parsed;
  parsed.problem = std::move(problem);
  return parsed;
}

}  // namespace

ParsedDocument document_from_json(const Json& json) {
  if (!json.is_object()) {
    return failed({JsonProblem::Kind::kNotObject, {}, "object", json.type_name()});
  }
  ParsedDocument parsed;
  if (auto problem = read_fields(json, parsed)) return failed(std::move(*problem));
  return parsed;
}

ParsedDocument parse_document_json(std::string_view text) {
  if (!is_shallow_json(text)) return failed({JsonProblem::Kind::kTooDeep, {}, {}, {}});
  try {
    return document_from_json(Json::parse(repair_json(text)));
  } catch (const Json::parse_error& error) {
    return failed({JsonProblem::Kind::kNotJson, {}, {}, std::to_string(error.byte)});
  } catch (const Json::exception& error) {  // a number out of range
    return failed({JsonProblem::Kind::kNotJson, {}, {}, error.what()});
  }
}

nlohmann::ordered_json to_json(const Document& document) {
  nlohmann::ordered_json json = nlohmann::ordered_json::object();
  const auto show = [&](const char* name, const std::string& value) {
    if (!value.empty()) json[name] = repair_utf8(value);
  };
  json["id"] = repair_utf8(document.id);
  json["title"] = repair_utf8(document.title);
  json["body"] = repair_utf8(document.body);
  show("type", document.type);
  show("number", document.number);
  show("agency", document.agency);
  show("date", document.date);
  if (document.date_inferred) json["date_inferred"] = true;
  show("effective", document.effective);
  show("expires", document.expires);
  show("status", document.status);
  show("signer", document.signer);
  show("signer_title", document.signer_title);
  show("signer_capacity", document.signer_capacity);
  show("subject", document.subject);
  show("place", document.place);
  show("field", document.field);
  show("urgency", document.urgency);
  show("secrecy", document.secrecy);
  if (document.is_draft) json["draft"] = true;
  for (const std::string& keyword : document.keywords) {
    json["keywords"].push_back(repair_utf8(keyword));
  }
  for (const std::string& topic : document.topics) json["topics"].push_back(repair_utf8(topic));
  for (const std::string& place : document.places) json["places"].push_back(repair_utf8(place));
  for (const Person& person : document.people) {
    nlohmann::ordered_json shown = {{"name", repair_utf8(person.name)}};
    if (!person.title.empty()) shown["title"] = repair_utf8(person.title);
    json["people"].push_back(std::move(shown));
  }
  show("source", document.source);
  show("url", document.url);
  show("author", document.author);
  if (!document.pages.empty()) json["pages"] = document.pages.size();
  if (document.is_ocr) json["ocr"] = true;
  if (document.file != FileProperties{}) {
    nlohmann::ordered_json& file = json["file"];
    const FileProperties& says = document.file;
    if (!says.title.empty()) file["title"] = repair_utf8(says.title);
    if (!says.author.empty()) file["author"] = repair_utf8(says.author);
    if (!says.created.empty()) file["created"] = repair_utf8(says.created);
  }
  for (const EncodingRepair& repair : document.repairs) {
    json["repairs"].push_back({{"kind", repair_utf8(repair.kind)}, {"letters", repair.letters}});
  }
  for (const Evidence& evidence : document.evidence) {
    json["evidence"].push_back({{"field", repair_utf8(evidence.field)},
                                {"rule", repair_utf8(evidence.rule)},
                                {"offset", evidence.offset},
                                {"length", evidence.length},
                                {"sure", evidence.sure}});
  }
  for (const Conflict& conflict : document.conflicts) {
    json["conflicts"].push_back({{"field", repair_utf8(conflict.field)},
                                 {"given", repair_utf8(conflict.given)},
                                 {"found", repair_utf8(conflict.found)}});
  }
  if (document.text_quality >= 0) json["text_quality"] = document.text_quality;
  if (document.damaged) json["damaged"] = true;
  return json;
}

namespace {

// The JSON types as nlohmann names them, and ours, in words.
std::string type_in_words(const std::string& type, Language language) {
  struct Name {
    std::string_view type;
    Bilingual words;
  };
  static constexpr Name kNames[] = {
      {"null", {"null", "null"}},
      {"object", {"đối tượng", "object"}},
      {"array", {"mảng", "array"}},
      {"string", {"chuỗi", "string"}},
      {"boolean", {"giá trị đúng/sai", "boolean"}},
      {"number", {"số", "number"}},
      {kExpectedList, {"mảng các chuỗi", "array of strings"}},
  };
  for (const Name& name : kNames) {
    if (name.type == type) return std::string(name.words.in(language));
  }
  return type;
}

}  // namespace

std::string describe(const JsonProblem& problem, Language language) {
  static constexpr Bilingual kNotJson{"không phải JSON hợp lệ (byte {0})",
                                      "not valid JSON (byte {0})"};
  static constexpr Bilingual kNotObject{"cần một đối tượng JSON, không phải {0}",
                                        "a JSON object is needed, not {0}"};
  static constexpr Bilingual kTooDeep{"JSON lồng quá sâu (tối đa {0} mức)",
                                      "JSON nested too deep (at most {0} levels)"};
  static constexpr Bilingual kWrongType{"trường '{0}' sai kiểu, cần {1}",
                                        "field '{0}' has the wrong type, expected {1}"};
  switch (problem.kind) {
    case JsonProblem::Kind::kNotJson:
      return say(kNotJson, language, {problem.detail});
    case JsonProblem::Kind::kNotObject:
      return say(kNotObject, language, {type_in_words(problem.detail, language)});
    case JsonProblem::Kind::kTooDeep:
      return say(kTooDeep, language, {std::to_string(kMaxJsonDepth)});
    case JsonProblem::Kind::kWrongType:
      return say(kWrongType, language, {problem.field, type_in_words(problem.expected, language)});
  }
  return {};
}

std::string describe(const JsonWarning& warning, Language language) {
  static constexpr Bilingual kNotUnderstood{"trường '{0}': không hiểu giá trị '{1}', đã bỏ qua",
                                            "field '{0}': value '{1}' not understood, left empty"};
  return say(kNotUnderstood, language, {warning.field, warning.value});
}

}  // namespace tracuu
