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

// What was read, and from where: a view into the body.
struct HeadValue {
  std::string value;
  std::string_view where;

  bool empty() const { return value.empty(); }
};

// An element and the cell it stands in.
struct HeadNumber {
  DocumentNumber number;
  std::size_t cell = 0;
  std::string_view where;
};
struct HeadType {
  std::string name;
  std::size_t cell = 0;   // the first cell of the heading
  std::size_t next = 0;   // the cell behind it
  std::string_view rest;  // of the heading's cell: "Về việc …" on the same line
};
struct HeadDate {
  HeadValue date;  // ISO
  HeadValue place;
};

// «Số: 15/QĐ-UBND», «Luật số: 41/2024/QH15», a place and date behind it or nothing: «Thông tư số
// 34/2016/TT-BTC ngày …» speaks of another document.
std::optional<HeadNumber> find_head_number(HeadCells cells);

// The heading in capitals, also broken in two: «QUYẾT / ĐỊNH».
std::optional<HeadType> find_head_type(HeadCells cells);

// «V/v …» of a công văn: the cell it begins in; cells.size() when there is none.
std::size_t find_letter_subject(HeadCells cells);

// The date of issue: «Sông Lam, ngày 31 tháng 12 năm 2020», also broken over lines; a line that
// names no place counts only when none does.
HeadDate find_head_date(HeadCells cells);

// The issuing agency from the block in capitals before the cell `end`, as a name.
HeadValue find_head_agency(HeadCells cells, std::size_t end);

// Whether the name_key begins as names of agencies do: «bo noi vu», «uy ban nhan dan …».
bool begins_agency_name(std::string_view key);

// The lines of the subject from cell `begin` on, joined.
HeadValue read_subject(HeadCells cells, std::size_t begin);

// Returns the part of the body from the first view to the last. REQUIRES: both are of one text, in
// this order.
std::string_view covering(std::string_view first, std::string_view last);

}  // namespace tracuu
