// What errno says of a failed call on a file, as an Error.
//
//   if (::fsync(descriptor) != 0) throw io_error("/srv/idx/current", errno);

#pragma once

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "core/base/error.h"

namespace tracuu {

// Whether there was no room left: on the disk, of the user's share of it, or for a file so large.
inline bool is_disk_full(int error_number) {
  return error_number == ENOSPC || error_number == EDQUOT || error_number == EFBIG;
}

// Returns kDiskFull or kIo.
inline Error io_error(const std::filesystem::path& path, int error_number) {
  if (is_disk_full(error_number)) return Error(ErrorCode::kDiskFull, {path.string()});
  return Error(ErrorCode::kIo, {path.string(), std::strerror(error_number)});
}

}  // namespace tracuu
