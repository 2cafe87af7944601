// The agencies that a joint document names.
//
//   «Bộ Tư pháp, Bộ Công an và Bộ Y tế»          three: a comma, «và» or dash, then a body
//   «Bộ Văn hóa, Thể thao và Du lịch»            one: «Thể thao» begins no name of a body
//   «Cục Lãnh sự - Bộ Ngoại giao»                one: a part and the agency it is of
//   «Liên bộ Tài chính - Giáo dục và Đào tạo»    two: «Bộ» is said once
//
// Names of the tables are read whole, whatever stands in them.

#include <algorithm>
#include <array>

#include "core/document/agency.h"
#include "core/document/agency_words.h"
#include "core/document/authority/authority.h"
#include "core/document/authority/central_agency.h"

namespace tracuu {
namespace {

// Bodies by rank: a part names what it is of behind a dash, a comma or «/».
struct Head {
  std::string_view key;
  int rank;  // 0: part of something
};

constexpr std::array kHeads = std::to_array<Head>({
    {"bo", 2},
    {"uy ban", 2},
    {"chinh phu", 2},
    {"thu tuong", 2},
    {"quoc hoi", 2},
    {"toa an", 2},
    {"vien kiem sat", 2},
    {"ngan hang nha nuoc", 2},
    {"thanh tra", 1},
    {"van phong", 1},
    {"kiem toan nha nuoc", 2},
    {"chu tich", 2},
    {"hoi dong", 2},
    {"tong lien doan", 2},
    {"trung uong", 2},
    {"hoi", 2},
    {"doan", 2},
    {"mat tran", 2},
    {"lien doan", 2},
    {"so", 2},
    {"ban", 1},
    {"bao hiem xa hoi", 2},
    {"kho bac nha nuoc", 2},
    {"cong an", 2},
    {"tinh uy", 2},
    {"thanh uy", 2},
    {"huyen uy", 2},
    {"dang uy", 2},
    {"tong cuc", 1},
    {"cuc", 0},
    {"vu", 0},
    {"chi cuc", 0},
    {"phong", 0},
    {"trung tam", 0},
    {"vien", 0},
    {"doi", 0},
    {"co quan", 0},
    {"truong", 0},
    {"ubnd", 2},
    {"hdnd", 2},
    {"tand", 2},
    {"tandtc", 2},
    {"vksnd", 2},
    {"vksndtc", 2},
    {"mttq", 2},
    {"bhxh", 2},
});

constexpr std::array<std::string_view, 8> kPartHeads = {
    "cuc", "vu", "chi cuc", "phong", "trung tam", "vien", "doi", "van phong"};

const Head* head_of(std::string_view key) {
  const Head* longest = nullptr;
  for (const Head& head : kHeads) {
    const bool begins =
        key.starts_with(head.key) && (key.size() == head.key.size() || key[head.key.size()] == ' ');
    if (begins && (longest == nullptr || head.key.size() > longest->key.size())) longest = &head;
  }
  return longest;
}

// A word of the name, and what stands between it and the next: ',' ';' '/' '-' or a blank.
struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;  // without the separator
  std::string key;
  char separator = ' ';
};

constexpr std::size_t kMaxJointWords = 200;

// Cuts at blanks, «/» and behind commas: «Quân y/Tổng cục» is three words.
std::vector<Word> joint_words(std::string_view name) {
  std::vector<Word> words;
  std::size_t at = 0;
  while (at < name.size() && words.size() < kMaxJointWords) {
    const std::size_t end = std::min(name.find_first_of(" \t\n\r,;/", at), name.size());
    if (end > at) {
      Word word{.begin = at, .end = end, .key = quick_name_key(name.substr(at, end - at))};
      if (word.key.empty()) {
        if (!words.empty()) words.back().separator = '-';
      } else {
        words.push_back(std::move(word));
      }
    }
    if (end < name.size() && !words.empty()) {
      const char c = name[end];
      if (c == ',' || c == ';' || c == '/') words.back().separator = c;
    }
    at = end + 1;
  }
  return words;
}

class Splitter {
 public:
  explicit Splitter(std::string_view name) : name_(name), words_(joint_words(name)) {}

  std::vector<std::string> split() {
    std::size_t first = 0;
    const std::string repeated = joint_head(first);
    std::size_t covered = known_end(first);
    for (std::size_t i = first + 1; i < words_.size(); ++i) {
      if (i < covered) continue;
      std::size_t next = i;
      if (words_[i].key == "va") ++next;
      const bool is_border = next > i || words_[i - 1].separator != ' ';
      if (!is_border || next >= words_.size()) continue;
      if (!begins_agency(first, i, next, !repeated.empty())) continue;
      add(first, i, repeated);
      first = next;
      covered = known_end(first);
      i = next;
    }
    if (first < words_.size()) add(first, words_.size(), repeated);
    return std::move(agencies_);
  }

 private:
  std::string key(std::size_t first, std::size_t last) const {
    std::string joined;
    for (std::size_t i = first; i < last; ++i) {
      if (!joined.empty()) joined += ' ';
      joined += words_[i].key;
    }
    return joined;
  }

  // «Liên bộ», «Liên Sở»: what each of the names behind it begins with.
  std::string joint_head(std::size_t& first) const {
    if (words_.size() < 3 || words_[0].key != "lien") return {};
    static constexpr std::array<std::string_view, 2> kWritten = {"Bộ", "Sở"};
    for (const std::string_view head : kWritten) {
      if (words_[1].key != quick_name_key(head)) continue;
      first = 2;
      return std::string(head);
    }
    return {};
  }

  // The end of the longest name of the tables that begins at `first`.
  std::size_t known_end(std::size_t first) const {
    constexpr std::size_t kMaxNameWords = 16;
    const std::size_t most = std::min(words_.size(), first + kMaxNameWords);
    for (std::size_t last = most; last > first + 1; --last) {
      const std::string expanded = expanded_key(key(first, last));
      if (find_central(expanded, {}) != nullptr || find_local_row(expanded) != nullptr) return last;
    }
    return first;
  }

  // Whether a name begins at `next` and the one from `first` ends before `end`.
  bool begins_agency(std::size_t first, std::size_t end, std::size_t next,
                     bool is_head_repeated) const {
    constexpr std::size_t kHeadWords = 4;
    const Head* head = head_of(key(next, std::min(words_.size(), next + kHeadWords)));
    if (is_head_repeated && head == nullptr) return begins_repeated(next);
    if (head == nullptr) return false;
    if (next > end) return true;  // «và»
    const char separator = words_[end - 1].separator;
    const Head* before = head_of(key(first, std::min(end, first + kHeadWords)));
    const int rank = before == nullptr ? 0 : before->rank;
    if (separator == '-' || separator == '/') return rank >= 2 && head->rank >= 2;
    return rank > 0 || head->rank < 2 || !is_part(first);
  }

  // «Phòng Pháp chế Cảng vụ, Sở Y tế»: the part is of what follows.
  bool is_part(std::size_t first) const {
    const std::string begin = key(first, std::min(words_.size(), first + 2));
    return std::ranges::any_of(kPartHeads, [&](std::string_view part) {
      return begin.starts_with(part) && (begin.size() == part.size() || begin[part.size()] == ' ');
    });
  }

  bool begins_repeated(std::size_t next) const {
    constexpr std::size_t kMaxFieldWords = 8;
    const std::size_t most = std::min(words_.size(), next + kMaxFieldWords);
    for (std::size_t last = next + 1; last <= most; ++last) {
      const std::string field = key(next, last);
      if (find_central("bo " + field, {}) != nullptr) return true;
      if (find_local_row("so " + field) != nullptr) return true;
    }
    return false;
  }

  void add(std::size_t first, std::size_t last, const std::string& repeated) {
    std::string agency(
        name_.substr(words_[first].begin, words_[last - 1].end - words_[first].begin));
    if (!repeated.empty() && head_of(words_[first].key) == nullptr) {
      agency.insert(0, repeated + " ");
    }
    agencies_.push_back(std::move(agency));
  }

  std::string_view name_;
  std::vector<Word> words_;
  std::vector<std::string> agencies_;
};

}  // namespace

std::vector<std::string> split_agencies(std::string_view name) {
  constexpr std::size_t kMaxJointBytes = 4000;
  if (name.size() > kMaxJointBytes) return {std::string(name)};
  std::vector<std::string> agencies = Splitter(name).split();
  // One agency is left as it is written, whatever stands around it.
  if (agencies.size() == 1) return {std::string(name)};
  return agencies;
}

}  // namespace tracuu
