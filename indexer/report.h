// What an indexing run did: counts, and every file that did not make it, with the reason.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/language.h"
#include "core/index/last_run.h"
#include "indexer/repair_counts.h"
#include "indexer/source/skip.h"

namespace tracuu {

// Something to know about a document that was indexed all the same.
struct Notice {
  enum class Kind {
    kDuplicateId,  // detail: the id; the later document won
    kBadField,     // detail: the field whose value was not understood and left empty
    kMalformed,    // detail: how many bytes were not UTF-8
    kConflict,     // detail: the field, what was given and what the text says
    kBadAccess,    // detail: the field or file that says none; only administrators see it
    kNotDeleted,   // path: a folder; detail: how many documents below it are gone, "40/41"
  };
  Kind kind = Kind::kDuplicateId;
  std::string path;
  std::size_t line = 0;  // 0 for a whole file
  std::string detail;
};

// Kept at most; further ones are counted only.
inline constexpr std::size_t kMaxListed = 10000;

struct IndexReport {
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;
  std::uint64_t access_changed = 0;  // the same content, for other readers
  std::uint64_t unchanged = 0;
  std::uint64_t deleted = 0;
  std::uint64_t moved = 0;                // of files with a new name
  std::uint64_t skipped = 0;              // files and records without a document, failures included
  std::uint64_t failures = 0;             // of these, what was meant for the index: exit status 3
  std::uint64_t remembered_failures = 0;  // of these, of files that were not tried again
  std::uint64_t not_deleted = 0;          // documents that are gone, too many to be believed
  std::uint64_t notices_count = 0;
  std::uint64_t malformed_bytes = 0;
  RepairCounts repaired;
  std::vector<input::Skip> skips;
  std::vector<Notice> notices;

  std::uint64_t documents_in_index = 0;
  std::uint64_t bytes_read = 0;  // on disk
  std::uint64_t bytes_text = 0;  // of document bodies
  double seconds = 0;
  bool dry_run = false;
  bool stopped = false;  // before its end; what was done is committed, or nothing for a new index
};

// Returns the sentence of a notice. Pass it through text::visible() before showing it.
std::string notice_sentence(const Notice& notice, Language language);

// Whether the run has changed anything, or has anything to complain of.
bool has_done_anything(const IndexReport& report);

// Returns its counts, as the index keeps them.
LastRun to_last_run(const IndexReport& report);

// Returns the report for people: counts, then each reason with its files (at most `listed` of
// each). Harmless to show; ends with a line feed.
std::string to_text(const IndexReport& report, Language language, std::size_t listed = 20);

// Returns the report for programs: one JSON object on one line.
std::string to_json(const IndexReport& report);

}  // namespace tracuu
