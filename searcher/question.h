// What a query asks of the index, and what it finds there: the first half of an answer.
//
//   «quyết định chuyển đổi số»   hits, what they are ranked by, words to mark in snippets,
//                                «loại: Quyết định» to offer as a filter
//
// What is given up when nothing fits is decided here as well (Strictness in searcher/hits.h).

#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "core/document/outline/reference.h"
#include "core/index/syllable_model.h"
#include "core/index/token_codes.h"
#include "core/text/analyzer.h"
#include "searcher/admission.h"
#include "searcher/bag.h"
#include "searcher/deadline.h"
#include "searcher/dictionary/dictionary.h"
#include "searcher/hits.h"
#include "searcher/query/error.h"
#include "searcher/request.h"
#include "searcher/rerank/query_units.h"
#include "searcher/response.h"
#include "searcher/score.h"
#include "searcher/scoring.h"
#include "searcher/snapshot.h"

namespace tracuu {

struct Question {
  DocumentSet unfiltered;
  DocumentSet hits;
  std::vector<Understood> understood;
  std::vector<Relaxed> relaxed;
  std::vector<OfferedFilter> offered;
  std::vector<Bag> highlighted;
  std::optional<Reference> place;
  Scoring scoring;
  std::optional<QueryUnits> units;  // where `scoring` is not empty
};

struct QuestionSources {
  const text::Analyzer& analyzer;
  const TokenCodes& codes;
  const Dictionary& dictionary;
  const RankingOptions& ranking;
  const HitRule& rule;
  const SyllableModel& model;
  Snapshot& snapshot;
};

// Returns the question, or why the query does not parse. An empty query asks for everything. When
// the time is over, hits may be too few or too many. Throws Xapian::Error.
std::variant<Question, query::QueryError> read_question(const SearchRequest& request,
                                                        const Admission& admission,
                                                        const QuestionSources& sources,
                                                        Deadline& deadline);

}  // namespace tracuu
