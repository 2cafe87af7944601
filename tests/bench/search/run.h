// One collection from its seed to its figures: written, indexed by tracuu-index, asked.
//
//   run({.collection = {.documents = 10'000}, .indexer = "build/release/bin/tracuu-index"})
//
// What a user does: a file of JSON Lines, the program over it, a Searcher over the index. Files are
// made below `folder` and removed as soon as they have served, but for `keep`.

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/bench/collection/generator.h"
#include "tests/bench/search/measure.h"
#include "tests/bench/search/usage.h"

namespace tracuu::bench {

struct RunOptions {
  CollectionOptions collection;
  std::size_t queries = 500;      // of each operation
  std::filesystem::path indexer;  // the program tracuu-index
  std::filesystem::path folder;   // empty; files go there
  bool keep = false;              // the index stays; one that is there already is used
};

struct OperationFigures {
  std::string name;
  Measured one_thread;
  Measured two_threads;
  bool sound = false;  // its answers were right, on one thread and on two
};

struct RunFigures {
  std::uint64_t documents = 0;
  std::uint64_t text_bytes = 0;  // of the file of JSON Lines
  std::uint64_t index_bytes = 0;
  double generate_seconds = 0;
  ProgramUsage build;                   // all zero: an index that was kept was used
  std::uint64_t search_peak_bytes = 0;  // the largest of the operations, on one thread
  std::vector<OperationFigures> operations;
};

// Returns the figures. Throws Error: kIo when files cannot be written, what run_and_measure() and
// Searcher throw.
RunFigures run(const RunOptions& options);

// Whether all operations are sound.
bool is_sound(const RunFigures& figures);

}  // namespace tracuu::bench
