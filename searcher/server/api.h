// The JSON API: the answers of `tracuu-search --json`, at addresses below /api/v1/.
//
//   /api/v1/search?q=một cửa&type=Quyết định&facets=agency,year
//
// data/page/openapi.json describes it. A parameter that no one knows is refused, as a mistyped
// filter would be an answer to another question.

#pragma once

#include <string_view>

#include "searcher/server/context.h"

namespace tracuu {

inline constexpr std::string_view kApiPrefix = "/api/v1/";

// Returns the answer at the path; throws Error, which failure_of() turns into one.
http::Response answer_api(const Context& context);

// Returns the answer of a search as JSON, errors of the query among them.
http::Response json_of(const SearchOutcome& outcome, const Context& context);

}  // namespace tracuu
