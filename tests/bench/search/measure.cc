#include "tests/bench/search/measure.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <exception>
#include <thread>

#include "tests/bench/search/usage.h"

namespace tracuu::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kWarmUp = 20;  // queries, the last ones

struct Part {
  std::vector<double> wall_ms;
  std::vector<double> cpu_ms;
  Measured counts;
  std::exception_ptr failed;
};

void judge(const Judge& judge_answer, const Query& query, Measured& counts) {
  const Verdict verdict = judge_answer();
  ++counts.answers;
  counts.found += verdict.found;
  if (!verdict.problem) return;
  ++counts.wrong;
  if (counts.problems.size() < kMostProblems) {
    counts.problems.push_back("«" + query.text + "»: " + *verdict.problem);
  }
}

void ask_all(Searcher& searcher, const Operation& operation, const std::vector<Query>& queries,
             std::size_t first, std::size_t step, Part& part) {
  for (std::size_t i = first; i < queries.size(); i += step) {
    const double cpu = thread_cpu_ms();
    const auto begin = Clock::now();
    const Judge answer = operation.ask(searcher, queries[i]);
    part.wall_ms.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
    part.cpu_ms.push_back(thread_cpu_ms() - cpu);
    judge(answer, queries[i], part.counts);
  }
}

void work(const std::filesystem::path& index, const Operation& operation,
          const std::vector<Query>& queries, std::size_t first, std::size_t step, Part& part) {
  try {
    Searcher searcher(index);
    for (std::size_t i = 0; i < std::min(kWarmUp, queries.size()); ++i) {
      operation.ask(searcher, queries[queries.size() - 1 - i]);
    }
    ask_all(searcher, operation, queries, first, step, part);
  } catch (...) {
    part.failed = std::current_exception();
  }
}

double sum(const std::vector<double>& values) {
  double total = 0;
  for (const double value : values) total += value;
  return total;
}

Measured merge(const std::vector<Part>& parts) {
  Measured merged;
  std::vector<double> wall;
  std::vector<double> cpu;
  for (const Part& part : parts) {
    wall.insert(wall.end(), part.wall_ms.begin(), part.wall_ms.end());
    cpu.insert(cpu.end(), part.cpu_ms.begin(), part.cpu_ms.end());
    // A thread asks as fast as its answers come; judging is nobody's time.
    const double seconds = sum(part.wall_ms) / 1000;
    if (seconds > 0) {
      merged.queries_per_second += static_cast<double>(part.wall_ms.size()) / seconds;
    }
    merged.answers += part.counts.answers;
    merged.found += part.counts.found;
    merged.wrong += part.counts.wrong;
    for (const std::string& problem : part.counts.problems) {
      if (merged.problems.size() < kMostProblems) merged.problems.push_back(problem);
    }
  }
  merged.wall = percentiles(std::move(wall));
  merged.cpu = percentiles(std::move(cpu));
  return merged;
}

}  // namespace

Percentiles percentiles(std::vector<double> values) {
  if (values.empty()) return {};
  std::ranges::sort(values);
  const auto at = [&](double share) {
    const auto rank =
        static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
    return values[std::max<std::size_t>(rank, 1) - 1];
  };
  return {at(0.50), at(0.95), at(0.99), values.back()};
}

Measured measure(const std::filesystem::path& index, const Operation& operation,
                 const std::vector<Query>& queries, std::size_t threads) {
  std::vector<Part> parts(threads);
  {
    std::vector<std::jthread> running;
    for (std::size_t t = 0; t < threads; ++t) {
      running.emplace_back([&, t] { work(index, operation, queries, t, threads, parts[t]); });
    }
  }
  for (const Part& part : parts) {
    if (part.failed) std::rethrow_exception(part.failed);
  }
  return merge(parts);
}

bool is_sound(const Operation& operation, const Measured& measured) {
  const double least = operation.least_found * static_cast<double>(measured.answers);
  return measured.answers > 0 && measured.wrong == 0 &&
         static_cast<double>(measured.found) >= least;
}

}  // namespace tracuu::bench
