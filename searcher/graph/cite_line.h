// The line by which a new document bases itself on this one, ready to paste.
//
//   «Căn cứ Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng Chính phủ phê duyệt
//    Chương trình Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030;»
//   «Căn cứ Luật Thanh niên số 57/2020/QH14 ngày 16 tháng 6 năm 2020;»   a law goes by its name
//
// As Nghị định 30/2020/NĐ-CP, Phụ lục I, has it for the recitals. A date that is a guess is left
// out.

#pragma once

#include <optional>
#include <string>

#include "core/document/document.h"

namespace tracuu {

// Returns the line, nothing for what cannot be cited so: no type, or neither a number nor a date.
std::optional<std::string> cite_line(const Document& document);

}  // namespace tracuu
