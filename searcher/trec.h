// Runs a file of queries and writes what a scorer reads.
//
//   queries.jsonl   {"_id": "q1", "text": "chuyển đổi số"}          (BEIR)
//   run             q1 Q0 sample/a.txt 1 12.75 tracuu                (TREC)
//
// The scores written fall strictly with the rank, so that a scorer sorts as we did. Query text is
// taken as plain words: evaluation queries are sentences, and their quotes and dashes are no
// operators.

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/searcher.h"

namespace tracuu {

struct RunResult {
  std::size_t queries = 0;
  std::size_t without_hits = 0;
  std::uint64_t hits = 0;  // of all queries together
  double seconds = 0;
};

// Returns the text as words of the query language: operators, fields, quotes and brackets lose
// their meaning.
std::string as_plain_words(const std::string& text);

// What becomes of blanks in an id, at which most programs part a line.
enum class IdBlanks {
  kKeep,    // for a scorer that knows them, as tests/relevance does: ids are those of the judgments
  kEscape,  // written as %20, and % as %25
};

// Returns the results as lines of a run: "q1 Q0 sample/a.txt 1 12.75000000 tracuu\n" …
std::string run_lines(std::string_view query_id, const std::vector<Result>& results,
                      IdBlanks blanks);

// Runs every query with the request's filters and limit. Throws kPathMissing, kPathUnreadable
// (with the line that is no query), kIo.
RunResult run_queries(Searcher& searcher, const std::filesystem::path& queries,
                      const std::filesystem::path& run, const SearchRequest& request);

}  // namespace tracuu
