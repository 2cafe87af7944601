// The signer's name, from the block at the foot:
//
//   TM. ỦY BAN NHÂN DÂN
//   KT. CHỦ TỊCH
//   PHÓ CHỦ TỊCH
//   (đã ký)
//   Nguyễn Văn A
//
// The block begins with a mark of authority or a title in capitals; marks, titles, «(đã ký)» and
// the recipients of the other column may stand before the name, nothing else. Where the head has
// no date, as in laws, it stands right above the block.

#include <algorithm>
#include <array>

#include "core/document/agency_words.h"
#include "core/document/date.h"
#include "core/document/head_cells.h"
#include "core/document/head_elements.h"
#include "core/document/letter_case.h"
#include "core/document/scan.h"
#include "core/text/fold.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxNameBytes = 60;
constexpr std::size_t kMaxTitleBytes = 120;
constexpr int kMaxBlockCells = 24;

bool begins_with_mark(std::string_view cell) {
  static constexpr std::array kMarks = std::to_array<std::string_view>(
      {"TM.", "KT.", "TL.", "TUQ.", "TƯQ.", "Q.", "T/M", "K/T", "T/L", "TM ", "KT ", "TL "});
  return std::ranges::any_of(kMarks, [&](auto mark) { return cell.starts_with(mark); });
}

// By name_key; «PHÓ …» and «KT. …» stand on lines of their own.
// clang-format off
constexpr std::array kTitles = std::to_array<std::string_view>({
    "bo truong", "thu truong", "thu tuong", "pho thu tuong", "chu tich", "pho chu tich",
    "giam doc", "pho giam doc", "tong giam doc", "chanh van phong", "pho chanh van phong",
    "chu nhiem", "pho chu nhiem", "vien truong", "pho vien truong", "chanh an", "pho chanh an",
    "thong doc", "pho thong doc", "bi thu", "pho bi thu", "hieu truong", "pho hieu truong",
    "tong thanh tra", "pho tong thanh tra", "cuc truong", "pho cuc truong", "tong cuc truong",
    "chi cuc truong", "truong ban", "pho truong ban", "tong bi thu", "tong kiem toan",
    "vu truong", "pho vu truong", "chanh thanh tra", "truong phong", "pho truong phong",
    "tong thu ky", "thuong truc"});
// clang-format on

bool is_title(std::string_view cell) {
  if (!is_capitals(cell)) return false;
  const std::string key = name_key(cell);
  return std::ranges::any_of(kTitles, [&](auto title) { return key.starts_with(title); });
}

bool begins_block(std::string_view cell) {
  if (cell.size() > kMaxTitleBytes || !is_capitalized(cell)) return false;
  return (begins_with_mark(cell) && is_capitals(cell)) || is_title(cell);
}

// «(đã ký)», the recipients «- Lưu: VT.», «Nơi nhận:».
bool is_between(std::string_view cell) {
  const char first = cell.front();
  if (first == '(' || first == '-' || first == '*' || first == '[' || first == '_') return true;
  const std::string key = name_key(cell.substr(0, kMaxNameBytes));
  return key.starts_with("noi nhan") || key == "da ky" || cell.ends_with(';');
}

// Drops «GS.TS.», «Đại tướng» before a name.
std::string_view without_rank(std::string_view cell) {
  static constexpr std::array kRanks = std::to_array<std::string_view>(
      {"Đại tướng", "Thượng tướng", "Trung tướng", "Thiếu tướng", "Đại tá", "Thượng tá", "Trung tá",
       "Thiếu tá", "Đô đốc", "Chuẩn đô đốc", "Phó đô đốc"});
  for (const std::string_view rank : kRanks) {
    if (cell.starts_with(rank)) cell = scan::trim(cell.substr(rank.size()));
  }
  const std::size_t dot = cell.rfind('.');
  constexpr std::size_t kMaxDegreeBytes = 12;
  if (dot != std::string_view::npos && dot <= kMaxDegreeBytes)
    cell = scan::trim(cell.substr(dot + 1));
  return cell;
}

// Two to five words, each with a capital first and small letters behind: «Nguyễn Văn A» has one of
// a single letter.
bool is_person_name(std::string_view cell) {
  constexpr std::size_t kMostWords = 6;
  if (cell.empty() || cell.size() > kMaxNameBytes) return false;
  const std::vector<NameWord> words = name_words(cell);
  if (words.size() < 2 || words.size() > kMostWords) return false;
  const auto is_part = [](const NameWord& word) {
    const LetterCount count = count_letters(word.text);
    return is_capitalized(word.text) && count.capitals == 1 &&
           scan::word_at(word.text, 0).size() == word.text.size();
  };
  return std::ranges::all_of(words, is_part) && count_letters(cell).small > 0;
}

// The last cells before the block, in which its date stands.
class Tail {
 public:
  void add(std::string_view cell) {
    cells_[next_] = cell;
    next_ = (next_ + 1) % cells_.size();
  }

  // Returns the date of issue or of passing, ISO, empty if neither is there.
  std::string date() const {
    std::vector<HeadCell> cells;
    std::string text;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      const std::string_view cell = cells_[(next_ + i) % cells_.size()];
      if (cell.find(", ngày") != std::string_view::npos) cells.push_back({cell, {}, {}, false});
      text.append(" ").append(cell);
    }
    std::string issued = find_head_date(cells);
    if (!issued.empty()) return issued;
    constexpr std::string_view kPassed = "thông qua ngày";
    const std::size_t at = text.rfind(kPassed);
    if (at == std::string::npos) return {};
    const auto mention = find_date(std::string_view(text).substr(at));
    const bool is_day = mention && mention->precision == DateMention::Precision::kDay;
    return is_day ? to_iso(mention->days.first) : std::string();
  }

 private:
  std::array<std::string_view, 6> cells_;
  std::size_t next_ = 0;
};

}  // namespace

Foot read_foot(std::string_view body) {
  Foot foot;
  Tail tail;
  int left = 0;  // cells the block may still take
  for_each_cell(body, [&](std::string_view cell, bool) {
    if (begins_block(cell)) {
      left = kMaxBlockCells;
      return true;
    }
    if (left == 0) {
      tail.add(cell);
      return true;
    }
    --left;
    const std::string_view person = without_rank(cell);
    if (is_person_name(person)) {
      foot = {std::string(person), tail.date()};
      return false;
    }
    if (!is_capitals(cell) && !is_between(cell)) {
      left = 0;
      tail.add(cell);
    }
    return true;
  });
  return foot;
}

}  // namespace tracuu
