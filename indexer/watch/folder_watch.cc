#include "indexer/watch/folder_watch.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/error.h"
#include "indexer/access_rules.h"
#include "indexer/source/format.h"
#include "indexer/source/limits.h"
#include "indexer/source/walk.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

constexpr std::uint32_t kEvents = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                                  IN_MOVED_TO | IN_ATTRIB | IN_ONLYDIR | IN_EXCL_UNLINK;

// Returns what is left until then as poll(2) takes it, rounded up.
int left_until(FolderWatch::Clock::time_point until) {
  constexpr milliseconds kMost = std::chrono::hours(1);
  const auto left = std::chrono::ceil<milliseconds>(until - FolderWatch::Clock::now());
  return static_cast<int>(std::clamp(left, milliseconds(0), kMost).count());
}

std::string parent_of(const std::string& path) {
  return path.substr(0, std::max<std::size_t>(path.rfind('/'), 1));
}

}  // namespace

FolderWatch::FolderWatch(std::vector<WatchedRoot> roots, int stop, const WatchTimes& times)
    : stop_(stop), times_(times), descriptor_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  if (descriptor_ < 0) {
    throw Error(ErrorCode::kIo, {"inotify", std::generic_category().message(errno)});
  }
  for (WatchedRoot& root : roots) roots_.push_back({std::move(root), std::nullopt});
  look_at_roots();
  whole_roots_.clear();
}

FolderWatch::~FolderWatch() {
  ::close(descriptor_);
}

// A root that is another folder than before is watched anew.
void FolderWatch::look_at_roots() {
  for (std::size_t i = 0; i < roots_.size(); ++i) {
    Root& root = roots_[i];
    struct stat status {};
    std::optional<FolderId> folder;
    if (::stat(root.root.path.c_str(), &status) == 0) folder.emplace(status.st_dev, status.st_ino);
    if (folder == root.folder) continue;
    root.folder = folder;
    whole_roots_.insert(i);
    forget_below(root.root.path);
    if (folder) watch_root(i);
  }
}

void FolderWatch::watch_root(std::size_t root) {
  const std::string& path = roots_[root].root.path;
  std::error_code error;
  if (fs::is_directory(path, error)) {
    watch_below(path, root, 0);
    return;
  }
  // A file by itself: programs save it by putting another in its place.
  const int watch = ::inotify_add_watch(descriptor_, parent_of(path).c_str(), kEvents);
  if (watch >= 0) watched_.try_emplace(watch, Watched{parent_of(path), root});
}

// Each folder once: the system has one watch for it, whichever way leads there.
void FolderWatch::watch_below(const std::string& folder, std::size_t root, std::size_t depth) {
  if (depth > input::kMaxFolderDepth) return;
  const int watch = ::inotify_add_watch(descriptor_, folder.c_str(), kEvents);
  if (watch < 0) {
    if (errno == ENOSPC || errno == ENOMEM) is_complete_ = false;
    return;  // gone again, or closed to us: the walk says so
  }
  if (!watched_.try_emplace(watch, Watched{folder, root}).second) return;
  const input::PathPatterns& patterns = roots_[root].root.patterns;
  const std::size_t root_bytes = roots_[root].root.path.size() + 1;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code ignored;
    if (!entry->is_directory(ignored) || input::is_hidden(entry->path().filename().string())) {
      continue;
    }
    const std::string path = entry->path().string();
    if (is_excluded(patterns, path.substr(root_bytes))) continue;
    watch_below(path, root, depth + 1);
  }
}

void FolderWatch::forget_below(const std::string& folder) {
  std::erase_if(watched_, [&](const auto& entry) {
    if (!input::is_at_or_below(entry.second.path, folder)) return false;
    ::inotify_rm_watch(descriptor_, entry.first);
    return true;
  });
}

FolderWatch::Changes FolderWatch::wait(Clock::time_point deadline) {
  std::optional<Clock::time_point> first;  // change that is not yet told
  Clock::time_point last;
  Clock::time_point next_look = Clock::now() + times_.look;
  while (true) {
    const Clock::time_point now = Clock::now();
    if (now >= next_look) {
      look_at_roots();
      next_look = now + times_.look;
    }
    if (!whole_roots_.empty() && !first) first = last = now;
    Clock::time_point until = std::min(deadline, next_look);
    if (first) until = std::min(until, std::min(last + times_.quiet, *first + times_.longest));
    if (first && now >= std::min(last + times_.quiet, *first + times_.longest)) {
      return take_changes();
    }
    if (now >= deadline) return take_changes();
    std::array<pollfd, 2> ready{{{descriptor_, POLLIN, 0}, {stop_, POLLIN, 0}}};
    if (::poll(ready.data(), ready.size(), left_until(until)) <= 0) continue;
    if (ready[1].revents != 0) {
      Changes changes = take_changes();
      changes.is_stopped = true;
      return changes;
    }
    const std::size_t before = paths_.size() + whole_roots_.size();
    read_events();
    if (paths_.size() + whole_roots_.size() == before && !first) continue;
    last = Clock::now();
    if (!first) first = last;
  }
}

void FolderWatch::read_events() {
  alignas(inotify_event) std::array<char, 16384> buffer{};
  while (true) {
    const ssize_t size = ::read(descriptor_, buffer.data(), buffer.size());
    if (size <= 0) return;
    for (ssize_t at = 0; at < size;) {
      inotify_event event{};
      std::memcpy(&event, buffer.data() + at, sizeof event);
      const char* const name = buffer.data() + at + sizeof event;
      take_event(event.wd, event.mask, event.len > 0 ? std::string(name) : std::string());
      at += static_cast<ssize_t>(sizeof event + event.len);
    }
  }
}

void FolderWatch::take_event(int watch, std::uint32_t what, const std::string& name) {
  if ((what & IN_Q_OVERFLOW) != 0) {
    for (std::size_t i = 0; i < roots_.size(); ++i) {
      whole_roots_.insert(i);
      // New folders may be among what was lost.
      forget_below(roots_[i].root.path);
      watch_root(i);
    }
    return;
  }
  const auto found = watched_.find(watch);
  if (found == watched_.end()) return;
  if ((what & IN_IGNORED) != 0) {
    watched_.erase(found);
    return;
  }
  if (name.empty()) return;
  const auto [folder, root] = found->second;
  if (name == kAccessFile) {  // who may see what lies beside it and below
    add_path(folder, root);
    return;
  }
  if (input::is_hidden(name)) return;
  const std::string path = folder == "/" ? "/" + name : folder + "/" + name;
  const std::string& root_path = roots_[root].root.path;
  if (!input::is_at_or_below(path, root_path)) return;  // beside a root that is a file
  if (path != root_path &&
      is_excluded(roots_[root].root.patterns, path.substr(root_path.size() + 1))) {
    return;
  }
  if ((what & IN_ISDIR) != 0) {
    if ((what & (IN_MOVED_FROM | IN_DELETE)) != 0) forget_below(path);
    if ((what & (IN_MOVED_TO | IN_CREATE)) != 0) watch_below(path, root, 0);
  }
  add_path(path, root);
}

void FolderWatch::add_path(const std::string& path, std::size_t root) {
  const std::string& root_path = roots_[root].root.path;
  if (whole_roots_.contains(root)) return;
  for (std::string above = path; above.size() > root_path.size(); above = parent_of(above)) {
    if (paths_.contains(above)) return;
  }
  paths_.try_emplace(path, root);
  if (paths_.size() > kMaxPaths) gather_paths();
}

// Puts the folder in the place of the paths in it, and where that is not enough the root.
void FolderWatch::gather_paths() {
  std::map<std::string, std::size_t> paths;
  paths.swap(paths_);
  for (const auto& [path, root] : paths) {
    const std::string folder = parent_of(path);
    if (folder.size() <= roots_[root].root.path.size()) {
      whole_roots_.insert(root);
    } else {
      add_path(folder, root);
    }
  }
  if (paths_.size() > kMaxPaths / 2) {
    for (const auto& [path, root] : paths_) whole_roots_.insert(root);
  }
  std::erase_if(paths_, [&](const auto& entry) { return whole_roots_.contains(entry.second); });
}

FolderWatch::Changes FolderWatch::take_changes() {
  Changes changes;
  for (const auto& [path, root] : paths_) {
    if (!whole_roots_.contains(root)) changes.paths.push_back(path);
  }
  for (const std::size_t root : whole_roots_) changes.roots.push_back(roots_[root].root.path);
  paths_.clear();
  whole_roots_.clear();
  return changes;
}

}  // namespace tracuu
