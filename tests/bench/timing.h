// What the benchmarks of one thread share: their queries and their clock.

#pragma once

#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace tracuu::bench {

// Returns the texts of the queries in a file in BEIR's form, in order. Throws what nlohmann throws.
inline std::vector<std::string> read_queries(const char* path) {
  std::vector<std::string> queries;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    queries.push_back(nlohmann::json::parse(line).at("text").get<std::string>());
  }
  return queries;
}

// Returns the processor time of this thread so far: what others do on the machine must not count.
inline double cpu_microseconds() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return 1e6 * static_cast<double>(now.tv_sec) + 1e-3 * static_cast<double>(now.tv_nsec);
}

}  // namespace tracuu::bench
