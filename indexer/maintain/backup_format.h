// What a backup file says of itself, as JSON; internal to indexer/maintain.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace tracuu {

inline constexpr const char* kBackupHead = "tracuu-backup.json";
inline constexpr const char* kBackupSums = "checksums.json";
inline constexpr int kBackupVersion = 1;

// The first entry.
struct BackupHead {
  int version = kBackupVersion;
  int format = 0;
  std::string analyzer;
  std::uint64_t documents = 0;
  std::uint64_t bytes = 0;  // of the files of the generation
};

// The last entry: by file name.
struct FileSum {
  std::uint64_t bytes = 0;
  std::string hash;
  friend bool operator==(const FileSum&, const FileSum&) = default;
};
using FileSums = std::map<std::string, FileSum>;

std::string to_json(const BackupHead& head);
std::string to_json(const FileSums& sums);

// Nothing for what is no such JSON.
std::optional<BackupHead> parse_backup_head(std::string_view json);
std::optional<FileSums> parse_file_sums(std::string_view json);

// Whether a file of a generation may be called so: nothing that leads out of its folder.
bool is_generation_file(std::string_view name);

}  // namespace tracuu
