// Failures as answers: one table from codes to statuses, one form for programs.
//
//   Error{kDocumentMissing}   404 {"version":1,"error":{"code":"document_missing","message":"…"}}

#pragma once

#include <string>

#include "core/base/error.h"
#include "core/base/language.h"
#include "searcher/server/http/response.h"

namespace tracuu {

struct Failure {
  int status = 500;
  std::string code;     // for programs, never translated
  std::string message;  // for people
};

Failure failure_of(const Error& error, Language language);

// Returns what is said of a request that no handler saw: 400, 401, 404, 405, 408, 413, 414, 429,
// 431, 500, 503.
Failure failure_of(int status, Language language);

// Returns it as JSON.
http::Response json_failure(const Failure& failure);

}  // namespace tracuu
