// Numbers as people say them, without the symbol that would make them whole.
//
//   «quyết định 749 năm 2020»   type "Quyết định", sequence "749", year 2020
//   «QĐ 749», «qd749»           type "Quyết định", sequence "749"
//   «QĐ 749 TTg»                the whole number 749/QĐ-TTg
//   «kế hoạch 5 năm», «luật 2020», «báo cáo 3 tháng»   none
//
// The type stands before the number. What stands behind it says whether it is one: nothing, a date,
// «của», «về»; behind a year, or where «số» stands before it, anything may.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/number.h"

namespace tracuu {

struct LooseNumber {
  std::string type;      // "Quyết định"
  std::string sequence;  // "749"
  int year = 0;
  std::optional<DocumentNumber> whole;  // when an organ's code stands behind it
  std::size_t offset = 0;               // of the type; bytes
  std::size_t length = 0;

  friend bool operator==(const LooseNumber&, const LooseNumber&) = default;
};

// Returns the loose numbers of a query in order; whole ones («749/QĐ-TTg») are left out. Linear.
std::vector<LooseNumber> find_loose_numbers(std::string_view query);

}  // namespace tracuu
