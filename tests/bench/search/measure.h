// Asks one kind of question over and over: how long answers take, how many come in a second, and
// whether they are right.
//
//   measure(index, operation, queries, 1).wall.p99
//
// Checks run between the measured times, never inside them. Every thread has a Searcher of its own
// and its share of the queries; each query is asked once, after a few others have warmed it up.

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "searcher/searcher.h"
#include "tests/bench/search/checks.h"
#include "tests/bench/search/queries.h"

namespace tracuu::bench {

struct Verdict {
  Problem problem;
  bool found = false;  // the document that gave the query; or nothing is to be found
};

// Judges the answer that was just got, outside the measured time.
using Judge = std::function<Verdict()>;

struct Operation {
  std::string name;
  double least_found = 0;  // share of the queries whose document must be found
  std::function<Judge(Searcher&, const Query&)> ask;  // safe from any thread
};

struct Percentiles {  // ms
  double p50 = 0;
  double p95 = 0;
  double p99 = 0;
  double most = 0;
};

// Returns the percentiles, each the smallest value that so many of a hundred do not exceed (nearest
// rank). All 0 for none.
Percentiles percentiles(std::vector<double> values);

// Problems kept in words; further ones are counted only.
inline constexpr std::size_t kMostProblems = 5;

struct Measured {
  Percentiles wall;
  Percentiles cpu;  // of the asking thread
  double queries_per_second = 0;
  std::uint64_t answers = 0;
  std::uint64_t found = 0;
  std::uint64_t wrong = 0;
  std::vector<std::string> problems;
};

// Returns the figures. Throws what Searcher throws.
Measured measure(const std::filesystem::path& index, const Operation& operation,
                 const std::vector<Query>& queries, std::size_t threads);

// Whether every answer was right and enough documents were found.
bool is_sound(const Operation& operation, const Measured& measured);

}  // namespace tracuu::bench
