// Which sources of a configuration can be read now.

#pragma once

#include <string>
#include <vector>

#include "indexer/config/config.h"

namespace tracuu {

struct PresentSources {
  std::vector<std::string> paths;
  std::vector<input::PathPatterns> patterns;  // one for each path
  std::vector<ConfigSource> absent;
};

// A source whose root is not there is left out: nothing is known of it, and nothing of it deleted.
PresentSources present_sources(const std::vector<ConfigSource>& sources);

}  // namespace tracuu
