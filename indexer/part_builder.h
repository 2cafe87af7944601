// Builds a generation from many documents, on several threads.
//
//   documents 1…1024    -> scratch/000001, 000001.run ┐
//   documents 1025…2048 -> scratch/000002, 000002.run ├─ compaction, merge ─> gen-0001
//   …                                                 ┘   with the syllable model of them all
//
// Xapian inverts a batch in maps of terms, which slows down as they grow; so parts are built side
// by side, each in small commits, and compaction, which is fast, puts them in one. Measured on 14
// MB of news, seconds of one core: one database with commits of 2,000 documents 12.8, of 500
// documents 10.2; parts with commits of 128 documents 10.0, of 64 8.9.
//
// Syllables and pairs, nine tenths of all postings, are no terms of the parts: each part writes
// their lists as a run, and these are merged beside the compaction (core/index/packed_lists.h).
// Measured on the 217 MB of ../shared/corpora, two threads: seconds, seconds of processor time and
// MB of index with all as terms 55.0, 102, 470; with toneless syllables and pairs in runs 32.5, 61,
// 330; with all syllables 27.6, 52, 274.
//
// A document's docid is its place in the order of add(), whatever the threads do.

#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <xapian.h>

#include "core/index/learned_counts.h"
#include "core/text/analyzer.h"
#include "indexer/pending_document.h"

namespace tracuu {

// How much goes into one part and one commit: whichever is reached first. Tests set small ones.
struct PartSizes {
  std::size_t documents = 1024;
  std::uint64_t bytes = 8u << 20;
  std::size_t commit_documents = 64;
  std::uint64_t commit_bytes = 1u << 20;
  std::size_t merged_at_once = 64;  // each open part has several files
};

class PartBuilder {
 public:
  // Parts go into `folder`, which must not exist. REQUIRES: `analyzer` outlives this object;
  // threads > 0.
  PartBuilder(std::filesystem::path folder, const text::Analyzer& analyzer, unsigned threads,
              const PartSizes& sizes = {});

  // Stops the threads; what was added and not finished is lost.
  ~PartBuilder();
  PartBuilder(const PartBuilder&) = delete;
  PartBuilder& operator=(const PartBuilder&) = delete;

  // Takes a document and returns its docid. Waits while the threads are behind. Throws what a
  // thread failed with: kDiskFull, kIo.
  Xapian::docid add(PendingDocument pending);

  // Where the records of files go: a part without documents. Commit it now and then. The
  // reference holds until finish().
  Xapian::WritableDatabase& files();

  // Builds what is left, compacts all parts into a new database at `generation` and puts the merged
  // lists into it; removes the parts. Returns false, and leaves what there is, where `is_stopped`
  // said so: it is asked while parts are built, before each compaction, and while lists are put.
  // Throws as add() does.
  bool finish(const std::filesystem::path& generation,
              const std::function<bool()>& is_stopped = {});

 private:
  struct Part {
    std::size_t number = 0;
    Xapian::docid first_docid = 1;
    std::vector<PendingDocument> documents;
  };

  void work();
  void build(const Part& part);
  void hand_over();
  bool wait_for_parts(const std::function<bool()>& is_stopped);
  bool compact_and_merge(const std::filesystem::path& generation,
                         const std::filesystem::path& merged,
                         const std::function<bool()>& is_stopped);
  bool compact_parts(std::vector<std::filesystem::path> parts,
                     const std::filesystem::path& generation,
                     const std::function<bool()>& is_stopped);
  bool write_lists(const std::filesystem::path& merged, const std::filesystem::path& generation,
                   const std::function<bool()>& is_stopped);
  void join();
  void rethrow_failure();
  std::filesystem::path path_of(std::size_t number) const;
  std::filesystem::path run_of(std::size_t number) const;

  const std::filesystem::path folder_;
  const text::Analyzer& analyzer_;
  const PartSizes sizes_;

  std::optional<Xapian::WritableDatabase> files_;
  Part filling_;
  std::uint64_t filling_bytes_ = 0;
  std::size_t part_count_ = 0;
  Xapian::docid last_docid_ = 0;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Part> waiting_;    // guarded by mutex_
  std::size_t in_work_ = 0;     // parts that are being built; guarded by mutex_
  bool is_complete_ = false;    // guarded by mutex_
  std::exception_ptr failure_;  // guarded by mutex_
  LearnedCounts counts_;        // guarded by mutex_
  std::vector<std::thread> threads_;
};

}  // namespace tracuu
