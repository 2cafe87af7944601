// Draws an index by given weights in constant time.
//
//   WeightedDraw({3, 1}).draw(random)   0 three times of four, 1 once
//
// Vose's alias method (1991): each cell holds a threshold and the index that fills the rest of it.
// Thresholds are whole numbers of 32 bits, so that every compiler draws the same. Immutable after
// construction; safe from any thread.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tests/relevance/ways_random.h"

namespace tracuu::bench {

using ways::Random;

// Whether an event of this probability (0…1) happens.
bool happens(Random& random, double probability);

// Returns a number of [0, 1), of 53 random bits.
double unit(Random& random);

class WeightedDraw {
 public:
  // REQUIRES: weights are not negative, their sum is positive, and there are fewer than 2^32.
  explicit WeightedDraw(std::span<const double> weights);

  std::size_t draw(Random& random) const;
  std::size_t size() const { return cells_.size(); }

 private:
  struct Cell {
    std::uint32_t threshold = 0;  // of 2^32: below it this index, else `other`
    std::uint32_t other = 0;
  };
  std::vector<Cell> cells_;
};

}  // namespace tracuu::bench
