// The type, agency and year that a query names among its words.
//
//   «nghị quyết của HĐND tỉnh Thái Nguyên năm 2021 về chuyển đổi số»
//     type    "Nghị quyết"
//     agency  "Hội đồng nhân dân tỉnh Thái Nguyên"
//     year    "2021"
//
// The words stay words: nothing is filtered by what is recognised. It weighs in the ranking
// (RankingOptions) and is offered as filters to click. Only what the index has is recognised.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/ast.h"
#include "searcher/snapshot.h"

namespace tracuu {

// The field of a law named in the query: «luật thanh niên» means the law of that name first. It is
// no filter; its value is the key that the law is cited by (core/index/ties.h).
inline constexpr std::string_view kLawField = "law";

struct Recognized {
  std::string field;  // of core/index/schema.h, or kLawField
  std::string value;  // what --filter takes
  std::string words;  // as typed
};

// Words of one query that are looked at; the rest is never an agency's name.
inline constexpr std::size_t kMaxRecognizedWords = 64;

// Returns what the plain words of the query name, in their order; at most one of each field.
// Cost: a look-up of a term for each run of words that may be a name.
std::vector<Recognized> recognize(const query::Node& tree, Snapshot& snapshot);

// Returns the documents that have the value.
DocumentSet docs_with(const Recognized& recognized, Snapshot& snapshot);

}  // namespace tracuu
