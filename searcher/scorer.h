// The scores of hits: BM25 summed over the posting lists of the query's terms (bm25_sums.h).
//
// Every hit gets its score, so any slice of the ranking can be cut from them. Where the best alone
// are asked for, best_hits.h does with less.

#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "searcher/bm25.h"
#include "searcher/deadline.h"
#include "searcher/scoring.h"
#include "searcher/snapshot.h"

namespace tracuu {

// Returns the score of each hit, in their order; 0 where no term counts. Lists are read in the
// order of what they can add at most: those left out when the time is over matter least, and
// documents left out then score 0. REQUIRES: hits are sorted. Throws Xapian::Error. Cost:
// Postings::list_within() of each term, and add_gains().
std::vector<float> score_hits(std::span<const std::uint32_t> hits, const Scoring& scoring,
                              const Bm25& bm25, Snapshot& snapshot, Deadline& deadline);

// Returns what the term can add to a score at most.
double greatest_gain(const ScoredTerm& term, const Bm25& bm25, const Postings& postings);

// A term with what it can add at most.
using WeighedTerm = std::pair<double, const ScoredTerm*>;

// Returns the terms of the scoring, those that can add most first.
std::vector<WeighedTerm> by_gain(const Scoring& scoring, const Bm25& bm25,
                                 const Postings& postings);

// Adds the boosts to the hits with a score. REQUIRES: hits are sorted, there is a score for each.
void add_boosts(const std::vector<Boost>& boosts, std::span<const std::uint32_t> hits,
                std::vector<float>& scores);

}  // namespace tracuu
