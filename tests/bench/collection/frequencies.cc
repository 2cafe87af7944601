#include "tests/bench/collection/frequencies.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/text/analyzer.h"

namespace tracuu::bench {
namespace {

// Of what the burst is taken, as fit.py does.
constexpr std::uint32_t kLeastMiddle = 100;
constexpr std::uint32_t kMostMiddle = 300;  // exclusive

class Counter {
 public:
  void add(std::uint64_t unit, std::uint64_t document) {
    Count& count = counts_[unit];
    ++count.occurrences;
    if (count.last != document + 1) ++count.documents;
    count.last = document + 1;
  }

  Frequencies summary(const Frequencies& like, std::uint64_t documents) const {
    Frequencies result;
    std::vector<std::uint32_t> ordered;
    double occurrences = 0;
    double within = 0;
    for (const auto& [unit, count] : counts_) {
      ordered.push_back(count.documents);
      if (count.occurrences < kLeastMiddle || count.occurrences >= kMostMiddle) continue;
      occurrences += count.occurrences;
      within += count.documents;
    }
    std::ranges::sort(ordered, std::greater<>());
    for (const Frequencies::Rank& row : like.ranks) {
      const bool exists = row.rank <= ordered.size();
      result.ranks.push_back(
          {row.rank, exists ? ordered[row.rank - 1] / static_cast<double>(documents) : 0});
    }
    result.burst = within > 0 ? occurrences / within : 0;
    result.distinct = static_cast<double>(ordered.size());
    return result;
  }

 private:
  struct Count {
    std::uint64_t last = 0;  // document, from 1
    std::uint32_t occurrences = 0;
    std::uint32_t documents = 0;
  };
  std::unordered_map<std::uint64_t, Count> counts_;
};

}  // namespace

CollectionFrequencies measure_frequencies(const Generator& generator, std::uint64_t documents,
                                          const Frequencies& like) {
  constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15;
  const text::Analyzer analyzer;
  text::Analysis analysis;
  Counter syllables;
  Counter pairs;
  std::uint64_t words = 0;
  for (std::uint64_t i = 0; i < documents; ++i) {
    const std::string body = generator.document(i).body;
    analyzer.analyze(body, analysis);
    words += analysis.tokens.size();
    std::uint64_t last = 0;
    for (const text::Token& token : analysis.tokens) {
      const std::string_view form = analysis.vocabulary().form(analysis.word(token).toned);
      const std::uint64_t hash = std::hash<std::string_view>()(form);
      syllables.add(hash, i);
      if (last != 0) pairs.add(last * kMix ^ hash, i);
      last = hash;
    }
  }
  return {static_cast<double>(words) / static_cast<double>(documents),
          syllables.summary(like, documents), pairs.summary(like, documents)};
}

}  // namespace tracuu::bench
