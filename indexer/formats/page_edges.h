// Leaves out what is printed on every page and is no text: page numbers and running heads.
//
//   page 101 begins  "CÔNG BÁO/Số 146/Ngày 11-03-2026 101"    a number that counts with the pages:
//   page 102 begins  "CÔNG BÁO/Số 146/Ngày 11-03-2026 102"    dropped
//   every page ends  "Phòng Hành chính"                        the same words: the first is kept
//   page 7 begins    "7" or "- 7 -" or "Trang 7/12"           dropped
//
// Only the first and last lines of a page are looked at, so that numbers in tables stay.

#pragma once

#include <string>
#include <vector>

namespace tracuu::input {

// Removes such lines from the pages' texts. Cost: linear.
void drop_page_edges(std::vector<std::string>& pages);

}  // namespace tracuu::input
