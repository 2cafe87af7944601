#include "core/document/tables.h"

#include "core/document/scan.h"

namespace tracuu {
namespace {

template <typename Visit>
void for_each_part(std::string_view text, char separator, Visit visit) {
  while (true) {
    const std::size_t end = text.find(separator);
    visit(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::vector<TableRow> table_rows(std::string_view table) {
  std::vector<TableRow> rows;
  bool is_first = true;
  for_each_part(table, '\n', [&](std::string_view line) {
    if (!is_first && !line.empty()) {
      std::vector<std::string_view> cells;
      for_each_part(line, '\t', [&](std::string_view part) { cells.push_back(part); });
      rows.emplace_back(std::move(cells));
    }
    is_first = false;
  });
  return rows;
}

std::vector<std::string_view> split_list(std::string_view list, char separator) {
  std::vector<std::string_view> parts;
  for_each_part(list, separator, [&](std::string_view part) {
    part = scan::trim(part);
    if (!part.empty()) parts.push_back(part);
  });
  return parts;
}

}  // namespace tracuu
