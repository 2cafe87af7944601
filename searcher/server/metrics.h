// What the server counts, in the text format of Prometheus.
//
//   tracuu_requests_total{route="search",status="200"} 812
//   tracuu_request_seconds_bucket{route="search",le="0.01"} 790
//
// Routes are a closed list, so that no address from outside makes a new line. Any thread.

#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tracuu {

enum class Route {
  kHome,
  kSearch,
  kDocument,
  kHelp,
  kApi,
  kComplete,
  kExport,
  kFile,
  kStatus,
  kOriginal,
  kAdmin,
  kOther
};
inline constexpr std::size_t kRoutes = 12;

std::string_view name_of(Route route);

// Bytes of memory that are resident, 0 where the system does not say.
std::uint64_t resident_bytes();

class Metrics {
 public:
  void count(Route route, int status, std::chrono::microseconds took,
             std::chrono::microseconds waited);

  // Searches that found nothing, and answers that the time limit cut.
  void count_empty() { ++empty_; }
  void count_partial() { ++partial_; }

  // A state of the index was taken over.
  void count_state() { ++states_; }

  // Requests that were answered by a failure of the server.
  std::uint64_t server_failures() const;

  std::string text(std::size_t waiting, std::size_t documents) const;

 private:
  static constexpr std::array kBounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                      0.1,   0.25,   0.5,   1.0,  2.5};

  struct Counters {
    std::array<std::atomic<std::uint64_t>, 6> by_class{};  // 1xx … 5xx
    std::array<std::atomic<std::uint64_t>, kBounds.size() + 1> by_time{};
    std::atomic<std::uint64_t> microseconds{0};
    std::atomic<std::uint64_t> waited{0};
  };

  std::array<Counters, kRoutes> routes_;
  std::atomic<std::uint64_t> empty_{0};
  std::atomic<std::uint64_t> partial_{0};
  std::atomic<std::uint64_t> states_{0};
};

}  // namespace tracuu
