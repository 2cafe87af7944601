// What is stamped on a document's first page: how secret, how urgent, whether it is a draft.
//
//   MẬT                 alone in a cell above the heading; «Độ mật: Mật»
//   HỎA TỐC             the same
//   DỰ THẢO LẦN 2
//
// Words of the text («bí mật nhà nước», a heading «MẬT» below) are none. Internal to core/document.

#pragma once

#include "core/document/head_elements.h"

namespace tracuu {

struct HeadMarks {
  HeadValue secrecy;  // "Mật", "Tối mật", "Tuyệt mật"
  HeadValue urgency;  // "Khẩn", "Thượng khẩn", "Hỏa tốc"
  HeadValue draft;    // the mark as written
};

// REQUIRES: `cells` are of an administrative document and end where its heading begins.
HeadMarks find_head_marks(HeadCells cells);

}  // namespace tracuu
