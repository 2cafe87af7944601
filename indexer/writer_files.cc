// The part of IndexWriter that knows which documents came from which file.

#include <optional>
#include <string>
#include <vector>

#include "core/index/record.h"
#include "core/index/schema.h"
#include "core/index/xapian_error.h"
#include "indexer/files/file_table.h"
#include "indexer/move_document.h"
#include "indexer/writer.h"

namespace tracuu {
namespace {

// A commit has so many records of files at most.
constexpr std::size_t kBatchFiles = 20000;

// Of a document whose file was moved: as what a file gives has another hash, it is written again
// when the file is read again.
constexpr const char* kHashOfMoved = "moved";

}  // namespace

std::uint32_t IndexWriter::number_of(const std::string& file) {
  const auto [at, is_new] =
      file_numbers_.try_emplace(file, static_cast<std::uint32_t>(files_.size()));
  if (is_new) files_.push_back(file);
  return at->second;
}

std::optional<std::string> IndexWriter::source_of(const std::string& id) {
  try {
    const std::optional<Known> known = find(id);
    if (!known) return std::nullopt;
    return files_[known->file];
  } catch (const Xapian::Error& error) {
    throw translate(error, directory_.path().string());
  }
}

// Where records of files are written; null in a dry run.
Xapian::WritableDatabase* IndexWriter::records() {
  if (builder_) return &builder_->files();
  return database_ ? &*database_ : nullptr;
}

void IndexWriter::set_file(const FileRecord& record) {
  try {
    Xapian::WritableDatabase* database = records();
    if (database == nullptr) return;
    write_file(*database, record);
    if (++batch_files_ < kBatchFiles) return;
    if (builder_) {
      database->commit();
      batch_files_ = 0;
    } else {
      commit_batch();
    }
  } catch (const Xapian::Error& error) {
    throw translate(error, directory_.path().string());
  }
}

void IndexWriter::distrust_file(const std::string& path) {
  try {
    Xapian::WritableDatabase* database = records();
    if (database == nullptr) return;
    std::optional<FileRecord> record = find_file(*database, path);
    if (!record) return;
    record->is_settled = false;
    record->content.clear();
    set_file(*record);
  } catch (const Xapian::Error& error) {
    throw translate(error, directory_.path().string());
  }
}

std::vector<Xapian::docid> IndexWriter::documents_of(const std::string& file) const {
  if (!committed_) return {};
  const std::string term = schema::term(schema::kSourceFile, file);
  return {committed_->postlist_begin(term), committed_->postlist_end(term)};
}

std::optional<std::uint64_t> IndexWriter::move_file(const FileRecord& from, const FileRecord& to,
                                                    input::IdFrom id_from) {
  try {
    const std::vector<Xapian::docid> docids = documents_of(from.path);
    // All or none: a look at the new ids first.
    for (const Xapian::docid docid : docids) {
      Document document = decode_record(committed_->get_document(docid).get_data());
      if (!move_document(document, from.relative, to.relative, id_from)) return std::nullopt;
      const std::optional<Known> taken = find(document.id);
      if (taken && taken->docid != docid) return std::nullopt;
    }
    for (const Xapian::docid docid : docids) {
      PendingDocument pending{decode_record(committed_->get_document(docid).get_data()), to.path,
                              kHashOfMoved};
      move_document(pending.document, from.relative, to.relative, id_from);
      seen_[pending.document.id] = {
          docid, kHashOfMoved, encode_access(kept_access(pending.document)), number_of(to.path)};
      if (!database_) continue;
      database_->replace_document(docid, to_index_document(pending, terms_));
      note_change(docid, pending.document.body.size());
    }
    if (database_) {
      remove_file(*database_, from.path);
      set_file(to);
    }
    return docids.size();
  } catch (const Xapian::Error& error) {
    throw translate(error, directory_.path().string());
  }
}

std::uint64_t IndexWriter::delete_documents_of(const std::string& file, FileAfter after) {
  try {
    std::uint64_t deleted = 0;
    for (const Xapian::docid docid : documents_of(file)) {
      if (seen_.contains(committed_->get_document(docid).get_value(schema::kIdSlot))) continue;
      ++deleted;
      if (!database_) continue;
      database_->delete_document(docid);
      note_change(docid, 0);
    }
    if (database_ && after == FileAfter::kForget) {
      remove_file(*database_, file);
      ++batch_files_;
    }
    return deleted;
  } catch (const Xapian::Error& error) {
    throw translate(error, directory_.path().string());
  }
}

}  // namespace tracuu
