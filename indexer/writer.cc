#include "indexer/writer.h"

#include <algorithm>
#include <thread>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/index/closed_mark.h"
#include "core/index/database.h"
#include "core/index/record.h"
#include "core/index/schema.h"
#include "core/index/touched.h"
#include "core/index/verify.h"
#include "core/index/xapian_error.h"
#include "indexer/great_loss.h"

namespace tracuu {
namespace {

// Commits of a live generation. Xapian inverts a batch in memory, in a map of terms: small batches
// are faster than large ones.
constexpr std::uint64_t kBatchDocuments = 500;
constexpr std::uint64_t kBatchBytes = 4u << 20;

constexpr unsigned kMaxThreads = 16;

unsigned thread_count(unsigned asked) {
  const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
  return std::clamp(asked == 0 ? cores : asked, 1u, kMaxThreads);
}

}  // namespace

IndexWriter::IndexWriter(const std::filesystem::path& directory, const WriterOptions& options)
    : directory_(directory), options_(options), terms_(analyzer_), moved_(analyzer_) {
  try {
    open();
  } catch (const Xapian::Error& error) {
    throw translate(error, directory_.path().string());
  }
}

IndexWriter::~IndexWriter() {
  // A run that ends early leaves a new generation for the next run to remove; batches of a live
  // one that were not committed are dropped. Closing must not throw here.
  try {
    if (!database_) return;
    // Closing commits what is pending, unless a transaction is open; after a failed commit that is
    // half of a batch.
    database_->begin_transaction(false);
    database_->close();
  } catch (const Xapian::Error&) {
    database_.reset();
  }
}

void IndexWriter::open() {
  if (options_.mode == WriteMode::kDryRun) {
    if (!directory_.current()) return;
    committed_ = open_index(directory_.path());
    read_default(*committed_);
    return;
  }
  lock_.emplace(directory_, options_.patience);
  directory_.remove_leftovers();
  if (options_.mode == WriteMode::kRebuild || !directory_.current()) {
    generation_ = directory_.next_generation();
    builder_ = std::make_unique<PartBuilder>(directory_.scratch(), analyzer_,
                                             thread_count(options_.threads));
    if (!directory_.current()) return;
    try {
      replaced_ = open_index(directory_.path());
      read_default(*replaced_);
    } catch (const Error&) {
      read_unreadable();  // damaged, or of another format
    } catch (const Xapian::Error&) {
      read_unreadable();
    }
    return;
  }
  committed_ = open_index(directory_.path());
  read_default(*committed_);
  found_ = state_of(*committed_);
  database_.emplace(directory_.live().string(), Xapian::DB_OPEN);
}

std::optional<IndexWriter::Known> IndexWriter::find_committed(const std::string& id) {
  return committed_ ? find_in(*committed_, id) : std::nullopt;
}

// What a rebuild replaces may be damaged, which is found on the way.
std::optional<IndexWriter::Known> IndexWriter::find_replaced(const std::string& id) {
  try {
    return replaced_ ? find_in(*replaced_, id) : std::nullopt;
  } catch (const Xapian::Error&) {
    replaced_.reset();
    is_access_lost_ = has_closed_mark(directory_.path());
    return std::nullopt;
  }
}

std::optional<IndexWriter::Known> IndexWriter::find_in(const Xapian::Database& database,
                                                       const std::string& id) {
  const std::string term = schema::term(schema::kId, id);
  const Xapian::PostingIterator posting = database.postlist_begin(term);
  if (posting == database.postlist_end(term)) return std::nullopt;
  const Xapian::Document stored = database.get_document(*posting);
  return Known{*posting, stored.get_value(schema::kContentHashSlot),
               stored.get_value(schema::kAccessSlot),
               number_of(stored.get_value(schema::kSourceFileSlot))};
}

std::optional<IndexWriter::Known> IndexWriter::find(const std::string& id) {
  const auto seen = seen_.find(id);
  return seen != seen_.end() ? std::optional(seen->second) : find_committed(id);
}

PutResult IndexWriter::put(const Document& document, const std::string& source_file) {
  return put({document, source_file, content_hash(document)});
}

PutResult IndexWriter::put_again(Document document, const std::string& source_file,
                                 std::string content_hash) {
  // What the index has is said by it: no default closes what was open.
  if (document.access.empty()) {
    document.access = {std::string(kEveryoneName)};
    document.access_by_rule = true;
  }
  return put({std::move(document), source_file, std::move(content_hash)});
}

PutResult IndexWriter::put(PendingDocument pending) {
  try {
    if (builder_) return put_new(std::move(pending));
    const std::string& id = pending.document.id;
    const std::uint32_t file = number_of(pending.source_file);
    const std::optional<Known> known = find(id);
    const KeptAccess kept = access_for(pending.document, known);
    Known now{known ? known->docid : 0, pending.content_hash, encode_access(kept), file};
    const bool same_content = known && known->hash == now.hash && known->file == file;
    const bool same_access = known && known->access == now.access;
    if (database_ && same_content && !same_access) {
      change_access(now.docid, kept);
    } else if (database_ && !same_content) {
      if (known && !same_access) leave_class(database_->get_document(now.docid), {});
      set_access(kept, pending.document);
      const Xapian::Document made = to_index_document(pending, terms_);
      if (known) {
        database_->replace_document(now.docid, made);
      } else {
        now.docid = database_->add_document(made);
      }
      note_change(now.docid, pending.document.body.size());
    }
    seen_[id] = std::move(now);
    if (same_content) return same_access ? PutResult::kUnchanged : PutResult::kAccessChanged;
    return known ? PutResult::kReplaced : PutResult::kAdded;
  } catch (const Xapian::Error& error) {
    throw translate(error, directory_.path().string());
  }
}

PutResult IndexWriter::put_new(PendingDocument pending) {
  const std::string& id = pending.document.id;
  const bool says_nothing = pending.document.access.empty();
  const std::optional<Known> replaced = says_nothing ? find_replaced(id) : std::nullopt;
  if (says_nothing && is_access_lost_ && !has_new_default_) {
    throw Error(ErrorCode::kAccessLost, {directory_.path().string()});
  }
  const KeptAccess kept = access_for(pending.document, replaced);
  set_access(kept, pending.document);
  const std::string access = encode_access(kept);
  const auto [it, is_new] = seen_.try_emplace(id);
  Known& known = it->second;
  if (!is_new && known.hash == pending.content_hash && known.access == access) {
    return PutResult::kUnchanged;
  }
  if (!is_new) superseded_.push_back(known.docid);
  known.hash = pending.content_hash;
  known.access = access;
  known.file = number_of(pending.source_file);
  known.docid = builder_->add(std::move(pending));
  return is_new ? PutResult::kAdded : PutResult::kReplaced;
}

std::optional<PutResult> IndexWriter::change(const std::string& id,
                                             const std::function<void(Document&)>& change) {
  try {
    const std::string term = schema::term(schema::kId, id);
    const Xapian::PostingIterator posting = database_->postlist_begin(term);
    if (posting == database_->postlist_end(term)) return std::nullopt;
    const Xapian::docid docid = *posting;
    const Xapian::Document stored = database_->get_document(docid);
    PendingDocument pending{decode_record(stored.get_data()),
                            stored.get_value(schema::kSourceFileSlot),
                            stored.get_value(schema::kContentHashSlot)};
    const std::string before = encode_record(pending.document);
    change(pending.document);
    if (encode_record(pending.document) == before) return PutResult::kUnchanged;
    const std::string access = encode_access(kept_access(pending.document));
    if (access != stored.get_value(schema::kAccessSlot)) leave_class(stored, {});
    database_->replace_document(docid, to_index_document(pending, terms_));
    note_change(docid, pending.document.body.size());
    return PutResult::kReplaced;
  } catch (const Xapian::Error& error) {
    throw translate(error, directory_.path().string());
  }
}

bool IndexWriter::remove(const std::string& id) {
  try {
    const std::optional<Known> known = find(id);
    if (!known) return false;
    if (builder_) superseded_.push_back(known->docid);
    if (database_) {
      database_->delete_document(known->docid);
      note_change(known->docid, 0);
    }
    seen_.erase(id);
    return true;
  } catch (const Xapian::Error& error) {
    throw translate(error, directory_.path().string());
  }
}

void IndexWriter::note_change(Xapian::docid docid, std::uint64_t bytes) {
  batch_.push_back(docid);
  batch_bytes_ += bytes;
  if (batch_.size() >= kBatchDocuments || batch_bytes_ >= kBatchBytes) commit_batch();
}

void IndexWriter::commit_batch() {
  if (has_new_default_) {
    write_default(*database_);
    mark_if_closed(directory_.path(), *database_);
    if (batch_.empty()) database_->commit();
  }
  if (batch_.empty() && batch_files_ == 0) return;
  unlearn_left();
  write_touched(*database_, std::exchange(batch_, {}));
  mark_if_closed(directory_.path(), *database_);
  database_->commit();
  batch_bytes_ = 0;
  batch_files_ = 0;
  // Two commits on, the revision that committed_ reads is gone.
  if (committed_) committed_->reopen();
}

bool IndexWriter::finish(const std::function<bool()>& is_stopped) {
  if (options_.mode == WriteMode::kDryRun) return true;
  try {
    if (builder_) {
      if (!finish_generation(is_stopped)) return false;
    } else {
      commit_batch();
      database_->close();
      learn_syllables();
    }
    committed_ = open_index(directory_.path());
  } catch (const Xapian::Error& error) {
    throw translate(error, directory_.path().string());
  }
  return true;
}

bool IndexWriter::finish_generation(const std::function<bool()>& is_stopped) {
  if (!builder_->finish(generation_, is_stopped)) return false;
  builder_.reset();
  Xapian::WritableDatabase database(generation_.string(), Xapian::DB_OPEN);
  for (const Xapian::docid docid : superseded_) database.delete_document(docid);
  write_contract(database);
  write_default(database);
  database.commit();
  mark_if_closed(directory_.path(), database);
  if (database.get_doccount() != seen_.size()) {
    throw Error(ErrorCode::kInternal,
                {"build index '" + directory_.path().string() + "'",
                 "it holds " + std::to_string(database.get_doccount()) + " documents instead of " +
                     std::to_string(seen_.size())});
  }
  database.close();
  if (directory_.current()) {
    refuse_great_loss(static_cast<Xapian::doccount>(seen_.size()));
    verify_generation(generation_, directory_.path(), static_cast<Xapian::doccount>(seen_.size()));
  }
  directory_.make_live(generation_, options_.keep);
  return true;
}

// A share that is not mounted, or a mistyped folder, must not replace the index by an empty one.
void IndexWriter::refuse_great_loss(Xapian::doccount documents) const {
  Xapian::doccount before = 0;
  try {
    before = Xapian::Database(directory_.live().string()).get_doccount();
  } catch (const Xapian::Error&) {
    return;  // what cannot be read is worth less than what was built
  }
  const Xapian::doccount gone = before > documents ? before - documents : 0;
  if (is_great_loss(gone, before, options_.max_delete)) {
    throw Error(ErrorCode::kTooManyGone,
                {directory_.path().string(), std::to_string(gone), std::to_string(before),
                 std::to_string(options_.max_delete)});
  }
}

std::uint64_t IndexWriter::document_count() const {
  return committed_ ? committed_->get_doccount() : 0;
}

}  // namespace tracuu
