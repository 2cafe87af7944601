// Writes documents into an index directory: the one writer at a time.
//
// A first run builds a new generation aside, on several threads, and makes it live at the end; a
// later run changes the live generation in place, a batch a commit, so that a killed run leaves
// the last commit:
//
//   IndexWriter writer("/srv/idx");
//   writer.put(document, "/srv/vb/749.txt") == PutResult::kAdded
//   writer.finish();
//
// Not copyable; belongs to one thread.

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "core/document/document.h"
#include "core/index/directory.h"
#include "core/text/analyzer.h"
#include "indexer/document_terms.h"
#include "indexer/part_builder.h"

namespace tracuu {

enum class PutResult { kAdded, kReplaced, kUnchanged };

enum class WriteMode {
  kWrite,
  kDryRun,  // says what would be done and touches nothing, not even the lock
};

class IndexWriter {
 public:
  // Takes the lock and opens the index, which need not exist. `threads` build a new generation;
  // 0 takes as many as the machine has cores. Throws as open_index() and IndexLock do.
  explicit IndexWriter(const std::filesystem::path& directory, WriteMode mode = WriteMode::kWrite,
                       unsigned threads = 0);
  ~IndexWriter();
  IndexWriter(const IndexWriter&) = delete;
  IndexWriter& operator=(const IndexWriter&) = delete;

  // Puts the document in place of the one with its id. Unchanged content is not written again.
  // Throws kDiskFull, kIo.
  PutResult put(const Document& document, const std::string& source_file);

  // Takes the document with this id out of the index. Returns whether there was one.
  bool remove(const std::string& id);

  // Whether this run has put a document with this id already.
  bool has_put(const std::string& id) const { return seen_.contains(id); }

  // Deletes every document that this run has not put and whose source file `is_missing` names.
  // Returns their number.
  std::uint64_t delete_unseen(const std::function<bool(const std::string& file)>& is_missing);

  // Makes everything written so far the live index. Nothing may be put after it. Throws kInternal,
  // leaving the live index as it was, when a new generation does not hold what was put.
  void finish();

  // Documents in the index when the writer was opened or finished.
  std::uint64_t document_count() const;

 private:
  struct Known {
    Xapian::docid docid = 0;
    std::string hash;
  };

  void open(unsigned threads);
  PutResult put_new(const Document& document, const std::string& source_file, std::string hash);
  void note_change(Xapian::docid docid, std::uint64_t bytes);
  void commit_batch();
  void finish_generation();
  void learn_syllables();
  std::optional<Known> find_committed(const std::string& id) const;

  IndexDirectory directory_;
  WriteMode mode_;
  std::optional<IndexLock> lock_;
  std::filesystem::path generation_;
  std::optional<Xapian::WritableDatabase> database_;  // a live generation that is changed
  std::optional<Xapian::Database> committed_;         // as of the last commit, for look-ups by id
  std::unordered_map<std::string, Known> seen_;

  text::Analyzer analyzer_;
  DocumentTerms terms_;
  std::unique_ptr<PartBuilder> builder_;   // of a new generation
  std::vector<Xapian::docid> superseded_;  // in it, by a later document with the same id
  std::vector<Xapian::docid> batch_;       // changed since the last commit
  std::uint64_t batch_bytes_ = 0;
};

}  // namespace tracuu
