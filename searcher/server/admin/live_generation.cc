#include "searcher/server/admin/live_generation.h"

#include <charconv>

#include <sys/stat.h>

#include "core/index/directory.h"

namespace tracuu {
namespace {

// The file of a Xapian database that every commit writes anew.
constexpr const char* kVersionFile = "iamglass";

}  // namespace

LiveGeneration live_generation(const std::filesystem::path& index) {
  const std::filesystem::path live = IndexDirectory(index).live();
  LiveGeneration generation;
  generation.name = live.filename().string();
  const char* const end = generation.name.data() + generation.name.size();
  std::from_chars(generation.name.data() + generation.name.rfind('-') + 1, end, generation.number);
  struct stat status {};
  if (::stat((live / kVersionFile).c_str(), &status) == 0) {
    generation.committed = std::chrono::system_clock::from_time_t(status.st_mtim.tv_sec);
  }
  return generation;
}

}  // namespace tracuu
