// The number in the name of a file, for documents whose text has none.
//
//   number_in_file_name("van-ban/749_QD-TTg.pdf")      == "749/QĐ-TTg"
//   number_in_file_name("15-2020-ND-CP.txt")           == "15/2020/NĐ-CP"
//   number_in_file_name("nghi-dinh-so-372-2025-nd-cp-468594.pdf") == "372/2025/NĐ-CP"
//   number_in_file_name("20210417-m02.jpg")            == ""
//
// Internal to core/document.

#pragma once

#include <string>
#include <string_view>

namespace tracuu {

// Returns the number as documents write it, empty when the name has none. Looks at the last part
// of the path only.
std::string number_in_file_name(std::string_view path);

}  // namespace tracuu
