#include "core/index/syllable_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <numeric>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tracuu {
namespace {

constexpr std::string_view kMagic = "TRACUUSY";
constexpr double kLevelsPerDoubling = 8;

// How much of a pair's probability comes from the pair itself once its first syllable is well
// known; the rest is the second syllable's own. Witten and Bell's estimate, with kDoubt for the
// number of different followers.
constexpr double kDoubt = 20;

// The number of bytes of an array of T, up to the next multiple of 8.
template <typename T>
std::size_t padded_bytes(std::size_t n) {
  return (n * sizeof(T) + 7) / 8 * 8;
}

template <typename T>
std::span<const T> array_at(std::string_view file, std::size_t& at, std::size_t n) {
  const auto* data = reinterpret_cast<const T*>(file.data() + at);
  at += padded_bytes<T>(n);
  return {data, n};
}

}  // namespace

std::string SyllableModel::file_name(const std::string& access_class) {
  std::string name(kFileName);
  if (!access_class.empty()) name += '-' + access_class;
  return name;
}

SyllableModel SyllableModel::of_bytes(std::string bytes) {
  SyllableModel model;
  const auto kept = std::make_shared<const std::string>(std::move(bytes));
  model.mapping_ = kept;
  return model.use(*kept) ? model : SyllableModel();
}

SyllableModel::SyllableModel(const std::filesystem::path& generation,
                             const std::string& access_class) {
  const int descriptor =
      ::open((generation / file_name(access_class)).c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return;
  struct stat status {};
  void* memory = MAP_FAILED;
  if (::fstat(descriptor, &status) == 0 && status.st_size > 0) {
    memory = ::mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_PRIVATE,
                    descriptor, 0);
  }
  ::close(descriptor);
  if (memory == MAP_FAILED) return;
  const auto bytes = static_cast<std::size_t>(status.st_size);
  mapping_ = {memory, [bytes](const void* m) { ::munmap(const_cast<void*>(m), bytes); }};
  if (!use({static_cast<const char*>(memory), bytes})) *this = SyllableModel();
}

// Returns whether the file is one of ours, whole, and points nowhere outside itself.
bool SyllableModel::use(std::string_view file) {
  Header header{};
  if (file.size() < sizeof header) return false;
  std::memcpy(&header, file.data(), sizeof header);
  if (std::string_view(header.magic, kMagic.size()) != kMagic || header.version != kVersion) {
    return false;
  }
  const std::size_t expected = sizeof header + padded_bytes<Form>(header.forms) +
                               padded_bytes<std::uint32_t>(std::size_t{header.forms} + 1) +
                               padded_bytes<std::uint16_t>(header.pairs) +
                               padded_bytes<std::uint8_t>(header.pairs) + header.text_bytes;
  if (header.forms > 0xFFFF || file.size() != expected) return false;
  std::size_t at = sizeof header;
  forms_ = array_at<Form>(file, at, header.forms);
  rows_ = array_at<std::uint32_t>(file, at, std::size_t{header.forms} + 1);
  seconds_ = array_at<std::uint16_t>(file, at, header.pairs);
  levels_ = array_at<std::uint8_t>(file, at, header.pairs);
  text_ = file.substr(at);
  const bool forms_fit = std::ranges::all_of(forms_, [&](const Form& form) {
    return std::uint64_t{form.text} + form.toned_bytes + form.toneless_bytes <= text_.size();
  });
  if (!forms_fit || !std::ranges::is_sorted(rows_) || rows_.back() != header.pairs) return false;
  const double total =
      std::accumulate(forms_.begin(), forms_.end(), 0.0,
                      [](double sum, const Form& form) { return sum + form.count; });
  total_ = std::max(total, 1.0);
  return true;
}

std::string_view SyllableModel::toned(Id id) const {
  return text_.substr(forms_[id].text, forms_[id].toned_bytes);
}

std::string_view SyllableModel::toneless(Id id) const {
  return text_.substr(forms_[id].text + forms_[id].toned_bytes, forms_[id].toneless_bytes);
}

SyllableModel::Range SyllableModel::forms_of(std::string_view toneless_form) const {
  const auto text_of = [this](const Form& form) {
    return text_.substr(form.text + form.toned_bytes, form.toneless_bytes);
  };
  const auto first = std::ranges::lower_bound(forms_, toneless_form, {}, text_of);
  auto last = first;
  while (last != forms_.end() && text_of(*last) == toneless_form) ++last;
  return {static_cast<Id>(first - forms_.begin()), static_cast<Id>(last - forms_.begin())};
}

std::optional<SyllableModel::Id> SyllableModel::find(std::string_view toned_form,
                                                     std::string_view toneless_form) const {
  const Range range = forms_of(toneless_form);
  for (Id id = range.begin; id < range.end; ++id) {
    if (toned(id) == toned_form) return id;
  }
  return std::nullopt;
}

double SyllableModel::count_of_level(std::uint8_t level) {
  static const auto kCounts = [] {
    std::array<double, 256> counts{};
    for (std::size_t i = 1; i < counts.size(); ++i) {
      counts[i] = std::exp2(static_cast<double>(i - 1) / kLevelsPerDoubling);
    }
    return counts;
  }();
  return kCounts[level];
}

std::uint8_t SyllableModel::level_of_count(std::uint32_t count) {
  const double level = 1 + std::round(kLevelsPerDoubling * std::log2(count));
  return static_cast<std::uint8_t>(std::min(level, 255.0));
}

double SyllableModel::pair_count(Id first, Id second) const {
  const auto row = seconds_.subspan(rows_[first], rows_[first + 1U] - rows_[first]);
  const auto found = std::ranges::lower_bound(row, second);
  if (found == row.end() || *found != second) return 0;
  return count_of_level(levels_[rows_[first] + static_cast<std::size_t>(found - row.begin())]);
}

double SyllableModel::log_probability(Id id) const {
  return std::log(forms_[id].count / total_);
}

double SyllableModel::pair_log_probability(Id first, Id second) const {
  const double own = forms_[second].count / total_;
  return std::log((pair_count(first, second) + kDoubt * own) / (forms_[first].count + kDoubt));
}

}  // namespace tracuu
