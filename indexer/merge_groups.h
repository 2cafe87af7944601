// Merges many files in groups until there are few enough for one merge: each open one costs memory
// and descriptors.
//
//   000001 … 000150, 64 at once    merged-1 of 1 … 64, merged-2 of 65 … 128, merged-3 of 129 … 150

#pragma once

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace tracuu {

// Calls merge(group, target), which takes the files away and returns false to stop, for groups of
// neighbours, and puts the targets in their place, until no more than `at_once` are left. Targets
// are named by `stem` and a number. Returns false when it was stopped. REQUIRES: at_once > 1.
template <typename Merge>
bool merge_groups(std::vector<std::filesystem::path>& files, std::size_t at_once,
                  const std::filesystem::path& stem, Merge merge) {
  std::size_t number = 0;
  while (files.size() > at_once) {
    std::vector<std::filesystem::path> fewer;
    for (std::size_t i = 0; i < files.size(); i += at_once) {
      const auto begin = files.begin() + static_cast<std::ptrdiff_t>(i);
      const auto size = static_cast<std::ptrdiff_t>(std::min(at_once, files.size() - i));
      fewer.push_back(stem.string() + '-' + std::to_string(++number));
      if (!merge(std::vector<std::filesystem::path>(begin, begin + size), fewer.back())) {
        return false;
      }
    }
    files = std::move(fewer);
  }
  return true;
}

}  // namespace tracuu
