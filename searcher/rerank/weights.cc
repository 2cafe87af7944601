#include "searcher/rerank/weights.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "core/base/error.h"

namespace tracuu {
namespace data {
extern const std::string_view kRerankTsv;
}
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kMaxTextShown = 80;

std::optional<std::size_t> feature_named(std::string_view name) {
  for (std::size_t i = 0; i < kFeatures; ++i) {
    if (name_of(static_cast<Feature>(i)) == name) return i;
  }
  return std::nullopt;
}

std::optional<double> read_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_number = error == std::errc() && end == text.data() + text.size();
  // Not a number is no less than the bound, either.
  if (!is_number || !(std::abs(value) <= kMaxWeight)) return std::nullopt;
  return value;
}

}  // namespace

std::variant<RerankWeights, BadWeight> with_weights(RerankWeights weights, std::string_view tsv) {
  if (tsv.starts_with(kByteOrderMark)) tsv.remove_prefix(kByteOrderMark.size());
  for (std::size_t number = 1; !tsv.empty(); ++number) {
    const std::size_t end = std::min(tsv.find_first_of("\r\n"), tsv.size());
    const std::string_view line = tsv.substr(0, end);
    const std::size_t mark = tsv.substr(end).starts_with("\r\n") ? 2 : 1;
    tsv.remove_prefix(std::min(end + mark, tsv.size()));
    if (line.empty() || line.front() == '#') continue;
    const std::size_t tab = std::min(line.find('\t'), line.size());
    const auto feature = feature_named(line.substr(0, tab));
    const auto weight = read_number(line.substr(std::min(tab + 1, line.size())));
    if (!feature || !weight) return BadWeight{number, std::string(line.substr(0, kMaxTextShown))};
    weights[*feature] = *weight;
  }
  return weights;
}

RerankWeights default_weights() {
  auto read = with_weights({}, data::kRerankTsv);
  if (const auto* bad = std::get_if<BadWeight>(&read)) {
    throw Error(ErrorCode::kInternal, {"read data/rerank.tsv", bad->text});
  }
  return std::get<RerankWeights>(read);
}

}  // namespace tracuu
