// Every syllable of the grammar as a number, so that a word of running text costs one look-up.
//
//   key("viêt") = 22 · 9 · 30 · 20 in fields of 6 bits; contains(key, Tone::kNang) holds
//
// Some 5,000 spellings without tone, found once by asking parse_syllable (core/text/syllable.h)
// about every onset with every rhyme. Internal to core/text/legacy.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/text/syllable.h"

namespace tracuu::text::legacy {

// Immutable after construction (some milliseconds, once a process); safe from any thread.
class SyllableSet {
 public:
  static const SyllableSet& instance();

  // Whether the letters (Letter::letter, first letter highest) with this tone are a syllable.
  bool contains(std::uint64_t key, Tone tone) const {
    for (std::size_t i = slot(key);; i = (i + 1) & (kSlots - 1)) {
      const std::uint64_t entry = slots_[i];
      if (entry >> kToneBits == key) return (entry >> static_cast<unsigned>(tone) & 1) != 0;
      if (entry == 0) return false;
    }
  }

 private:
  static constexpr unsigned kToneBits = 8;
  static constexpr unsigned kSlotBits = 14;
  static constexpr std::size_t kSlots = std::size_t{1} << kSlotBits;

  SyllableSet();
  static std::size_t slot(std::uint64_t key) {
    return static_cast<std::size_t>(key * 0x9E3779B97F4A7C15u >> (64 - kSlotBits));
  }
  void add(std::u32string_view letters);

  std::vector<std::uint64_t> slots_;
};

}  // namespace tracuu::text::legacy
