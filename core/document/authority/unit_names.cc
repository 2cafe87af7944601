#include "core/document/authority/unit_names.h"

#include <algorithm>
#include <array>

namespace tracuu {
namespace {

struct UnitType {
  std::string_view key;
  std::string_view written;
  std::string_view not_before;  // words behind it that make it another word, by blanks
};

constexpr std::array kTypes = std::to_array<UnitType>({
    {"tinh", "tỉnh", " uy doan doi "},
    {"thanh pho", "thành phố", ""},
    {"huyen", "huyện", " uy doan "},
    {"quan", "quận", " su doi ly chung khu y trac he uy diem tri doan huan nhan ham phap "},
    {"thi xa", "thị xã", ""},
    {"xa", "xã", " hoi "},
    {"phuong", "phường", " phap tien an thuc "},
    {"thi tran", "thị trấn", ""},
    {"dac khu", "đặc khu", ""},
});

// Only before a known name: «Công an Q. 1», «UBND H. Củ Chi».
constexpr std::array<std::string_view, 3> kShort = {"q", "h", "p"};
constexpr std::array<std::string_view, 3> kShortFor = {"quan", "huyen", "phuong"};

const UnitType* find_type(std::string_view key) {
  const auto found = std::ranges::find(kTypes, key, &UnitType::key);
  return found == kTypes.end() ? nullptr : &*found;
}

bool is_short(std::string_view key) {
  return std::ranges::find(kShort, key) != kShort.end();
}

bool is_known(std::string_view type, std::string_view name) {
  const auto fits = [&](const Place* place) { return may_be_level(type, place->level); };
  return std::ranges::any_of(provinces_and_districts(name), fits) ||
         (may_be_level(type, PlaceLevel::kCommune) && !communes(name).empty());
}

// Words behind the type that make another word of it.
bool is_other_word(const UnitType& type, const KeyWords& words, std::size_t next) {
  if (next >= words.size()) return false;
  const std::string word = " " + std::string(words[next]) + " ";
  return type.not_before.find(word) != std::string_view::npos;
}

class Reader {
 public:
  Reader(const KeyWords& words, UnitNames names) : words_(words), names_(names) {}

  // Appends the units from `i` to the end, the largest first.
  bool read(std::size_t i, std::size_t depth, std::vector<UnitName>& units) const {
    if (depth == kMaxUnits) return false;
    const std::size_t n = unit_type_length(words_, i);
    if (n == 0) return false;
    const std::string_view type = words_.text(i, i + n);
    const std::size_t begin = i + n;
    if (begin == words_.size()) {
      if (depth > 0 || is_short(type)) return false;
      units.push_back({type, {}});
      return true;
    }
    const std::size_t most = std::min(words_.size(), begin + kMaxPlaceWords);
    for (std::size_t end = most; end > begin; --end) {
      const std::string_view name = words_.text(begin, end);
      if (may_end(end) && is_known(type, name) && add(type, name, end, depth, units)) return true;
    }
    if (names_ == UnitNames::kOfTables || is_short(type)) return false;
    const UnitType* full = find_type(type);
    if (full == nullptr || is_other_word(*full, words_, begin)) return false;
    for (std::size_t end = begin + 1; end <= most; ++end) {
      if (may_end(end) && add(type, words_.text(begin, end), end, depth, units)) return true;
    }
    return false;
  }

 private:
  bool may_end(std::size_t end) const {
    return end == words_.size() || unit_type_length(words_, end) > 0;
  }

  bool add(std::string_view type, std::string_view name, std::size_t end, std::size_t depth,
           std::vector<UnitName>& units) const {
    if (end < words_.size() && !read(end, depth + 1, units)) return false;
    units.push_back({type, name});
    return true;
  }

  const KeyWords& words_;
  UnitNames names_;
};

}  // namespace

KeyWords::KeyWords(std::string key) : key_(std::move(key)) {
  std::size_t at = 0;
  while (at < key_.size() && starts_.size() < kMaxWords) {
    starts_.push_back(at);
    const std::size_t blank = key_.find(' ', at);
    if (blank == std::string::npos) return;
    at = blank + 1;
  }
  if (at < key_.size()) key_.resize(at - 1);
}

std::string_view KeyWords::text(std::size_t first, std::size_t last) const {
  if (first >= last) return {};
  const std::size_t end = last < starts_.size() ? starts_[last] - 1 : key_.size();
  return std::string_view(key_).substr(starts_[first], end - starts_[first]);
}

std::size_t unit_type_length(const KeyWords& words, std::size_t i) {
  if (i + 1 < words.size() && find_type(words.text(i, i + 2)) != nullptr) return 2;
  if (i >= words.size()) return 0;
  if (is_short(words[i])) return 1;
  return find_type(words[i]) != nullptr ? 1 : 0;
}

bool may_be_level(std::string_view type, PlaceLevel level) {
  switch (level) {
    case PlaceLevel::kProvince:
      return type == "tinh" || type == "thanh pho";
    case PlaceLevel::kDistrict:
      return type == "thanh pho" || type == "huyen" || type == "quan" || type == "thi xa" ||
             type == "q" || type == "h";
    case PlaceLevel::kCommune:
      return type == "xa" || type == "phuong" || type == "thi tran" || type == "dac khu" ||
             type == "p";
  }
  return false;
}

std::string_view full_type(std::string_view type) {
  const auto found = std::ranges::find(kShort, type);
  return found == kShort.end() ? type : kShortFor[static_cast<std::size_t>(found - kShort.begin())];
}

std::string_view written_type(std::string_view type) {
  const UnitType* found = find_type(type);
  return found == nullptr ? std::string_view{} : found->written;
}

std::string_view type_key(std::string_view written) {
  const auto found = std::ranges::find(kTypes, written, &UnitType::written);
  return found == kTypes.end() ? std::string_view{} : found->key;
}

std::vector<UnitName> read_units(const KeyWords& words, std::size_t i, UnitNames names) {
  std::vector<UnitName> units;
  if (!Reader(words, names).read(i, 0, units)) return {};
  std::ranges::reverse(units);
  return units;
}

}  // namespace tracuu
