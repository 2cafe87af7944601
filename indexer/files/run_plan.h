// What one run has to do: of all files that were found, which to read, and what became of the
// others, by what the index remembers of them.
//
//   a.docx   as it was                          unchanged: its documents stay, nothing is read
//   b.pdf    as it was, and failed then         the same, and its reason is told again
//   c.txt    new stamp, the same bytes          unchanged; the new stamp is remembered
//   d.txt    not known; e.txt, with these bytes, is gone     moved: no second document
//   f.txt    not known, or changed              to be read
//   g.txt    written to while we look           waits for the next run
//   h.txt    known and not found                gone
//
// Files below a folder that could not be entered are not gone: nothing is known of them.

#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "indexer/files/file_record.h"
#include "indexer/source/walk.h"

namespace tracuu {

struct PlanOptions {
  std::uint64_t settings = 0;       // FileRecord::settings of this run
  bool retry_failed = false;        // files that failed and have not changed are read as well
  std::chrono::seconds settle{};    // a file written to within this time waits for the next run
  std::vector<std::string> only{};  // WalkOptions::only of the walk: nothing else is gone
};

struct MovedFile {
  FileRecord from;
  input::WalkedFile to;
};

// What is gone below one of the paths of a run.
struct Gone {
  std::string root;
  std::vector<FileRecord> files;
  std::uint64_t documents = 0;         // of these files
  std::uint64_t documents_before = 0;  // of all files known below the root, where any is gone
};

struct RunPlan {
  input::Walk to_read;  // and what the walk has to say, with the files that wait
  std::uint64_t unchanged_documents = 0;
  std::vector<FileRecord> remembered;  // unchanged, with skips to be told again
  std::vector<FileRecord> restamped;   // unchanged, to be written with its new stamp
  std::vector<MovedFile> moved;
  std::vector<Gone> gone;  // one for each root
};

// Plans the reading of `walk`, which was made of `roots` (absolute, without a slash at the end).
// `database` holds the records; null where there is none yet. Files whose stamp alone is new are
// read for their sum. Takes a tenth of a second more when a file was written to just now: it is
// looked at twice. Throws Xapian::Error.
RunPlan plan_run(input::Walk walk, const std::vector<std::string>& roots,
                 const Xapian::Database* database, const PlanOptions& options);

// The age from which on a change of a file changes its stamp, whatever the clock of its file
// system: FAT counts in steps of two seconds.
inline constexpr std::chrono::seconds kStampStep{2};

// Returns the sum of a file's bytes for FileRecord::content; empty when it cannot be read.
std::string content_sum(const std::string& path);

// Nanoseconds since 1970, as in FileStamp::mtime_ns.
std::int64_t now_ns();

}  // namespace tracuu
