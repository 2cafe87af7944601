#include "searcher/rerank/weights.h"

#include <charconv>
#include <cmath>
#include <optional>
#include <string>

#include "core/base/error.h"

namespace tracuu {
namespace data {
extern const std::string_view kRerankTsv;
}
namespace {

std::optional<std::size_t> feature_named(std::string_view name) {
  for (std::size_t i = 0; i < kFeatures; ++i) {
    if (name_of(static_cast<Feature>(i)) == name) return i;
  }
  return std::nullopt;
}

std::optional<double> read_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) {
    return std::nullopt;
  }
  return value;
}

}  // namespace

RerankWeights read_weights(std::string_view tsv) {
  RerankWeights weights{};
  while (!tsv.empty()) {
    const std::size_t end = tsv.find('\n');
    const std::string_view line = tsv.substr(0, end);
    tsv = end == std::string_view::npos ? std::string_view() : tsv.substr(end + 1);
    if (line.empty() || line.front() == '#') continue;
    const std::size_t tab = line.find('\t');
    const auto feature = feature_named(line.substr(0, tab));
    const auto weight =
        tab == std::string_view::npos ? std::nullopt : read_number(line.substr(tab + 1));
    if (!feature || !weight) {
      throw Error(ErrorCode::kInternal, {"read data/rerank.tsv", std::string(line)});
    }
    weights[*feature] = *weight;
  }
  return weights;
}

RerankWeights default_weights() {
  return read_weights(data::kRerankTsv);
}

}  // namespace tracuu
