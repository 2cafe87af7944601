// The authority tables of data/, compiled in, and how their rows are read.
//
// A table is lines of tab-separated cells under one line of column names. Internal to
// core/document; the types and names made of them are in doctype.h, agency.h and number_codes.h.

#pragma once

#include <string_view>
#include <vector>

namespace tracuu::data {

extern const std::string_view kDoctypesTsv;
extern const std::string_view kAgenciesTsv;
extern const std::string_view kProvincesTsv;

}  // namespace tracuu::data

namespace tracuu {

// One row. Cells are views of the table.
class TableRow {
 public:
  explicit TableRow(std::vector<std::string_view> cells) : cells_(std::move(cells)) {}

  // Returns the cell of a column, empty when the row is shorter.
  std::string_view operator[](std::size_t column) const {
    return column < cells_.size() ? cells_[column] : std::string_view{};
  }

 private:
  std::vector<std::string_view> cells_;
};

// Returns the rows below the line of names. Views live as long as `table`.
std::vector<TableRow> table_rows(std::string_view table);

// Returns the parts between separators without the blanks around them; empty ones are left out.
std::vector<std::string_view> split_list(std::string_view list, char separator);

// The columns that are read, by the first line of each file.
enum class DoctypeColumn : std::size_t { kGroup, kName, kSymbol, kSymbolBefore2020 };
enum class AgencyColumn : std::size_t { kLevel, kName, kNameWithoutMarks, kCodes, kAliases };
enum class ProvinceColumn : std::size_t {
  kCode,
  kName,
  kNameWithoutMarks,
  kType,
  kCodes,
  kVariants
};

template <typename Column>
std::string_view cell(const TableRow& row, Column column) {
  return row[static_cast<std::size_t>(column)];
}

}  // namespace tracuu
