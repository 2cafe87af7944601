#include "searcher/rerank/nearness.h"

#include <algorithm>

namespace tracuu {
namespace {

constexpr std::uint32_t kFar = 1U << 31U;

}  // namespace

Nearness::Nearness(const QueryUnits& query) {
  std::size_t words = 0;
  for (const QueryUnit& unit : query.units()) {
    words = std::max<std::size_t>(words, unit.toneless + 1U);
  }
  const std::size_t pairs = query.pairs().size();
  const Partner nobody{static_cast<std::uint8_t>(words), static_cast<std::uint16_t>(pairs)};
  for (std::size_t word = 0; word < words; ++word) {
    std::vector<Partner> found;
    for (std::size_t p = 0; p < pairs; ++p) {
      const QueryPair& pair = query.pairs()[p];
      const auto index = static_cast<std::uint16_t>(p);
      if (pair.first == word) found.push_back({pair.second, index});
      if (pair.second == word && pair.first != word) found.push_back({pair.first, index});
    }
    found.resize(std::max<std::size_t>(found.size(), 2), nobody);
    partners_.push_back({{found[0], found[1]}, {found.begin() + 2, found.end()}});
  }
  last_tokens_.resize(words + 1);
  for (const QueryPair& pair : query.pairs()) weights_.push_back(pair.weight / query.pair_mass());
  distances_.resize(pairs + 1);
  forget();
}

void Nearness::begin_stretch() {
  // token - kFar is at least kFar for all tokens of a text, which are fewer.
  std::ranges::fill(last_tokens_, kFar);
}

double Nearness::share() const {
  double share = 0;
  for (std::size_t p = 0; p < weights_.size(); ++p) {
    if (distances_[p] <= kNearTokens) share += weights_[p] / distances_[p];
  }
  return share;
}

void Nearness::forget() {
  begin_stretch();
  std::ranges::fill(distances_, kFar);
}

}  // namespace tracuu
