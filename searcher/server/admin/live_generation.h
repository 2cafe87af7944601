// Which generation of the index is live, and when it was written to last.
//
//   live_generation("/srv/idx")    {"gen-0003", 3, 29 November 2026, 01:20}

#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

namespace tracuu {

struct LiveGeneration {
  std::string name;
  std::uint64_t number = 0;
  std::chrono::system_clock::time_point committed;  // 1970 where the files do not say
};

// Throws kIndexMissing, kNotAnIndex.
LiveGeneration live_generation(const std::filesystem::path& index);

}  // namespace tracuu
