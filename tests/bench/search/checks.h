// Whether an answer is right: what makes a measured time mean something.
//
// A problem is a sentence for the report, nothing where there is none. What must hold of every
// answer is a problem at once; whether the document that gave the query is among the results is
// counted, as another document may fit as well (`finds`).

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/complete/completion.h"
#include "searcher/request.h"
#include "searcher/response.h"
#include "tests/bench/collection/generator.h"
#include "tests/bench/search/plain_count.h"

namespace tracuu::bench {

using Problem = std::optional<std::string>;

// Whether the document is among the results.
bool finds(const Response& response, std::string_view id);

// Every answer: no more results than asked for, none twice, none that is no document of the
// collection, no fewer in total than are shown, the best first, and something at all.
Problem list_problem(const SearchRequest& request, const Response& response,
                     const Generator& generator);

// Answers to a phrase: every result holds it.
Problem phrase_problem(const std::string& phrase, const Response& response,
                       const Generator& generator);

// Answers to a phrase: total, and the facet "type" where it was asked for, are those of a plain
// count.
Problem count_problem(const PhraseCount& plain, const Response& response);

// Answers with facets: every document has one type and one year, so either facet adds up to the
// total. REQUIRES: both were asked for, with room for all values.
Problem facets_problem(const Response& response);

// Completions: there are some, and each has every word that was typed, the last one perhaps longer,
// marks aside.
Problem completion_problem(std::string_view typed, const std::vector<Completion>& completions);

}  // namespace tracuu::bench
