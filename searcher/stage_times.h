// How long the parts of one search took, for counters: processor and waiting together.

#pragma once

#include <chrono>

namespace tracuu {

struct StageTimes {
  using Duration = std::chrono::microseconds;

  Duration query{0};    // parsed and understood, its hits found, filters
  Duration first{0};    // first stage of ranking
  Duration second{0};   // second stage, copies collapsed
  Duration results{0};  // records and snippets
  Duration facets{0};
};

// Says how long ago it was asked last.
class StageClock {
 public:
  StageTimes::Duration lap() {
    const auto now = std::chrono::steady_clock::now();
    const auto took = std::chrono::duration_cast<StageTimes::Duration>(now - last_);
    last_ = now;
    return took;
  }

 private:
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

}  // namespace tracuu
