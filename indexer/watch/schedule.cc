#include "indexer/watch/schedule.h"

#include <algorithm>

namespace tracuu {

WatchSchedule::WatchSchedule(const std::vector<Source>& sources, Time now) {
  for (const Source& source : sources) sources_.push_back({source, now});
}

void WatchSchedule::add(const std::vector<std::string>& paths, Time at) {
  for (const std::string& path : paths) {
    const auto source = std::ranges::find(
        sources_, path, [](const Entry& entry) -> const std::string& { return entry.source.root; });
    if (source != sources_.end()) {
      source->next = std::min(source->next, at);
      continue;
    }
    const auto [entry, is_new] = paths_.try_emplace(path, at);
    if (!is_new) entry->second = std::min(entry->second, at);
  }
}

std::optional<std::vector<std::string>> WatchSchedule::take_due(Time now) {
  std::vector<std::string> due;
  for (Entry& entry : sources_) {
    if (entry.next > now) continue;
    due.push_back(entry.source.root);
    entry.next = now + entry.source.compare_every;
  }
  const bool is_everything = due.size() == sources_.size();
  std::erase_if(paths_, [&](const auto& entry) {
    if (!is_everything && entry.second > now) return false;
    due.push_back(entry.first);
    return true;
  });
  if (is_everything) return std::vector<std::string>();
  if (due.empty()) return std::nullopt;
  return due;
}

WatchSchedule::Time WatchSchedule::next() const {
  Time next = Time::max();
  for (const Entry& entry : sources_) next = std::min(next, entry.next);
  for (const auto& [path, at] : paths_) next = std::min(next, at);
  return next;
}

}  // namespace tracuu
