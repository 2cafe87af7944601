// One file that holds a whole index: tracuu-index --backup FILE and --restore FILE.
//
//   back_up("/srv/idx", "/media/usb/idx.tar.zst")
//   restore("/srv/idx", "/media/usb/idx.tar.zst")      as a new generation; the old one is kept
//
// A tar packed with zstd: `tracuu-backup.json` (format, analyzer, number of documents), the files
// of the live generation, and last `checksums.json` with the length and XXH3 of each. Any program
// reads it; ours takes it only when the sums agree, so what was cut short or changed is refused.
//
// Both take the lock: what is copied is one committed state, searching goes on meanwhile.

#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>

#include "core/index/directory.h"

namespace tracuu {

struct BackupResult {
  std::uint64_t documents = 0;
  std::uint64_t bytes = 0;  // of the file
};

// Writes `file`, in place of an earlier one, by one rename(2). Throws as open_index() does,
// kIndexBusy, kDiskFull, kIo.
BackupResult back_up(const std::filesystem::path& index, const std::filesystem::path& file,
                     std::chrono::seconds patience = {});

// Makes the content of `file` the live generation of `index`, which need not exist. Throws
// kPathMissing, kBadBackup for a file that is none, is damaged or of another format, leaving the
// index as it was; kIndexBusy, kDiskFull, kIo.
BackupResult restore(const std::filesystem::path& index, const std::filesystem::path& file,
                     std::size_t keep = IndexDirectory::kKeepDefault,
                     std::chrono::seconds patience = {});

}  // namespace tracuu
