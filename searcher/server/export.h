// A list of results in the forms that other programs read; the addresses are those of the page.
//
//   /search.csv     for spreadsheets: a byte order mark, CRLF, no cell that could be a formula
//   /search.jsonl   a JSON object a line
//   /search.trec    lines of a TREC run, by relevance; topic=q1 is their first word
//   /search.atom    a feed: the newest first, whatever the page's order
//
// The same with /search?format=csv, jsonl, trec, atom. At most kMaxExported results, of the first
// page on.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "searcher/server/context.h"

namespace tracuu {

inline constexpr std::size_t kMaxExported = 1000;
inline constexpr std::size_t kFeedEntries = 30;

// Throw kBadOption.
http::Response export_csv(const Context& context);
http::Response export_jsonl(const Context& context);
http::Response export_trec(const Context& context);
http::Response export_atom(const Context& context);

// Returns the list in the form that the parameter `format` names. Throws kBadOption.
http::Response export_as(std::string_view format, const Context& context);

// /opensearch.xml: what a browser needs to search from its own box; and what it asks while one
// types: ["chuyen d",["chuyển đổi số",…]].
http::Response opensearch(const Context& context);
http::Response browser_suggestions(const Context& context);

// Returns the text as a cell of CSV: in quotes, and with ' before what a spreadsheet would compute.
std::string csv_cell(std::string_view text);

// Returns the address of this server as the request names it: the setting base_url, else the Host
// it was sent to; empty when that is no host name.
std::string base_url(const Context& context);

}  // namespace tracuu
