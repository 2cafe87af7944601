// The most frequent texts of a stream of any length, in bounded memory.
//
//   FrequentTexts texts(200);
//   texts.add("chuyển đổi số") …
//   texts.top(10)      {"chuyển đổi số", 812, 0} …
//
// Space-Saving (Metwally, Agrawal, El Abbadi 2005): when there is no room for a new text, it takes
// the place and the count of the rarest one. A count is never below the true one, and above it by
// `error` at most; a text that is more frequent than 1 in `capacity` is always there.
//
// Any thread.

#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tracuu {

struct FrequentText {
  std::string text;
  std::uint64_t count = 0;
  std::uint64_t error = 0;

  friend bool operator==(const FrequentText&, const FrequentText&) = default;
};

class FrequentTexts {
 public:
  // REQUIRES: capacity > 0.
  explicit FrequentTexts(std::size_t capacity) : capacity_(capacity) {}

  // Counts the text once. Cost: a look-up; for a text that is new when there is no room, a look at
  // all counts.
  void add(std::string_view text);

  // Returns the most frequent ones, ties by text.
  std::vector<FrequentText> top(std::size_t most) const;

 private:
  std::size_t capacity_;
  mutable std::mutex mutex_;  // of what follows
  std::vector<FrequentText> entries_;
  std::unordered_map<std::string, std::size_t> by_text_;  // places in entries_
};

}  // namespace tracuu
