// Reads articles as the sites of ministries and provinces publish them.
//
//   Tỉnh ủy X thành lập Ban chỉ đạo            the title, a blank line behind it
//   (Mic.gov.vn) -                             the site
//   20210417-m02.jpg                           a picture: noise, and a hint at the date
//   Cán bộ của tỉnh … (Ảnh hội nghị …)         its caption
//   Vân Anh                                    the author
//   (Theo Báo VietNamNet)
//   Từ khóa: chính phủ số, chuyển đổi số
//   ĐÁNH GIÁ BÀI VIẾT( 1)                      noise
//
// An article is known by these marks alone, so administrative documents and plain notes are left
// as they are.

#pragma once

#include <string_view>

#include "core/document/document.h"

namespace tracuu {

// The type that recognised articles get.
inline constexpr std::string_view kNewsType = "Tin tức";

// Returns whether the text carries the marks of an article: its site at the top, or two others.
bool looks_like_news(std::string_view body);

// Fills the empty fields of an article (title, source, author, keywords, type, and the date when
// only a picture's name tells it, as inferred) and marks its regions unless there are any. Leaves
// every other document alone. Linear; never throws for any bytes.
void extract_news(Document& document);

}  // namespace tracuu
