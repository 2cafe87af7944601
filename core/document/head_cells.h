// The beginning of a document, cut into the cells of its two-column head.
//
//   "ỦY BAN NHÂN DÂN TỈNH SÔNG LAM     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
//   "Số: 15/QĐ-UBND Sông Lam, ngày 31 tháng 12 năm 2020"
//
// give four cells: extraction puts both columns on one line, with a tab, a bar, a run of blanks
// or nothing but a blank between. Each cell knows what it is. Internal to core/document.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu {

struct HeadCell {
  enum class Kind {
    kText,
    kMotto,   // Quốc hiệu or tiêu ngữ
    kParty,   // «ĐẢNG CỘNG SẢN VIỆT NAM»
    kRule,    // a line of dashes, underscores, asterisks
    kPage,    // a page number, the heading of the gazette, a mark of secrecy or urgency
    kRecital  // where the head ends: «Căn cứ …», «Điều 1», «Kính gửi:»
  };
  std::string_view text;
  std::string key;  // name_key of the text's first kMaxKeyBytes
  Kind kind = Kind::kText;
  bool is_after_blank = false;  // an empty line stands before it
};

inline constexpr std::size_t kMaxHeadCells = 60;
inline constexpr std::size_t kMaxHeadBytes = std::size_t{16} * 1024;
inline constexpr std::size_t kMaxKeyBytes = 96;  // no cell of a head is told by more

// Returns whether a line of the beginning could be of a head: its first word is in capitals, or it
// begins as a number or a tiêu ngữ does. Most articles have none; asking is cheap.
bool may_have_head(std::string_view body);

// Returns the cells of the first lines, at most kMaxHeadCells from at most kMaxHeadBytes.
std::vector<HeadCell> head_cells(std::string_view body);

// Calls `visit(cell text, is_after_blank)` for each cell of the text until it returns false.
// Cuts at lines, tabs, bars and runs of blanks only. Linear.
template <typename Visit>
void for_each_cell(std::string_view text, Visit visit);

// Returns where the first cell of `line` ends and where the next begins.
struct CellCut {
  std::size_t end = 0;
  std::size_t next = 0;
};
CellCut cut_cell(std::string_view line);

// Returns `text` without blanks at both ends, line ends included.
std::string_view trimmed_cell(std::string_view text);

template <typename Visit>
void for_each_cell(std::string_view text, Visit visit) {
  bool is_after_blank = true;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    bool is_blank = true;
    while (!line.empty()) {
      const CellCut cut = cut_cell(line);
      const std::string_view cell = trimmed_cell(line.substr(0, cut.end));
      line.remove_prefix(cut.next);
      if (cell.empty()) continue;
      if (!visit(cell, is_after_blank && is_blank)) return;
      is_blank = false;
    }
    is_after_blank = is_blank;
  }
}

}  // namespace tracuu
