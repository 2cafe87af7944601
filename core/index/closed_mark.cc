#include "core/index/closed_mark.h"

#include <string>
#include <system_error>

#include "core/index/access.h"
#include "core/index/directory.h"
#include "core/index/schema.h"

namespace tracuu {
namespace {

bool has_closed(const Xapian::Database& database) {
  if (database.term_exists(std::string(schema::kRestricted))) return true;
  const std::string kept = database.get_metadata(std::string(schema::kDefaultAccessKey));
  return !kept.empty() && decode_access(kept).access.kind != Access::Kind::kEveryone;
}

}  // namespace

bool has_closed_mark(const std::filesystem::path& index) {
  std::error_code error;
  // What cannot be told is taken for closed.
  return std::filesystem::exists(index / kClosedFile, error) || error;
}

void mark_if_closed(const std::filesystem::path& index, const Xapian::Database& database) {
  if (has_closed_mark(index) || !has_closed(database)) return;
  replace_file(index / kClosedFile, {});
}

}  // namespace tracuu
