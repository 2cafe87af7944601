#include "core/document/agency_words.h"

#include <algorithm>
#include <array>
#include <span>

#include "core/document/scan.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace tracuu {
namespace {

struct Abbreviation {
  std::string_view key;   // words of a name key
  std::string_view full;  // the name key of what it stands for
};

constexpr std::array kBodies = std::to_array<Abbreviation>({
    {"ubnd", "uy ban nhan dan"},
    {"hdnd", "hoi dong nhan dan"},
    {"ubmttq", "uy ban mat tran to quoc"},
    {"mttq", "mat tran to quoc"},
    {"ddbqh", "doan dai bieu quoc hoi"},
    {"dbqh", "dai bieu quoc hoi"},
    {"ubtvqh", "uy ban thuong vu quoc hoi"},
    {"tand", "toa an nhan dan"},
    {"vksnd", "vien kiem sat nhan dan"},
    {"bch quan su", "bo chi huy quan su"},
    {"bch", "ban chap hanh"},
    {"btv", "ban thuong vu"},
    {"bql", "ban quan ly"},
    {"tw", "trung uong"},
    {"vp", "van phong"},
    {"tphcm", "thanh pho ho chi minh"},
    {"tp hcm", "thanh pho ho chi minh"},
    {"tp", "thanh pho"},
    {"tx", "thi xa"},
});

// Only behind Bộ, Sở, Phòng: elsewhere KH may be kế hoạch.
constexpr std::array kFields = std::to_array<Abbreviation>({
    {"tt tt", "thong tin va truyen thong"},
    {"tttt", "thong tin va truyen thong"},
    {"kh cn", "khoa hoc va cong nghe"},
    {"khcn", "khoa hoc va cong nghe"},
    {"gd dt", "giao duc va dao tao"},
    {"gddt", "giao duc va dao tao"},
    {"kh dt", "ke hoach va dau tu"},
    {"khdt", "ke hoach va dau tu"},
    {"tn mt", "tai nguyen va moi truong"},
    {"tnmt", "tai nguyen va moi truong"},
    {"nn ptnt", "nong nghiep va phat trien nong thon"},
    {"nnptnt", "nong nghiep va phat trien nong thon"},
    {"nn mt", "nong nghiep va moi truong"},
    {"nnmt", "nong nghiep va moi truong"},
    {"ld tb xh", "lao dong thuong binh va xa hoi"},
    {"ld tbxh", "lao dong thuong binh va xa hoi"},
    {"ldtb xh", "lao dong thuong binh va xa hoi"},
    {"ldtbxh", "lao dong thuong binh va xa hoi"},
    {"vh tt dl", "van hoa the thao va du lich"},
    {"vhtt dl", "van hoa the thao va du lich"},
    {"vhttdl", "van hoa the thao va du lich"},
    {"gtvt", "giao thong van tai"},
    {"dt tg", "dan toc va ton giao"},
});

// Returns the abbreviation that `rest` begins with, nullptr if it begins with none.
const Abbreviation* abbreviation_at(std::string_view rest, std::span<const Abbreviation> table) {
  for (const Abbreviation& a : table) {
    if (!rest.starts_with(a.key)) continue;
    if (rest.size() == a.key.size() || rest[a.key.size()] == ' ') return &a;
  }
  return nullptr;
}

bool has_field_behind(std::string_view word) {
  return word == "bo" || word == "so" || word == "phong";
}

// What each character adds to a key: a letter without its marks, a blank, or nothing.
class KeyLetters {
 public:
  KeyLetters() {
    for (char32_t c = 0; c < kEnd; ++c) {
      if (!has(c)) continue;
      // Between letters, where name_key keeps what stands at the ends no longer.
      std::string word = "a";
      text::append_utf8(word, c);
      const std::string key = name_key(word + "a");
      letters_[c] = key.substr(1, key.size() - 2);
    }
  }

  // Whether the table knows the character: Latin letters, the marks that combine with them, and
  // the dashes and quotes of text.
  static bool has(char32_t c) {
    return c < 0x0250 || (c >= 0x0300 && c < 0x0370) || (c >= 0x1E00 && c < 0x1F00) ||
           (c >= 0x2010 && c < kEnd);
  }

  const std::string& operator[](char32_t c) const { return letters_[c]; }

 private:
  static constexpr char32_t kEnd = 0x2027;

  std::array<std::string, kEnd> letters_;
};

}  // namespace

std::string quick_name_key(std::string_view name) {
  static const KeyLetters letters;
  std::string key;
  key.reserve(name.size());
  for (std::size_t i = 0; i < name.size();) {
    const text::Decoded c = text::decode(name, i);
    if (!KeyLetters::has(c.value)) return name_key(name);
    const std::string& letter = letters[c.value];
    if (letter != " ") {
      key += letter;
    } else if (!key.empty() && key.back() != ' ') {
      key += ' ';
    }
    i += c.length;
  }
  if (key.ends_with(' ')) key.pop_back();
  return key;
}

std::vector<NameWord> name_words(std::string_view name) {
  std::vector<NameWord> words;
  std::size_t at = 0;
  while (words.size() < kMaxNameWords) {
    while (const std::size_t blank = scan::blank_length(name, at)) at += blank;
    const std::size_t start = at;
    while (at < name.size() && scan::blank_length(name, at) == 0) ++at;
    if (at == start) break;
    const std::string_view word = name.substr(start, at - start);
    words.push_back({std::string(word), quick_name_key(word)});
  }
  return words;
}

std::string joined_keys(const std::vector<NameWord>& words, std::size_t first, std::size_t last) {
  std::string key;
  for (std::size_t i = first; i < last; ++i) {
    if (words[i].key.empty()) continue;
    if (!key.empty()) key += ' ';
    key += words[i].key;
  }
  return key;
}

std::string expanded_key(std::string_view key) {
  std::string out;
  std::string_view previous;
  while (!key.empty()) {
    const Abbreviation* a = abbreviation_at(key, kBodies);
    if (a == nullptr && has_field_behind(previous)) a = abbreviation_at(key, kFields);
    const std::size_t end = a != nullptr ? a->key.size() : std::min(key.find(' '), key.size());
    previous = key.substr(0, end);
    if (!out.empty()) out += ' ';
    out += a != nullptr ? a->full : previous;
    key.remove_prefix(std::min(key.size(), end + 1));
  }
  return out;
}

std::string_view leading_abbreviation(std::string_view key) {
  if (key == "ubnd") return "Ủy ban nhân dân";
  if (key == "hdnd") return "Hội đồng nhân dân";
  return {};
}

}  // namespace tracuu
