#include "indexer/files/file_table.h"

#include <algorithm>
#include <string_view>

#include "core/index/failed_files.h"
#include "core/index/schema.h"
#include "indexer/source/walk.h"

namespace tracuu {
namespace {

// A key keeps this much of a path as it is; the rest of a longer one is a hash.
constexpr std::size_t kPlainBytes = 200;

std::string key_of(const std::string& path) {
  return schema::term(schema::kFileKeys, path);
}

// A path that is not in its key as it is stands before the record.
std::string value_of(const FileRecord& record) {
  const bool in_key = key_of(record.path) == std::string(schema::kFileKeys) + record.path;
  return (in_key ? std::string() : record.path) + '\0' + encode_file_record(record);
}

std::optional<FileRecord> decode(const std::string& key, const std::string& value) {
  const std::size_t end = value.find('\0');
  if (end == std::string::npos) return std::nullopt;
  const std::string path = end > 0 ? value.substr(0, end) : key.substr(schema::kFileKeys.size());
  return decode_file_record(path, std::string_view(value).substr(end + 1));
}

}  // namespace

std::optional<FileRecord> find_file(const Xapian::Database& database, const std::string& path) {
  const std::string key = key_of(path);
  std::optional<FileRecord> record = decode(key, database.get_metadata(key));
  if (record && record->path != path) return std::nullopt;
  return record;
}

void write_file(Xapian::WritableDatabase& database, const FileRecord& record) {
  database.set_metadata(key_of(record.path), value_of(record));
  const auto failure = std::ranges::find_if(
      record.skips, [](const input::Skip& skip) { return input::is_failure(skip.reason); });
  if (failure == record.skips.end()) {
    remove_failed_file(database, record.path);
  } else {
    write_failed_file(database,
                      {record.path, input::skip_sentence(*failure, Language::kVietnamese),
                       input::skip_sentence(*failure, Language::kEnglish), record.failure_count});
  }
}

void remove_file(Xapian::WritableDatabase& database, const std::string& path) {
  database.set_metadata(key_of(path), {});
  remove_failed_file(database, path);
}

void for_each_file(const Xapian::Database& database, const std::string& root,
                   const std::function<void(FileRecord)>& visit) {
  const std::string prefix = std::string(schema::kFileKeys) + root.substr(0, kPlainBytes);
  const auto end = database.metadata_keys_end(prefix);
  for (auto key = database.metadata_keys_begin(prefix); key != end; ++key) {
    std::optional<FileRecord> record = decode(*key, database.get_metadata(*key));
    if (record && input::is_at_or_below(record->path, root)) visit(std::move(*record));
  }
}

}  // namespace tracuu
