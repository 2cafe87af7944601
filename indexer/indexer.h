// One indexing run: files in, an index and a report out.
//
//   IndexReport report = run_indexer({.index = "/srv/idx", .paths = {"data/sample"}}, {});
//
// Only files that are new or have changed since the last run are read (indexer/files/run_plan.h).
// One bad file never ends the run: it is counted and named, and tried again when it has changed.
// What ends the run is said by an Error: no such path, an index that is none or is locked, a full
// disk.

#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/document/access.h"
#include "core/index/directory.h"
#include "indexer/access_rules.h"
#include "indexer/great_loss.h"
#include "indexer/report.h"
#include "indexer/source/identity.h"
#include "indexer/source/path_patterns.h"

namespace tracuu {

struct IndexOptions {
  std::filesystem::path index;
  std::vector<std::string> paths;
  std::vector<input::PathPatterns> patterns{};  // one for each path, or none
  std::vector<std::string> only{};              // WalkOptions::only: the rest stays as it is
  input::IdFrom id_from = input::IdFrom::kDefault;
  bool delete_missing = false;  // documents below `paths` that are there no more
  bool allow_secret = false;    // take documents marked Mật, Tối mật, Tuyệt mật as well
  bool dry_run = false;
  std::vector<FolderAccess> folder_access{};  // rules, wherever they are
  std::optional<Access> access{};             // of what lies below `paths`
  std::optional<Access> default_access{};     // of what no rule fits; remembered by the index
  bool access_only = false;  // no file is read: what the index has is for those the rules name
  bool rebuild = false;      // a new generation of what is read here alone
  std::size_t keep = IndexDirectory::kKeepDefault;  // earlier generations behind a new one
  bool retry_failed = false;      // read files that failed before, though they have not changed
  std::chrono::seconds settle{};  // files written to within this time wait for the next run
  unsigned max_delete = kMaxDeleteDefault;  // percent; see great_loss.h
  std::chrono::seconds patience{};          // for another writer to be done
  std::filesystem::path reader{};           // tracuu-extract; without it only text is read
  unsigned threads = 0;  // for a first build; 0: as many as the machine has cores
};

struct IndexProgress {
  std::uint64_t documents = 0;
  std::uint64_t bytes_read = 0;  // of bytes_total, on disk
  std::uint64_t bytes_total = 0;
  std::uint64_t bytes_text = 0;
  double seconds = 0;
  std::uint64_t failures = 0;
  std::string file{};  // being read, relative
};

// Called after each document and skip, from the calling thread; must be cheap.
struct IndexListener {
  std::function<void(const IndexProgress&)> on_progress;
  std::function<void(const input::Skip&)> on_skip;
  std::function<void(const Notice&)> on_notice;
  // Asked before each document, and while a new index is put together; true ends the run with what
  // it has done so far.
  std::function<bool()> is_stopped;
};

// Runs to the end and makes the result the live index. Throws Error as said above.
IndexReport run_indexer(const IndexOptions& options, const IndexListener& listener);

}  // namespace tracuu
