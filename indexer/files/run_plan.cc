#include "indexer/files/run_plan.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <unordered_set>

#include "indexer/files/file_table.h"
#include "indexer/source/checksum.h"

namespace tracuu {
namespace {

using input::FileStamp;
using input::WalkedFile;

constexpr auto kSecondLook = std::chrono::milliseconds(100);

class Planner {
 public:
  Planner(input::Walk walk, const std::vector<std::string>& roots, const Xapian::Database* database,
          const PlanOptions& options)
      : walk_(std::move(walk)), roots_(roots), database_(database), options_(options) {}

  RunPlan plan() {
    plan_.to_read.skips = std::move(walk_.skips);
    for (WalkedFile& file : walk_.files) place(file);
    if (database_ != nullptr) find_gone();
    find_moved();
    look_again();
    for (const WalkedFile& file : plan_.to_read.files) {
      plan_.to_read.total_bytes += file.size_bytes;
    }
    return std::move(plan_);
  }

 private:
  void place(WalkedFile& file) {
    found_.insert(file.path);
    std::optional<FileRecord> known;
    if (database_ != nullptr) known = find_file(*database_, file.path);
    if (known && is_unchanged(*known, file)) {
      keep(std::move(*known), file.stamp());
    } else if (known) {
      plan_.to_read.files.push_back(std::move(file));
    } else {
      new_files_.push_back(plan_.to_read.files.size());
      plan_.to_read.files.push_back(std::move(file));
    }
  }

  bool is_unchanged(const FileRecord& known, const WalkedFile& file) const {
    if (known.settings != options_.settings || known.relative != file.relative) return false;
    if (options_.retry_failed && known.failure_count > 0) return false;
    if (known.is_settled && known.stamp == file.stamp()) return true;
    return !known.content.empty() && known.stamp.size_bytes == file.size_bytes &&
           content_sum(file.path) == known.content;
  }

  void keep(FileRecord known, const FileStamp& stamp) {
    plan_.unchanged_documents += known.documents;
    if (!known.is_settled || known.stamp != stamp) {
      known.stamp = stamp;
      known.is_settled = is_old(stamp, kStampStep);
      plan_.restamped.push_back(known);
    }
    if (known.skip_count > 0) plan_.remembered.push_back(std::move(known));
  }

  bool is_old(const FileStamp& stamp, std::chrono::nanoseconds age) const {
    return stamp.mtime_ns + age.count() < now_;
  }

  void find_gone() {
    std::vector<std::string> unknown;
    for (const input::Skip& skip : plan_.to_read.skips) {
      if (!input::is_failure(skip.reason)) continue;
      // The walk names it by its relative path, which may lie below each root of that name.
      for (const std::string& root : roots_) {
        unknown.push_back(root.substr(0, root.rfind('/') + 1) + skip.path);
      }
    }
    for (const std::string& root : roots_) {
      Gone gone;
      gone.root = root;
      for (const std::string& part : parts_of(root)) {
        for_each_file(*database_, part, [&](FileRecord record) {
          if (found_.contains(record.path) || is_at_or_below_any(record.path, unknown)) return;
          gone.documents += record.documents;
          gone.files.push_back(std::move(record));
        });
      }
      if (!gone.files.empty()) {
        for_each_file(*database_, root,
                      [&](const FileRecord& record) { gone.documents_before += record.documents; });
      }
      plan_.gone.push_back(std::move(gone));
    }
  }

  static bool is_at_or_below_any(const std::string& path, const std::vector<std::string>& folders) {
    return std::ranges::any_of(
        folders, [&](const std::string& folder) { return input::is_at_or_below(path, folder); });
  }

  // What of a root this run looks at, each file once.
  std::vector<std::string> parts_of(const std::string& root) const {
    if (options_.only.empty() || is_at_or_below_any(root, options_.only)) return {root};
    std::vector<std::string> ordered = options_.only;
    std::ranges::sort(ordered);
    std::vector<std::string> parts;
    for (const std::string& part : ordered) {
      if (!input::is_at_or_below(part, root)) continue;
      if (!is_at_or_below_any(part, parts)) parts.push_back(part);
    }
    return parts;
  }

  // Pairs files that are new with files that are gone: by their stamps, and where only the size is
  // the same by their bytes.
  void find_moved() {
    std::unordered_multimap<std::uint64_t, std::pair<std::size_t, std::size_t>> by_size;
    for (std::size_t root = 0; root < plan_.gone.size(); ++root) {
      const std::vector<FileRecord>& files = plan_.gone[root].files;
      for (std::size_t i = 0; i < files.size(); ++i) {
        if (files[i].settings == options_.settings && !files[i].content.empty()) {
          by_size.emplace(files[i].stamp.size_bytes, std::pair(root, i));
        }
      }
    }
    if (by_size.empty()) return;
    std::vector<bool> is_moved(plan_.to_read.files.size(), false);
    for (const std::size_t number : new_files_) {
      const WalkedFile& file = plan_.to_read.files[number];
      const auto [begin, end] = by_size.equal_range(file.size_bytes);
      std::string sum;
      for (auto at = begin; at != end; ++at) {
        const FileRecord& record = plan_.gone[at->second.first].files[at->second.second];
        if (!record.is_settled || record.stamp != file.stamp()) {
          if (sum.empty()) sum = content_sum(file.path);
          if (sum != record.content) continue;
        }
        is_moved[number] = true;
        plan_.moved.push_back({record, file});
        by_size.erase(at);
        break;
      }
    }
    take_away(is_moved);
  }

  // Moved files are neither read nor gone.
  void take_away(const std::vector<bool>& is_moved) {
    std::size_t number = 0;
    std::erase_if(plan_.to_read.files, [&](const WalkedFile&) { return is_moved[number++]; });
    std::unordered_set<std::string_view> from;
    for (const MovedFile& moved : plan_.moved) from.insert(moved.from.path);
    for (Gone& gone : plan_.gone) {
      std::erase_if(gone.files, [&](const FileRecord& record) {
        if (!from.contains(record.path)) return false;
        gone.documents -= record.documents;
        return true;
      });
    }
  }

  // A file that is being copied grows, or was written to just now.
  void look_again() {
    const bool is_any_young = std::ranges::any_of(plan_.to_read.files, [&](const WalkedFile& file) {
      return !is_old(file.stamp(), kStampStep);
    });
    if (is_any_young) std::this_thread::sleep_for(kSecondLook);
    std::erase_if(plan_.to_read.files, [&](const WalkedFile& file) {
      const FileStamp stamp = file.stamp();
      bool waits = options_.settle.count() > 0 && !is_old(stamp, options_.settle);
      if (!waits && !is_old(stamp, kStampStep)) {
        const std::optional<FileStamp> now = input::stamp_of(file.path);
        waits = now && *now != stamp;
      }
      if (waits) {
        plan_.to_read.skips.push_back(
            {input::SkipReason::kBeingWritten, file.relative, 0, {}, 1, {}});
      }
      return waits;
    });
  }

  input::Walk walk_;
  const std::vector<std::string>& roots_;
  const Xapian::Database* database_;
  const PlanOptions& options_;
  const std::int64_t now_ = now_ns();
  RunPlan plan_;
  std::unordered_set<std::string> found_;
  std::vector<std::size_t> new_files_;  // in plan_.to_read
};

}  // namespace

std::int64_t now_ns() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

std::string content_sum(const std::string& path) {
  constexpr std::size_t kPieceBytes = std::size_t{256} << 10;
  std::ifstream in(path, std::ios::binary);
  if (!in) return {};
  input::Checksum sum;
  std::vector<char> buffer(kPieceBytes);
  while (in) {
    in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    sum.add({buffer.data(), static_cast<std::size_t>(in.gcount())});
  }
  return in.bad() ? std::string() : sum.digest();
}

RunPlan plan_run(input::Walk walk, const std::vector<std::string>& roots,
                 const Xapian::Database* database, const PlanOptions& options) {
  return Planner(std::move(walk), roots, database, options).plan();
}

}  // namespace tracuu
