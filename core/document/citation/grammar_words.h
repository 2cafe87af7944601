// The small words of a sentence that tell who acts: «này», «bởi», «và», «về việc».
//
// All take keys (words.h). Internal to core/document/citation.

#pragma once

#include <string_view>

namespace tracuu::citation {

// Whether a type's name may end with it: «Thông tư này», never «Điều này».
bool ends_type(std::string_view key);

// Between «Thông tư này» and what it does: «có hiệu lực thi hành kể từ ngày … và».
bool is_effect_clause_word(std::string_view key);

// Between a document and what it does, as in «… về việc sửa đổi».
bool is_title_glue(std::string_view key);

bool is_conjunction(std::string_view key);

// Before the one by whom something is done: «bởi», «theo», «tại».
bool is_agent_word(std::string_view key);

// Behind «trừ», where it excepts: «trừ trường hợp», never «trừ dịch».
bool begins_exception(std::string_view key);

}  // namespace tracuu::citation
