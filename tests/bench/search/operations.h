// What is measured, each with its own check:
//
//   top10          6–9 syllables of a title; its document is among the ten
//   top100         the same, a hundred results
//   without_marks  the same without marks
//   facets         the same, ten results and five facets; type and year add up to the total
//   phrase         three words of a title in quotes; every result holds them, the total is counted
//   completion     the beginning of a title; every completion continues it
//
// The shares of documents that must be found leave room for titles that say what others say too.

#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tests/bench/collection/generator.h"
#include "tests/bench/search/measure.h"
#include "tests/bench/search/plain_count.h"
#include "tests/bench/search/queries.h"

namespace tracuu::bench {

struct Workload {
  Operation operation;
  std::vector<Query> queries;
};

// What all operations share. Outlives them.
struct WorkloadContext {
  const Generator& generator;
  std::map<std::string, PhraseCount, std::less<>> phrases;  // counted plainly, by their words
};

// Returns the context of `queries` queries: counts their phrases over the whole collection.
WorkloadContext make_context(const Generator& generator, std::size_t queries);

// Returns the operations above, in this order, with `queries` queries each.
std::vector<Workload> make_workloads(const WorkloadContext& context, std::size_t queries);

}  // namespace tracuu::bench
