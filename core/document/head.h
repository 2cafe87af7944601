// Reads the elements of an administrative document from its layout (NĐ 30/2020, TT 01/2011, and
// the party's 36-HD/VPTW).
//
//   ỦY BAN NHÂN DÂN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
//   TỈNH SÔNG LAM                    Độc lập - Tự do - Hạnh phúc
//   Số: 15/QĐ-UBND            Sông Lam, ngày 31 tháng 12 năm 2020
//                    QUYẾT ĐỊNH
//          Về việc thành lập Ban chỉ đạo
//
// gives number, date, type, agency and subject; the signer stands at the end. A text without such
// a head, as news and notes are, gives nothing: what the text does not say is not asserted. Dates
// of recitals («Căn cứ … ngày …») are never the document's own.

#pragma once

#include <string>
#include <string_view>

#include "core/document/document.h"

namespace tracuu {

// What the layout tells; an empty string for what it does not.
struct Head {
  std::string number;      // canonical: "15/QĐ-UBND"
  std::string type;        // "Quyết định"
  std::string agency;      // "Ủy ban nhân dân tỉnh Sông Lam"
  std::string date;        // ISO
  std::string subject;     // "Về việc thành lập Ban chỉ đạo"
  std::string signer;      // "Nguyễn Văn A"
  std::size_t length = 0;  // bytes of the body before its recitals or first article

  friend bool operator==(const Head&, const Head&) = default;
};

// Returns the elements found in the body's head and foot. Linear; never throws for any bytes.
Head read_head(std::string_view body);

// Fills the empty fields of the document from its body; the title becomes type, number and
// subject, and the head a region unless there are any. Fields that are given win.
void extract_head(Document& document);

}  // namespace tracuu
