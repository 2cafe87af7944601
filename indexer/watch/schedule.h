// What the next run of --watch looks at, and when.
//
//   WatchSchedule schedule({{"/srv/vb", 60min}, {"/mnt/share", 15min}}, now);
//   schedule.take_due(now)                    both roots, as whole
//   schedule.add({"/srv/vb/a.docx"}, now)     reported
//   schedule.take_due(now)                    {"/srv/vb/a.docx"}
//   schedule.take_due(now + 15min)            {"/mnt/share"}
//
// Time is given by the caller. Belongs to one thread.

#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tracuu {

class WatchSchedule {
 public:
  using Time = std::chrono::steady_clock::time_point;

  struct Source {
    std::string root;  // absolute, without a slash at the end
    std::chrono::minutes compare_every{};
  };

  // All sources are due at once.
  WatchSchedule(const std::vector<Source>& sources, Time now);

  // Has these files, folders or roots looked at, not before `at`.
  void add(const std::vector<std::string>& paths, Time at);

  // Returns what is due, for IndexOptions::only, and takes it off the list; an empty answer stands
  // for everything. Nothing where nothing is due.
  std::optional<std::vector<std::string>> take_due(Time now);

  // When something is due next.
  Time next() const;

 private:
  struct Entry {
    Source source;
    Time next;
  };

  std::vector<Entry> sources_;
  std::map<std::string, Time> paths_;
};

}  // namespace tracuu
