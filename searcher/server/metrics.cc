#include "searcher/server/metrics.h"

#include <algorithm>
#include <cstdio>
#include <fstream>

#include <unistd.h>

namespace tracuu {
namespace {

constexpr double kMicroseconds = 1e6;

std::string shown(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.9g", value);
  return text.data();
}

void head(std::string& out, const char* name, const char* kind, const char* help) {
  out += std::string("# HELP ") + name + " " + help + "\n# TYPE " + name + " " + kind + "\n";
}

void single(std::string& out, const char* name, const char* kind, const char* help,
            std::uint64_t value) {
  head(out, name, kind, help);
  out += std::string(name) + " " + std::to_string(value) + "\n";
}

}  // namespace

std::uint64_t resident_bytes() {
  std::ifstream in("/proc/self/statm");
  std::uint64_t total = 0;
  std::uint64_t resident = 0;
  in >> total >> resident;
  return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

std::string_view name_of(Route route) {
  static constexpr std::array<std::string_view, kRoutes> kNames{
      "home",   "search", "document", "help",     "api",   "complete",
      "export", "file",   "status",   "original", "admin", "other"};
  return kNames.at(static_cast<std::size_t>(route));
}

std::string_view name_of(Stage stage) {
  static constexpr std::array<std::string_view, kStages> kNames{"query",   "first",  "second",
                                                                "results", "facets", "render"};
  return kNames.at(static_cast<std::size_t>(stage));
}

void Histogram::count(std::chrono::microseconds took) {
  const double seconds = static_cast<double>(took.count()) / kMicroseconds;
  const auto bucket = std::ranges::lower_bound(kBounds, seconds) - kBounds.begin();
  ++by_time_.at(static_cast<std::size_t>(bucket));
  microseconds_ += static_cast<std::uint64_t>(took.count());
}

void Histogram::write(std::string_view name, const std::string& label, std::string& out) const {
  const std::string series(name);
  std::uint64_t below = 0;
  for (std::size_t b = 0; b <= kBounds.size(); ++b) {
    below += by_time_[b];
    const std::string bound = b < kBounds.size() ? shown(kBounds[b]) : "+Inf";
    out.append(series).append("_bucket{").append(label).append(",le=\"").append(bound);
    out.append("\"} ").append(std::to_string(below)).append("\n");
  }
  out += series + "_sum{" + label + "} " +
         shown(static_cast<double>(microseconds_) / kMicroseconds) + "\n";
  out += series + "_count{" + label + "} " + std::to_string(below) + "\n";
}

void Metrics::count_stages(const StageTimes& times) {
  count_stage(Stage::kQuery, times.query);
  count_stage(Stage::kFirst, times.first);
  count_stage(Stage::kSecond, times.second);
  count_stage(Stage::kResults, times.results);
  count_stage(Stage::kFacets, times.facets);
}

void Metrics::count(Route route, int status, std::chrono::microseconds took,
                    std::chrono::microseconds waited) {
  Counters& counters = routes_.at(static_cast<std::size_t>(route));
  ++counters.by_class.at(static_cast<std::size_t>(std::clamp(status / 100, 0, 5)));
  counters.times.count(took);
  counters.waited += static_cast<std::uint64_t>(waited.count());
}

std::uint64_t Metrics::server_failures() const {
  std::uint64_t failures = 0;
  for (const Counters& counters : routes_) failures += counters.by_class.back();
  return failures;
}

std::string Metrics::text(std::size_t waiting) const {
  std::string out;
  head(out, "tracuu_requests_total", "counter", "Requests answered, by route and class of status.");
  for (std::size_t r = 0; r < kRoutes; ++r) {
    for (std::size_t c = 1; c < routes_[r].by_class.size(); ++c) {
      const std::uint64_t count = routes_[r].by_class[c];
      if (count == 0) continue;
      out += "tracuu_requests_total{route=\"" + std::string(name_of(static_cast<Route>(r))) +
             "\",status=\"" + std::to_string(c) + "xx\"} " + std::to_string(count) + "\n";
    }
  }
  head(out, "tracuu_request_seconds", "histogram", "Time from the whole request to its answer.");
  for (std::size_t r = 0; r < kRoutes; ++r) {
    const std::string_view route = name_of(static_cast<Route>(r));
    routes_[r].times.write("tracuu_request_seconds", "route=\"" + std::string(route) + "\"", out);
  }
  head(out, "tracuu_stage_seconds", "histogram", "Time of the parts of searches and pages.");
  for (std::size_t s = 0; s < kStages; ++s) {
    const std::string_view stage = name_of(static_cast<Stage>(s));
    stages_[s].write("tracuu_stage_seconds", "stage=\"" + std::string(stage) + "\"", out);
  }
  head(out, "tracuu_wait_seconds_total", "counter", "Time that requests waited for a worker.");
  for (std::size_t r = 0; r < kRoutes; ++r) {
    out += "tracuu_wait_seconds_total{route=\"" + std::string(name_of(static_cast<Route>(r))) +
           "\"} " + shown(static_cast<double>(routes_[r].waited) / kMicroseconds) + "\n";
  }
  single(out, "tracuu_empty_results_total", "counter", "Searches that found nothing.", empty_);
  single(out, "tracuu_partial_answers_total", "counter", "Answers cut by the time limit.",
         partial_);
  single(out, "tracuu_index_states_total", "counter", "States of the index taken over.", states_);
  head(out, "tracuu_posting_lists_total", "counter",
       "Posting lists that searches found kept in memory, and those read from the index.");
  out += "tracuu_posting_lists_total{from=\"cache\"} " + std::to_string(postings_kept_) + "\n";
  out += "tracuu_posting_lists_total{from=\"index\"} " + std::to_string(postings_read_) + "\n";
  single(out, "tracuu_queue_length", "gauge", "Requests that wait for a worker.", waiting);
  single(out, "tracuu_documents", "gauge", "Documents in the index.", index_.documents);
  single(out, "tracuu_index_generation", "gauge", "Number of the live generation.",
         index_.generation);
  single(out, "tracuu_index_revision", "gauge", "Commits to the live generation.", index_.revision);
  single(out, "process_resident_memory_bytes", "gauge", "Resident memory.", resident_bytes());
  return out;
}

}  // namespace tracuu
