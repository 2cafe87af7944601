#include "core/document/entities/places.h"

#include <algorithm>
#include <array>
#include <span>

#include "core/document/entities/passes.h"
#include "core/document/entities/title_words.h"
#include "core/document/entities/words.h"
#include "core/document/tables.h"

namespace tracuu {
namespace {

using entities::Gap;
using entities::Word;
using std::size_t;

constexpr size_t kMaxUnknownWords = 3;  // of a district or commune that no table lists
constexpr size_t kMaxDistinct = 4'000;  // places counted in one text

constexpr std::uint64_t kKeyPrime = 1'099'511'628'211ULL;

std::uint64_t key_of(std::span<const Word> words) {
  std::uint64_t key = words.size();
  for (const Word& word : words) key = (key ^ word.hash) * kKeyPrime;
  return key;
}

// How a class of place is written, and shown. «TT» is none: it is Thường trực, Thông tư, Trung tâm
// as well («TT. Tỉnh ủy»).
struct PlaceClass {
  std::string_view words;
  std::string_view display;
};

constexpr std::array kClasses = std::to_array<PlaceClass>({{"tỉnh", "tỉnh"},
                                                           {"thành phố", "thành phố"},
                                                           {"tp", "thành phố"},
                                                           {"huyện", "huyện"},
                                                           {"quận", "quận"},
                                                           {"thị xã", "thị xã"},
                                                           {"tx", "thị xã"},
                                                           {"xã", "xã"},
                                                           {"phường", "phường"},
                                                           {"thị trấn", "thị trấn"}});

class ClassWords {
 public:
  struct Found {
    std::string_view display;
    size_t words = 0;  // 0: none
  };

  static const ClassWords& instance() {
    static const ClassWords words;
    return words;
  }

  // The class that ends with the last of `words`.
  Found ending(std::span<const Word> words) const {
    if (words.empty() || !last_.contains(words.back().hash)) return {};
    for (size_t n = std::min<size_t>(2, words.size()); n > 0; --n) {
      if (n == 2 && words.back().gap != Gap::kBlank) continue;
      const auto found = displays_.find(key_of(words.last(n)));
      if (found != displays_.end()) return {found->second, n};
    }
    return {};
  }

 private:
  ClassWords() {
    for (const PlaceClass& place : kClasses) {
      const std::vector<Word> words = entities::split_words(place.words);
      displays_[key_of(words)] = place.display;
      last_[words.back().hash] = true;
    }
  }

  std::unordered_map<std::uint64_t, std::string_view> displays_;
  std::unordered_map<std::uint32_t, bool> last_;
};

class PlaceFinder {
 public:
  PlaceFinder(std::string_view text, std::span<const Word> words, const PlaceNames& names)
      : text_(text), words_(words), names_(names) {}

  std::vector<std::string> run() {
    for (size_t i = 0; i < words_.size();) {
      const Word& word = words_[i];
      const bool may_begin = word.is_capitalized || word.has_digit;
      const size_t end = may_begin ? read_place(i) : 0;
      i = std::max(end, i + 1);
    }
    return most_frequent();
  }

 private:
  // Capitalized words without punctuation between them.
  size_t run_end(size_t i) const {
    size_t end = i + 1;
    while (end < words_.size() && is_joined(end) && words_[end].is_capitalized &&
           !words_[end].has_digit && !is_class(end)) {
      ++end;
    }
    return end;
  }

  // A class of one word: «Huyện Đại Từ», «TP Huế».
  bool is_class(size_t i) const {
    return ClassWords::instance().ending(words_.subspan(i, 1)).words == 1;
  }

  // By a blank, or as in «TP.HCM».
  bool is_joined(size_t i) const {
    if (words_[i].gap == Gap::kBlank) return true;
    return words_[i].gap == Gap::kJoiner && words_[i - 1].is_all_capitals;
  }

  size_t read_place(size_t i) {
    const auto place_class = class_before(i);
    if (words_[i].has_digit) return place_class.words > 0 ? add_numbered(i, place_class) : 0;
    size_t end = run_end(i);
    const size_t dashed = dashed_end(end);
    Known known = find_known(i, dashed);
    if (i + known.words > end) {
      end = dashed;
    } else {
      known = find_known(i, end);
    }
    if (place_class.words > 0) {
      if (known.words > 0 && is_same_class(*known.display, place_class.display)) {
        return add(*known.display, i + known.words);
      }
      return add_unknown(i, known.words > 0 ? i + known.words : end, place_class);
    }
    if (known.words == 0 && begins_otherwise(i)) return i + 1;
    // Within a longer name it is a part of that: «Thái Bình Dương», «Trần Bình Dương».
    const bool stands_alone = known.words > 0 && i + known.words == end && !is_person(i, end);
    return stands_alone && !is_street(i) ? add(*known.display, end) : end;
  }

  // A word that is a capital for another reason: a class, an abbreviation, the first of a sentence.
  bool begins_otherwise(size_t i) const {
    if (words_[i].is_all_capitals || is_class(i)) return true;
    return words_[i].gap == Gap::kStop &&
           !entities::TitleWords::instance().is(words_[i], entities::Role::kFamilyName);
  }

  // The end of a name that goes on behind a dash: «Bà Rịa - Vũng Tàu».
  size_t dashed_end(size_t end) const {
    if (end >= words_.size() || !words_[end].is_capitalized) return end;
    const size_t begin = words_[end - 1].offset + words_[end - 1].length;
    const std::string_view between = text_.substr(begin, words_[end].offset - begin);
    return between == " - " || between == "-" ? run_end(end) : end;
  }

  ClassWords::Found class_before(size_t i) const {
    if (i == 0 || words_[i].gap == Gap::kComma) return {};
    // «TP. Huế»: the point of an abbreviation is no stop.
    if (words_[i].gap == Gap::kStop && !is_abbreviation_before(i)) return {};
    const ClassWords::Found found = ClassWords::instance().ending(words_.first(i));
    // «đường Xã Đàn»
    return found.words > 0 && is_street(i - found.words) ? ClassWords::Found{} : found;
  }

  bool is_abbreviation_before(size_t i) const {
    const Word& before = words_[i - 1];
    const size_t end = before.offset + before.length;
    return before.is_all_capitals && text_.substr(end, words_[i].offset - end) == ". ";
  }

  // «Hồ Chí Minh» alone is the man.
  bool is_person(size_t i, size_t end) const {
    constexpr size_t kFullName = 3;
    return end - i == kFullName &&
           entities::TitleWords::instance().is(words_[i], entities::Role::kFamilyName);
  }

  bool is_street(size_t i) const {
    static const std::uint32_t kStreet = entities::word_hash("đường");
    static const std::uint32_t kTown = entities::word_hash("phố");
    if (i == 0 || words_[i].gap != Gap::kBlank) return false;
    return words_[i - 1].hash == kStreet || words_[i - 1].hash == kTown;
  }

  struct Known {
    const std::string* display = nullptr;
    size_t words = 0;
  };

  Known find_known(size_t i, size_t end) const {
    for (size_t n = std::min(end - i, names_.longest()); n > 0; --n) {
      const std::string* display = names_.find(key_of(words_.subspan(i, n)));
      if (display != nullptr) return {display, n};
    }
    return {};
  }

  // «thành phố Thái Nguyên» is the town, not the province.
  static bool is_same_class(std::string_view display, std::string_view place_class) {
    return display.starts_with(place_class);
  }

  size_t add_numbered(size_t i, const ClassWords::Found& place_class) {
    constexpr size_t kMaxDigits = 2;
    const bool has_numbers = place_class.display == "quận" || place_class.display == "phường";
    if (!has_numbers || words_[i].length > kMaxDigits) return 0;
    return add(joined(place_class.display, text_of(text_, words_[i])), i + 1);
  }

  size_t add_unknown(size_t i, size_t end, const ClassWords::Found& place_class) {
    // Capitals are abbreviations or headlines; a province not in the table is none.
    if (words_[i].is_all_capitals || place_class.display == "tỉnh") return end;
    size_t last = end;
    if (last - i > kMaxUnknownWords) last = before_person(i, end);
    if (last == 0) return end;
    const Word& word = words_[last - 1];
    const size_t length = word.offset + word.length - words_[i].offset;
    return add(joined(place_class.display, text_.substr(words_[i].offset, length)), last);
  }

  // «huyện Đại Từ Nguyễn Văn An»: the end of the place, 0 when it is not clear.
  size_t before_person(size_t i, size_t end) const {
    constexpr size_t kShortestName = 2;
    const auto& titles = entities::TitleWords::instance();
    for (size_t k = std::min(end - kShortestName, i + kMaxUnknownWords); k > i; --k) {
      if (titles.is(words_[k], entities::Role::kFamilyName)) return k;
    }
    return 0;
  }

  static std::string joined(std::string_view place_class, std::string_view name) {
    std::string out(place_class);
    out += ' ';
    out += name;
    std::ranges::replace(out, '\n', ' ');
    return out;
  }

  size_t add(const std::string& display, size_t end) {
    const auto found = counts_.find(display);
    if (found != counts_.end()) {
      ++found->second.count;
    } else if (counts_.size() < kMaxDistinct) {
      counts_[display] = {1, counts_.size()};
    }
    return end;
  }

  struct Count {
    size_t count = 0;
    size_t first = 0;  // in the order of the text
  };

  std::vector<std::string> most_frequent() const {
    std::vector<std::pair<std::string, Count>> places(counts_.begin(), counts_.end());
    std::ranges::sort(places, [](const auto& a, const auto& b) {
      if (a.second.count != b.second.count) return a.second.count > b.second.count;
      return a.second.first < b.second.first;
    });
    std::vector<std::string> out;
    for (auto& place : places) {
      if (out.size() == kMaxPlaces) break;
      out.push_back(std::move(place.first));
    }
    return out;
  }

  std::string_view text_;
  std::span<const Word> words_;
  const PlaceNames& names_;
  std::unordered_map<std::string, Count> counts_;
};

// «tỉnh (thành phố Huế từ 01/01/2025)» is a tỉnh.
std::string_view class_of(std::string_view type) {
  return type.starts_with("thành phố") ? "thành phố" : "tỉnh";
}

std::vector<PlaceNames::Entry> province_entries() {
  std::vector<PlaceNames::Entry> entries;
  for (const TableRow& row : table_rows(data::kProvincesTsv)) {
    const std::string_view name = cell(row, ProvinceColumn::kName);
    std::string display(class_of(cell(row, ProvinceColumn::kType)));
    display += ' ';
    display += name;
    entries.push_back({name, display});
    for (const auto variant : split_list(cell(row, ProvinceColumn::kVariants), ';')) {
      entries.push_back({variant, display});
    }
    // «TPHCM»; codes of two letters are too short to be told from other abbreviations.
    constexpr size_t kShortestCode = 4;
    for (const auto code : split_list(cell(row, ProvinceColumn::kCodes), ',')) {
      if (code.size() > kShortestCode && code.starts_with("TP")) entries.push_back({code, display});
    }
  }
  return entries;
}

}  // namespace

PlaceNames::PlaceNames(const std::vector<Entry>& entries) {
  for (const Entry& entry : entries) {
    const std::vector<Word> words = entities::split_words(entry.spelling);
    displays_.try_emplace(key_of(words), entry.display);
    longest_ = std::max(longest_, words.size());
  }
}

const PlaceNames& PlaceNames::provinces() {
  static const PlaceNames names(province_entries());
  return names;
}

const std::string* PlaceNames::find(std::string_view name) const {
  return find(key_of(entities::split_words(name)));
}

const std::string* PlaceNames::find(std::uint64_t key) const {
  const auto found = displays_.find(key);
  return found == displays_.end() ? nullptr : &found->second;
}

std::vector<std::string> entities::places_of(std::string_view text, std::span<const Word> words,
                                             const PlaceNames& names) {
  return PlaceFinder(text, words, names).run();
}

std::vector<std::string> find_places(std::string_view text, const PlaceNames& names) {
  std::string buffer;
  text = entities::composed(text, buffer);
  return entities::places_of(text, entities::split_words(text), names);
}

}  // namespace tracuu
