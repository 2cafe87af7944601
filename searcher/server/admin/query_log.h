// What is asked most, and what is asked in vain, since the server started.
//
//   log.note("Chuyển đổi số", 12)      counted as «chuyển đổi số»
//   log.note("xyzzy", 0)               counted as «xyzzy», and among those that found nothing
//
// Who asked is not kept. Bounded: kKeptQueries of each kind, of kMaxNotedBytes each. Any thread.

#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "searcher/server/admin/frequent_texts.h"

namespace tracuu {

inline constexpr std::size_t kKeptQueries = 500;
inline constexpr std::size_t kMaxNotedBytes = 200;

class QueryLog {
 public:
  using Time = std::chrono::system_clock::time_point;

  explicit QueryLog(Time began = std::chrono::system_clock::now()) : began_(began) {}

  // Counts a search for a query, which found so many documents; an empty one is none.
  void note(std::string_view query, std::uint64_t found);

  Time began() const { return began_; }
  std::uint64_t searches() const { return searches_; }
  std::uint64_t in_vain() const { return in_vain_; }
  const FrequentTexts& queries() const { return queries_; }
  const FrequentTexts& without_results() const { return without_results_; }

 private:
  Time began_;
  std::atomic<std::uint64_t> searches_{0};
  std::atomic<std::uint64_t> in_vain_{0};
  FrequentTexts queries_{kKeptQueries};
  FrequentTexts without_results_{kKeptQueries};
};

}  // namespace tracuu
