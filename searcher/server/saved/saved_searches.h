// The saved searches of a folder, read again when they change, without a restart.
//
//   SavedSearches saved("/etc/tracuu/saved");
//   for (const SavedSearch& one : *saved.all()) …      by name of file
//
// A file that says no search is left out, and the log says why. Any thread.

#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/server/saved/saved_search.h"

namespace tracuu {

inline constexpr std::size_t kMaxSavedSearches = 200;

class SavedSearches {
 public:
  using Clock = std::function<std::chrono::steady_clock::time_point()>;
  using List = std::vector<SavedSearch>;

  // Without a folder there are none. Throws kPathMissing for one that is not there.
  explicit SavedSearches(std::filesystem::path folder,
                         Clock clock = std::chrono::steady_clock::now);

  // Returns the searches, in the order of their keys. Looks into the folder when it did not in the
  // last kLookEvery.
  std::shared_ptr<const List> all();

  // Returns a name of what all() has: another one when a file changes.
  std::string version();

  static constexpr std::chrono::seconds kLookEvery{10};

 private:
  struct State {
    std::shared_ptr<const List> list = std::make_shared<const List>();
    std::string version;
  };

  void keep_up();

  std::filesystem::path folder_;
  Clock clock_;
  std::mutex mutex_;  // of what follows
  State state_;
  std::chrono::steady_clock::time_point looked_;
};

}  // namespace tracuu
