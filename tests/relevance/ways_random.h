// Random numbers that are the same on every platform and with every compiler.
//
//   Random::of(1, 4, 17).below(6)   the draw for query 17 of way 4 under seed 1
//
// SplitMix64 (Steele, Lea and Flood 2014). The distributions of <random> differ between standard
// libraries, so none is used. Each query of each way has a stream of its own: a change to one way
// leaves the queries of the others as they were.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace tracuu::ways {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  // Returns the stream of one query of one way.
  static Random of(std::uint64_t seed, std::uint64_t way, std::uint64_t query) {
    Random by_way(Random(seed).next() ^ way);
    return Random(by_way.next() ^ query);
  }

  std::uint64_t next() {
    constexpr std::uint64_t kStep = 0x9E3779B97F4A7C15;
    constexpr std::uint64_t kFirst = 0xBF58476D1CE4E5B9;
    constexpr std::uint64_t kSecond = 0x94D049BB133111EB;
    std::uint64_t z = state_ += kStep;
    z = (z ^ (z >> 30)) * kFirst;
    z = (z ^ (z >> 27)) * kSecond;
    return z ^ (z >> 31);
  }

  // Returns a number below `count`. REQUIRES: count > 0, and far below 2^64, where the remainder
  // is as good as even.
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }

  bool coin() { return below(2) == 1; }

  template <typename T>
  void shuffle(std::span<T> items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  std::uint64_t state_;
};

}  // namespace tracuu::ways
