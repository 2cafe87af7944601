#include "core/index/xapian_error.h"

#include <cerrno>
#include <cstring>
#include <string_view>

namespace tracuu {
namespace {

bool mentions(std::string_view text, int error_number) {
  return text.find(std::strerror(error_number)) != std::string_view::npos;
}

}  // namespace

Error translate(const Xapian::Error& error, const std::string& path) {
  const std::string& cause = error.get_msg();
  const std::string system = error.get_error_string() ? error.get_error_string() : "";
  const std::string all = system.empty() ? cause : cause + ": " + system;
  // Xapian gives the reason as text in some places and as errno in others.
  if (mentions(all, ENOSPC) || mentions(all, EFBIG) || mentions(all, EDQUOT)) {
    return Error(ErrorCode::kDiskFull, {path});
  }
  const std::string_view type = error.get_type();
  if (type == "DatabaseLockError") return Error(ErrorCode::kIndexBusy, {path});
  // A table that was cut short is a plain DatabaseError.
  const bool is_cut_short = all.find("EOF reading block") != std::string::npos;
  if (type == "DatabaseCorruptError" || is_cut_short) {
    return Error(ErrorCode::kIndexDamaged, {path, all});
  }
  if (type == "DatabaseOpeningError" || type == "DatabaseNotFoundError" ||
      type == "DatabaseVersionError") {
    return Error(ErrorCode::kNotAnIndex, {path, all});
  }
  if (type == "DatabaseError") return Error(ErrorCode::kIo, {path, all});
  return Error(ErrorCode::kInternal, {path, std::string(type) + ": " + all});
}

}  // namespace tracuu
