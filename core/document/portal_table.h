// The table that legal portals put before a document's text.
//
//   Số hiệu:          15/2020/NĐ-CP          number
//   Cơ quan ban hành: Chính phủ              agency
//   Ngày hiệu lực:    15/04/2020             effective
//   Tình trạng:       Còn hiệu lực           status
//
// Label and value stand in one cell or in two. Values that tell nothing («Đã biết», «Đang cập
// nhật») are left out. The labels are those of the portals (luatvietnam, thuvienphapluat).
// Internal to core/document.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/document/head_elements.h"

namespace tracuu {

struct PortalTable {
  HeadValue number;  // canonical
  HeadValue type;
  HeadValue agency;
  HeadValue date;  // ISO, as the next two
  HeadValue effective;
  HeadValue expires;
  HeadValue signer;
  HeadValue subject;
  HeadValue status;
  HeadValue field;
  std::size_t length = 0;  // bytes of the text up to the last value
};

// Returns the table a text begins with: three labels at least, one of them the number's or the
// agency's.
std::optional<PortalTable> read_portal_table(std::string_view body);

}  // namespace tracuu
