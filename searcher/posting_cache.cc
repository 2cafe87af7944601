#include "searcher/posting_cache.h"

#include <utility>

namespace tracuu {
namespace {

// What an entry takes beside its list and its set: its nodes and the key, twice.
constexpr std::size_t kEntryBytes = 256;

std::size_t bytes_of(const std::string& key, const KeptPostings& postings) {
  std::size_t bytes = kEntryBytes + 2 * key.size();
  if (postings.list) bytes += postings.list->bytes();
  if (postings.set) bytes += sizeof(DocumentSet) + postings.set->getSizeInBytes();
  return bytes;
}

}  // namespace

KeptPostings PostingCache::find(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return {};
  entries_.splice(entries_.begin(), entries_, found->second);
  return entries_.front().postings;
}

void PostingCache::keep(const std::string& key, KeptPostings postings) {
  const std::size_t bytes = bytes_of(key, postings);
  const std::lock_guard lock(mutex_);
  if (const auto old = by_key_.find(key); old != by_key_.end()) {
    bytes_ -= old->second->bytes;
    entries_.erase(old->second);
    by_key_.erase(old);
  }
  bytes_ += bytes;
  entries_.push_front({key, std::move(postings), bytes});
  by_key_.emplace(key, entries_.begin());
  while (bytes_ > room_) {
    bytes_ -= entries_.back().bytes;
    by_key_.erase(entries_.back().key);
    entries_.pop_back();
  }
}

std::size_t PostingCache::bytes() const {
  const std::lock_guard lock(mutex_);
  return bytes_;
}

std::shared_ptr<PostingCache> PostingCaches::of(const std::string& name, std::size_t room) {
  const std::lock_guard lock(mutex_);
  std::erase_if(caches_, [](const auto& one) { return one.second.expired(); });
  std::weak_ptr<PostingCache>& known = caches_[name];
  std::shared_ptr<PostingCache> cache = known.lock();
  if (cache == nullptr) known = cache = std::make_shared<PostingCache>(room);
  return cache;
}

}  // namespace tracuu
