// Writes documents into an index directory: the one writer at a time.
//
// A first run and a rebuild make a new generation aside, on several threads, and put it in place
// at the end; a later run changes the live generation, a batch a commit, so that a killed run
// leaves the last commit:
//
//   IndexWriter writer("/srv/idx");
//   writer.put(document, "/srv/vb/749.txt") == PutResult::kAdded
//   writer.finish();
//
// Not copyable; belongs to one thread.

#pragma once

#include <chrono>
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
  kRebuild,  // a new generation, of what is put alone, even where there is an index
  kDryRun,   // says what would be done and touches nothing, not even the lock
};

struct WriterOptions {
  WriteMode mode = WriteMode::kWrite;
  unsigned threads = 0;  // that build a new generation; 0: as many as the machine has cores
  std::size_t keep = IndexDirectory::kKeepDefault;  // earlier generations behind a new one
  std::chrono::seconds patience{};                  // for another writer to be done
  unsigned max_delete = 100;  // percent of the documents that a rebuild may do without
};

class IndexWriter {
 public:
  // Takes the lock and opens the index, which need not exist. Throws as open_index() and IndexLock
  // do; an index that a rebuild replaces is not opened.
  explicit IndexWriter(const std::filesystem::path& directory, const WriterOptions& options = {});
  ~IndexWriter();
  IndexWriter(const IndexWriter&) = delete;
  IndexWriter& operator=(const IndexWriter&) = delete;

  // Puts the document in place of the one with its id. Unchanged content is not written again.
  // Throws kDiskFull, kIo.
  PutResult put(const Document& document, const std::string& source_file);

  // Puts a document that comes from an index and not from its file: it keeps the hash of what the
  // file gave, so that a run over the file takes it for unchanged.
  PutResult put_again(Document document, const std::string& source_file, std::string content_hash);

  // Takes the document with this id out of the index. Returns whether there was one.
  bool remove(const std::string& id);

  // Whether this run has put a document with this id already.
  bool has_put(const std::string& id) const { return seen_.contains(id); }

  // Deletes every document that this run has not put and whose source file `is_missing` names.
  // Returns their number.
  std::uint64_t delete_unseen(const std::function<bool(const std::string& file)>& is_missing);

  // Makes everything written so far the live index. Nothing may be put after it. Throws kInternal
  // or kIndexDamaged, leaving the live index as it was, when a new generation does not hold what
  // was put or, in place of another, does not pass verify_generation(); kTooManyGone when it holds
  // too few documents for WriterOptions::max_delete.
  void finish();

  // Documents in the index when the writer was opened or finished.
  std::uint64_t document_count() const;

 private:
  struct Known {
    Xapian::docid docid = 0;
    std::string hash;
  };

  void open();
  void refuse_great_loss(Xapian::doccount documents) const;
  PutResult put(PendingDocument pending);
  PutResult put_new(PendingDocument pending);
  void note_change(Xapian::docid docid, std::uint64_t bytes);
  void commit_batch();
  void finish_generation();
  void learn_syllables();
  std::optional<Known> find_committed(const std::string& id) const;

  IndexDirectory directory_;
  const WriterOptions options_;
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
