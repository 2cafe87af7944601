// Finds the documents a text names, one by one: what is said of each, before any relation.
//
//   «… Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về …»
//     type, number, key, date, agency; [begin, end) «Nghị định số 30/2020/NĐ-CP», tail_end behind
//     «Chính phủ»
//   «các Nghị định số A, số B và số C»       three, the type of the list in each
//   «Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015»    a law by name
//   «Luật sửa đổi, bổ sung một số điều của Luật Kế toán và Luật Thuế ngày …»   three: the amending
//     law, to which the date belongs, and the two that it amends, inside of it
//   «Nghị quyết 01 của Ban Chấp hành Đảng bộ tỉnh»   number "01", no key
//
// Internal to core/document/citation.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/document/citation.h"

namespace tracuu::citation {

struct Reference {
  Citation citation;         // offset and length are set; relation and sentence are not
  std::size_t begin = 0;     // as citation.offset
  std::size_t head_end = 0;  // behind «Luật» of an amending law, else as end
  std::size_t end = 0;       // as citation.offset + length
  std::size_t tail_end = 0;  // behind date and agency
  bool is_amending = false;  // a law whose name is what it amends
};

// Returns the references in order of begin. Linear.
std::vector<Reference> find_references(std::string_view body);

}  // namespace tracuu::citation
