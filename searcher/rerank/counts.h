// Counts of what occurs in a stretch of a text, out of things with small numbers.
//
//   «mức thu học phí, mức học phí» by the query «mức học phí mầm non»
//     of units    0: 2, 1: 2, 2: 2      seen 0 1 2      3 and 4 were never looked at
//
// Most stretches have few of the query's words, and there are thousands of stretches: only what was
// seen is gone through and put back.

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tracuu {

class Counts {
 public:
  explicit Counts(std::size_t size) : counts_(size, kNotSeen), seen_(size + 1) {}

  // REQUIRES: index is below the size, amount is not negative. Has no branch: whether something is
  // seen for the first time is hard to foretell.
  void add(std::uint16_t index, double amount) {
    double& count = counts_[index];
    seen_[seen_count_] = index;
    seen_count_ += count < 0 ? 1 : 0;
    count = std::max(count, 0.0) + amount;
  }

  // What was added to since the last forget(), in that order.
  std::span<const std::uint16_t> seen() const { return {seen_.data(), seen_count_}; }

  // REQUIRES: the index is among seen().
  double of(std::uint16_t index) const { return counts_[index]; }

  void forget() {
    for (const std::uint16_t index : seen()) counts_[index] = kNotSeen;
    seen_count_ = 0;
  }

 private:
  static constexpr double kNotSeen = -1;

  std::vector<double> counts_;
  std::vector<std::uint16_t> seen_;  // one more than there is to count
  std::size_t seen_count_ = 0;
};

}  // namespace tracuu
