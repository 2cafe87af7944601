#include "core/index/record.h"

#include <optional>
#include <utility>

#include <nlohmann/json.hpp>
#include <xxhash.h>

#include "core/base/error.h"
#include "core/base/varint.h"
#include "core/document/text_fields.h"
#include "core/index/pack.h"
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
std::string_view take_head(std::string_view& data) {
  const std::size_t end = data.find('\n');
  if (end == std::string_view::npos) throw Error(ErrorCode::kIndexDamaged, {"record", "line"});
  const std::string_view head = data.substr(0, end);
  data.remove_prefix(end + 1);
  return head;
}

// Takes a part off the front, of the size that the head says.
std::string take_part(const Json& head, const char* size, std::string_view& data) {
  const auto bytes = head.value(size, std::size_t{0});
  if (bytes > data.size()) throw Error(ErrorCode::kIndexDamaged, {"record", size});
  std::string part(data.substr(0, bytes));
  data.remove_prefix(bytes);
  return part;
}

// Which parts of a record are read.
enum class Wanted { kHead, kShown, kAll };

// A record with its parts apart; what is not wanted is empty.
struct Parts {
  std::string head;  // the first line
  std::string found;
  std::string spans;
  std::string text;  // the body, and behind it the body as it was read
};

// A record as formats before 6 have it.
Parts take_plain_apart(std::string_view data, Wanted wanted) {
  Parts parts;
  parts.head = take_head(data);
  if (wanted == Wanted::kHead) return parts;
  const Json head = Json::parse(parts.head);
  parts.found = take_part(head, "found", data);
  parts.spans = take_part(head, "spans", data);
  parts.text = data;
  return parts;
}

// No line of JSON begins with it.
constexpr char kPackedMark = '\x01';

// The pieces of a packed record, as they are stored.
struct PackedPieces {
  std::string_view front;
  std::string_view found;
  std::string_view text;
};

// REQUIRES: `data` begins with kPackedMark.
PackedPieces take_pieces(std::string_view data) {
  data.remove_prefix(1);
  const auto front = take_varint(data);
  const auto found = take_varint(data);
  if (!front || !found || std::size_t{*front} + *found > data.size()) {
    throw Error(ErrorCode::kIndexDamaged, {"record", "pieces"});
  }
  return {data.substr(0, *front), data.substr(*front, *found),
          data.substr(std::size_t{*front} + *found)};
}

std::string join_pieces(const PackedPieces& pieces) {
  std::string data(1, kPackedMark);
  put_varint(data, pieces.front.size());
  put_varint(data, pieces.found.size());
  return data.append(pieces.front).append(pieces.found).append(pieces.text);
}

// Nothing is stored for nothing.
std::string pack_some(std::string_view bytes) {
  return bytes.empty() ? std::string() : pack(bytes);
}

std::string unpack_some(Unpacker& unpacker, std::string_view packed) {
  if (packed.empty()) return {};
  std::optional<std::string> bytes = unpacker.unpack(packed);
  if (!bytes) throw Error(ErrorCode::kIndexDamaged, {"record", "packed"});
  return *std::move(bytes);
}

Parts take_packed_apart(std::string_view data, Wanted wanted) {
  const PackedPieces pieces = take_pieces(data);
  Unpacker unpacker;
  Parts parts;
  const std::string front = unpack_some(unpacker, pieces.front);
  std::string_view rest = front;
  parts.head = take_head(rest);
  if (wanted == Wanted::kHead) return parts;
  parts.spans = rest;
  parts.text = unpack_some(unpacker, pieces.text);
  if (wanted == Wanted::kAll) parts.found = unpack_some(unpacker, pieces.found);
  return parts;
}

Parts take_apart(std::string_view data, Wanted wanted) {
  return data.starts_with(kPackedMark) ? take_packed_apart(data, wanted)
                                       : take_plain_apart(data, wanted);
}

// The document without what extraction found. Takes the text.
Document document_from(const Json& head, Parts& parts) {
  Document document = document_from(head);
  document.body = std::move(parts.text);
  const auto original_bytes = head.value("original_bytes", std::size_t{0});
  if (original_bytes > document.body.size()) {
    throw Error(ErrorCode::kIndexDamaged, {"record", "original"});
  }
  if (original_bytes == 0) return document;
  const std::size_t end = document.body.size() - original_bytes;
  document.original.body = document.body.substr(end);
  document.body.resize(end);
  return document;
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

// The first line, without its end.
std::string head_of(const Document& document, WithAccess with_access) {
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
  return text_of(json);
}

// What extraction found, on one line; empty where it found nothing.
std::string found_of(const Document& document) {
  Json ties = Json::object();
  add_ties(document, ties);
  return ties.empty() ? std::string() : text_of(ties);
}

}  // namespace

std::string encode_record(const Document& document, const std::vector<LabeledSpan>& spans) {
  const std::string front = pack(head_of(document, WithAccess::kYes) + '\n' + encode_spans(spans));
  const std::string found = pack_some(found_of(document));
  const std::string text = pack_some(document.body + document.original.body);
  return join_pieces({front, found, text});
}

std::string with_access(std::string_view data, const Document& access) {
  return read_record([&] {
    const auto change = [&access](std::string_view record) {
      Json json = Json::parse(take_head(record));
      json.erase("access");
      json.erase("access_by_rule");
      put_access(access, json);
      return text_of(json).append(1, '\n').append(record);
    };
    if (!data.starts_with(kPackedMark)) return change(data);
    PackedPieces pieces = take_pieces(data);
    Unpacker unpacker;
    const std::string front = pack(change(unpack_some(unpacker, pieces.front)));
    pieces.front = front;
    return join_pieces(pieces);
  });
}

Document decode_record(std::string_view data) {
  return read_record([&] {
    Parts parts = take_apart(data, Wanted::kAll);
    const Json head = Json::parse(parts.head);
    Document document = document_from(head, parts);
    // Before format 5 the ties stood among the fields.
    read_ties(parts.found.empty() ? head : Json::parse(parts.found), document);
    return document;
  });
}

ShownRecord decode_shown(std::string_view data) {
  return read_record([&] {
    Parts parts = take_apart(data, Wanted::kShown);
    auto spans = decode_spans(parts.spans);
    if (!spans) throw Error(ErrorCode::kIndexDamaged, {"record", "spans"});
    return ShownRecord{document_from(Json::parse(parts.head), parts), std::move(*spans)};
  });
}

Document decode_head(std::string_view data) {
  return read_record(
      [&] { return document_from(Json::parse(take_apart(data, Wanted::kHead).head)); });
}

std::string content_hash(const Document& document) {
  const std::string record = std::to_string(schema::kExtractionVersion) + '\n' +
                             head_of(document, WithAccess::kNo) + '\n' + found_of(document) + '\n' +
                             document.body + document.original.body;
  const XXH128_hash_t hash = XXH3_128bits(record.data(), record.size());
  XXH128_canonical_t bytes;
  XXH128_canonicalFromHash(&bytes, hash);
  return {reinterpret_cast<const char*>(bytes.digest), sizeof bytes.digest};
}

}  // namespace tracuu
