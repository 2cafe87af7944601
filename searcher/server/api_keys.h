// Keys by which programs say who they are: `Authorization: Bearer tracuu-…`.
//
// A file of lines, parted by tabs: a name, the hash of a key, requests a minute, groups. '#' begins
// a remark.
//
//   mot-cua   9f2c…   600   noi-vu,mot-cua
//   lanh-dao  77ab…   60    !              (an administrator)
//   cong-ttdt 01fe…   6000                 (sees what is for everyone)
//
// Keys are made here, of 32 random bytes, and shown once; the file has their BLAKE2b hashes
// (libsodium). A slow hash would protect words that people choose; of 256 random bits nothing can
// be tried, and a slow one would let anybody keep the server busy.

#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "searcher/reader.h"

namespace tracuu {

inline constexpr std::string_view kKeyPrefix = "tracuu-";
inline constexpr std::size_t kMaxKeys = 10000;
inline constexpr std::size_t kMaxKeyRate = 1'000'000;  // requests a minute

struct ApiKey {
  std::string name;
  std::size_t rate = 0;  // requests a minute
  Reader reader;
};

// Any thread.
class ApiKeys {
 public:
  using Clock = std::function<std::chrono::steady_clock::time_point()>;

  // Has no key.
  ApiKeys() = default;

  // Throws kPathMissing, kPathUnreadable, kBadOption with the line that is none.
  explicit ApiKeys(const std::filesystem::path& file, Clock clock = std::chrono::steady_clock::now);

  bool empty() const { return by_hash_.empty(); }

  // Returns the key; nothing for one that the file does not have.
  const ApiKey* find(std::string_view key) const;

  // Takes one request of the key's rate. Returns how many seconds to wait where none is left:
  // a minute's requests may come at once, and come back evenly.
  std::optional<std::chrono::seconds> take(const ApiKey& key);

 private:
  struct Bucket {
    double left = 0;
    std::chrono::steady_clock::time_point at;
  };

  Clock clock_;
  std::unordered_map<std::string, ApiKey> by_hash_;
  std::mutex mutex_;
  std::unordered_map<const ApiKey*, Bucket> buckets_;  // guarded by mutex_
};

// Returns the line of the file that says so. Throws kBadOption for a name, rate or groups that may
// not stand there.
std::string api_key_line(const ApiKey& key, const std::string& hash, const std::string& groups);

// Returns a new key.
std::string new_api_key();

// Returns the hash of a key as the file has it.
std::string hash_of_api_key(std::string_view key);

}  // namespace tracuu
