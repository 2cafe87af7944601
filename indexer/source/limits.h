// How much input tracuu takes at once: every size and depth of the input side, in one place.
//
// Input is hostile until shown otherwise: a 200 MB line, a zip bomb, a folder that links to
// itself. Each limit is far above real documents (the longest code of laws, Bộ luật Dân sự, is
// under 1 MiB) and small enough for a machine with 2 GB. Tests pass smaller ones.

#pragma once

#include <cstddef>
#include <cstdint>

namespace tracuu::input {

inline constexpr std::uint64_t kMaxFileBytes = std::uint64_t{64} << 20;
inline constexpr std::size_t kMaxLineBytes = std::size_t{32} << 20;
inline constexpr std::size_t kMaxFolderDepth = 128;

// A document's id ends up in one index term, which Xapian limits to 245 bytes.
inline constexpr std::size_t kMaxIdBytes = 240;

// Compressed text shrinks 3 to 40 times. Above this many times, beyond the first
// kExpansionFreeBytes, the data is a bomb.
inline constexpr std::uint64_t kMaxExpansion = 1000;
inline constexpr std::uint64_t kExpansionFreeBytes = std::uint64_t{256} << 20;

struct Limits {
  std::uint64_t file_bytes = kMaxFileBytes;  // of a whole document, after decompression
  std::size_t line_bytes = kMaxLineBytes;    // of one record in JSON Lines
  std::size_t folder_depth = kMaxFolderDepth;
};

}  // namespace tracuu::input
