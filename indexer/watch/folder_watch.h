// What changes below some folders, as the system reports it (inotify).
//
//   FolderWatch watch({{"/srv/vb", {}}}, stop, {});
//   … 749.docx is saved, then saved again …
//   watch.wait(deadline).paths     {"/srv/vb/749.docx"}
//
// Changes are gathered until it has been quiet for a while, so that a copied folder is one answer.
// The system does not report everything: what another machine does to a network share, what
// happened below a folder before it was watched, what did not fit into its queue. Of the last two
// the answer names the root, to be compared as a whole; for the first a caller compares now and
// then (schedule.h).
//
// A root that is another folder than before, as when a share is mounted, unmounted or mounted
// again, is noticed within WatchTimes::look and named as well. Belongs to one thread.

#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/source/path_patterns.h"

namespace tracuu {

struct WatchedRoot {
  std::string path;  // absolute, without a slash at the end; it need not be there
  input::PathPatterns patterns{};
};

struct WatchTimes {
  std::chrono::milliseconds quiet{2000};     // without a change, before the answer
  std::chrono::milliseconds longest{30000};  // from the first change, however restless it is
  std::chrono::milliseconds look{30000};     // between two looks at the roots themselves
};

class FolderWatch {
 public:
  using Clock = std::chrono::steady_clock;

  // Watches from here on. `stop`: a descriptor that can be read from when waiting is to end; -1 for
  // none. Throws kIo where the system has no watch to give at all. Cost: a look at each folder.
  FolderWatch(std::vector<WatchedRoot> roots, int stop, const WatchTimes& times = {});
  ~FolderWatch();
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

  struct Changes {
    std::vector<std::string> paths;  // of files and folders, ordered; some may be gone again
    std::vector<std::string> roots;  // to be compared as a whole
    bool is_stopped = false;

    bool empty() const { return paths.empty() && roots.empty(); }
  };

  // Waits for changes, at most until `deadline`. At most kMaxPaths paths: many in one folder are
  // told as the folder, too many folders as their roots.
  Changes wait(Clock::time_point deadline);

  // Whether every folder is watched. The system gives a user so many watches
  // (fs.inotify.max_user_watches); beyond them changes are found by comparing alone.
  bool is_complete() const { return is_complete_; }

  static constexpr std::size_t kMaxPaths = 256;

 private:
  using FolderId = std::pair<std::uint64_t, std::uint64_t>;  // device, inode

  struct Root {
    WatchedRoot root;
    std::optional<FolderId> folder;  // when it was looked at last
  };

  struct Watched {
    std::string path;
    std::size_t root = 0;  // in roots_
  };

  void watch_root(std::size_t root);
  void watch_below(const std::string& folder, std::size_t root, std::size_t depth);
  void forget_below(const std::string& folder);
  void look_at_roots();
  void read_events();
  void take_event(int watch, std::uint32_t what, const std::string& name);
  void add_path(const std::string& path, std::size_t root);
  void gather_paths();
  Changes take_changes();

  std::vector<Root> roots_;
  const int stop_;
  const WatchTimes times_;
  int descriptor_ = -1;
  bool is_complete_ = true;
  std::unordered_map<int, Watched> watched_;
  std::map<std::string, std::size_t> paths_;  // that changed, not yet told, with their roots
  std::set<std::size_t> whole_roots_;         // the same
};

}  // namespace tracuu
