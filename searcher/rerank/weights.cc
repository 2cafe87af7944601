#include "searcher/rerank/weights.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <optional>
#include <system_error>

#include "core/base/error.h"

namespace tracuu {
namespace data {
extern const std::string_view kRerankTsv;
}
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kMaxTextShown = 80;

constexpr Bilingual kNoFile{"không phải là tệp", "it is no file"};
constexpr Bilingual kNotRead{"không đọc được; hãy kiểm tra quyền truy cập",
                             "it cannot be read; check its permissions"};
constexpr Bilingual kTooLarge{"quá lớn cho một tệp trọng số, nhiều nhất là {1} byte",
                              "it is too large for weights, at most {1} bytes"};
constexpr Bilingual kBadLine{
    "dòng {1}, «{2}»: hãy viết tên, dấu tab rồi một số từ -{3} đến {3}; các tên là {4}",
    "line {1}, \"{2}\": write a name, a tab and a number from -{3} to {3}; the names are {4}"};

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

// Takes the text up to the next tab.
std::string_view take_cell(std::string_view& line) {
  const std::size_t end = std::min(line.find('\t'), line.size());
  const std::string_view cell = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return cell;
}

// Returns whether the line is a name and its numbers; then they are in `weights`.
bool read_line(std::string_view line, RerankWeights& weights) {
  if (line.ends_with('\t')) return false;
  const auto feature = feature_named(take_cell(line));
  if (!feature || line.empty()) return false;
  for (FeatureWeights& of_trait : weights.by_trait) {
    of_trait[*feature] = 0;
    if (line.empty()) continue;
    const auto weight = read_number(take_cell(line));
    if (!weight) return false;
    of_trait[*feature] = *weight;
  }
  return line.empty();
}

std::string all_names() {
  std::string names;
  for (std::size_t i = 0; i < kFeatures; ++i) {
    names += (i == 0 ? "" : ", ") + std::string(name_of(static_cast<Feature>(i)));
  }
  return names;
}

std::string read_file(const std::filesystem::path& path) {
  std::error_code failed;
  if (!std::filesystem::exists(path, failed)) {
    throw Error(ErrorCode::kPathMissing, {path.string()});
  }
  if (!std::filesystem::is_regular_file(path, failed)) {
    throw Error(ErrorCode::kPathUnreadable, {path.string()}, kNoFile);
  }
  std::ifstream file(path, std::ios::binary);
  std::string bytes(kMaxWeightsFileBytes + 1, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (file.bad() || (file.fail() && !file.eof())) {
    throw Error(ErrorCode::kPathUnreadable, {path.string()}, kNotRead);
  }
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  if (bytes.size() > kMaxWeightsFileBytes) {
    throw Error(ErrorCode::kPathUnreadable, {path.string(), std::to_string(kMaxWeightsFileBytes)},
                kTooLarge);
  }
  return bytes;
}

}  // namespace

FeatureWeights RerankWeights::of(const QueryTraits& traits) const {
  FeatureWeights weights{};
  for (std::size_t trait = 0; trait < kTraits; ++trait) {
    for (std::size_t i = 0; i < kFeatures; ++i) {
      weights[i] += traits[trait] * by_trait[trait][i];
    }
  }
  return weights;
}

std::variant<RerankWeights, BadWeight> with_weights(RerankWeights weights, std::string_view tsv) {
  if (tsv.starts_with(kByteOrderMark)) tsv.remove_prefix(kByteOrderMark.size());
  for (std::size_t number = 1; !tsv.empty(); ++number) {
    const std::size_t end = std::min(tsv.find_first_of("\r\n"), tsv.size());
    const std::string_view line = tsv.substr(0, end);
    const std::size_t mark = tsv.substr(end).starts_with("\r\n") ? 2 : 1;
    tsv.remove_prefix(std::min(end + mark, tsv.size()));
    if (line.empty() || line.front() == '#') continue;
    if (!read_line(line, weights)) {
      return BadWeight{number, std::string(line.substr(0, kMaxTextShown))};
    }
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

RerankWeights load_weights(const std::filesystem::path& file) {
  auto read = with_weights(default_weights(), read_file(file));
  if (const auto* bad = std::get_if<BadWeight>(&read)) {
    throw Error(ErrorCode::kPathUnreadable,
                {file.string(), std::to_string(bad->line), bad->text,
                 std::to_string(std::lround(kMaxWeight)), all_names()},
                kBadLine);
  }
  return std::get<RerankWeights>(read);
}

}  // namespace tracuu
