#include "searcher/window.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace tracuu {
namespace {

// Longer runs are worth no more.
constexpr std::size_t kMaxRun = 8;

// What the tokens at present in the window are worth, kept up to date as it slides. In integers,
// so that equal windows have equal values.
class WindowScore {
 public:
  explicit WindowScore(const std::vector<double>& weights) : counts_(weights.size() * kMaxRun, 0) {
    constexpr double kScale = 1 << 20;
    for (const double weight : weights) weights_.push_back(std::llround(weight * kScale));
  }

  // A word that is the last of `run` wanted words in order.
  void add(int word, std::size_t run) { change(word, run, 1); }
  void remove(int word, std::size_t run) { change(word, run, -1); }

  std::int64_t value() const { return value_; }

 private:
  void change(int word, std::size_t run, int by) {
    const auto index = static_cast<std::size_t>(word);
    value_ -= worth(index);
    counts_[index * kMaxRun + std::min(run, kMaxRun) - 1] += by;
    value_ += worth(index);
  }

  // 1, 1½, 1¾, … of the weight, by the longest run that the word ends.
  std::int64_t worth(std::size_t word) const {
    for (std::size_t run = kMaxRun; run > 0; --run) {
      if (counts_[word * kMaxRun + run - 1] > 0) {
        return 2 * weights_[word] - (weights_[word] >> (run - 1));
      }
    }
    return 0;
  }

  std::vector<std::int64_t> weights_;
  std::vector<int> counts_;  // by word and run
  std::int64_t value_ = 0;
};

// For each matched token, of how many matches in order, side by side, it is the last.
std::vector<std::size_t> run_lengths(const std::vector<int>& matched,
                                     const std::vector<std::size_t>& places) {
  std::vector<std::size_t> runs(places.size(), 1);
  for (std::size_t i = 1; i < places.size(); ++i) {
    const bool continues =
        places[i] == places[i - 1] + 1 && matched[places[i]] == matched[places[i - 1]] + 1;
    if (continues) runs[i] = runs[i - 1] + 1;
  }
  return runs;
}

}  // namespace

Window best_window(const std::vector<int>& matched, const std::vector<double>& weights,
                   std::size_t size) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < matched.size(); ++i) {
    if (matched[i] >= 0) places.push_back(i);
  }
  Window best{0, std::min(matched.size(), size) - 1, 0};
  if (places.empty()) return best;

  const std::vector<std::size_t> runs = run_lengths(matched, places);
  WindowScore score(weights);
  std::int64_t best_value = -1;
  std::size_t end = 0;
  for (std::size_t begin = 0; begin < places.size(); ++begin) {
    const std::size_t first = places[begin];
    for (; end < places.size() && places[end] < first + size; ++end) {
      score.add(matched[places[end]], std::min(runs[end], end - begin + 1));
    }
    if (score.value() > best_value) {
      best_value = score.value();
      best = {first, std::min(matched.size(), first + size) - 1, first};
    }
    // The run that loses its first word becomes shorter for all behind it.
    score.remove(matched[first], 1);
    for (std::size_t i = begin + 1; i < std::min(end, begin + kMaxRun); ++i) {
      if (runs[i] <= i - begin) break;
      score.remove(matched[places[i]], i - begin + 1);
      score.add(matched[places[i]], i - begin);
    }
  }
  return best;
}

}  // namespace tracuu
