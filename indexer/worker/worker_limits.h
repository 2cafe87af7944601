// What reading one file in a worker process may cost, in one place.
//
// Far above what documents of an office need. Time and memory are what the operating system counts,
// sizes what readers count; the indexer counts again what comes back.

#pragma once

#include <cstddef>
#include <cstdint>

namespace tracuu::input {

inline constexpr std::uint64_t kMaxReadFileBytes = std::uint64_t{128} << 20;  // on disk
inline constexpr unsigned kMaxProcessorSeconds = 60;  // of a file, a member, a scanned page
inline constexpr unsigned kMaxWallSeconds = 120;      // without a sign of life
inline constexpr unsigned kMaxFileSeconds = 900;      // of a file, in all
inline constexpr std::uint64_t kMaxMemoryBytes = std::uint64_t{1} << 30;  // address space

inline constexpr std::uint64_t kMaxUnpackedBytes = std::uint64_t{256} << 20;  // of one container
inline constexpr std::size_t kMaxTextBytes = std::size_t{64} << 20;           // of one file, in all
inline constexpr std::size_t kMaxMembers = 10'000;                            // of one file, in all
inline constexpr std::size_t kMaxNesting = 4;  // of archives and letters in each other
inline constexpr std::size_t kMaxOcrPages = 100;

// A worker is replaced after so many files, so that what libraries leak does not add up.
inline constexpr std::size_t kFilesPerWorker = 1000;

}  // namespace tracuu::input
