// The text of --help-query: the query language for those who use it.
//
// The table of fields is made from the one the parser reads, and the examples are tested to parse.

#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/base/language.h"

namespace tracuu::query {

struct QueryExample {
  std::string_view query;
  Bilingual meaning;
};

// Returns the examples of the help text; each of them parses.
std::span<const QueryExample> query_examples();

// Returns the whole text, ending with a line feed; no line is wider than 100 columns.
std::string query_help(Language language);

}  // namespace tracuu::query
