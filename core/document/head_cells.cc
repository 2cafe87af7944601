#include "core/document/head_cells.h"

#include <algorithm>
#include <array>
#include <span>

#include "core/document/doctype.h"
#include "core/document/letter_case.h"
#include "core/document/scan.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace tracuu {
namespace {

constexpr std::size_t kColumnGap = 3;  // blanks between two columns
constexpr std::size_t kMaxMottoBytes = 60;

// What begins the right column, or the line under the left one, when only a blank is before it.
constexpr std::array<std::string_view, 6> kColumnMarks = {
    "CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "Độc lập", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số:", "Luật số:"};

bool begins_with_any(std::string_view key, std::span<const std::string_view> list) {
  return std::ranges::any_of(list, [&](std::string_view word) {
    return key.starts_with(word) && (key.size() == word.size() || key[word.size()] == ' ');
  });
}

bool is_motto(std::string_view key) {
  return key.starts_with("cong hoa xa hoi chu") || key == "nghia viet nam" ||
         key == "chu nghia viet nam" || key == "xa hoi chu nghia viet nam" ||
         key == "doc lap tu do hanh phuc" || key == "doc lap tu do" || key == "hanh phuc" ||
         key == "tu do hanh phuc";
}

bool is_page(const HeadCell& cell) {
  static constexpr std::array<std::string_view, 13> kHeadings = {"cong bao",
                                                                 "van ban quy pham phap luat",
                                                                 "van ban phap luat khac",
                                                                 "phan van ban",
                                                                 "mat",
                                                                 "toi mat",
                                                                 "tuyet mat",
                                                                 "khan",
                                                                 "thuong khan",
                                                                 "hoa toc",
                                                                 "ban sao",
                                                                 "du thao",
                                                                 "van ban khac"};
  constexpr std::size_t kMaxPageDigits = 4;
  const bool is_number = !cell.key.empty() && cell.key.size() <= kMaxPageDigits &&
                         std::ranges::all_of(cell.key, scan::is_digit);
  return is_number || (begins_with_any(cell.key, kHeadings) && is_capitals(cell.text));
}

bool is_recital(const HeadCell& cell) {
  static constexpr std::array<std::string_view, 11> kBeginnings = {
      "can cu", "theo de nghi", "xet de nghi", "xet to trinh",  "thuc hien nghi quyet", "kinh gui",
      "dieu 1", "chuong i",     "chuong 1",    "phan thu nhat", "thuc hien luat"};
  if (!is_capitalized(cell.text) || !begins_with_any(cell.key, kBeginnings)) return false;
  const bool may_be_capitals = cell.key.starts_with("chuong") || cell.key.starts_with("dieu");
  return may_be_capitals || !is_capitals(cell.text.substr(0, cell.text.find(' ')));
}

// «KẾ HOẠCH / Thực hiện Nghị quyết số …»: right under the heading it is the subject.
bool is_subject(const HeadCell& cell, const std::vector<HeadCell>& before) {
  return cell.kind == HeadCell::Kind::kRecital && cell.key.starts_with("thuc hien") &&
         !cell.is_after_blank && !before.empty() && !type_of_line(before.back().text).empty();
}

HeadCell::Kind kind_of(const HeadCell& cell) {
  if (cell.key.empty()) return HeadCell::Kind::kRule;
  if (cell.text.size() <= kMaxMottoBytes && is_motto(cell.key)) return HeadCell::Kind::kMotto;
  if (cell.key == "dang cong san viet nam" && is_capitals(cell.text)) return HeadCell::Kind::kParty;
  if (is_page(cell)) return HeadCell::Kind::kPage;
  if (is_recital(cell)) return HeadCell::Kind::kRecital;
  return HeadCell::Kind::kText;
}

// Returns where the right column begins inside `text`; its size when there is none.
std::size_t column_start(std::string_view text) {
  std::size_t start = text.size();
  for (const std::string_view mark : kColumnMarks) {
    const std::size_t at = text.find(mark, 1);
    if (at < start && scan::blank_length(text, at - 1) != 0) start = at;
  }
  return start;
}

void add_cells(std::string_view text, bool is_after_blank, std::vector<HeadCell>& cells) {
  while (!text.empty() && cells.size() < kMaxHeadCells) {
    const std::size_t end = column_start(text);
    HeadCell cell;
    cell.text = trimmed_cell(text.substr(0, end));
    cell.key = name_key(cell.text.substr(0, text::character_border(cell.text, kMaxKeyBytes)));
    cell.is_after_blank = is_after_blank;
    cell.kind = kind_of(cell);
    if (is_subject(cell, cells)) cell.kind = HeadCell::Kind::kText;
    cells.push_back(std::move(cell));
    text.remove_prefix(end);
    is_after_blank = false;
  }
}

}  // namespace

CellCut cut_cell(std::string_view line) {
  std::size_t blanks = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\t' || line[i] == '|') return {i, i + 1};
    blanks = line[i] == ' ' ? blanks + 1 : 0;
    if (blanks == kColumnGap && i + 1 > kColumnGap) return {i + 1 - kColumnGap, i + 1};
  }
  return {line.size(), line.size()};
}

std::string_view trimmed_cell(std::string_view text) {
  return scan::trim(text);
}

bool may_have_head(std::string_view body) {
  static constexpr std::array<std::string_view, 4> kBeginnings = {"Số", "Độc lập", "V/v", "V/V"};
  bool found = false;
  std::size_t cells = 0;
  for_each_cell(body.substr(0, kMaxHeadBytes), [&](std::string_view cell, bool) {
    const std::string_view word = scan::word_at(cell, 0);
    const std::size_t first = word.empty() ? 0 : text::decode(word, 0).length;
    const auto begins = [&](std::string_view beginning) { return cell.starts_with(beginning); };
    found = (word.size() > first && is_capitals(word)) || std::ranges::any_of(kBeginnings, begins);
    return !found && ++cells < kMaxHeadCells;
  });
  return found;
}

std::vector<HeadCell> head_cells(std::string_view body) {
  std::vector<HeadCell> cells;
  for_each_cell(body.substr(0, kMaxHeadBytes), [&](std::string_view text, bool is_after_blank) {
    add_cells(text, is_after_blank, cells);
    return cells.size() < kMaxHeadCells;
  });
  return cells;
}

}  // namespace tracuu
