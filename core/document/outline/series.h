// Which of the lines «Điều …» are the document's own articles.
//
//   1 2 3 57 4 5        -> 1 2 3 4 5           57 is a reference that a line end put in front
//   1 2 | 1 2 3 4       -> two series: a decision and the regulation issued with it
//   1 2 3 (dense) 1 2 3 -> the first is the table of contents
//   1 2 “3 4” 5         -> 1 2 3 4 5           what seems quoted, but is missing, is none
//
// Internal to core/document/outline.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/document/outline/candidate.h"

namespace tracuu::outline {

struct Series {
  std::vector<std::uint32_t> of;  // for each candidate its series, from 1; 0: no own article
  std::size_t contents_end = 0;   // candidates before this index belong to a table of contents
};

// Returns the longest ascending series between restarts at Điều 1. Cost: n log n in the articles.
// Quotes in which own articles stand are none: the candidates in them lose their quoting.
Series find_series(std::span<Candidate> candidates, std::string_view body);

}  // namespace tracuu::outline
