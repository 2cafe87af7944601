// One function for each element of a head. Each takes the cells and returns what it reads, empty
// when the element is not there. Internal to core/document; head.h puts them together.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/document/head_cells.h"
#include "core/document/number.h"

namespace tracuu {

using HeadCells = std::span<const HeadCell>;

// An element and the cell it stands in.
struct HeadNumber {
  DocumentNumber number;
  std::size_t cell = 0;
};
struct HeadType {
  std::string name;
  std::size_t cell = 0;   // the first cell of the heading
  std::size_t next = 0;   // the cell behind it
  std::string_view rest;  // of the heading's cell: "Về việc …" on the same line
};

// «Số: 15/QĐ-UBND», «Luật số: 41/2024/QH15», a place and date behind it or nothing: «Thông tư số
// 34/2016/TT-BTC ngày …» speaks of another document.
std::optional<HeadNumber> find_head_number(HeadCells cells);

// The heading in capitals, also broken in two: «QUYẾT / ĐỊNH».
std::optional<HeadType> find_head_type(HeadCells cells);

// «V/v …» of a công văn: the cell it begins in; cells.size() when there is none.
std::size_t find_letter_subject(HeadCells cells);

// The date of issue, ISO: «Sông Lam, ngày 31 tháng 12 năm 2020», also broken over lines; a line
// that names no place counts only when none does.
std::string find_head_date(HeadCells cells);

// The issuing agency from the block in capitals before the cell `end`, as a name.
std::string find_head_agency(HeadCells cells, std::size_t end);

// The lines of the subject from cell `begin` on, joined.
std::string read_subject(HeadCells cells, std::size_t begin);

// What stands at the foot of the whole text.
struct Foot {
  std::string signer;  // behind «TM.», «KT.», «TL.», or a title
  std::string date;  // ISO; of «Hà Nội, ngày …» or «thông qua ngày …» right above the block
};
Foot read_foot(std::string_view body);

}  // namespace tracuu
