// What tells that a file is as it was, without reading it.

#pragma once

#include <cstdint>

namespace tracuu::input {

struct FileStamp {
  std::uint64_t size_bytes = 0;
  std::int64_t mtime_ns = 0;  // since 1970
  std::uint64_t inode = 0;

  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

}  // namespace tracuu::input
