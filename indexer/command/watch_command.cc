// --watch: a run over everything, then one over each thing that changes.

#include <chrono>
#include <string>
#include <vector>

#include <spdlog/spdlog.h>

#include "core/base/error.h"
#include "core/text/visible.h"
#include "indexer/command/commands.h"
#include "indexer/command/shown_run.h"
#include "indexer/command/stop_signal.h"
#include "indexer/files/run_plan.h"
#include "indexer/source/walk.h"
#include "indexer/watch/folder_watch.h"
#include "indexer/watch/schedule.h"

namespace tracuu {
namespace {

using Clock = FolderWatch::Clock;

// After a run that could not be made: the index is being rebuilt, the disk is full.
constexpr std::chrono::seconds kRetry{60};

struct Watched {
  std::vector<WatchedRoot> roots;
  std::vector<WatchSchedule::Source> sources;
};

Watched watched_of(std::vector<ConfigSource>& sources) {
  Watched watched;
  for (ConfigSource& source : sources) {
    source.root = input::absolute_path(source.root);
    watched.roots.push_back({source.root, source.patterns});
    watched.sources.push_back({source.root, source.compare_every});
  }
  return watched;
}

// What was named on the command line is watched as well.
std::vector<ConfigSource> sources_of(const CommandOptions& options) {
  if (!options.sources.empty()) return options.sources;
  std::vector<ConfigSource> sources;
  for (std::size_t i = 0; i < options.index.paths.size(); ++i) {
    const std::string& path = options.index.paths[i];
    const bool has_patterns = i < options.index.patterns.size();
    sources.push_back({.name = path,
                       .root = path,
                       .patterns = has_patterns ? options.index.patterns[i] : input::PathPatterns(),
                       .access = {},
                       .compare_every = options.compare_every});
  }
  return sources;
}

// Files that were being written, where they may be: a relative path is below one of the roots.
std::vector<std::string> unfinished(const IndexReport& report,
                                    const std::vector<WatchedRoot>& roots) {
  std::vector<std::string> paths;
  for (const input::Skip& skip : report.skips) {
    if (skip.reason != input::SkipReason::kBeingWritten) continue;
    for (const WatchedRoot& root : roots) {
      paths.push_back(root.path.substr(0, root.path.rfind('/') + 1) + skip.path);
    }
  }
  return paths;
}

}  // namespace

int watch_command(const CommandOptions& options, Language language) {
  catch_stop_signals();
  CommandOptions later = options;
  later.sources = sources_of(options);
  const Watched watched = watched_of(later.sources);
  FolderWatch watch(watched.roots, stop_descriptor());
  WatchSchedule schedule(watched.sources, Clock::now());
  bool was_complete = true;
  for (bool is_first = true;; is_first = false) {
    if (was_complete && !watch.is_complete()) {
      spdlog::warn(
          "the system has no more watches (fs.inotify.max_user_watches): some changes are "
          "found by comparing alone");
      was_complete = false;
    }
    if (const auto only = schedule.take_due(Clock::now())) {
      try {
        // Of what the command line names nothing may be missing at first.
        const CommandOptions& now = is_first ? options : later;
        const IndexReport report = run_shown(now, language, *only).report;
        if (is_first || has_done_anything(report)) print_report(report, options, language);
        if (report.stopped) return kExitStopped;
        const auto again = std::max<std::chrono::seconds>(options.index.settle, kStampStep);
        schedule.add(unfinished(report, watched.roots), Clock::now() + again);
      } catch (const Error& error) {
        if (is_first) throw;
        spdlog::error("{}; trying again in {} s", text::visible(error.what(), text::Lines::kJoin),
                      kRetry.count());
        std::vector<std::string> again = *only;
        if (again.empty()) {
          for (const WatchedRoot& root : watched.roots) again.push_back(root.path);
        }
        schedule.add(again, Clock::now() + kRetry);
      }
    }
    const FolderWatch::Changes changes = watch.wait(schedule.next());
    if (changes.is_stopped) return kExitFound;
    schedule.add(changes.paths, Clock::now());
    schedule.add(changes.roots, Clock::now());
  }
}

}  // namespace tracuu
