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
// Not copyable; belongs to one thread. Its parts are writer.cc, writer_files.cc and
// writer_access.cc.

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

#include "core/document/access.h"
#include "core/document/document.h"
#include "core/index/access.h"
#include "core/index/directory.h"
#include "core/index/learned_counts.h"
#include "core/index/touched.h"
#include "core/text/analyzer.h"
#include "indexer/document_terms.h"
#include "indexer/files/file_record.h"
#include "indexer/part_builder.h"
#include "indexer/source/identity.h"

namespace tracuu {

enum class PutResult {
  kAdded,
  kReplaced,
  kAccessChanged,  // the same content for other readers
  kUnchanged,
};

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
  // do; one that a rebuild replaces may be damaged: it is asked who may see what, if it can be.
  explicit IndexWriter(const std::filesystem::path& directory, const WriterOptions& options = {});
  ~IndexWriter();
  IndexWriter(const IndexWriter&) = delete;
  IndexWriter& operator=(const IndexWriter&) = delete;

  // Puts the document in place of the one with its id. Unchanged content is not written again. A
  // document that says nothing of who may see it stays for those whom a rule has named before, also
  // where the index is built anew, and follows the default else. Throws kDiskFull, kIo, and
  // kAccessLost for a document that says nothing where the index that is replaced had documents
  // that are not for everyone (core/index/closed_mark.h) and cannot be asked, until
  // set_default_access().
  PutResult put(const Document& document, const std::string& source_file);

  // Puts a document that comes from an index and not from its file: it keeps the hash of what the
  // file gave, so that a run over the file takes it for unchanged.
  PutResult put_again(Document document, const std::string& source_file, std::string content_hash);

  // Says who may see the documents that do not say it themselves: `rule` is asked for each by its
  // source file, where `is_asked` is true of that; where no rule fits, the default closes what is
  // open, and what is closed stays so. Reads no file. Returns how many changed. Cost: two values of
  // each document, a record of each that changes.
  using IsAsked = std::function<bool(const std::string& file)>;
  using AccessRule = std::function<std::optional<Access>(const std::string& file)>;
  std::uint64_t update_access(const IsAsked& is_asked, const AccessRule& rule);

  // What a document is for that says nothing and that no rule fits. The index remembers it; nothing
  // where it was never said.
  const std::optional<Access>& default_access() const { return default_access_; }
  void set_default_access(const Access& access);

  // Changes the stored document with this id, as if its file had given it so. Returns kReplaced or
  // kUnchanged; nothing where there is no such document. REQUIRES: there was an index.
  std::optional<PutResult> change(const std::string& id,
                                  const std::function<void(Document&)>& change);

  // Takes the document with this id out of the index. Returns whether there was one.
  bool remove(const std::string& id);

  // Whether this run has put a document with this id already.
  bool has_put(const std::string& id) const { return seen_.contains(id); }

  // The file that the document with this id came from, by this run or before; nothing where there
  // is no such document.
  std::optional<std::string> source_of(const std::string& id);

  // What is committed, with the records of files; null before a new generation.
  const Xapian::Database* committed() const { return committed_ ? &*committed_ : nullptr; }

  // Remembers the file; it is committed with its documents, or later.
  void set_file(const FileRecord& record);

  // Lets a remembered file be read again by the next run, whether it changes or not.
  void distrust_file(const std::string& path);

  // Renames a file with its documents. Returns their number; nothing, with nothing changed, where a
  // document has to be read again (move_document.h) or its new id is taken.
  std::optional<std::uint64_t> move_file(const FileRecord& from, const FileRecord& to,
                                         input::IdFrom id_from);

  // Deletes the file's documents that this run has not put, and with kForget its record. Returns
  // the number of documents.
  enum class FileAfter { kRemember, kForget };
  std::uint64_t delete_documents_of(const std::string& file, FileAfter after);

  // The live generation as it was opened; nothing before a new one.
  const std::optional<IndexState>& found() const { return found_; }

  // Makes everything written so far the live index. Nothing may be put after it. Throws kInternal
  // or kIndexDamaged, leaving the live index as it was, when a new generation does not hold what
  // was put or, in place of another, does not pass verify_generation(); kTooManyGone when it holds
  // too few documents for WriterOptions::max_delete. Returns false, leaving it as it was, where
  // `is_stopped` said so before a new generation was whole; what is added to one is committed.
  bool finish(const std::function<bool()>& is_stopped = {});

  // Documents in the index when the writer was opened or finished.
  std::uint64_t document_count() const;

 private:
  struct Known {
    Xapian::docid docid = 0;
    std::string hash;
    std::string access;      // encode_access()
    std::uint32_t file = 0;  // in files_
  };

  void open();
  void refuse_great_loss(Xapian::doccount documents) const;
  PutResult put(PendingDocument pending);
  PutResult put_new(PendingDocument pending);
  void leave_class(const Xapian::Document& stored, const std::string& joined);
  void change_access(Xapian::docid docid, const KeptAccess& kept);
  KeptAccess access_for(const Document& document, const std::optional<Known>& known) const;
  void read_default(const Xapian::Database& database);
  void read_unreadable();
  void write_default(Xapian::WritableDatabase& database);
  void note_change(Xapian::docid docid, std::uint64_t bytes);
  void commit_batch();
  bool finish_generation(const std::function<bool()>& is_stopped);
  void unlearn_left();
  void learn_syllables();
  std::uint32_t number_of(const std::string& file);
  std::optional<Known> find(const std::string& id);
  std::optional<Known> find_committed(const std::string& id);
  std::optional<Known> find_replaced(const std::string& id);
  std::optional<Known> find_in(const Xapian::Database& database, const std::string& id);
  std::vector<Xapian::docid> documents_of(const std::string& file) const;
  Xapian::WritableDatabase* records();

  IndexDirectory directory_;
  const WriterOptions options_;
  std::optional<IndexLock> lock_;
  std::filesystem::path generation_;
  std::optional<Xapian::WritableDatabase> database_;  // a live generation that is changed
  std::optional<Xapian::Database> committed_;         // as of the last commit, for look-ups by id
  std::optional<Xapian::Database> replaced_;          // by a rebuild: who may see what
  std::unordered_map<std::string, Known> seen_;

  text::Analyzer analyzer_;
  DocumentTerms terms_;
  DocumentTerms moved_;   // counts what changes its class since the last commit, by both classes
  LearnedCounts joined_;  // of these, by the class that they are in now
  std::optional<Access> default_access_;
  bool has_new_default_ = false;  // to be written with the next commit
  bool is_access_lost_ = false;   // by a rebuild: what is replaced cannot say who may see what
  std::optional<IndexState> found_;
  std::unique_ptr<PartBuilder> builder_;   // of a new generation
  std::vector<Xapian::docid> superseded_;  // in it, by a later document with the same id
  std::vector<std::string> files_;         // that documents came from
  std::unordered_map<std::string, std::uint32_t> file_numbers_;
  std::vector<Xapian::docid> batch_;  // changed since the last commit
  std::size_t batch_files_ = 0;       // the same
  std::uint64_t batch_bytes_ = 0;
};

}  // namespace tracuu
