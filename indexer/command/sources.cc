#include "indexer/command/sources.h"

#include <filesystem>
#include <system_error>

namespace tracuu {

PresentSources present_sources(const std::vector<ConfigSource>& sources) {
  PresentSources present;
  for (const ConfigSource& source : sources) {
    std::error_code error;
    if (std::filesystem::exists(source.root, error)) {
      present.paths.push_back(source.root);
      present.patterns.push_back(source.patterns);
    } else {
      present.absent.push_back(source);
    }
  }
  return present;
}

}  // namespace tracuu
