#include "searcher/server/admin/frequent_texts.h"

#include <algorithm>
#include <tuple>

namespace tracuu {

void FrequentTexts::add(std::string_view text) {
  const std::lock_guard lock(mutex_);
  std::string key(text);
  const auto known = by_text_.find(key);
  if (known != by_text_.end()) {
    ++entries_[known->second].count;
    return;
  }
  if (entries_.size() < capacity_) {
    by_text_.emplace(key, entries_.size());
    entries_.push_back({std::move(key), 1, 0});
    return;
  }
  const auto rarest = std::ranges::min_element(entries_, {}, &FrequentText::count);
  by_text_.erase(rarest->text);
  by_text_.emplace(key, static_cast<std::size_t>(rarest - entries_.begin()));
  *rarest = {std::move(key), rarest->count + 1, rarest->count};
}

std::vector<FrequentText> FrequentTexts::top(std::size_t most) const {
  std::vector<FrequentText> sorted;
  {
    const std::lock_guard lock(mutex_);
    sorted = entries_;
  }
  std::ranges::sort(sorted, [](const FrequentText& a, const FrequentText& b) {
    return std::tie(b.count, a.text) < std::tie(a.count, b.text);
  });
  if (sorted.size() > most) sorted.resize(most);
  return sorted;
}

}  // namespace tracuu
