// Why a result stands where it does, in a few lines for people.
//
//   41,3 điểm
//    +9,2  tiêu đề, đề mục và đoạn hợp nhất có những từ được tìm
//    +4,1  60 % tiêu đề là từ được tìm
//   từ: «mũ» 7,9 (đoạn hợp nhất); «bảo» 3,1 (tiêu đề, đoạn hợp nhất); không có: «hiểm»
//
// The same for programs stands in JSON (response_json.h), where nothing is left out.

#pragma once

#include <string>
#include <vector>

#include "core/base/language.h"
#include "searcher/response.h"

namespace tracuu {

// Parts of the score that are told, those that add or take away most.
inline constexpr std::size_t kPartsTold = 6;

// Words that are told, the heaviest.
inline constexpr std::size_t kWordsTold = 12;

// Returns the lines. Words are as typed and not made visible for a terminal.
std::vector<std::string> explain_lines(const Result& result, Language language);

}  // namespace tracuu
