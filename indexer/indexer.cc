#include "indexer/indexer.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <thread>
#include <unordered_set>
#include <variant>

#include "core/index/quality.h"
#include "indexer/source/source.h"
#include "indexer/worker/worker_pool.h"
#include "indexer/writer.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kMaxReaders = 16;

// Returns the argument as source files below it begin (SourceItem::path): absolute, links kept as
// they are, without a slash at the end.
fs::path source_path(const std::string& argument) {
  const fs::path path = fs::absolute(argument).lexically_normal();
  return path.has_filename() ? path : path.parent_path();
}

std::vector<std::string> codes_of(const Document& document) {
  std::vector<std::string> codes;
  for (const EncodingRepair& repair : document.repairs) codes.push_back(repair.kind);
  if (document.damaged) codes.emplace_back(kDamagedCode);
  return codes;
}

std::unique_ptr<input::WorkerPool> reader_of(const IndexOptions& options) {
  if (options.reader.empty()) return nullptr;
  const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
  const unsigned wanted = options.threads == 0 ? cores : options.threads;
  return std::make_unique<input::WorkerPool>(options.reader, std::min(wanted, kMaxReaders));
}

WriterOptions writer_options(const IndexOptions& options) {
  WriterOptions writer;
  writer.mode = options.rebuild ? WriteMode::kRebuild : WriteMode::kWrite;
  if (options.dry_run) writer.mode = WriteMode::kDryRun;
  writer.threads = options.threads;
  writer.keep = options.keep;
  writer.patience = options.patience;
  writer.max_delete = options.max_delete;
  return writer;
}

// The rules of this run.
std::vector<FolderAccess> rules_of(const IndexOptions& options) {
  std::vector<FolderAccess> rules = options.folder_access;
  if (!options.access) return rules;
  for (const std::string& path : options.paths) {
    rules.push_back({source_path(path).string(), *options.access});
  }
  return rules;
}

bool is_below(const std::vector<std::string>& folders, const std::string& file) {
  return std::ranges::any_of(folders, [&](const std::string& folder) {
    return file == folder || folder == "/" ||
           (file.starts_with(folder) && file[folder.size()] == '/');
  });
}

class Run {
 public:
  Run(const IndexOptions& options, const IndexListener& listener)
      : options_(options),
        listener_(listener),
        reader_(reader_of(options)),
        source_(options.access_only ? std::vector<std::string>() : options.paths,
                {.id_from = options.id_from, .reader = reader_.get(), .limits = {}}),
        writer_(options.index, writer_options(options)),
        access_(rules_of(options)) {
    for (const std::string& path : options.paths) roots_.push_back(source_path(path).string());
    if (options.default_access) writer_.set_default_access(*options.default_access);
    progress_.bytes_total = source_.total_bytes();
    report_.dry_run = options.dry_run;
  }

  IndexReport run() {
    while (std::optional<input::SourceItem> item = source_.next()) take(*item);
    if (options_.delete_missing && !options_.access_only) delete_missing();
    update_access();
    writer_.finish();
    report_.documents_in_index = writer_.document_count();
    report_.bytes_read = progress_.bytes_read;
    report_.bytes_text = progress_.bytes_text;
    report_.seconds = elapsed();
    return std::move(report_);
  }

 private:
  double elapsed() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

  void take(input::SourceItem& item) {
    progress_.bytes_read = item.bytes_read;
    if (auto* document = std::get_if<Document>(&item.result)) {
      say_access(*document, item);
      put(*document, item);
    } else {
      skip(std::get<input::Skip>(item.result), item.path);
    }
    progress_.seconds = elapsed();
    if (listener_.on_progress) listener_.on_progress(progress_);
  }

  // A document that says nothing of it is for those whom the rules name.
  void say_access(Document& document, const input::SourceItem& item) {
    if (document.access.empty()) {
      const std::optional<Access> ruled = access_.of(item.path);
      if (!ruled) return;
      document.access = names_of(*ruled);
      document.access_by_rule = true;
    } else if (!access_of(document.access)) {
      notice({Notice::Kind::kBadAccess, document.path, item.line, "access"});
    }
  }

  // Rules change without the files: what was not read in this run follows them as well.
  void update_access() {
    report_.access_changed +=
        writer_.update_access([&](const std::string& file) { return is_below(roots_, file); },
                              [&](const std::string& file) { return access_.of(file); });
    for (const std::string& file : access_.problems()) {
      notice({Notice::Kind::kBadAccess, file, 0, std::string(kAccessFile)});
    }
  }

  void put(const Document& document, const input::SourceItem& item) {
    for (const JsonWarning& warning : item.warnings) {
      notice({Notice::Kind::kBadField, document.path, item.line, warning.field});
    }
    report_.malformed_bytes += item.malformed;
    if (item.malformed > 0) {
      notice({Notice::Kind::kMalformed, document.path, item.line, std::to_string(item.malformed)});
    }
    if (!document.secrecy.empty() && !options_.allow_secret) {
      refuse(document, item);
      return;
    }
    for (const Conflict& conflict : document.conflicts) {
      notice({Notice::Kind::kConflict, document.path, item.line,
              conflict.field + ": " + conflict.given + " ≠ " + conflict.found});
    }
    if (writer_.has_put(document.id)) {
      notice({Notice::Kind::kDuplicateId, document.path, item.line, document.id});
    }
    switch (writer_.put(document, item.path)) {
      case PutResult::kAdded:
        ++report_.added;
        break;
      case PutResult::kReplaced:
        ++report_.replaced;
        break;
      case PutResult::kAccessChanged:
        ++report_.access_changed;
        break;
      case PutResult::kUnchanged:
        ++report_.unchanged;
        break;
    }
    report_.repaired.add(codes_of(document));
    ++progress_.documents;
    progress_.bytes_text += document.body.size();
  }

  // An earlier version of it, without the mark, goes as well.
  void refuse(const Document& document, const input::SourceItem& item) {
    if (writer_.remove(document.id)) ++report_.deleted;
    skip({input::SkipReason::kSecret, document.path, item.line, document.secrecy, 1, {}},
         item.path);
  }

  void skip(const input::Skip& skip, const std::string& file) {
    report_.skipped += skip.count;
    if (input::is_failure(skip.reason)) {
      report_.failures += skip.count;
      if (!file.empty()) {
        failed_files_.insert(file);
      } else if (options_.delete_missing) {
        protect(skip.path);
      }
    }
    if (report_.skips.size() < kMaxListed) report_.skips.push_back(skip);
    if (listener_.on_skip) listener_.on_skip(skip);
  }

  // What the walk could not enter, by its relative path: nothing is known of what lies below. The
  // same relative path below two arguments of one name is protected in both.
  void protect(const std::string& relative) {
    for (const std::string& path : options_.paths) {
      const fs::path root = source_path(path);
      failed_roots_.push_back((root.parent_path() / relative).string());
    }
  }

  void notice(Notice notice) {
    ++report_.notices_count;
    if (listener_.on_notice) listener_.on_notice(notice);
    if (report_.notices.size() < kMaxListed) report_.notices.push_back(std::move(notice));
  }

  // A document is missing when its file lies below a path of this run, was read without failure
  // or is gone, and gave no document with its id. What could not be read is kept.
  void delete_missing() {
    report_.deleted = writer_.delete_unseen([&](const std::string& file) {
      return !failed_files_.contains(file) && !is_below(failed_roots_, file) &&
             is_below(roots_, file);
    });
  }

  const IndexOptions& options_;
  const IndexListener& listener_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  const std::unique_ptr<input::WorkerPool> reader_;
  input::Source source_;
  IndexWriter writer_;
  AccessRules access_;
  std::vector<std::string> roots_;  // as source_path() has them
  IndexReport report_;
  IndexProgress progress_;
  std::unordered_set<std::string> failed_files_;
  std::vector<std::string> failed_roots_;  // folders and files that the walk could not enter
};

}  // namespace

IndexReport run_indexer(const IndexOptions& options, const IndexListener& listener) {
  return Run(options, listener).run();
}

}  // namespace tracuu
