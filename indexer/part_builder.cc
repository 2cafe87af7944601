#include "indexer/part_builder.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <future>
#include <utility>

#include "core/base/error.h"
#include "core/index/xapian_error.h"
#include "indexer/document_terms.h"
#include "indexer/merge_groups.h"
#include "indexer/packed/put_lists.h"
#include "indexer/packed/word_batch.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFiles = "files";
constexpr const char* kMergedParts = "merged";
constexpr const char* kMergedRun = "merged.run";
constexpr int kScratchFlags =
    Xapian::DB_CREATE | Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC | Xapian::DB_RETRY_LOCK;

// How often it is asked whether to stop while parts are built.
constexpr std::chrono::milliseconds kStopStep{50};

void compact(const std::vector<fs::path>& parts, const fs::path& target) {
  Xapian::Database all;
  for (const fs::path& part : parts) all.add_database(Xapian::Database(part.string()));
  all.compact(target.string());
}

}  // namespace

PartBuilder::PartBuilder(fs::path folder, const text::Analyzer& analyzer, unsigned threads,
                         const PartSizes& sizes)
    : folder_(std::move(folder)), analyzer_(analyzer), sizes_(sizes) {
  std::error_code error;
  fs::create_directories(folder_, error);
  if (error) throw Error(ErrorCode::kIo, {folder_.string(), error.message()});
  for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

PartBuilder::~PartBuilder() {
  {
    const std::lock_guard lock(mutex_);
    waiting_.clear();
    is_complete_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

fs::path PartBuilder::path_of(std::size_t number) const {
  std::array<char, 24> name{};
  std::snprintf(name.data(), name.size(), "%06zu", number);
  return folder_ / name.data();
}

fs::path PartBuilder::run_of(std::size_t number) const {
  return path_of(number).string() + ".run";
}

Xapian::docid PartBuilder::add(PendingDocument pending) {
  if (filling_.documents.empty()) filling_.first_docid = last_docid_ + 1;
  filling_bytes_ += pending.document.body.size();
  filling_.documents.push_back(std::move(pending));
  if (filling_.documents.size() >= sizes_.documents || filling_bytes_ >= sizes_.bytes) hand_over();
  return ++last_docid_;
}

Xapian::WritableDatabase& PartBuilder::files() {
  if (!files_) files_.emplace((folder_ / kFiles).string(), kScratchFlags);
  return *files_;
}

void PartBuilder::hand_over() {
  if (filling_.documents.empty()) return;
  filling_.number = ++part_count_;
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return failure_ || waiting_.size() < threads_.size(); });
    waiting_.push_back(std::move(filling_));
  }
  changed_.notify_all();
  filling_ = {};
  filling_bytes_ = 0;
  rethrow_failure();
}

void PartBuilder::rethrow_failure() {
  const std::lock_guard lock(mutex_);
  if (failure_) std::rethrow_exception(failure_);
}

void PartBuilder::work() {
  while (true) {
    Part part;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return is_complete_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      part = std::move(waiting_.front());
      waiting_.pop_front();
      ++in_work_;
    }
    changed_.notify_all();
    try {
      build(part);
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      waiting_.clear();
    }
    {
      const std::lock_guard lock(mutex_);
      --in_work_;
    }
    changed_.notify_all();
  }
}

void PartBuilder::build(const Part& part) {
  const fs::path path = path_of(part.number);
  try {
    WordBatch words;
    DocumentTerms terms(analyzer_, &words);
    Xapian::docid docid = part.first_docid;
    Xapian::WritableDatabase database(path.string(), kScratchFlags);
    std::size_t documents = 0;
    std::uint64_t bytes = 0;
    for (const PendingDocument& pending : part.documents) {
      words.begin_document(docid++);
      database.add_document(to_index_document(pending, terms));
      bytes += pending.document.body.size();
      if (++documents < sizes_.commit_documents && bytes < sizes_.commit_bytes) continue;
      database.commit();
      documents = 0;
      bytes = 0;
    }
    database.commit();
    database.close();
    words.write(run_of(part.number));
    const std::lock_guard lock(mutex_);
    counts_.merge(terms.counts());
  } catch (const Xapian::Error& error) {
    throw translate(error, path.string());
  }
}

void PartBuilder::join() {
  {
    const std::lock_guard lock(mutex_);
    is_complete_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

// Returns false when it is to stop before they are built.
bool PartBuilder::wait_for_parts(const std::function<bool()>& is_stopped) {
  std::unique_lock lock(mutex_);
  while (
      !changed_.wait_for(lock, kStopStep, [this] { return waiting_.empty() && in_work_ == 0; })) {
    if (is_stopped && is_stopped()) return false;
  }
  return true;
}

bool PartBuilder::finish(const fs::path& generation, const std::function<bool()>& is_stopped) {
  hand_over();
  if (!wait_for_parts(is_stopped)) return false;
  join();
  rethrow_failure();
  try {
    const fs::path merged = folder_ / kMergedRun;
    if (!compact_and_merge(generation, merged, is_stopped)) return false;
    if (!write_lists(merged, generation, is_stopped)) return false;
    counts_.write(generation);
    fs::remove_all(folder_);
  } catch (const Xapian::Error& error) {
    throw translate(error, generation.string());
  } catch (const fs::filesystem_error& error) {
    throw Error(ErrorCode::kIo, {folder_.string(), error.code().message()});
  }
  return true;
}

// Side by side. Returns false when it is to stop.
bool PartBuilder::compact_and_merge(const fs::path& generation, const fs::path& merged,
                                    const std::function<bool()>& is_stopped) {
  std::vector<fs::path> parts;
  std::vector<fs::path> runs;
  for (std::size_t number = 1; number <= part_count_; ++number) {
    parts.push_back(path_of(number));
    runs.push_back(run_of(number));
  }
  std::atomic<bool> is_given_up = false;
  std::future<bool> lists = std::async(std::launch::async, [&] {
    return merge_into_one(std::move(runs), merged, sizes_.merged_at_once,
                          [&] { return is_given_up.load(); });
  });
  try {
    is_given_up = !compact_parts(std::move(parts), generation, is_stopped);
  } catch (...) {
    is_given_up = true;  // `lists` waits for its thread
    throw;
  }
  return lists.get() && !is_given_up;
}

// Returns false when it is to stop. A compaction goes on to its end: Xapian 1.4 leaks where a
// Compactor throws.
bool PartBuilder::compact_parts(std::vector<fs::path> parts, const fs::path& generation,
                                const std::function<bool()>& is_stopped) {
  const auto is_to_stop = [&] { return is_stopped && is_stopped(); };
  const auto merge = [&](const std::vector<fs::path>& group, const fs::path& target) {
    if (is_to_stop()) return false;
    compact(group, target);
    for (const fs::path& part : group) fs::remove_all(part);
    return true;
  };
  if (!merge_groups(parts, sizes_.merged_at_once, folder_ / kMergedParts, merge)) return false;
  if (is_to_stop()) return false;
  if (files_) {
    files_->close();
    files_.reset();
    parts.push_back(folder_ / kFiles);
  }
  if (parts.empty()) {
    Xapian::WritableDatabase(generation.string(), Xapian::DB_CREATE).close();
  } else {
    compact(parts, generation);
  }
  return true;
}

// Returns false when it is to stop.
bool PartBuilder::write_lists(const fs::path& merged, const fs::path& generation,
                              const std::function<bool()>& is_stopped) {
  Xapian::WritableDatabase database(generation.string(), Xapian::DB_OPEN);
  if (!put_lists(merged, last_docid_, database, is_stopped)) return false;
  database.commit();
  return true;
}

}  // namespace tracuu
