// How the heading of an agency, in capitals, is written as a name.
//
//   PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN PHÚ LƯƠNG
//   |head |  its field: capital first, |level|place: capitals|
//   Phòng Giáo dục và Đào tạo           huyện Phú Lương
//
// What the tables know is written as they write it; the rest goes by these three parts.

#include <algorithm>
#include <array>

#include "core/document/agency.h"
#include "core/document/agency_words.h"
#include "core/document/letter_case.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxProvinceWords = 5;  // Bà Rịa - Vũng Tàu

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view key) {
  return std::ranges::find(list, key) != list.end();
}

// Units of the country: small, and a proper name follows.
std::size_t level_words(const std::vector<NameWord>& words, std::size_t i) {
  static constexpr std::array<std::string_view, 4> kTwo = {"thanh pho", "thi xa", "thi tran",
                                                           "dac khu"};
  static constexpr std::array<std::string_view, 5> kOne = {"tinh", "huyen", "quan", "xa", "phuong"};
  if (i + 1 < words.size() && is_one_of(kTwo, joined_keys(words, i, i + 2))) return 2;
  if (!is_one_of(kOne, words[i].key)) return 0;
  // «TỈNH ỦY» is a body, «XÃ HỘI» and «QUÂN SỰ» are none of these words.
  static constexpr std::array<std::string_view, 3> kNot = {"uy", "hoi", "su"};
  const bool is_other = i + 1 < words.size() && is_one_of(kNot, words[i + 1].key);
  return is_other ? 0 : 1;
}

// The words of the head noun: «TRUNG TÂM», «SỞ».
std::size_t head_words(const std::vector<NameWord>& words) {
  static constexpr std::array<std::string_view, 14> kTwo = {
      "trung tam", "van phong", "chi cuc",   "tong cuc", "hoc vien", "benh vien", "cong ty",
      "lien doan", "hoi dong",  "ngan hang", "tap doan", "ban quan", "tong cong", "dang bo"};
  if (words.size() < 2 || !is_one_of(kTwo, joined_keys(words, 0, 2))) return 1;
  return words[0].key == "ban" || (words[0].key == "tong" && words[1].key == "cong") ? 3 : 2;
}

bool is_linking(std::string_view key) {
  return key == "va" || key == "cua" || key == "cac";
}

std::size_t province_words(const std::vector<NameWord>& words, std::size_t i) {
  const std::size_t most = std::min(kMaxProvinceWords, words.size() - i);
  for (std::size_t n = most; n >= 2; --n) {
    if (!agency_names().find_province(joined_keys(words, i, i + n)).empty()) return n;
  }
  return 0;
}

class Writer {
 public:
  explicit Writer(const std::vector<NameWord>& words) : words_(words) {}

  std::string write() {
    std::size_t i = known_prefix();
    bool is_place = i > 0;  // behind a name of the tables only places follow
    if (i == 0) i = head();
    bool begins_field = true;
    while (i < words_.size()) {
      if (const std::size_t n = level_words(words_, i)) {
        add_small(i, n);
        is_place = true;
        i += n;
      } else if (const std::size_t names = province_words(words_, i)) {
        add_capitalized(i, names);
        i += names;
      } else if (is_linking(words_[i].key)) {
        add_small(i, 1);
        begins_field = true;
        ++i;
      } else {
        if (is_place || begins_field) {
          add_capitalized(i, 1);
        } else {
          add_small(i, 1);
        }
        begins_field = words_[i].key.empty();  // a dash begins the next field
        ++i;
      }
    }
    return std::move(out_);
  }

 private:
  // Writes the longest beginning that the table knows; 0 if none.
  std::size_t known_prefix() {
    for (std::size_t n = words_.size(); n > 0; --n) {
      const Agency* agency = agency_names().find_key(joined_keys(words_, 0, n));
      if (agency == nullptr) continue;
      out_ = agency->name;
      return n;
    }
    const std::string_view full = leading_abbreviation(words_[0].key);
    out_ = full;
    return full.empty() ? 0 : 1;
  }

  std::size_t head() {
    const std::size_t n = std::min(head_words(words_), words_.size());
    out_ = sentence_case(words_[0].text);
    add_small(1, n - 1);
    return n;
  }

  void add_small(std::size_t i, std::size_t n) {
    for (std::size_t k = i; k < i + n; ++k) out_ += " " + small_letters(words_[k].text);
  }

  void add_capitalized(std::size_t i, std::size_t n) {
    for (std::size_t k = i; k < i + n; ++k) out_ += " " + sentence_case(words_[k].text);
  }

  const std::vector<NameWord>& words_;
  std::string out_;
};

}  // namespace

std::string agency_label(std::string_view text) {
  const std::vector<NameWord> words = name_words(text);
  if (words.empty()) return {};
  if (is_capitals(text)) return Writer(words).write();
  const std::string_view full = leading_abbreviation(words[0].key);
  std::string label(full.empty() ? std::string_view(words[0].text) : full);
  for (std::size_t i = 1; i < words.size(); ++i) label += " " + words[i].text;
  return label;
}

}  // namespace tracuu
