// What a document says of itself outside its head, where the head lacks it. Places, each with
// its own function:
//
//   consolidated   BỘ CÔNG THƯƠNG / Số: 40/VBHN-BCT / XÁC THỰC VĂN BẢN HỢP NHẤT / Hà Nội, ngày …
//   displaced      the two-column head below the text of its first page, as PDF text has it
//   continued      Thông tư số 102/2018/TT-BTC ngày … / (Tiếp theo Công báo số 201 + 202)
//   enacting       Bộ trưởng Bộ Nội vụ ban hành Thông tư …
//   annex          (Kèm theo Thông tư số 09/2026/TT-BNV ngày 15/5/2026 của …)
//   passing        Luật này được Quốc hội … thông qua ngày 29 tháng 6 năm 2024.
//   stamp          Ký bởi: Nguyễn Văn A / Ngày ký: 28.01.2026 14:18:43 +07:00
//
// Internal to core/document.

#pragma once

#include <string_view>

#include "core/document/head_elements.h"

namespace tracuu {

struct HeadReference {
  HeadValue number;  // canonical
  HeadValue type;
  HeadValue date;  // ISO
  HeadValue place;
  HeadValue agency;
};

// A consolidated text has its own number and date in the certificate at its end, an empty
// reference where there is none. `is_certified` is set by the certificate even without a number.
struct Certificate : HeadReference {
  bool is_certified = false;
};
Certificate read_certificate(std::string_view body);

// Whether the head says that the text is a consolidated one: «VĂN BẢN HỢP NHẤT - BỘ Y TẾ» above
// it, or, where it has no number, the document it was made from and its changes below the subject:
// «Thông tư số … được sửa đổi, bổ sung bởi:».
bool is_consolidated(HeadCells all, bool has_number);

// The agency of «VĂN BẢN HỢP NHẤT - BỘ Y TẾ».
HeadValue consolidating_agency(HeadCells cells);

// A head among the first pages, whose number is of this type.
HeadReference find_displaced_head(std::string_view body, std::string_view type);

HeadReference read_continued(HeadCells cells);

// The agency that issues the document by its own words.
HeadValue find_enacting_agency(std::string_view body, std::string_view type);

// The reference of an annex to the document of this type that it belongs to.
HeadReference find_annex_reference(std::string_view annexes, std::string_view type);

// The day a law or resolution was passed, ISO, from its last sentence: «Luật này được Quốc hội …
// thông qua ngày 29 tháng 6 năm 2024».
HeadValue find_passing_date(std::string_view text, std::string_view type);

struct Stamp {
  HeadValue signer;
  HeadValue date;
};

// The digital signature of a person; publishers sign with the name of an agency.
Stamp read_stamp(std::string_view body);

}  // namespace tracuu
