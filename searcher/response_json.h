// The answer as JSON: the wire format, the same from the command line and the server.
//
//   {"version":1,"query":…,"understood":[{"step","from","to"}…],"total":N,"exact":true,
//    "partial":false,"took_ms":…,"relaxed":[{"rule","words"}…],
//    "suggestions":["query"…]?,
//    "results":[{"id","title","number","type","agency","date","date_inferred"?,"url"?,"score",
//                "snippet","passage":{"label","anchor","offset","length"}}…],
//    "facets":{"agency":[{"value","label","count"}…],…}}
//
// Fields are added, never renamed. A snippet is HTML: escaped text with <mark>; offsets count
// bytes of the stored body. No field says anything about access.

#pragma once

#include <string>

#include "core/document/document.h"
#include "searcher/response.h"

namespace tracuu {

// Returns the answer as one line of JSON. Control and direction characters are escaped.
std::string to_json(const Response& response);

// Returns {"version":1,"document":{…}} for one stored document.
std::string document_response(const Document& document);

// Returns {"version":1,"error":{"code":…,"message":…}}.
std::string error_response(const std::string& code, const std::string& message);

}  // namespace tracuu
