// One result as data for templates; shared by the pages that list documents.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/response.h"
#include "searcher/server/context.h"
#include "searcher/server/page/address.h"
#include "searcher/server/template/value.h"

namespace tracuu {

// Returns the address of a document's page; `here` is the search it was found by.
std::string document_link(const std::string& id, const Address& here);

// Returns {title, link, facts, date, status, status_code, snippet, place, place_link, copies …}.
page::Value result_view(const Result& result, std::size_t rank, const Address& here,
                        const Context& context);

// Returns snippet parts as HTML: escaped, marks as <mark>.
page::Html marked(const std::vector<SnippetPart>& parts);

}  // namespace tracuu
