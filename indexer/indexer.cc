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

class Run {
 public:
  Run(const IndexOptions& options, const IndexListener& listener)
      : options_(options),
        listener_(listener),
        reader_(reader_of(options)),
        source_(options.paths, {.id_from = options.id_from, .reader = reader_.get(), .limits = {}}),
        writer_(options.index, writer_options(options)) {
    progress_.bytes_total = source_.total_bytes();
    report_.dry_run = options.dry_run;
  }

  IndexReport run() {
    while (std::optional<input::SourceItem> item = source_.next()) take(*item);
    if (options_.delete_missing) delete_missing();
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

  void take(const input::SourceItem& item) {
    progress_.bytes_read = item.bytes_read;
    if (const auto* document = std::get_if<Document>(&item.result)) {
      put(*document, item);
    } else {
      skip(std::get<input::Skip>(item.result), item.path);
    }
    progress_.seconds = elapsed();
    if (listener_.on_progress) listener_.on_progress(progress_);
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
    std::vector<std::string> roots;
    for (const std::string& path : options_.paths) roots.push_back(source_path(path).string());
    const auto is_below_one_of = [](const std::vector<std::string>& folders,
                                    const std::string& file) {
      return std::ranges::any_of(folders, [&](const std::string& folder) {
        return file == folder || folder == "/" ||
               (file.starts_with(folder) && file[folder.size()] == '/');
      });
    };
    report_.deleted = writer_.delete_unseen([&](const std::string& file) {
      return !failed_files_.contains(file) && !is_below_one_of(failed_roots_, file) &&
             is_below_one_of(roots, file);
    });
  }

  const IndexOptions& options_;
  const IndexListener& listener_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  const std::unique_ptr<input::WorkerPool> reader_;
  input::Source source_;
  IndexWriter writer_;
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
