// What the hits of a query are ranked by, as a value: its terms with their weights, and sets of
// documents that stand before others.
//
//   "chuyển đổi số"  =  {"chuyển"} 1.0   {"XUchuyen"} 0.05   {"XBchuyen doi"} 0.9   …
//
// The score of a document is the sum of each term's BM25 times its factor (scorer.h), and where
// that is more than nothing, of the boosts it belongs to.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/posting_list.h"

namespace tracuu {

struct ScoredTerm {
  std::string term;
  std::string other{};  // counts as the same term, when not empty: kĩ beside kỹ
  double factor = 1;
  bool is_number = false;  // documents with it bear a number that the query gives

  // A term that every document has at least as often as this one, when not empty: of a form with
  // marks the one without, of words in the title the same words in the text.
  std::string ceiling{};
};

struct Boost {
  DocumentSet documents;
  double weight = 0;
};

struct Scoring {
  std::vector<ScoredTerm> terms;  // each once
  std::vector<Boost> boosts;
  std::size_t left_out = 0;  // terms of a long query that were not taken

  // Without terms nothing is ranked: a boost alone says nothing.
  bool empty() const { return terms.empty(); }
};

}  // namespace tracuu
