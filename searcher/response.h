// The answer to one search, the same for terminal, JSON and page.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/facet_value.h"
#include "searcher/graph/graph.h"
#include "searcher/posting_use.h"
#include "searcher/snippet.h"
#include "searcher/stage_times.h"

namespace tracuu {

// A step in which the query was read in another way than it stands there.
struct Understood {
  std::string step;  // "normalize", "number", "prefix", …: a name for programs, never translated
  std::string from;  // as typed
  std::string to;    // as understood
};

// What was given up because nothing fitted the whole query.
struct Relaxed {
  std::string rule;  // "unknown_words", "some_words", "any_word": never translated
  std::vector<std::string> words;
};

// What a result's score is made of: how well it fits in one way, and what that weighs.
struct ScorePart {
  std::string_view name;  // searcher/rerank/feature.h: never translated
  double value = 0;
  double weight = 0;
};

// A word of the query and where the document has it.
struct ScoreWord {
  std::string word;
  double weight = 0;  // by its rarity
  bool in_title = false;
  bool in_passage = false;  // the best one
  bool in_text = false;     // anywhere
};

struct Explanation {
  std::vector<ScorePart> parts;  // their products make the score
  std::vector<ScoreWord> words;  // the heaviest first
};

struct Result {
  std::string id;
  std::string title;
  std::string number;
  std::string type;
  std::string agency;
  std::string date;
  bool date_inferred = false;
  std::string url;
  EffectAnswer effect;              // whether it is in force, and why
  std::vector<std::string> copies;  // ids of the others of its group
  double score = 0;
  std::optional<Explanation> explanation;  // where asked for, and the second stage looked at it
  Snippet snippet;
};

struct Facet {
  std::string name;
  std::vector<FacetValue> values;  // the most frequent first, ties by value; a tree in its order
};

struct Response {
  std::string query;
  std::vector<Understood> understood;
  std::vector<Relaxed> relaxed;
  std::vector<OfferedFilter> offered;
  std::uint64_t total = 0;    // documents; copies count each
  bool is_exact = true;       // the total and the facets: false when the time limit cut the search
  bool is_partial = false;    // the time limit cut something: order, facets or suggestions as well
  bool is_collapsed = false;  // results are groups of copies
  std::vector<Result> results;
  std::vector<Facet> facets;
  std::vector<std::string> suggestions;  // queries likely meant, where little was found as asked
  double took_ms = 0;

  // Of a search by words, for counters; never shown to readers.
  StageTimes stages;
  PostingUse postings;
};

}  // namespace tracuu
