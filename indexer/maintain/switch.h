// Putting another generation of an index in place: a compacted one, or an earlier one.
//
//   compact_index("/srv/idx")      gen-0003 of 810 MB -> gen-0004 of 560 MB, the same documents
//   roll_back("/srv/idx")          gen-0003 is live again, gen-0002 was tried and checked first
//
// Readers go on with what they have open; it is removed by the next run that writes. Both take the
// lock, and throw kIndexBusy when it is not free within `patience`.

#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

namespace tracuu {

struct CompactResult {
  std::uint64_t bytes_before = 0;
  std::uint64_t bytes_after = 0;
};

// Copies the live generation without the room that changes left in it, verifies the copy and makes
// it live. Needs room on the disk for the copy. Throws as open_index() and verify_generation() do,
// kDiskFull, kIo.
CompactResult compact_index(const std::filesystem::path& index, std::chrono::seconds patience = {});

struct RollBackResult {
  std::string generation;  // "gen-0002"
  std::uint64_t documents = 0;
};

// Makes the newest kept generation live (IndexDirectory::roll_back). Throws kNothingKept, and as
// check_contract() does for one that this program cannot read, leaving all as it was.
RollBackResult roll_back(const std::filesystem::path& index, std::chrono::seconds patience = {});

// Bytes of all files in a generation.
std::uint64_t size_of(const std::filesystem::path& generation);

}  // namespace tracuu
