// The answer as JSON: the wire format, the same from the command line and the server.
//
//   {"version":1,"query":…,"understood":[{"step","from","to"}…],"total":N,"exact":true,
//    "partial":false,"took_ms":…,"relaxed":[{"rule","words"}…],
//    "counted":"documents","collapsed":true,"filters":[{"field","value","words"}…]?,
//    "suggestions":["query"…]?,
//    "results":[{"id","title","number","type","agency","date","date_inferred"?,"url"?,
//                "effect":EFFECT?,"copies":[id…]?,"score",
//                "snippet","passage":{"label","anchor","offset","length","page"?}}…],
//    "facets":{"agency":[{"value","label","count","group"?,"depth"?}…],…}}
//
// "total" and the counts of facets are of documents; with "collapsed" each result is a group of
// copies, "copies" the others of it. "filters" are what the words of the query suggest. EFFECT is
// that of searcher/graph/graph_json.h; its texts are in the user's language. Fields are added,
// never renamed. A snippet is HTML: escaped text with <mark>; offsets count bytes of the stored
// body. No field says anything about access.

#pragma once

#include <string>

#include "core/base/language.h"
#include "searcher/response.h"

namespace tracuu {

// Returns the answer as one line of JSON. Control and direction characters are escaped.
std::string to_json(const Response& response, Language language = Language::kVietnamese);

// Returns {"version":1,"error":{"code":…,"message":…}}.
std::string error_response(const std::string& code, const std::string& message);

}  // namespace tracuu
