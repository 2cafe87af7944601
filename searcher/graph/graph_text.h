// Answers of the graph as text for people.
//
//   19/2020/QĐ-UBND: Ban hành Quy chế văn thư, lưu trữ
//   Căn cứ (5)
//     1. Nghị định 30/2020/NĐ-CP (chưa có trong chỉ mục)
//        Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 …;
//   Thay thế (1)
//     1. Quyết định 31/2016/QĐ-UBND: Ban hành Quy chế …
//        sample/van-ban/2016/31-2016-qd-ubnd-….txt
//
// Everything from documents is made harmless to show.

#pragma once

#include <string>

#include "searcher/graph/graph.h"
#include "searcher/text_view.h"

namespace tracuu {

std::string cites_text(const TiesAnswer& answer, const ViewOptions& options);
std::string cited_by_text(const TiesAnswer& answer, const ViewOptions& options);
std::string to_text(const RelatedAnswer& answer, const ViewOptions& options);
std::string to_text(const UnresolvedAnswer& answer, const ViewOptions& options);

// Returns one stored document: its fields, a blank line, its body.
std::string to_text(const DocumentAnswer& answer, const ViewOptions& options);

// Returns «Hết hiệu lực (thay thế bởi 12/2025/QĐ-UBND, Điều 3, từ 01/7/2025)»; empty for what has
// none.
std::string effect_line(const EffectAnswer& effect, Language language);

// Returns the reason in words: «thay thế bởi 12/2025/QĐ-UBND, Điều 3, từ 01/7/2025».
std::string reason_text(const LinkedReason& reason, Language language);

}  // namespace tracuu
