#include "tests/bench/collection/weighted.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace tracuu::bench {

double unit(Random& random) {
  constexpr double kStep = 0x1p-53;
  return static_cast<double>(random.next() >> 11) * kStep;
}

bool happens(Random& random, double probability) {
  return unit(random) < probability;
}

WeightedDraw::WeightedDraw(std::span<const double> weights) : cells_(weights.size()) {
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  assert(sum > 0);
  std::vector<double> shares;  // 1 fills a cell
  std::vector<std::uint32_t> small;
  std::vector<std::uint32_t> large;
  for (const double weight : weights) {
    const auto i = static_cast<std::uint32_t>(shares.size());
    shares.push_back(weight * static_cast<double>(weights.size()) / sum);
    (shares.back() < 1 ? small : large).push_back(i);
  }
  const auto threshold = [](double share) {
    return static_cast<std::uint32_t>(std::min(share * 0x1p32, 0x1p32 - 1));
  };
  while (!small.empty() && !large.empty()) {
    const std::uint32_t poor = small.back();
    const std::uint32_t rich = large.back();
    small.pop_back();
    cells_[poor] = {threshold(shares[poor]), rich};
    shares[rich] -= 1 - shares[poor];
    if (shares[rich] < 1) {
      large.pop_back();
      small.push_back(rich);
    }
  }
  // What rounding leaves over is full.
  for (const auto* rest : {&small, &large}) {
    for (const std::uint32_t i : *rest) cells_[i] = {threshold(1), i};
  }
}

std::size_t WeightedDraw::draw(Random& random) const {
  const std::uint64_t bits = random.next();
  const auto i = static_cast<std::size_t>(((bits >> 32) * cells_.size()) >> 32);
  return static_cast<std::uint32_t>(bits) < cells_[i].threshold ? i : cells_[i].other;
}

}  // namespace tracuu::bench
