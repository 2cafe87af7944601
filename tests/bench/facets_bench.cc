// What facets add to a search.
//
//   facets_bench INDEX QUERIES.jsonl…     BEIR queries: one {"text": …} a line
//
// Each query is asked without facets and with five of them in turn, in several rounds: warm is the
// quickest round with facets less that without. Cold is the first time that its terms are asked
// for: every other query has its facets then, and the medians of both halves are compared. Columns
// are read before. No results are asked for: ranking varies by more than facets take. Checks that
// no value counts more documents than there are hits. Prints processor time.

#include <algorithm>
#include <cstdio>
#include <string>
#include <variant>
#include <vector>

#include "searcher/searcher.h"
#include "tests/bench/timing.h"

namespace {

constexpr int kRounds = 5;

using tracuu::bench::cpu_microseconds;
using tracuu::bench::read_queries;

double percentile(std::vector<double>& values, double share) {
  std::ranges::sort(values);
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

class Bench {
 public:
  explicit Bench(const char* index) : searcher_(index) {}

  bool run(const std::vector<std::string>& queries, const char* name) {
    if (queries.size() < 2) return true;
    ask("", true);  // reads the columns, once a process
    std::vector<double> cold_with;
    std::vector<double> cold_without;
    std::vector<double> added;
    std::vector<double> whole;
    std::vector<double> hits;
    for (const std::string& query : queries) {
      const bool facets_first = cold_with.size() < cold_without.size();
      (facets_first ? cold_with : cold_without).push_back(ask(query, facets_first));
      std::vector<double> without;
      std::vector<double> with;
      for (int round = 0; round < kRounds; ++round) {
        without.push_back(ask(query, false));
        with.push_back(ask(query, true));
      }
      hits.push_back(static_cast<double>(total_));
      whole.push_back(*std::ranges::min_element(with));
      added.push_back(whole.back() - *std::ranges::min_element(without));
    }
    std::printf("%s: %zu queries, hits p50 %.0f p95 %.0f\n", name, queries.size(),
                percentile(hits, 0.5), percentile(hits, 0.95));
    std::printf("  added by five facets, warm  p50 %7.1f µs  p95 %7.1f µs\n",
                percentile(added, 0.5), percentile(added, 0.95));
    std::printf("  added by five facets, cold  p50 %7.1f µs\n",
                percentile(cold_with, 0.5) - percentile(cold_without, 0.5));
    std::printf("  whole search with facets    p50 %7.1f µs  p95 %7.1f µs\n",
                percentile(whole, 0.5), percentile(whole, 0.95));
    return is_right_;
  }

 private:
  // Returns microseconds.
  double ask(const std::string& query, bool with_facets) {
    tracuu::SearchRequest request;
    request.query = query;
    request.with_snippets = false;
    request.ids_only = true;
    request.limit = 0;
    if (with_facets) request.facets = {"agency", "type", "year", "field", "path"};
    const double start = cpu_microseconds();
    const tracuu::SearchOutcome outcome = searcher_.search(request);
    const double took = cpu_microseconds() - start;
    if (const auto* response = std::get_if<tracuu::Response>(&outcome)) check(*response);
    return took;
  }

  void check(const tracuu::Response& response) {
    total_ = response.total;
    for (const tracuu::Facet& facet : response.facets) {
      for (const tracuu::FacetValue& value : facet.values) {
        if (value.count <= response.total) continue;
        is_right_ = false;
        std::printf("%s: %s has more documents than hits\n", response.query.c_str(),
                    value.value.c_str());
      }
    }
  }

  tracuu::Searcher searcher_;
  std::uint64_t total_ = 0;
  bool is_right_ = true;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: facets_bench INDEX QUERIES.jsonl…\n", stderr);
    return 2;
  }
  Bench bench(argv[1]);
  bool is_right = true;
  for (int i = 2; i < argc; ++i) is_right &= bench.run(read_queries(argv[i]), argv[i]);
  return is_right ? 0 : 1;
}
