#include "indexer/source/path_patterns.h"

#include <algorithm>

#include <fnmatch.h>

namespace tracuu::input {
namespace {

bool matches(const std::string& pattern, const std::string& below) {
  if (pattern.find('/') != std::string::npos) {
    return ::fnmatch(pattern.c_str(), below.c_str(), 0) == 0;
  }
  const std::string name = below.substr(below.rfind('/') + 1);
  return ::fnmatch(pattern.c_str(), name.c_str(), 0) == 0;
}

bool matches_any(const std::vector<std::string>& patterns, const std::string& below) {
  return std::ranges::any_of(patterns,
                             [&](const std::string& pattern) { return matches(pattern, below); });
}

}  // namespace

const std::vector<std::string>& temporary_files() {
  static const std::vector<std::string> kPatterns = {
      "~$*", "*~", "*.tmp", "*.TMP", "*.part", "*.crdownload", "Thumbs.db", "desktop.ini"};
  return kPatterns;
}

bool is_excluded(const PathPatterns& patterns, const std::string& below) {
  return matches_any(temporary_files(), below) || matches_any(patterns.exclude, below);
}

bool is_included(const PathPatterns& patterns, const std::string& below) {
  return patterns.include.empty() || matches_any(patterns.include, below);
}

}  // namespace tracuu::input
