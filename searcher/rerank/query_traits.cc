#include "searcher/rerank/query_traits.h"

#include <algorithm>
#include <cmath>

namespace tracuu {
namespace {

double value_of(const FeatureValues& features, Feature feature) {
  return features[static_cast<std::size_t>(feature)];
}

}  // namespace

QueryTraits traits_of(std::size_t words, std::span<const FeatureValues> candidates) {
  QueryTraits traits{};
  const auto trait = [&](Trait which) -> double& {
    return traits[static_cast<std::size_t>(which)];
  };
  const double ratio = static_cast<double>(words) / kMeanWords;
  trait(Trait::kAlways) = 1;
  trait(Trait::kLong) = std::log(std::clamp(ratio, 1 / kMaxLengthRatio, kMaxLengthRatio));
  for (const FeatureValues& features : candidates) {
    if (value_of(features, Feature::kNamed) > 0) trait(Trait::kNaming) = 1;
    double& titled = trait(Trait::kTitled);
    titled = std::max(titled, value_of(features, Feature::kTitlePair));
    double& covers_title = trait(Trait::kCoversTitle);
    covers_title = std::max(covers_title, value_of(features, Feature::kTitleShare));
  }
  return traits;
}

}  // namespace tracuu
