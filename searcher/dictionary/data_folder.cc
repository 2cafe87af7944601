#include "searcher/dictionary/data_folder.h"

#include <cstdlib>
#include <system_error>

namespace tracuu {

std::filesystem::path default_data_folder() {
  if (const char* set = std::getenv("TRACUU_DATA"); set != nullptr && *set != '\0') return set;
  std::error_code failed;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", failed);
  if (failed) return {};
  std::filesystem::path shared = program.parent_path().parent_path() / "share" / "tracuu";
  return std::filesystem::is_directory(shared, failed) ? shared : std::filesystem::path{};
}

}  // namespace tracuu
