#include "indexer/source/walk.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <system_error>
#include <utility>

#include <sys/stat.h>

#include "core/base/error.h"

namespace tracuu::input {
namespace {

namespace fs = std::filesystem;

// Endings beyond this many different ones are counted together, without a name.
constexpr std::size_t kMaxEndings = 100;

std::string cause_of(int error) {
  return std::generic_category().message(error);
}

// Returns "sample/a.txt". Below "/" and below an empty name nothing is put in between twice.
std::string joined(const std::string& folder, const std::string& name) {
  std::string path = folder;
  if (!path.empty() && path.back() != '/') path += '/';
  path += name;
  return path;
}

FileStamp stamp_in(const struct stat& status) {
  constexpr std::int64_t kNanoseconds = 1000000000;
  return {static_cast<std::uint64_t>(status.st_size),
          status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec, status.st_ino};
}

class Walker {
 public:
  explicit Walker(const WalkOptions& options) : options_(options) {}

  // An argument: its own name is the first part of every relative path below it.
  void add_argument(const std::string& argument, const PathPatterns& patterns) {
    patterns_ = &patterns;
    const std::string path = absolute_path(argument);
    if (!is_asked_for(path)) return;
    struct stat status {};
    if (::stat(argument.c_str(), &status) != 0) {
      const int cause = errno;
      if (cause == ENOENT || cause == ENOTDIR) throw Error(ErrorCode::kPathMissing, {argument});
      throw Error(ErrorCode::kPathUnreadable, {argument, cause_of(cause)});
    }
    const std::string name = fs::path(path).filename().string();
    root_bytes_ = name.empty() ? 0 : name.size() + 1;
    const std::size_t first_file = out_.files.size();
    const std::size_t first_skip = out_.skips.size();
    add(path, name, status, 0);
    std::ranges::sort(std::span(out_.files).subspan(first_file), {}, &WalkedFile::relative);
    std::ranges::sort(std::span(out_.skips).subspan(first_skip), {}, &Skip::path);
  }

  Walk finish() {
    for (auto& [ending, skip] : unsupported_) out_.skips.push_back(std::move(skip));
    return std::move(out_);
  }

 private:
  void add(const std::string& path, const std::string& relative, const struct stat& status,
           std::size_t depth) {
    if (options_.is_stopped && options_.is_stopped()) out_.stopped = true;
    if (out_.stopped) return;
    if (S_ISDIR(status.st_mode)) {
      add_folder(path, relative, status, depth);
    } else if (const auto kind = kind_of(relative); !kind) {
      add_unsupported(relative);
    } else if (!S_ISREG(status.st_mode)) {
      out_.skips.push_back({SkipReason::kNotAFile, relative, 0, {}, 1, {}});
    } else if (const FileStamp stamp = stamp_in(status); stamp.size_bytes > patterns_->max_bytes) {
      out_.skips.push_back(
          {SkipReason::kOverSize, relative, 0, size_in_words(patterns_->max_bytes), 1, {}});
    } else {
      out_.total_bytes += stamp.size_bytes;
      out_.files.push_back({path, relative, stamp.size_bytes, *kind, stamp.mtime_ns, stamp.inode});
    }
  }

  std::optional<FileKind> kind_of(const std::string& relative) const {
    const auto kind = file_kind(relative);
    if (kind || options_.unknown == UnknownNames::kSkip) return kind;
    return FileKind{Format::kByContent, Compression::kNone};
  }

  void add_folder(const std::string& path, const std::string& relative, const struct stat& status,
                  std::size_t depth) {
    if (depth > options_.limits.folder_depth) {
      out_.skips.push_back(
          {SkipReason::kTooDeep, relative, 0, std::to_string(options_.limits.folder_depth), 1, {}});
      return;
    }
    if (!entered_.emplace(status.st_dev, status.st_ino).second) {
      out_.skips.push_back({SkipReason::kFolderLoop, relative, 0, {}, 1, {}});
      return;
    }
    for (const std::string& name : names_in(path, relative)) {
      const std::string below = joined(path, name);
      const std::string below_relative = joined(relative, name);
      const std::string below_root = below_relative.substr(root_bytes_);
      if (is_excluded(*patterns_, below_root) || !is_asked_for(below)) continue;
      struct stat inner {};
      if (::stat(below.c_str(), &inner) == 0) {
        if (!S_ISDIR(inner.st_mode) && !is_included(*patterns_, below_root)) continue;
        add(below, below_relative, inner, depth + 1);
      } else {
        out_.skips.push_back({SkipReason::kUnreadable, below_relative, 0, cause_of(errno), 1, {}});
      }
    }
  }

  // Whether it is one of WalkOptions::only, or on the way to one, or below one.
  bool is_asked_for(const std::string& path) const {
    return options_.only.empty() ||
           std::ranges::any_of(options_.only, [&](const std::string& only) {
             return is_at_or_below(path, only) || is_at_or_below(only, path);
           });
  }

  // Returns what is in a folder, ordered: which of two ways into one folder is taken must not
  // depend on the file system.
  std::vector<std::string> names_in(const std::string& path, const std::string& relative) {
    std::vector<std::string> names;
    std::error_code error;
    fs::directory_iterator entry(path, error);
    while (!error && entry != fs::directory_iterator()) {
      std::string name = entry->path().filename().string();
      if (!is_hidden(name)) names.push_back(std::move(name));
      entry.increment(error);
    }
    if (error) out_.skips.push_back({SkipReason::kUnreadable, relative, 0, error.message(), 1, {}});
    std::ranges::sort(names);
    return names;
  }

  void add_unsupported(const std::string& relative) {
    std::string ending = ending_of(relative);
    if (unsupported_.size() >= kMaxEndings && !unsupported_.contains(ending)) ending = "…";
    const auto [at, is_new] = unsupported_.try_emplace(
        ending, Skip{SkipReason::kUnsupported, relative, 0, ending, 1, {}});
    if (!is_new) ++at->second.count;
  }

  const WalkOptions& options_;
  const PathPatterns* patterns_ = nullptr;  // of the argument that is walked
  std::size_t root_bytes_ = 0;              // before what lies below it, in a relative path
  Walk out_;
  std::map<std::string, Skip> unsupported_;
  std::set<std::pair<dev_t, ino_t>> entered_;
};

}  // namespace

std::optional<FileStamp> stamp_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return stamp_in(status);
}

Walk walk(const std::vector<std::string>& paths, const WalkOptions& options) {
  const PathPatterns all;
  Walker walker(options);
  for (std::size_t i = 0; i < paths.size(); ++i) {
    walker.add_argument(paths[i], i < options.patterns.size() ? options.patterns[i] : all);
  }
  return walker.finish();
}

std::string absolute_path(const std::string& path) {
  std::error_code error;  // the folder we are in is gone: no path from there leads anywhere
  const fs::path absolute = fs::absolute(path, error).lexically_normal();
  if (error) return path;
  return absolute.has_filename() ? absolute.string() : absolute.parent_path().string();
}

bool is_at_or_below(const std::string& path, const std::string& folder) {
  if (!path.starts_with(folder)) return false;
  return path.size() == folder.size() || folder.ends_with('/') || path[folder.size()] == '/';
}

}  // namespace tracuu::input
