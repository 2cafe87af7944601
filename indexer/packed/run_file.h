// A file of posting lists in the order of their terms: what one part gives, and what several runs
// give when they are merged.
//
//   000001.run   XBdieu kien {4, 2}    XUdieu {4, 2} {9, 1}      documents 1 … 1024
//   000002.run   XBdieu kien {1030, 1}                           documents 1025 … 2048
//   merged       XBdieu kien {4, 2} {1030, 1}    XUdieu {4, 2} {9, 1}
//
// On disk: blocks (core/index/packed_block.h) behind one another, each after its size in four
// bytes, the lowest first. Runs are scratch: written and read by one process.

#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/index/packed_block.h"
#include "core/index/posting.h"

namespace tracuu {

// Everything throws kIo, kDiskFull.
class RunWriter {
 public:
  explicit RunWriter(std::filesystem::path file);

  // Adds a term. REQUIRES: as BlockWriter::add().
  void add(std::string_view term, std::span<const Posting> postings);

  // Ends the file.
  void finish();

 private:
  void put_block();

  const std::filesystem::path path_;
  std::ofstream file_;
  BlockWriter block_;
};

// Everything throws kIo, and kIndexDamaged for what is no run.
class RunReader {
 public:
  explicit RunReader(std::filesystem::path file);
  RunReader(RunReader&&) = delete;  // its reader views its block

  // Goes to the next term; returns false behind the last.
  bool next();

  const std::string& term() const { return reader_.term(); }

  // Appends the postings of the term.
  void append_to(std::vector<Posting>& postings) const;

 private:
  bool next_block();

  const std::filesystem::path path_;
  std::ifstream file_;
  std::string block_;
  BlockReader reader_{{}};
};

// Calls take(term, postings) for each term of the runs, in order. REQUIRES: the documents of each
// run are behind those of the run before. Stops early when `is_stopped` says so, and returns
// whether it came to the end. Cost: a block of each run in memory.
using TakeList = std::function<void(const std::string& term, std::span<const Posting> postings)>;
bool merge_runs(const std::vector<std::filesystem::path>& runs, const TakeList& take,
                const std::function<bool()>& is_stopped);

}  // namespace tracuu
