#include "core/index/failed_files.h"

#include <nlohmann/json.hpp>

#include "core/index/schema.h"

namespace tracuu {
namespace {

std::string key_of(const std::string& path) {
  return schema::term(schema::kFailedKeys, path);
}

}  // namespace

void write_failed_file(Xapian::WritableDatabase& database, const FailedFile& file) {
  const nlohmann::ordered_json json = {
      {"vi", file.vietnamese}, {"en", file.english}, {"count", file.count}};
  database.set_metadata(
      key_of(file.path),
      json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

void remove_failed_file(Xapian::WritableDatabase& database, const std::string& path) {
  database.set_metadata(key_of(path), {});
}

void for_each_failed_file(const Xapian::Database& database,
                          const std::function<bool(FailedFile)>& visit) {
  const std::string prefix(schema::kFailedKeys);
  const auto end = database.metadata_keys_end(prefix);
  for (auto key = database.metadata_keys_begin(prefix); key != end; ++key) {
    const nlohmann::json json = nlohmann::json::parse(database.get_metadata(*key), nullptr, false);
    FailedFile file;
    file.path = (*key).substr(prefix.size());
    try {
      json.at("vi").get_to(file.vietnamese);
      json.at("en").get_to(file.english);
      json.at("count").get_to(file.count);
    } catch (const nlohmann::json::exception&) {
      continue;  // not of this format
    }
    if (!visit(std::move(file))) return;
  }
}

}  // namespace tracuu
