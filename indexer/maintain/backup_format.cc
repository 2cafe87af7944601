#include "indexer/maintain/backup_format.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace tracuu {

using Json = nlohmann::ordered_json;

std::string to_json(const BackupHead& head) {
  return Json{{"version", head.version},
              {"format", head.format},
              {"analyzer", head.analyzer},
              {"documents", head.documents},
              {"bytes", head.bytes}}
      .dump();
}

std::string to_json(const FileSums& sums) {
  Json json = Json::object();
  for (const auto& [name, sum] : sums) json[name] = {{"bytes", sum.bytes}, {"xxh3", sum.hash}};
  return json.dump();
}

std::optional<BackupHead> parse_backup_head(std::string_view json) {
  try {
    const Json parsed = Json::parse(json);
    BackupHead head;
    head.version = parsed.at("version").get<int>();
    head.format = parsed.at("format").get<int>();
    head.analyzer = parsed.at("analyzer").get<std::string>();
    head.documents = parsed.at("documents").get<std::uint64_t>();
    head.bytes = parsed.at("bytes").get<std::uint64_t>();
    return head;
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

std::optional<FileSums> parse_file_sums(std::string_view json) {
  try {
    FileSums sums;
    const Json parsed = Json::parse(json);
    for (const auto& [name, sum] : parsed.items()) {
      sums[name] = {sum.at("bytes").get<std::uint64_t>(), sum.at("xxh3").get<std::string>()};
    }
    return sums;
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

bool is_generation_file(std::string_view name) {
  constexpr std::size_t kMaxNameBytes = 64;
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
  };
  return !name.empty() && name.size() <= kMaxNameBytes && name.front() != '.' &&
         std::ranges::all_of(name, is_plain);
}

}  // namespace tracuu
