// "Did you mean": whole queries that were likely meant.
//
//   «nghi quyet chuyen doi so»    nghị quyết chuyển đổi số     marks given back
//   «nghij quyeets»               nghị quyết                   raw Telex
//   «chuyển đỗi số»               chuyển đổi số                a word its neighbours do not expect
//   «chuyển đổi số»               nothing
//
// Operators, quotes and fields stay; phrases, excluded words and anything with a digit are never
// changed.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/index/syllable_model.h"
#include "core/text/analyzer.h"
#include "searcher/understand/query_reader.h"

namespace tracuu {

inline constexpr std::size_t kMaxSuggestions = 5;

struct Suggestion {
  std::string text;  // a query
};

// Returns the queries, the likeliest first; none for a query that is fine or does not parse.
std::vector<Suggestion> suggest(const std::string& query, const QueryReader& reader,
                                const text::Analyzer& analyzer, const SyllableModel& model);

}  // namespace tracuu
