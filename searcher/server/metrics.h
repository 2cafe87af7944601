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

#include "searcher/posting_use.h"
#include "searcher/stage_times.h"

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

// What a page of results takes its time for.
enum class Stage { kQuery, kFirst, kSecond, kResults, kFacets, kRender };
inline constexpr std::size_t kStages = 6;

std::string_view name_of(Stage stage);

// Times in buckets, as Prometheus has them. Any thread.
class Histogram {
 public:
  void count(std::chrono::microseconds took);

  // Appends the lines of a series: «NAME_bucket{LABEL,le="0.001"} 12» …
  void write(std::string_view name, const std::string& label, std::string& out) const;

 private:
  static constexpr std::array kBounds{0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01,
                                      0.025,  0.05,    0.1,    0.25,  0.5,    1.0,   2.5};

  std::array<std::atomic<std::uint64_t>, kBounds.size() + 1> by_time_{};
  std::atomic<std::uint64_t> microseconds_{0};
};

// What is known of the index beside its documents.
struct IndexGauges {
  std::atomic<std::uint64_t> documents{0};   // that are for everyone
  std::atomic<std::uint64_t> generation{0};  // 3 of "gen-0003"
  std::atomic<std::uint64_t> revision{0};    // commits to it
};

// Bytes of memory that are resident, 0 where the system does not say.
std::uint64_t resident_bytes();

class Metrics {
 public:
  void count(Route route, int status, std::chrono::microseconds took,
             std::chrono::microseconds waited);

  // Searches that found nothing, and answers that the time limit cut.
  void count_empty() { ++empty_; }
  void count_partial() { ++partial_; }

  // Posting lists that one search found kept, and those it read.
  void count_postings(const PostingUse& use) {
    postings_kept_ += use.kept;
    postings_read_ += use.read;
  }

  // The parts of one search, and of writing a page.
  void count_stages(const StageTimes& times);
  void count_stage(Stage stage, std::chrono::microseconds took) {
    stages_.at(static_cast<std::size_t>(stage)).count(took);
  }

  // A state of the index was taken over.
  void count_state() { ++states_; }

  IndexGauges& index() { return index_; }

  // Requests that were answered by a failure of the server.
  std::uint64_t server_failures() const;

  std::string text(std::size_t waiting) const;

 private:
  struct Counters {
    std::array<std::atomic<std::uint64_t>, 6> by_class{};  // 1xx … 5xx
    Histogram times;
    std::atomic<std::uint64_t> waited{0};
  };

  std::array<Counters, kRoutes> routes_;
  std::array<Histogram, kStages> stages_;
  IndexGauges index_;
  std::atomic<std::uint64_t> empty_{0};
  std::atomic<std::uint64_t> partial_{0};
  std::atomic<std::uint64_t> states_{0};
  std::atomic<std::uint64_t> postings_kept_{0};
  std::atomic<std::uint64_t> postings_read_{0};
};

}  // namespace tracuu
