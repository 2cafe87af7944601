#include "core/document/citation/agency_reader.h"

#include <algorithm>
#include <array>

#include "core/document/agency.h"
#include "core/document/citation/phrases.h"
#include "core/document/citation/words.h"

namespace tracuu::citation {
namespace {

constexpr std::size_t kMaxUnknownWords = 14;
constexpr std::size_t kMaxJointAgencies = 6;

Phrases make_phrases(std::initializer_list<std::string_view> texts) {
  Phrases phrases;
  for (const std::string_view text : texts) phrases.add(text);
  return phrases;
}

const Phrases& offices() {
  static const Phrases phrases =
      make_phrases({"Bộ trưởng", "Thứ trưởng", "Chủ nhiệm", "Chủ tịch", "Thống đốc", "Chánh án",
                    "Viện trưởng", "Tổng Thanh tra", "Tổng Giám đốc", "Giám đốc", "Cục trưởng",
                    "Tổng cục trưởng", "Trưởng ban", "Bộ trưởng, Chủ nhiệm", "liên"});
  return phrases;
}

const Phrases& agencies() {
  static const Phrases phrases = [] {
    Phrases names;
    for (const Agency& agency : agency_names().all()) names.add(agency.name);
    for (const char* name : {"Thủ tướng",
                             "Chủ tịch nước",
                             "Hội đồng Bộ trưởng",
                             "Tổng Kiểm toán nhà nước",
                             "Hội đồng Thẩm phán Tòa án nhân dân tối cao",
                             "Thanh tra Chính phủ",
                             "Bộ Văn hóa, Thể thao và Du lịch",
                             "Bộ Kế hoạch và Đầu tư",
                             "Bộ Giao thông vận tải",
                             "Bộ Nông nghiệp và Phát triển nông thôn",
                             "Bộ Lao động - Thương binh và Xã hội",
                             "Bộ Thông tin và Truyền thông",
                             "Bộ Tài nguyên và Môi trường",
                             "Bộ Công nghiệp",
                             "Bộ Thương mại",
                             "Bộ Thủy sản",
                             "Bộ Văn hóa - Thông tin",
                             "Bộ Bưu chính, Viễn thông",
                             "Bộ Khoa học, Công nghệ và Môi trường",
                             "Ủy ban Dân tộc",
                             "Ngân hàng Nhà nước"}) {
      names.add(name);
    }
    return names;
  }();
  return phrases;
}

// Small words that may go on a name; the place of a name stands behind most of them.
bool is_place_word(std::string_view key) {
  static constexpr std::array<std::string_view, 9> kKeys = {
      "tinh", "huyen", "quan", "xa", "phuong", "thanh", "thi", "khu", "pho"};
  return std::ranges::find(kKeys, key) != kKeys.end();
}

// Two words of which the second may be small: «Chấp hành», «Đảng bộ», «Ủy ban nhân dân».
bool is_pair(std::string_view first, std::string_view second) {
  struct Pair {
    std::string_view first;
    std::string_view second;
  };
  static constexpr std::array<Pair, 18> kPairs = {{{"chap", "hanh"},
                                                   {"dang", "bo"},
                                                   {"tinh", "uy"},
                                                   {"huyen", "uy"},
                                                   {"thanh", "uy"},
                                                   {"quan", "uy"},
                                                   {"thi", "uy"},
                                                   {"dang", "uy"},
                                                   {"thuong", "vu"},
                                                   {"trung", "uong"},
                                                   {"uy", "ban"},
                                                   {"ban", "nhan"},
                                                   {"dong", "nhan"},
                                                   {"nhan", "dan"},
                                                   {"hoi", "dong"},
                                                   {"thanh", "pho"},
                                                   {"thi", "tran"},
                                                   {"thi", "xa"}}};
  return std::ranges::any_of(
      kPairs, [&](const Pair& pair) { return pair.first == first && pair.second == second; });
}

// «thành», «thị» end no name: the second word of the pair is missing.
bool may_end(std::string_view key) {
  return key != "thanh" && key != "thi";
}

// A name by its capitals, behind what the table knows of it (`known_end`).
std::size_t extended_end(std::string_view text, std::size_t i, std::size_t known_end) {
  std::size_t at = known_end;
  std::size_t end = known_end;
  std::string before;
  for (std::size_t n = 0; n < kMaxUnknownWords; ++n) {
    const Word word = next_word(text, at, text.size());
    const bool is_first = n == 0 && known_end == i;
    if (word.begin == word.end || word.is_mark || (is_first && !word.is_capital)) break;
    const bool goes_on = word.is_capital || is_pair(before, word.key) || is_place_word(word.key);
    if (!goes_on || (word.starts_line && word.is_capital && n > 0)) break;
    at = word.end;
    if (word.is_capital || is_pair(before, word.key) || may_end(word.key)) end = at;
    before = word.key;
  }
  return end;
}

// Whether a place stands behind the name the table knows, «tỉnh», or may: its last word is «tỉnh».
bool takes_place(std::string_view text, std::size_t begin, std::size_t end) {
  if (is_place_word(next_word(text, end, text.size()).key)) return true;
  Word last;
  for (std::size_t at = begin; at < end; at = last.end) {
    last = next_word(text, at, end);
    if (last.begin == last.end) break;
  }
  return is_place_word(last.key);
}

std::size_t single_end(std::string_view text, std::size_t i) {
  const std::size_t name = offices().longest(text, i);
  const std::size_t known = agencies().longest(text, name);
  if (known == name) return extended_end(text, name, name);
  return takes_place(text, name, known) ? extended_end(text, name, known) : known;
}

}  // namespace

std::size_t agency_end(std::string_view text, std::size_t i, Issuers issuers) {
  std::size_t end = single_end(text, i);
  if (end == i || issuers == Issuers::kOne) return end;
  for (std::size_t n = 1; n < kMaxJointAgencies; ++n) {
    Word joint = next_word(text, end, text.size());
    if (joint.key == "," || joint.key == "-" || joint.key == ";") {
      const Word also = next_word(text, joint.end, text.size());
      if (also.key == "va") joint = also;
    } else if (joint.key != "va") {
      break;
    }
    const std::size_t next = offices().longest(text, joint.end);
    const std::size_t known = agencies().longest(text, next);
    if (known == next) break;
    end = known;
  }
  return end;
}

std::string_view without_office(std::string_view agency) {
  const std::size_t office = offices().longest(agency, 0);
  if (office == 0 || office >= agency.size()) return agency;
  return agency.substr(agency.find_first_not_of(" \n\r\t", office));
}

}  // namespace tracuu::citation
