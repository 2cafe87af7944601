// The answer as text for a terminal or a pipe.
//
//   1. Quyết định 15/QĐ-UBND Về việc kiện toàn Ban chỉ đạo chuyển đổi số
//      Quyết định · 15/QĐ-UBND · Ủy ban nhân dân tỉnh Sông Lam · 12/05/2021
//      … kiện toàn Ban chỉ đạo **chuyển đổi số** tỉnh …   (Điều 1)
//      sample/van-ban/2021/15-qd-ubnd.txt
//
// Marks are colour where colour is wanted, otherwise nothing. Everything from documents goes
// through text::visible().

#pragma once

#include <string>

#include "core/base/language.h"
#include "searcher/request.h"
#include "searcher/response.h"
#include "searcher/text_view.h"

namespace tracuu {

// Returns the whole answer, ending with a line feed.
std::string to_text(const Response& response, const SearchRequest& request,
                    const ViewOptions& options);

// Returns the name of a facet for people: "Cơ quan", "Agency".
std::string facet_label(const std::string& name, Language language);

// Returns "03/06/2020" for "2020-06-03", and anything else as it is.
std::string date_for_people(const std::string& iso);

}  // namespace tracuu
