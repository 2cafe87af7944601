// Finds what a document cites, how it is tied to it, and what others of it are tied to each other.
//
//   «Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;»       kBasedOn
//   «Quyết định này … thay thế Quyết định số 12/2019/QĐ-UBND …»                  kReplaces
//   «Nghị định số 12 ngày … hết hiệu lực kể từ ngày Nghị định này có hiệu lực»   kReplaces
//   «Sửa đổi khoản 2 Điều 5 Nghị định số 12/2015/NĐ-CP như sau»   kAmends, part "khoản 2 Điều 5"
//   «theo quy định tại Thông tư số 22/2020/TT-BTC»                               kRefersTo
//
// Two cited documents tied to each other: the citation of the one acted on has the other as its
// subject. «Luật A được sửa đổi theo Luật B», as «Luật B sửa đổi Luật A», gives A {kAmends, subject
// B} and B {kRefersTo}. Where the citing document has a tie of its own to A («Căn cứ Luật A được
// sửa đổi theo Luật B»), A is listed twice at one offset: {kBasedOn}, then {kAmends, subject B}.
//
// What changes effect is asserted only where the sentence says that this document does it: «… này»
// before the verb or behind «bởi», a verb that begins an article, clause or list of the enacting
// part, or «ban hành Nghị định sửa đổi …»; never for a document above the citing one in rank or
// later than it, in quotations, in news, or in a văn bản hợp nhất, whose «Thông tư này» is another.
// All else is kRefersTo.
//
// A law with its year alone («Luật Đất đai năm 2013») has the year for its date: "2013".

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document/citation.h"

namespace tracuu {

// What is known of the citing document; empty for what is not.
struct CitationContext {
  std::string key;     // of its number (DocumentNumber::key)
  std::string type;    // "Nghị định"
  std::string agency;  // "Ủy ban nhân dân tỉnh Sông Lam"
  std::string date;    // of issue, ISO
  std::string title;   // with or without type and number before the subject
  bool is_news = false;
};

// Returns the citations in the order of the text. The document's own number is none. Linear; never
// throws for any bytes.
std::vector<Citation> find_citations(std::string_view body, const CitationContext& context);

}  // namespace tracuu
