// From the runs of all parts to the packed lists of a generation.

#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <vector>

#include <xapian.h>

namespace tracuu {

// Merges the runs into the file `merged`, `at_once` side by side, and removes them; runs between
// are written beside it. REQUIRES: as merge_runs() (run_file.h). Returns false when `is_stopped`
// said so. Throws kIo, kDiskFull.
bool merge_into_one(std::vector<std::filesystem::path> runs, const std::filesystem::path& merged,
                    std::size_t at_once, const std::function<bool()>& is_stopped);

// Puts the lists of a run into the database, which is to be committed then, as those of so many
// documents. Returns as merge_into_one(). Throws kIo, Xapian::Error.
bool put_lists(const std::filesystem::path& merged, Xapian::doccount documents,
               Xapian::WritableDatabase& database, const std::function<bool()>& is_stopped);

}  // namespace tracuu
