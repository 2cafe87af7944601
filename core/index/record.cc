#include "core/index/record.h"

#include <utility>

#include <nlohmann/json.hpp>
#include <xxhash.h>

#include "core/base/error.h"
#include "core/document/text_fields.h"
#include "core/index/record_ties.h"
#include "core/index/schema.h"
#include "core/text/analyzer.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

Json regions_to_json(const std::vector<Region>& regions) {
  Json list = Json::array();
  for (const Region& region : regions) {
    list.push_back({static_cast<int>(region.kind), region.offset, region.length});
  }
  return list;
}

// Values of Region::Kind on disk. DO NOT CHANGE the order of the kinds.
constexpr int kLastKind = static_cast<int>(Region::Kind::kHead);

std::vector<Region> regions_from_json(const Json& list) {
  std::vector<Region> regions;
  for (const Json& item : list) {
    const int kind = item.at(0).get<int>();
    if (kind < 0 || kind > kLastKind) throw Error(ErrorCode::kIndexDamaged, {"record", "region"});
    regions.push_back({static_cast<Region::Kind>(kind), item.at(1).get<std::size_t>(),
                       item.at(2).get<std::size_t>()});
  }
  return regions;
}

// A page by its length: numbers stay short.
Json pages_to_json(const std::vector<std::size_t>& pages) {
  Json list = Json::array();
  std::size_t before = 0;
  for (const std::size_t page : pages) {
    list.push_back(page - before);
    before = page;
  }
  return list;
}

std::vector<std::size_t> pages_from_json(const Json& list) {
  std::vector<std::size_t> pages;
  pages.reserve(list.size());
  std::size_t at = 0;
  for (const Json& length : list) pages.push_back(at += length.get<std::size_t>());
  return pages;
}

Json repairs_to_json(const std::vector<EncodingRepair>& repairs) {
  Json list = Json::array();
  for (const EncodingRepair& repair : repairs) list.push_back({repair.kind, repair.letters});
  return list;
}

std::vector<EncodingRepair> repairs_from_json(const Json& list) {
  std::vector<EncodingRepair> repairs;
  for (const Json& item : list) {
    repairs.push_back({item.at(0).get<std::string>(), item.at(1).get<std::size_t>()});
  }
  return repairs;
}

// The first line.
Document document_from(const Json& json) {
  Document document;
  for (const TextField& field : kTextFields) {
    document.*field.member = json.value(field.name, std::string());
  }
  document.keywords = json.value("keywords", std::vector<std::string>());
  document.access = json.value("access", std::vector<std::string>());
  document.access_by_rule = json.value("access_by_rule", false);
  document.date_inferred = json.value("date_inferred", false);
  document.is_draft = json.value("draft", false);
  if (json.contains("regions")) document.regions = regions_from_json(json["regions"]);
  if (json.contains("pages")) document.pages = pages_from_json(json["pages"]);
  document.is_ocr = json.value("ocr", false);
  if (json.contains("file")) {
    const Json& file = json["file"];
    document.file = {file.at(0).get<std::string>(), file.at(1).get<std::string>(),
                     file.at(2).get<std::string>()};
  }
  document.text_quality = json.value("text_quality", kNoTextQuality);
  if (json.contains("repairs")) document.repairs = repairs_from_json(json["repairs"]);
  document.damaged = json.value("damaged", false);
  document.original.title = json.value("original_title", std::string());
  return document;
}

// Takes the first line off the front. Throws where there is none.
Json take_head(std::string_view& data) {
  const std::size_t end = data.find('\n');
  if (end == std::string_view::npos) throw Error(ErrorCode::kIndexDamaged, {"record", "line"});
  Json head = Json::parse(data.substr(0, end));
  data.remove_prefix(end + 1);
  return head;
}

// Takes a part off the front, of the size that the head says.
std::string_view take_part(const Json& head, const char* size, std::string_view& data) {
  const auto bytes = head.value(size, std::size_t{0});
  if (bytes > data.size()) throw Error(ErrorCode::kIndexDamaged, {"record", size});
  const std::string_view part = data.substr(0, bytes);
  data.remove_prefix(bytes);
  return part;
}

// A record with its parts apart.
struct Parts {
  std::string_view found;
  std::string_view spans;
  Document document;  // without what is in `found`
};

// REQUIRES: `data` is what follows `head`.
Parts take_apart(const Json& head, std::string_view data) {
  Parts parts;
  parts.document = document_from(head);
  parts.found = take_part(head, "found", data);
  parts.spans = take_part(head, "spans", data);
  const auto original_bytes = head.value("original_bytes", std::size_t{0});
  if (original_bytes > data.size()) throw Error(ErrorCode::kIndexDamaged, {"record", "original"});
  parts.document.body = data.substr(0, data.size() - original_bytes);
  parts.document.original.body = data.substr(parts.document.body.size());
  return parts;
}

// Does `read`, and tells that what it reads is no record.
template <typename Read>
auto read_record(Read read) {
  try {
    return read();
  } catch (const Json::exception& error) {
    throw Error(ErrorCode::kIndexDamaged, {"record", error.what()});
  }
}

// Malformed bytes are stored as U+FFFD.
std::string text_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

enum class WithAccess { kNo, kYes };

// Says in the first line of a record who may see it.
void put_access(const Document& document, Json& json) {
  if (!document.access.empty()) json["access"] = document.access;
  if (document.access_by_rule) json["access_by_rule"] = true;
}

std::string encode_record(const Document& document, const std::vector<LabeledSpan>& spans,
                          WithAccess with_access) {
  Json json = Json::object();
  for (const TextField& field : kTextFields) {
    if (!(document.*field.member).empty()) json[field.name] = document.*field.member;
  }
  if (!document.keywords.empty()) json["keywords"] = document.keywords;
  if (with_access == WithAccess::kYes) put_access(document, json);
  if (document.date_inferred) json["date_inferred"] = true;
  if (document.is_draft) json["draft"] = true;
  if (!document.regions.empty()) json["regions"] = regions_to_json(document.regions);
  if (!document.pages.empty()) json["pages"] = pages_to_json(document.pages);
  if (document.is_ocr) json["ocr"] = true;
  const FileProperties& file = document.file;
  if (file != FileProperties{}) json["file"] = {file.title, file.author, file.created};
  if (document.text_quality >= 0) json["text_quality"] = document.text_quality;
  if (!document.repairs.empty()) json["repairs"] = repairs_to_json(document.repairs);
  if (document.damaged) json["damaged"] = true;
  const OriginalText& original = document.original;
  if (!original.title.empty()) json["original_title"] = original.title;
  if (!original.body.empty()) json["original_bytes"] = original.body.size();
  const std::string span_bytes = encode_spans(spans);
  if (!span_bytes.empty()) json["spans"] = span_bytes.size();
  Json ties = Json::object();
  add_ties(document, ties);
  const std::string found = ties.empty() ? std::string() : text_of(ties);
  if (!found.empty()) json["found"] = found.size();
  std::string data = text_of(json);
  data += '\n';
  data += found;
  data += span_bytes;
  data += document.body;
  data += original.body;
  return data;
}

}  // namespace

std::string encode_record(const Document& document, const std::vector<LabeledSpan>& spans) {
  return encode_record(document, spans, WithAccess::kYes);
}

std::string with_access(std::string_view data, const Document& access) {
  return read_record([&] {
    Json json = take_head(data);
    json.erase("access");
    json.erase("access_by_rule");
    put_access(access, json);
    return text_of(json).append(1, '\n').append(data);
  });
}

Document decode_record(std::string_view data) {
  return read_record([&] {
    const Json head = take_head(data);
    Parts parts = take_apart(head, data);
    // Before format 5 the ties stood among the fields.
    read_ties(parts.found.empty() ? head : Json::parse(parts.found), parts.document);
    return std::move(parts.document);
  });
}

ShownRecord decode_shown(std::string_view data) {
  return read_record([&] {
    const Json head = take_head(data);
    Parts parts = take_apart(head, data);
    auto spans = decode_spans(parts.spans);
    if (!spans) throw Error(ErrorCode::kIndexDamaged, {"record", "spans"});
    return ShownRecord{std::move(parts.document), std::move(*spans)};
  });
}

Document decode_head(std::string_view data) {
  return read_record([&] { return document_from(take_head(data)); });
}

std::string content_hash(const Document& document) {
  const std::string record = std::to_string(schema::kExtractionVersion) + '\n' +
                             encode_record(document, {}, WithAccess::kNo);
  const XXH128_hash_t hash = XXH3_128bits(record.data(), record.size());
  XXH128_canonical_t bytes;
  XXH128_canonicalFromHash(&bytes, hash);
  return {reinterpret_cast<const char*>(bytes.digest), sizeof bytes.digest};
}

}  // namespace tracuu
