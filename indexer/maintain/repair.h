// Builds an index anew from the documents stored in it: tracuu-index --repair.
//
//   repair_index("/srv/idx", {})     {.documents = 27606, .lost = {"document 812: …"}}
//
// No file is read, so it works where the sources are gone; what it takes is that the table with the
// stored documents can be read, the one of the words need not. An index of an older format is
// brought to this program's. The index as it was is kept for --rollback.

#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/language.h"
#include "core/index/directory.h"

namespace tracuu {

struct RepairOptions {
  unsigned threads = 0;  // 0: as many as the machine has cores
  std::size_t keep = IndexDirectory::kKeepDefault;
  std::chrono::seconds patience{};
};

struct RepairReport {
  std::uint64_t documents = 0;    // in the new index
  std::uint64_t lost_count = 0;   // could not be read
  std::vector<std::string> lost;  // the first of them: number in the index, and why
};

// Throws kIndexDamaged when the index cannot be opened at all, leaving it as it was; kDiskFull,
// kIo, kIndexBusy.
RepairReport repair_index(const std::filesystem::path& index, const RepairOptions& options);

std::string to_text(const RepairReport& report, Language language);
std::string to_json(const RepairReport& report);

}  // namespace tracuu
