// How long the parts of a query take.
//
//   query_bench INDEX QUERIES.jsonl…     BEIR queries, as tests/relevance/make_ways writes them
//
//   read      all steps on, from the text to the tree and its bags
//   hits      of the query that was read
//   rank      its words' weights, and the best hundred of the hits
//   units     its words as the second stage looks for them
//   rerank    the second stage: the first block of candidates, as for a first page
//   search    the whole answer: ids of the first ten, copies apart, no facets
//   complete  the beginning of the query
//
// Of these four, cold is the first time that a query is asked of a process, warm the third.
// Prints percentiles of processor time.

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/index/database.h"
#include "core/index/directory.h"
#include "core/index/token_codes.h"
#include "core/text/utf8.h"
#include "searcher/hits.h"
#include "searcher/ranking.h"
#include "searcher/rerank/rerank.h"
#include "searcher/rerank/weights.h"
#include "searcher/searcher.h"
#include "searcher/understand/query_reader.h"
#include "tests/bench/timing.h"

namespace {

using tracuu::bench::cpu_microseconds;
using tracuu::bench::read_queries;

double percentile(const std::vector<double>& sorted, double share) {
  return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

void print(std::vector<double>& times, const std::string& what) {
  if (times.empty()) return;
  std::ranges::sort(times);
  std::printf("%8.0f %8.0f %8.0f %8.0f  %s\n", percentile(times, 0.5), percentile(times, 0.95),
              percentile(times, 0.99), times.back(), what.c_str());
}

class Bench {
 public:
  explicit Bench(const char* index)
      : model_(tracuu::IndexDirectory(index).live()),
        dictionary_(tracuu::Dictionary::load({})),
        snapshot_(tracuu::open_index(index)),
        searcher_(index) {}

  void read(const std::vector<std::string>& queries, const std::string& name) {
    const tracuu::QueryReader reader(analyzer_, model_, dictionary_, snapshot_);
    std::vector<double> times;
    std::size_t steps = 0;
    constexpr int kRounds = 3;  // the first warms up
    for (int round = 0; round < kRounds; ++round) {
      for (const std::string& query : queries) {
        const double start = cpu_microseconds();
        const auto read = reader.read(query, false);
        const double took = cpu_microseconds() - start;
        if (round == 0) continue;
        times.push_back(took);
        const auto* found = std::get_if<std::unique_ptr<tracuu::ReadQuery>>(&read);
        if (found != nullptr) steps += (*found)->understood.size();
      }
    }
    print(times, "read " + name + ": " + std::to_string(steps / (kRounds - 1)) + " steps in " +
                     std::to_string(queries.size()) + " queries");
  }

  void rank(const std::vector<std::string>& queries, const std::string& name) {
    const tracuu::QueryReader reader(analyzer_, model_, dictionary_, snapshot_);
    std::vector<Times> cold;
    std::vector<Times> warm;
    constexpr int kRounds = 3;
    for (int round = 0; round < kRounds; ++round) {
      for (const std::string& query : queries) {
        auto read = reader.read(query, false);
        auto* found = std::get_if<std::unique_ptr<tracuu::ReadQuery>>(&read);
        if (found == nullptr) continue;
        const Times times = rank(**found);
        if (round == 0) cold.push_back(times);
        if (round + 1 == kRounds) warm.push_back(times);
      }
    }
    print_parts(cold, "cold " + name);
    print_parts(warm, "warm " + name);
  }

  void search(const std::vector<std::string>& queries, const std::string& name) {
    std::vector<double> times;
    std::size_t total = 0;
    for (const std::string& query : queries) {
      tracuu::SearchRequest request;
      request.query = query;
      request.collapse = false;
      request.ids_only = true;
      const double start = cpu_microseconds();
      const tracuu::SearchOutcome outcome = searcher_.search(request);
      times.push_back(cpu_microseconds() - start);
      if (const auto* response = std::get_if<tracuu::Response>(&outcome)) total += response->total;
    }
    print(times, "search " + name + ": " + std::to_string(total / queries.size()) + " hits each");
  }

  // Each prefix is new to the process: what a user types is seldom what the last one typed.
  void complete(const std::vector<std::string>& queries, const std::string& name) {
    constexpr std::size_t kLongestPrefix = 30;
    searcher_.complete("tra cứu");  // reads dates and agencies, once a process
    std::vector<double> times;
    std::size_t completions = 0;
    for (std::size_t i = 0; i < queries.size(); ++i) {
      const std::size_t length = tracuu::text::character_border(queries[i], i % kLongestPrefix + 1);
      const double start = cpu_microseconds();
      completions += searcher_.complete(queries[i].substr(0, length)).size();
      times.push_back(cpu_microseconds() - start);
    }
    print(times, "complete " + name + ": " + std::to_string(completions) + " completions");
  }

 private:
  struct Times {
    double hits = 0;
    double rank = 0;
    double units = 0;
    double rerank = 0;
  };

  static void print_parts(const std::vector<Times>& times, const std::string& what) {
    const std::pair<double Times::*, const char*> parts[] = {{&Times::hits, "hits "},
                                                             {&Times::rank, "rank "},
                                                             {&Times::units, "units "},
                                                             {&Times::rerank, "rerank "}};
    for (const auto& [part, name] : parts) {
      std::vector<double> column;
      column.reserve(times.size());
      for (const Times& each : times) column.push_back(each.*part);
      print(column, name + what);
    }
  }

  Times rank(tracuu::ReadQuery& query) {
    constexpr std::size_t kRanked = 100;
    const tracuu::RankingOptions options;
    tracuu::Deadline deadline;
    const double start = cpu_microseconds();
    const tracuu::Hits hits = tracuu::find_hits(query.tree, {}, tracuu::Strictness::kWhole,
                                                query.bags, codes_, snapshot_, deadline);
    const double found = cpu_microseconds();
    tracuu::Scoring scoring = tracuu::scoring_query(query.tree, options, query.bags, snapshot_);
    scoring = tracuu::prefer_recognized(
        std::move(scoring), tracuu::recognize(query.tree, snapshot_), options, snapshot_);
    const auto ranked =
        tracuu::rank_by_score(hits.documents, scoring, options, 0, kRanked, snapshot_);
    Times times{found - start, cpu_microseconds() - found};
    rerank(query, ranked, options, times);
    return times;
  }

  void rerank(tracuu::ReadQuery& query, const std::vector<tracuu::RankedDocument>& ranked,
              const tracuu::RankingOptions& options, Times& times) {
    const std::vector<tracuu::Bag> bags = tracuu::scored_bags(query.tree, query.bags);
    std::vector<tracuu::FirstStage> block;
    for (std::size_t i = 0; i < std::min(ranked.size(), options.rerank_block); ++i) {
      tracuu::FirstStage candidate;
      candidate.docid = ranked[i].docid;
      candidate.score = ranked[i].score;
      block.push_back(candidate);
    }
    const double start = cpu_microseconds();
    const tracuu::QueryUnits units(bags, options, codes_, snapshot_.postings());
    const double read = cpu_microseconds();
    times.units = read - start;
    if (units.empty()) return;
    std::vector<tracuu::Reranked> candidates =
        tracuu::read_candidates(block, units, snapshot_.database());
    std::vector<tracuu::FeatureValues> features;
    features.reserve(candidates.size());
    for (const tracuu::Reranked& each : candidates) features.push_back(each.features);
    tracuu::rerank(candidates,
                   options.weights.of(tracuu::traits_of(units.units().size(), features)));
    times.rerank = cpu_microseconds() - read;
  }

  tracuu::text::Analyzer analyzer_;
  tracuu::TokenCodes codes_;
  tracuu::SyllableModel model_;
  tracuu::Dictionary dictionary_;
  tracuu::Snapshot snapshot_;
  tracuu::Searcher searcher_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: query_bench INDEX QUERIES.jsonl…\n", stderr);
    return 2;
  }
  Bench bench(argv[1]);
  std::printf("%8s %8s %8s %8s  µs\n", "p50", "p95", "p99", "max");
  for (int i = 2; i < argc; ++i) {
    const std::vector<std::string> queries = read_queries(argv[i]);
    bench.read(queries, argv[i]);
    bench.rank(queries, argv[i]);
    bench.search(queries, argv[i]);
    bench.complete(queries, argv[i]);
  }
  return 0;
}
