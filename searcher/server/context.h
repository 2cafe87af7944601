// What a handler is given: one request, the searcher of its worker, the site.

#pragma once

#include "core/base/language.h"
#include "searcher/searcher.h"
#include "searcher/server/http/request.h"
#include "searcher/server/http/response.h"
#include "searcher/server/identity.h"
#include "searcher/server/site.h"

namespace tracuu {

struct Context {
  const http::Request& request;
  Searcher& searcher;
  Site& site;
  Language language = Language::kVietnamese;
  Identity identity{};  // the searcher answers for it
};

// Counts a search that was answered: what was asked, and what it found.
void note_search(const Context& context, const Response& response);

// Returns the search that the request asks for, within the time the settings allow.
// Throws kBadOption.
SearchRequest search_of(const Context& context);

}  // namespace tracuu
