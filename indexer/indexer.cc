#include "indexer/indexer.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <thread>
#include <unordered_set>
#include <variant>

#include "core/base/error.h"
#include "core/index/last_run.h"
#include "core/index/quality.h"
#include "core/index/schema.h"
#include "core/index/xapian_error.h"
#include "indexer/files/file_table.h"
#include "indexer/files/run_plan.h"
#include "indexer/source/checksum.h"
#include "indexer/source/source.h"
#include "indexer/worker/worker_pool.h"
#include "indexer/writer.h"

namespace tracuu {
namespace {

constexpr unsigned kMaxReaders = 16;

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
  for (FolderAccess& rule : rules) rule.folder = input::absolute_path(rule.folder);
  if (!options.access) return rules;
  for (const std::string& path : options.paths) {
    rules.push_back({input::absolute_path(path), *options.access});
  }
  return rules;
}

bool is_below(const std::vector<std::string>& folders, const std::string& file) {
  return std::ranges::any_of(
      folders, [&](const std::string& folder) { return input::is_at_or_below(file, folder); });
}

// What decides, beside its bytes and its name, what becomes of a file.
std::uint64_t settings_of(const IndexOptions& options) {
  input::Checksum sum;
  sum.add(std::to_string(schema::kExtractionVersion) + ' ' +
          std::to_string(static_cast<int>(options.id_from)) + ' ' +
          (options.allow_secret ? 's' : '-') + (options.reader.empty() ? '-' : 'r'));
  std::uint64_t settings = 0;
  for (const char c : sum.digest().substr(0, sizeof settings)) {
    settings = settings << 8 | static_cast<unsigned char>(c);
  }
  return settings;
}

// Failures that may pass though the file stays as it is.
bool may_pass(input::SkipReason reason) {
  return reason == input::SkipReason::kUnreadable || reason == input::SkipReason::kNoReader;
}

class Run {
 public:
  Run(const IndexOptions& options, const IndexListener& listener)
      : options_(options),
        listener_(listener),
        reader_(reader_of(options)),
        settings_(settings_of(options)),
        walk_(options.access_only ? input::Walk() : input::walk(options.paths, walk_options())),
        writer_(options.index, writer_options(options)),
        access_(rules_of(options)) {
    for (const std::string& path : options.paths) roots_.push_back(input::absolute_path(path));
    if (options.default_access) writer_.set_default_access(*options.default_access);
    report_.dry_run = options.dry_run;
  }

  IndexReport run() {
    try {
      work();
    } catch (const Error& error) {
      try {
        tell_run(&error);
      } catch (const Error&) {
        // What went wrong first is what is to be said.
      }
      throw;
    }
    tell_run(nullptr);
    report_.documents_in_index = writer_.document_count();
    report_.bytes_read = progress_.bytes_read;
    report_.bytes_text = progress_.bytes_text;
    report_.seconds = elapsed();
    return std::move(report_);
  }

 private:
  // What the file that is being read has given so far.
  struct Outcome {
    FileRecord record;
    bool is_shared = false;  // a document's id with another file
    bool may_pass = false;
  };

  double elapsed() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

  void work() {
    if (!options_.access_only) update_documents();
    const bool is_new = writer_.committed() == nullptr;
    if (report_.stopped && is_new) return;
    update_access();
    if (!writer_.finish(listener_.is_stopped)) report_.stopped = true;
  }

  // A look at what was reported that finds nothing is no run to be told of.
  void tell_run(const Error* error) {
    const bool is_partial = !options_.only.empty();
    if (options_.dry_run || options_.access_only) return;
    if (is_partial && error == nullptr && !has_done_anything(report_)) return;
    LastRun run = to_last_run(report_);
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto ago = std::chrono::steady_clock::now() - start_;
    run.started = std::chrono::duration_cast<std::chrono::seconds>(now - ago).count();
    run.seconds = elapsed();
    run.is_partial = is_partial;
    run.before = writer_.found();
    if (error != nullptr) {
      run.error_vietnamese = describe(*error, Language::kVietnamese);
      run.error_english = describe(*error, Language::kEnglish);
    }
    write_last_run(options_.index, run);
  }

  input::WalkOptions walk_options() const {
    return {.unknown = reader_ ? input::UnknownNames::kTake : input::UnknownNames::kSkip,
            .patterns = options_.patterns,
            .only = options_.only,
            .is_stopped = listener_.is_stopped};
  }

  void update_documents() {
    report_.stopped = walk_.stopped;
    if (report_.stopped) return;
    RunPlan plan = make_plan();
    take_over(plan);
    read(std::move(plan.to_read));
    if (!report_.stopped) delete_gone(plan.gone);
  }

  RunPlan make_plan() {
    try {
      RunPlan plan = plan_run(std::move(walk_), roots_, writer_.committed(),
                              {.settings = settings_,
                               .retry_failed = options_.retry_failed,
                               .settle = options_.settle,
                               .only = options_.only});
      // Without the reader the walk passes over what it would read.
      if (!reader_) {
        for (Gone& gone : plan.gone) {
          std::erase_if(gone.files, [](const FileRecord& record) {
            return input::stamp_of(record.path).has_value();
          });
        }
      }
      return plan;
    } catch (const Xapian::Error& error) {
      throw translate(error, options_.index.string());
    }
  }

  // What needs no reading.
  void take_over(RunPlan& plan) {
    report_.unchanged += plan.unchanged_documents;
    for (const FileRecord& record : plan.restamped) writer_.set_file(record);
    for (const FileRecord& record : plan.remembered) {
      for (const input::Skip& skip : record.skips) tell(skip);
      // Those beyond the ones that are remembered one by one.
      report_.skipped +=
          record.skip_count - std::min<std::uint64_t>(record.skip_count, record.skips.size());
      report_.failures += record.failure_count - failures_in(record.skips);
      report_.remembered_failures += record.failure_count;
    }
    for (const MovedFile& moved : plan.moved) move(moved, plan.to_read);
  }

  static std::uint64_t failures_in(const std::vector<input::Skip>& skips) {
    return static_cast<std::uint64_t>(std::ranges::count_if(
        skips, [](const input::Skip& skip) { return input::is_failure(skip.reason); }));
  }

  void move(const MovedFile& moved, input::Walk& to_read) {
    FileRecord to = moved.from;
    to.path = moved.to.path;
    to.relative = moved.to.relative;
    to.stamp = moved.to.stamp();
    to.is_settled = is_settled(to.stamp);
    for (input::Skip& skip : to.skips) {
      if (skip.path.starts_with(moved.from.relative)) {
        skip.path.replace(0, moved.from.relative.size(), to.relative);
      }
    }
    if (const auto documents = writer_.move_file(moved.from, to, options_.id_from)) {
      report_.moved += *documents;
    } else {
      report_.deleted +=
          writer_.delete_documents_of(moved.from.path, IndexWriter::FileAfter::kForget);
      to_read.files.push_back(moved.to);
      to_read.total_bytes += moved.to.size_bytes;
    }
  }

  bool is_settled(const input::FileStamp& stamp) const {
    const std::chrono::nanoseconds step = kStampStep;
    return stamp.mtime_ns + step.count() < started_ns_;
  }

  void read(input::Walk files) {
    progress_.bytes_total = files.total_bytes;
    for (const input::WalkedFile& file : files.files) reading_.insert(file.path);
    input::SourceOptions source_options{.id_from = options_.id_from, .reader = reader_.get()};
    source_options.on_file_end = [this](const input::WalkedFile& file,
                                        const std::vector<input::Skip>& counted) {
      end_file(file, counted);
    };
    input::Source source(std::move(files), source_options);
    while (std::optional<input::SourceItem> item = source.next()) {
      take(*item);
      if (listener_.is_stopped && listener_.is_stopped()) {
        report_.stopped = true;
        return;
      }
    }
  }

  void take(input::SourceItem& item) {
    progress_.bytes_read = item.bytes_read;
    if (auto* document = std::get_if<Document>(&item.result)) {
      progress_.file = document->path;
      say_access(*document, item);
      put(*document, item);
    } else {
      skip(std::get<input::Skip>(item.result), item.path);
    }
    progress_.seconds = elapsed();
    progress_.failures = report_.failures;
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
        writer_.update_access([&](const std::string& file) { return is_of_this_run(file); },
                              [&](const std::string& file) { return access_.of(file); });
    for (const std::string& file : access_.problems()) {
      notice({Notice::Kind::kBadAccess, file, 0, std::string(kAccessFile)});
    }
  }

  bool is_of_this_run(const std::string& file) const {
    return is_below(roots_, file) && (options_.only.empty() || is_below(options_.only, file));
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
    ++outcome_.record.documents;
    report_.repaired.add(codes_of(document));
    ++progress_.documents;
    progress_.bytes_text += document.body.size();
    if (belongs_to_another(document, item)) {
      ++report_.unchanged;
      return;
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
  }

  // Of two files with one id the one that is read later wins, also where this run does not read it
  // as it has not changed. The other is read by every run, to take its place when the id is free.
  bool belongs_to_another(const Document& document, const input::SourceItem& item) {
    const std::optional<std::string> owner = writer_.source_of(document.id);
    if (!owner) return false;
    const bool is_here = *owner == item.path;
    if (writer_.has_put(document.id) || (!is_here && is_unchanged(*owner))) {
      notice({Notice::Kind::kDuplicateId, document.path, item.line, document.id});
    }
    if (is_here) return false;
    if (!is_unchanged(*owner) || !is_later(*owner, item.path)) {
      writer_.distrust_file(*owner);
      return false;
    }
    outcome_.is_shared = true;
    return true;
  }

  // REQUIRES: it is not the file that is being read.
  bool is_unchanged(const std::string& file) const {
    return !reading_.contains(file) && input::stamp_of(file) && root_of(file) < roots_.size();
  }

  // Whether `file` is read behind `other`.
  bool is_later(const std::string& file, const std::string& other) const {
    return std::pair(root_of(file), file) > std::pair(root_of(other), other);
  }

  std::size_t root_of(const std::string& file) const {
    const auto root = std::ranges::find_if(
        roots_, [&](const std::string& folder) { return input::is_at_or_below(file, folder); });
    return static_cast<std::size_t>(root - roots_.begin());
  }

  // An earlier version of it, without the mark, goes as well.
  void refuse(const Document& document, const input::SourceItem& item) {
    if (writer_.remove(document.id)) ++report_.deleted;
    skip({input::SkipReason::kSecret, document.path, item.line, document.secrecy, 1, {}},
         item.path);
  }

  void skip(const input::Skip& skip, const std::string& file) {
    if (!file.empty()) note_skip(skip);
    tell(skip);
  }

  // Keeps it with the file.
  void note_skip(const input::Skip& skip) {
    ++outcome_.record.skip_count;
    if (input::is_failure(skip.reason)) ++outcome_.record.failure_count;
    outcome_.may_pass = outcome_.may_pass || may_pass(skip.reason);
    if (outcome_.record.skips.size() < kMaxRememberedSkips) outcome_.record.skips.push_back(skip);
  }

  void tell(const input::Skip& skip) {
    report_.skipped += skip.count;
    if (input::is_failure(skip.reason)) report_.failures += skip.count;
    if (report_.skips.size() < kMaxListed) report_.skips.push_back(skip);
    if (listener_.on_skip) listener_.on_skip(skip);
  }

  void end_file(const input::WalkedFile& file, const std::vector<input::Skip>& counted) {
    for (const input::Skip& skip : counted) note_skip(skip);
    Outcome outcome = std::exchange(outcome_, {});
    FileRecord& record = outcome.record;
    record.path = file.path;
    record.relative = file.relative;
    record.stamp = file.stamp();
    record.settings = settings_;
    // Changed while it was read, or not to be trusted: the next run reads it again.
    if (!outcome.is_shared && !outcome.may_pass) record.content = content_sum(file.path);
    if (input::stamp_of(file.path) != file.stamp()) record.content.clear();
    record.is_settled = !record.content.empty() && is_settled(record.stamp);
    if (options_.delete_missing && record.failure_count == 0) {
      report_.deleted += writer_.delete_documents_of(file.path, IndexWriter::FileAfter::kRemember);
    }
    writer_.set_file(record);
  }

  void notice(Notice notice) {
    ++report_.notices_count;
    if (listener_.on_notice) listener_.on_notice(notice);
    if (report_.notices.size() < kMaxListed) report_.notices.push_back(std::move(notice));
  }

  // Documents of files that are below a path of this run no more. What could not be read is kept.
  void delete_gone(const std::vector<Gone>& all) {
    if (!options_.delete_missing) return;
    for (const Gone& gone : all) {
      if (is_great_loss(gone.documents, gone.documents_before, options_.max_delete)) {
        report_.not_deleted += gone.documents;
        notice({Notice::Kind::kNotDeleted, gone.root, 0,
                std::to_string(gone.documents) + "/" + std::to_string(gone.documents_before)});
        continue;
      }
      for (const FileRecord& record : gone.files) {
        report_.deleted +=
            writer_.delete_documents_of(record.path, IndexWriter::FileAfter::kForget);
      }
    }
  }

  const IndexOptions& options_;
  const IndexListener& listener_;
  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  const std::int64_t started_ns_ = now_ns();
  const std::unique_ptr<input::WorkerPool> reader_;
  const std::uint64_t settings_;
  input::Walk walk_;
  std::vector<std::string> roots_;  // as absolute_path() has them
  IndexWriter writer_;
  AccessRules access_;
  IndexReport report_;
  IndexProgress progress_;
  Outcome outcome_;
  std::unordered_set<std::string> reading_;  // files of this run
};

}  // namespace

IndexReport run_indexer(const IndexOptions& options, const IndexListener& listener) {
  return Run(options, listener).run();
}

}  // namespace tracuu
