// How long the reading of a query takes, all steps on: from the text to the tree and its bags.
//
//   query_bench INDEX QUERIES.jsonl…     BEIR queries, as tests/relevance/make_ways writes them
//
// Prints, for each file, percentiles in microseconds of processor time over three rounds, the first
// one as warm-up.

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>
#include <variant>
#include <vector>

#include <nlohmann/json.hpp>
#include <time.h>

#include "core/index/database.h"
#include "core/index/directory.h"
#include "searcher/understand/query_reader.h"

namespace {

std::vector<std::string> read_queries(const char* path) {
  std::vector<std::string> queries;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    queries.push_back(nlohmann::json::parse(line).at("text").get<std::string>());
  }
  return queries;
}

// Of this thread: what others do on the machine must not count.
double cpu_microseconds() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return 1e6 * static_cast<double>(now.tv_sec) + 1e-3 * static_cast<double>(now.tv_nsec);
}

double percentile(const std::vector<double>& sorted, double share) {
  return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: query_bench INDEX QUERIES.jsonl…\n", stderr);
    return 2;
  }
  const tracuu::text::Analyzer analyzer;
  const tracuu::SyllableModel model(tracuu::IndexDirectory(argv[1]).live());
  const tracuu::Dictionary dictionary = tracuu::Dictionary::load({});
  tracuu::Snapshot snapshot(tracuu::open_index(argv[1]));
  const tracuu::QueryReader reader(analyzer, model, dictionary, snapshot);
  constexpr int kRounds = 3;
  std::printf("%8s %8s %8s %8s  µs\n", "p50", "p95", "p99", "max");
  for (int i = 2; i < argc; ++i) {
    const std::vector<std::string> queries = read_queries(argv[i]);
    std::vector<double> times;
    std::size_t steps = 0;
    for (int round = 0; round < kRounds; ++round) {
      for (const std::string& query : queries) {
        const double start = cpu_microseconds();
        const auto read = reader.read(query, false);
        const double took = cpu_microseconds() - start;
        if (round == 0) continue;
        times.push_back(took);
        if (const auto* found = std::get_if<std::unique_ptr<tracuu::ReadQuery>>(&read)) {
          steps += (*found)->understood.size();
        }
      }
    }
    if (times.empty()) continue;
    std::ranges::sort(times);
    std::printf("%8.0f %8.0f %8.0f %8.0f  %s: %zu steps in %zu queries\n", percentile(times, 0.5),
                percentile(times, 0.95), percentile(times, 0.99), times.back(), argv[i],
                steps / (kRounds - 1), queries.size());
  }
  return 0;
}
