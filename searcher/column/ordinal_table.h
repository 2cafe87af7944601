// Finds ordinals by the hash of what they stand for, which the caller keeps and compares.
//
//   table.find(hash_of("Sở Y tế"), [&](auto ordinal) { return pool[ordinal] == "Sở Y tế"; })
//
// Open addressing, four bytes a slot, half of them free: a set of strings of the standard library
// takes ten times the memory, and as long to build for a few lookups as a column takes to read.

#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace tracuu {

class OrdinalTable {
 public:
  // Returns the ordinal with this hash that `is_equal` accepts, 0 when there is none.
  template <typename IsEqual>
  std::uint32_t find(std::size_t hash, IsEqual is_equal) const {
    if (slots_.empty()) return 0;
    for (std::size_t at = place(hash); slots_[at] != 0; at = (at + 1) & (slots_.size() - 1)) {
      if (is_equal(slots_[at])) return slots_[at];
    }
    return 0;
  }

  // Puts an ordinal that is not there. `hash_of(ordinal)` gives the hash of it and of earlier ones.
  // REQUIRES: ordinal > 0.
  template <typename HashOf>
  void insert(std::uint32_t ordinal, HashOf hash_of) {
    if (2 * (size_ + 1) > slots_.size()) grow(hash_of);
    put(ordinal, hash_of(ordinal));
    ++size_;
  }

  // Makes room for `count` ordinals. REQUIRES: the table is empty.
  void reserve(std::size_t count) {
    std::size_t slots = kLeastSlots;
    while (slots < 2 * (count + 1)) slots *= 2;
    slots_.assign(slots, 0);
  }

 private:
  static constexpr std::size_t kLeastSlots = 64;

  // Hashes of 32 bits as well as of 64 spread over all slots.
  std::size_t place(std::size_t hash) const {
    constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15;  // 2^64 divided by the golden ratio
    const std::uint64_t spread = std::uint64_t{hash} * kSpread;
    return static_cast<std::size_t>(spread >> 32U) & (slots_.size() - 1);
  }

  void put(std::uint32_t ordinal, std::size_t hash) {
    std::size_t at = place(hash);
    while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = ordinal;
  }

  template <typename HashOf>
  void grow(HashOf hash_of) {
    const std::vector<std::uint32_t> old = std::exchange(slots_, {});
    reserve(old.size());
    for (const std::uint32_t ordinal : old) {
      if (ordinal != 0) put(ordinal, hash_of(ordinal));
    }
  }

  std::vector<std::uint32_t> slots_;
  std::size_t size_ = 0;
};

}  // namespace tracuu
