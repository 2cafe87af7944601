#include "core/document/entities/people.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "core/document/entities/passes.h"
#include "core/document/entities/title_words.h"
#include "core/document/entities/words.h"
#include "core/document/tables.h"
#include "core/text/word_form.h"

namespace tracuu {
namespace {

using entities::Gap;
using entities::Role;
using entities::TitleWords;
using entities::Word;
using std::size_t;

constexpr size_t kMinNameWords = 2;
constexpr size_t kMaxNameWords = 5;
constexpr size_t kMaxTitleWords = 16;
constexpr size_t kMaxTitleBytes = 140;
constexpr size_t kMaxPlaceWords = 2;  // «Hà Nội» between title and name

// Where a verb goes on after «…, giám đốc Sở Y tế cho biết».
const std::unordered_set<std::uint32_t>& verbs() {
  static const std::unordered_set<std::uint32_t> set = [] {
    std::unordered_set<std::uint32_t> hashes;
    for (const Word& word : entities::split_words(
             "cho nói là đã được cũng đang sẽ có chia khẳng nhấn vừa trả kể bày nhận tại vào từ "
             "khi để đến bị do mới thừa lại rằng trong với này đều không trao cùng thì")) {
      hashes.insert(word.hash);
    }
    return hashes;
  }();
  return set;
}

// Provinces of two syllables: «Hà Nội» is no «Hà» with a given name.
class ProvinceNames {
 public:
  static const ProvinceNames& instance() {
    static const ProvinceNames names;
    return names;
  }

  bool begin(std::span<const Word> words) const {
    return words.size() >= kMaxPlaceWords && pairs_.contains(key(words[0], words[1]));
  }

 private:
  ProvinceNames() {
    for (const TableRow& row : table_rows(data::kProvincesTsv)) {
      const auto words = entities::split_words(cell(row, ProvinceColumn::kName));
      if (words.size() == kMaxPlaceWords) pairs_.insert(key(words[0], words[1]));
    }
  }

  static std::uint64_t key(const Word& a, const Word& b) {
    constexpr int kHashBits = 32;
    return static_cast<std::uint64_t>(a.hash) << kHashBits | b.hash;
  }

  std::unordered_set<std::uint64_t> pairs_;
};

class PeopleFinder {
 public:
  PeopleFinder(std::string_view text, std::span<const Word> words)
      : text_(text), words_(words), titles_(TitleWords::instance()) {}

  std::vector<Person> run() {
    for (size_t i = 0; i < words_.size() && people_.size() < kMaxPeople;) {
      const size_t end = begins_name(i) ? read_person(i) : 0;
      i = std::max(end, i + 1);
    }
    drop_short_names();
    return std::move(people_);
  }

 private:
  bool begins_name(size_t i) const {
    const Word& word = words_[i];
    return word.is_capitalized && !word.is_all_capitals && !word.has_digit &&
           (titles_.is(word, Role::kFamilyName) || is_highland(word));
  }

  // H'Hen; the apostrophe joins what would be two words.
  bool is_highland(const Word& word) const {
    const std::string_view text = text_of(text_, word);
    return text.starts_with("H'") || text.starts_with("H\u2019") || text.starts_with("K'");
  }

  // Returns the end of the person at `i`, 0 for none.
  size_t read_person(size_t i) {
    const size_t end = name_end(i);
    const size_t count = end - i;
    if (count < kMinNameWords || count > kMaxNameWords || is_place(i, count)) return 0;
    if (is_named(i, end)) return 0;
    std::string title = title_before(i);
    std::string after = title_after(end);
    if (after.size() > title.size()) title = std::move(after);
    if (title.empty() || !is_vietnamese(i, end)) return 0;
    add(clean(words_[i], words_[end - 1]), std::move(title));
    return end;
  }

  // «đường Nguyễn Trãi», «thành phố Hồ Chí Minh»; but «… UBND thành phố Trần Sỹ Thanh».
  bool is_named(size_t i, size_t end) const {
    static const std::uint32_t kCity = entities::word_hash("thành");
    static const std::uint32_t kTown = entities::word_hash("phố");
    if (i == 0 || words_[i].gap != Gap::kBlank) return false;
    const Word& before = words_[i - 1];
    if (!titles_.is(before, Role::kNamed)) return false;
    const bool is_city = before.hash == kTown && i > 1 && words_[i - 2].hash == kCity;
    return !is_city || PlaceNames::provinces().find(clean(words_[i], words_[end - 1])) != nullptr;
  }

  bool is_place(size_t i, size_t count) const {
    return ProvinceNames::instance().begin(words_.subspan(i, count));
  }

  size_t name_end(size_t i) const {
    size_t end = i + 1;
    while (end < words_.size() && end - i <= kMaxNameWords) {
      const Word& word = words_[end];
      if (word.gap != Gap::kBlank || !word.is_capitalized) break;
      if (word.is_all_capitals || word.has_digit) break;
      ++end;
      if (word.length == 1) break;  // «Nguyễn Văn A»
    }
    return end;
  }

  bool is_vietnamese(size_t begin, size_t end) const {
    const bool is_of_highlands = is_highland(words_[begin]) || words_[begin].length == 1;
    for (size_t k = begin; k < end; ++k) {
      if (words_[k].length == 1 && k > begin) continue;
      if (is_of_highlands || titles_.is(words_[k], Role::kFamilyName)) continue;
      if (!text::word_form(text_of(text_, words_[k])).is_syllable) return false;
    }
    return true;
  }

  // «ông», «PGS.TS», «Bộ trưởng Bộ TT&TT» before the name at `i`.
  std::string title_before(size_t i) const {
    if (i == 0) return {};
    const Word& before = words_[i - 1];
    if (titles_.is(before, Role::kDegree) && is_joined_degree(i)) return degree_before(i);
    if (words_[i].gap != Gap::kBlank) return {};
    if (titles_.is(before, Role::kHonorific)) return honorific_before(i);
    return office_before(i);
  }

  // Only a blank or «.» stands between: «TS. Trần Văn B».
  bool is_joined_degree(size_t i) const {
    const size_t end = words_[i - 1].offset + words_[i - 1].length;
    constexpr size_t kMaxBetween = 3;
    const std::string_view between = text_.substr(end, words_[i].offset - end);
    return between.size() <= kMaxBetween && between.find_first_not_of(". ") == between.npos;
  }

  std::string degree_before(size_t i) const {
    size_t first = i - 1;
    while (first > 0 && titles_.is(words_[first - 1], Role::kDegree) && is_joined_degree(first)) {
      --first;
    }
    const size_t head =
        words_[first].gap == Gap::kBlank ? titles_.head_ending(words_.first(first)) : 0;
    return clean(words_[first - head], words_[i - 1]);
  }

  std::string honorific_before(size_t i) const {
    static const std::uint32_t kComrade = entities::word_hash("chí");
    static const std::uint32_t kComradeFirst = entities::word_hash("đồng");
    if (words_[i - 1].hash != kComrade) return entities::small_word(text_of(text_, words_[i - 1]));
    const bool is_comrade =
        i > 1 && words_[i - 1].gap == Gap::kBlank && words_[i - 2].hash == kComradeFirst;
    return is_comrade ? "đồng chí" : "";
  }

  // A head, then names of agencies and places alone up to the name.
  std::string office_before(size_t i) const {
    for (size_t k = i; k > 0 && i - k < kMaxTitleWords; --k) {
      if (k < i && words_[k].gap != Gap::kBlank && words_[k].gap != Gap::kJoiner) break;
      if (const size_t head = titles_.head_ending(words_.first(k))) {
        if (is_name_within(k, i)) return {};
        return clean(words_[with_modifiers(k - head)], words_[i - 1]);
      }
      if (!is_of_agency(words_[k - 1])) break;
    }
    return {};
  }

  bool is_of_agency(const Word& word) const {
    return word.is_capitalized || titles_.is(word, Role::kAgency);
  }

  // «Chủ tịch Hồ Chí Minh Lê …» would take one person for the office of another.
  bool is_name_within(size_t begin, size_t end) const {
    return begin < end && begins_name(begin) && begin + 1 < end && !is_place(begin, end - begin) &&
           words_[begin].gap == Gap::kBlank && words_[begin + 1].is_capitalized;
  }

  size_t with_modifiers(size_t first) const {
    while (first > 0 && words_[first].gap == Gap::kBlank &&
           titles_.is(words_[first - 1], Role::kModifier)) {
      --first;
    }
    return first;
  }

  // «, giám đốc Sở Y tế», «- Chủ tịch UBND xã», «(Bí thư Tỉnh ủy)» behind the name.
  std::string title_after(size_t begin) const {
    if (begin >= words_.size() || words_[begin].gap != Gap::kComma) return {};
    size_t head = begin;
    constexpr size_t kMaxModifiers = 2;
    while (head < words_.size() && head - begin < kMaxModifiers &&
           titles_.is(words_[head], Role::kModifier) && head_at(head) == 0) {
      ++head;
    }
    const size_t count = head_at(head);
    if (count == 0) return {};
    size_t end = head + count;
    while (end < words_.size() && end - begin < kMaxTitleWords) {
      const Word& word = words_[end];
      if (word.gap != Gap::kBlank && word.gap != Gap::kJoiner) break;
      if (!word.is_capitalized && verbs().contains(word.hash)) break;
      if (is_other_person(end)) return before_other_person(begin, end);
      ++end;
    }
    const bool is_cut = end - begin == kMaxTitleWords;
    return clean(words_[begin], words_[is_cut ? head + count - 1 : end - 1]);
  }

  // «… Sở Y tế và ông Lê Văn B»
  bool is_other_person(size_t i) const {
    constexpr size_t kLongName = 3;
    return begins_name(i) && !titles_.is(words_[i - 1], Role::kNamed) &&
           name_end(i) - i >= kLongName && !is_place(i, kLongName);
  }

  std::string before_other_person(size_t begin, size_t end) const {
    static const std::uint32_t kAnd = entities::word_hash("và");
    constexpr size_t kMaxTitle = 4;
    for (size_t k = end - 1; k > begin && end - k <= kMaxTitle; --k) {
      if (words_[k].hash == kAnd) return clean(words_[begin], words_[k - 1]);
    }
    return {};
  }

  size_t head_at(size_t i) const {
    return i < words_.size() ? titles_.head_beginning(words_.subspan(i)) : 0;
  }

  // The text from one word to another, each run of blanks as one.
  std::string clean(const Word& first, const Word& last) const {
    const std::string_view part =
        text_.substr(first.offset, last.offset + last.length - first.offset);
    if (part.size() > kMaxTitleBytes) return {};
    std::string out;
    for (const char c : part) {
      const bool is_blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
      if (!is_blank) {
        out += c;
      } else if (!out.empty() && out.back() != ' ') {
        out += ' ';
      }
    }
    return out;
  }

  void add(std::string name, std::string title) {
    if (name.empty()) return;
    const auto [entry, is_new] = places_.try_emplace(entities::small_word(name), people_.size());
    if (is_new) {
      people_.push_back({std::move(name), std::move(title)});
    } else if (title.size() > people_[entry->second].title.size()) {
      people_[entry->second].title = std::move(title);
    }
  }

  // «bác sĩ Lưu Phương» is Trần Ngọc Lưu Phương, if the text names her, too.
  void drop_short_names() {
    const auto is_short = [&](const Person& person) {
      return std::ranges::any_of(people_, [&](const Person& other) {
        return other.name.size() > person.name.size() && other.name.ends_with(" " + person.name);
      });
    };
    std::vector<Person> kept;
    for (const Person& person : people_) {
      if (!is_short(person)) kept.push_back(person);
    }
    people_ = std::move(kept);
  }

  std::string_view text_;
  std::span<const Word> words_;
  const TitleWords& titles_;
  std::vector<Person> people_;
  std::unordered_map<std::string, size_t> places_;  // in people_, by name
};

}  // namespace

std::vector<Person> entities::people_of(std::string_view text, std::span<const Word> words) {
  return PeopleFinder(text, words).run();
}

std::vector<Person> find_people(std::string_view text) {
  std::string buffer;
  text = entities::composed(text, buffer);
  return entities::people_of(text, entities::split_words(text));
}

}  // namespace tracuu
