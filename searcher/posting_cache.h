// Posting lists and sets kept in memory, for all who read one view of one state of an index.
//
//   PostingCaches caches;                       // of a server: one for all its workers
//   auto cache = caches.of("5113b2ff….2", 64 << 20);    // the same object for the same name
//   cache->keep("XUluat", {list, nullptr});
//   cache->find("XUluat").list                  // the list, or nothing when it had to go
//
// What is kept is immutable, so whoever holds a list keeps it alive, evicted or not. Those used
// last stay. Any thread; a look takes a lock for as long as a look-up in a hash table.

#pragma once

#include <cstddef>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "searcher/posting_list.h"

namespace tracuu {

// Of one term, or of two that count as one; what is not known is nothing.
struct KeptPostings {
  std::shared_ptr<const PostingList> list;
  std::shared_ptr<const DocumentSet> set;
};

class PostingCache {
 public:
  // Keeps no more than `room` bytes.
  explicit PostingCache(std::size_t room) : room_(room) {}
  PostingCache(const PostingCache&) = delete;
  PostingCache& operator=(const PostingCache&) = delete;

  // Returns what is kept under the key.
  KeptPostings find(const std::string& key);

  // Keeps this in place of what was there, and lets go of what has no room any more.
  void keep(const std::string& key, KeptPostings postings);

  // Memory of what is kept.
  std::size_t bytes() const;

 private:
  struct Entry {
    std::string key;
    KeptPostings postings;
    std::size_t bytes = 0;
  };

  const std::size_t room_;
  mutable std::mutex mutex_;
  std::list<Entry> entries_;  // the one used last in front
  std::unordered_map<std::string, std::list<Entry>::iterator> by_key_;
  std::size_t bytes_ = 0;
};

// The caches in use, by the name of what they are of.
class PostingCaches {
 public:
  // Returns the cache of that name that somebody holds, else a new one with so much room.
  std::shared_ptr<PostingCache> of(const std::string& name, std::size_t room);

 private:
  std::mutex mutex_;
  std::map<std::string, std::weak_ptr<PostingCache>> caches_;
};

}  // namespace tracuu
