#include "indexer/writer.h"

#include <algorithm>
#include <thread>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/index/database.h"
#include "core/index/record.h"
#include "core/index/schema.h"
#include "core/index/syllable_model.h"
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
    : directory_(directory), options_(options), terms_(analyzer_) {
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
    if (database_) database_->close();
  } catch (const Xapian::Error&) {
    database_.reset();
  }
}

void IndexWriter::open() {
  if (options_.mode == WriteMode::kDryRun) {
    if (directory_.current()) committed_ = open_index(directory_.path());
    return;
  }
  lock_.emplace(directory_, options_.patience);
  directory_.remove_leftovers();
  if (options_.mode == WriteMode::kRebuild || !directory_.current()) {
    generation_ = directory_.next_generation();
    builder_ = std::make_unique<PartBuilder>(directory_.scratch(), analyzer_,
                                             thread_count(options_.threads));
    return;
  }
  committed_ = open_index(directory_.path());
  database_.emplace(directory_.live().string(), Xapian::DB_OPEN);
}

std::optional<IndexWriter::Known> IndexWriter::find_committed(const std::string& id) const {
  if (!committed_) return std::nullopt;
  const std::string term = schema::term(schema::kId, id);
  const Xapian::PostingIterator posting = committed_->postlist_begin(term);
  if (posting == committed_->postlist_end(term)) return std::nullopt;
  return Known{*posting, committed_->get_document(*posting).get_value(schema::kContentHashSlot)};
}

PutResult IndexWriter::put(const Document& document, const std::string& source_file) {
  return put({document, source_file, content_hash(document)});
}

PutResult IndexWriter::put_again(Document document, const std::string& source_file,
                                 std::string content_hash) {
  return put({std::move(document), source_file, std::move(content_hash)});
}

PutResult IndexWriter::put(PendingDocument pending) {
  try {
    if (builder_) return put_new(std::move(pending));
    const std::string& id = pending.document.id;
    const auto seen = seen_.find(id);
    const std::optional<Known> known =
        seen != seen_.end() ? std::optional(seen->second) : find_committed(id);
    const bool unchanged = known && known->hash == pending.content_hash;
    Xapian::docid docid = known ? known->docid : 0;
    if (database_ && !unchanged) {
      const Xapian::Document made = to_index_document(pending, terms_);
      if (known) {
        database_->replace_document(docid, made);
      } else {
        docid = database_->add_document(made);
      }
      note_change(docid, pending.document.body.size());
    }
    seen_[id] = {docid, std::move(pending.content_hash)};
    if (unchanged) return PutResult::kUnchanged;
    return known ? PutResult::kReplaced : PutResult::kAdded;
  } catch (const Xapian::Error& error) {
    throw translate(error, directory_.path().string());
  }
}

PutResult IndexWriter::put_new(PendingDocument pending) {
  const auto [it, is_new] = seen_.try_emplace(pending.document.id);
  Known& known = it->second;
  if (!is_new && known.hash == pending.content_hash) return PutResult::kUnchanged;
  if (!is_new) superseded_.push_back(known.docid);
  known.hash = pending.content_hash;
  known.docid = builder_->add(std::move(pending));
  return is_new ? PutResult::kAdded : PutResult::kReplaced;
}

bool IndexWriter::remove(const std::string& id) {
  try {
    const auto seen = seen_.find(id);
    const std::optional<Known> known =
        seen != seen_.end() ? std::optional(seen->second) : find_committed(id);
    if (!known) return false;
    if (builder_) superseded_.push_back(known->docid);
    if (database_) {
      database_->delete_document(known->docid);
      note_change(known->docid, 0);
    }
    if (seen != seen_.end()) seen_.erase(seen);
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
  if (batch_.empty()) return;
  write_touched(*database_, std::exchange(batch_, {}));
  database_->commit();
  batch_bytes_ = 0;
  // Two commits on, the revision that committed_ reads is gone.
  if (committed_) committed_->reopen();
}

std::uint64_t IndexWriter::delete_unseen(
    const std::function<bool(const std::string& file)>& is_missing) {
  if (!committed_) return 0;
  try {
    if (database_) commit_batch();
    std::vector<Xapian::docid> missing;
    const auto end = committed_->valuestream_end(schema::kSourceFileSlot);
    for (auto it = committed_->valuestream_begin(schema::kSourceFileSlot); it != end; ++it) {
      if (!is_missing(*it)) continue;
      const std::string id = committed_->get_document(it.get_docid()).get_value(schema::kIdSlot);
      if (!seen_.contains(id)) missing.push_back(it.get_docid());
    }
    if (database_) {
      for (const Xapian::docid docid : missing) {
        database_->delete_document(docid);
        note_change(docid, 0);
      }
    }
    return missing.size();
  } catch (const Xapian::Error& error) {
    throw translate(error, directory_.path().string());
  }
}

void IndexWriter::finish() {
  if (options_.mode == WriteMode::kDryRun) return;
  try {
    if (builder_) {
      finish_generation();
    } else {
      commit_batch();
      database_->close();
      learn_syllables();
    }
    committed_ = open_index(directory_.path());
  } catch (const Xapian::Error& error) {
    throw translate(error, directory_.path().string());
  }
}

// Replaced and deleted documents keep counting until the index is built anew: a few of them do not
// change what is frequent.
void IndexWriter::learn_syllables() {
  if (terms_.counts().empty()) return;
  SyllableCounts counts;
  counts.merge(SyllableModel(directory_.live()));
  counts.merge(terms_.counts());
  counts.write(directory_.live() / SyllableModel::kFileName);
}

void IndexWriter::finish_generation() {
  builder_->finish(generation_);
  builder_.reset();
  Xapian::WritableDatabase database(generation_.string(), Xapian::DB_OPEN);
  for (const Xapian::docid docid : superseded_) database.delete_document(docid);
  write_contract(database);
  database.commit();
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
