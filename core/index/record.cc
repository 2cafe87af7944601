#include "core/index/record.h"

#include <nlohmann/json.hpp>
#include <xxhash.h>

#include "core/base/error.h"
#include "core/index/schema.h"
#include "core/text/analyzer.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

// The text fields by their names in the record; body apart.
struct TextField {
  const char* name;
  std::string Document::*member;
};

constexpr TextField kTextFields[] = {
    {"id", &Document::id},
    {"title", &Document::title},
    {"type", &Document::type},
    {"number", &Document::number},
    {"agency", &Document::agency},
    {"date", &Document::date},
    {"effective", &Document::effective},
    {"status", &Document::status},
    {"signer", &Document::signer},
    {"source", &Document::source},
    {"url", &Document::url},
    {"author", &Document::author},
    {"path", &Document::path},
};

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

}  // namespace

std::string encode_record(const Document& document) {
  Json json = Json::object();
  for (const TextField& field : kTextFields) {
    if (!(document.*field.member).empty()) json[field.name] = document.*field.member;
  }
  if (!document.keywords.empty()) json["keywords"] = document.keywords;
  if (!document.access.empty()) json["access"] = document.access;
  if (document.date_inferred) json["date_inferred"] = true;
  if (!document.regions.empty()) json["regions"] = regions_to_json(document.regions);
  // Malformed bytes in fields are stored as U+FFFD; the body keeps them.
  std::string data = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  data += '\n';
  data += document.body;
  return data;
}

Document decode_record(std::string_view data) {
  const std::size_t end = data.find('\n');
  try {
    const Json json = Json::parse(data.substr(0, end));
    Document document;
    for (const TextField& field : kTextFields) {
      document.*field.member = json.value(field.name, std::string());
    }
    document.keywords = json.value("keywords", std::vector<std::string>());
    document.access = json.value("access", std::vector<std::string>());
    document.date_inferred = json.value("date_inferred", false);
    if (json.contains("regions")) document.regions = regions_from_json(json["regions"]);
    if (end != std::string_view::npos) document.body = data.substr(end + 1);
    return document;
  } catch (const Json::exception& error) {
    throw Error(ErrorCode::kIndexDamaged, {"record", error.what()});
  }
}

std::string content_hash(const Document& document) {
  const std::string record = encode_record(document);
  const XXH128_hash_t hash = XXH3_128bits(record.data(), record.size());
  XXH128_canonical_t bytes;
  XXH128_canonicalFromHash(&bytes, hash);
  return {reinterpret_cast<const char*>(bytes.digest), sizeof bytes.digest};
}

}  // namespace tracuu
