// Reads what a document says about itself: its head (NĐ 30/2020, TT 01/2011, the party's
// 36-HD/VPTW), its foot, its closing article.
//
//   ỦY BAN NHÂN DÂN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
//   TỈNH SÔNG LAM                    Độc lập - Tự do - Hạnh phúc
//   Số: 15/QĐ-UBND            Sông Lam, ngày 31 tháng 12 năm 2020
//                    QUYẾT ĐỊNH
//          Về việc thành lập Ban chỉ đạo
//   …
//   Điều 4. Quyết định này có hiệu lực kể từ ngày ký.
//                                       KT. CHỦ TỊCH
//                                       PHÓ CHỦ TỊCH
//                                       Nguyễn Văn A
//
// gives number, date, place, type, agency, subject, signer with title and capacity, effective
// date. Where the head lacks an element, other places may have it: a portal's table before the
// text, the certificate of a consolidated text, the enacting words, annexes, a digital stamp, the
// name of the file. Each field read has evidence: the rule, the place, and how sure such readings
// are. A text without such a head, as news and notes are, gives nothing: what the text does not
// say is not asserted. Dates of recitals («Căn cứ … ngày …») are never the document's own.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

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

  std::string place;                  // "Sông Lam"
  std::string signer_title;           // "Phó Chủ tịch"
  std::string signer_capacity;        // "KT."
  std::vector<Person> other_signers;  // of a joint document, in order
  std::string effective;              // ISO
  std::string expires;                // ISO, the last day in force
  int effective_days = -1;            // after signing, where the text names no date; 0: at once
  std::string status;                 // of a portal's table, as written; so is the next
  std::string field;
  std::string urgency;  // "Hỏa tốc"
  std::string secrecy;  // "Mật"
  bool is_draft = false;
  bool is_administrative = false;  // the text has the head of a document
  std::vector<Evidence> evidence;  // offsets are of the body

  friend bool operator==(const Head&, const Head&) = default;
};

// Returns the elements found in the body. Linear; never throws for any bytes.
Head read_head(std::string_view body);

// Fills the empty fields of the document from its body, and its number from the name of its file
// when the head has none; the title becomes type, number and subject, and the head a region unless
// there are any. Fields that are given win: where the text says otherwise of number, type, agency,
// date or effective date, the document gets a conflict.
void extract_head(Document& document);

}  // namespace tracuu
