// When so many documents are gone at once that something else is more likely than that they were
// deleted: a share that is not mounted, a folder that was renamed.
//
//   is_great_loss(12, 40, 50)     false: 30 %
//   is_great_loss(40, 40, 50)     true: all
//   is_great_loss(3, 4, 50)       false: a small folder changes by the half in a day
//
// --max-delete PERCENT is the third argument; 100 switches the check off.

#pragma once

#include <cstdint>

namespace tracuu {

inline constexpr unsigned kMaxDeleteDefault = 50;

// Fewer documents than these may go while at least one stays.
inline constexpr std::uint64_t kSmallLoss = 10;

constexpr bool is_great_loss(std::uint64_t gone, std::uint64_t before, unsigned max_percent) {
  if (gone == 0 || max_percent >= 100) return false;
  if (gone < kSmallLoss && gone < before) return false;
  return gone * 100 > before * max_percent;
}

}  // namespace tracuu
