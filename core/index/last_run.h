// What the last run over an index has done, for whoever looks after it.
//
//   DIR/last-run     {"started":1795974600,"seconds":41.2,"added":12,"failures":1,…}
//
// It is a file beside the generations: a run that changes nothing must not change the index, and
// one that fails is to be told of as well.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/index/touched.h"

namespace tracuu {

struct LastRun {
  std::int64_t started = 0;  // seconds since 1970
  double seconds = 0;
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t deleted = 0;
  std::uint64_t moved = 0;
  std::uint64_t skipped = 0;
  std::uint64_t failures = 0;     // of these
  std::uint64_t not_deleted = 0;  // gone, too many to be believed
  bool is_partial = false;        // it looked at what had been reported as changed alone
  bool is_stopped = false;        // before its end, as asked
  // The index as the run found it, for touched_since(); nothing where it built a new generation.
  std::optional<IndexState> before{};
  // What a run failed of, as a sentence; empty for a run that came to its end.
  std::string error_vietnamese{};
  std::string error_english{};

  friend bool operator==(const LastRun&, const LastRun&) = default;
};

// Puts the run in the place of the one before. REQUIRES: the lock of the index is held. Throws kIo,
// kDiskFull; the file is then as it was.
void write_last_run(const std::filesystem::path& index, const LastRun& run);

// Returns nothing where there has been no run, or where the file is none of ours.
std::optional<LastRun> read_last_run(const std::filesystem::path& index);

// What the file holds: one JSON object.
std::string encode_last_run(const LastRun& run);
std::optional<LastRun> decode_last_run(const std::string& text);

}  // namespace tracuu
