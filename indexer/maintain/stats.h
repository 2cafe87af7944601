// What an index holds and how large it is: tracuu-index --stats.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/language.h"
#include "core/index/last_run.h"

namespace tracuu {

struct IndexStats {
  std::string generation;  // "gen-0003"
  int format = 0;
  std::uint64_t documents = 0;
  std::uint64_t tokens = 0;        // of all documents
  std::uint64_t terms = 0;         // different ones
  std::uint64_t files = 0;         // that it remembers
  std::uint64_t failed_files = 0;  // of these, with a failure when they were read last
  std::optional<LastRun> last_run{};
  std::vector<std::pair<std::string, std::uint64_t>> bytes_by_table;  // "position": bytes
  std::uint64_t bytes = 0;                                            // of the live generation
  std::vector<std::pair<std::string, std::uint64_t>> kept;  // earlier ones and their bytes
};

// Throws as open_index() does. Cost: a walk over the terms and the records of files, some two
// seconds for ten millions of terms, one for a million files.
IndexStats read_stats(const std::filesystem::path& index);

std::string to_text(const IndexStats& stats, Language language);
std::string to_json(const IndexStats& stats);

}  // namespace tracuu
