// One search, as the command line and the server ask for it.

#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/document/date.h"
#include "core/index/touched.h"

namespace tracuu {

enum class Sort { kRelevance, kNewest, kOldest };

// Bounds of one answer: what a client asks beyond them is cut.
inline constexpr std::size_t kMaxLimit = 1000;
inline constexpr std::size_t kMaxOffset = 100000;
inline constexpr std::chrono::milliseconds kMaxTimeLimit{600000};

struct SearchRequest {
  std::string query;  // in the query language; empty: every document, the newest first

  // Facet name -> accepted values: OR within one facet, AND among facets. Names are those of
  // core/index/schema.h: "agency", "type", "year", "month", "path", "signer", "source", …
  std::map<std::string, std::vector<std::string>> filters;
  std::optional<Date> from;            // issued on this day or later
  std::optional<Date> to;              // issued on this day or earlier
  std::optional<Date> effective_from;  // in force from this day or later
  std::optional<Date> effective_to;    // in force from this day or earlier
  std::optional<Date> as_of;           // only what was in force on this day
  // Only what commits since this state added or changed; everything, where that is not known.
  std::optional<IndexState> changed_since;
  std::optional<Date> today;      // empty: the day it is in Việt Nam
  bool with_predecessors = true;  // an agency of today admits what it was merged or renamed from

  Sort sort = Sort::kRelevance;
  std::size_t limit = 10;
  std::size_t offset = 0;

  // How long the answer may take; what is not done by then is left out and flagged.
  std::optional<std::chrono::milliseconds> time_limit;

  bool verbatim = false;  // as typed: nothing is repaired, restored, corrected or expanded

  std::vector<std::string> facets;  // names of the facets to count
  std::size_t facet_values = 20;    // at most so many values of each, the most frequent ones
  bool with_snippets = true;
  bool collapse = true;   // copies of one document are one result
  bool explain = false;   // what each result's place comes from
  bool ids_only = false;  // results without what stands in the records: for evaluation runs
};

}  // namespace tracuu
