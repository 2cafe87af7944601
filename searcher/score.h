// How hits are ordered: the weighted terms of a query, and the BM25 they are summed by.
//
//   "chuyển đổi số"  =  chuyển, đổi, số                 toned syllables          1
//                     + XUchuyen, XUdoi, XUso           without their marks      small
//                     + XBchuyen doi, XBdoi so          toneless pairs           most of the
//                     ranking
//                     + the same in the title           apart
//                     + XKchuyen, …                     captions                 small
//
// A syllable typed without marks counts by its toneless term and by the form that the index
// suggests; where the index suggests none, by its toneless term alone. What may
// stand for words (UBND: Ủy ban nhân dân) counts beside them.
// Of a long query the terms that can add most to a score are taken, kMaxScoredTerms of them.
// The weights are one setting for all collections, chosen on the tune sets (tests/relevance).

#pragma once

#include <cstddef>
#include <vector>

#include "searcher/bag.h"
#include "searcher/bm25.h"
#include "searcher/query/ast.h"
#include "searcher/rerank/weights.h"
#include "searcher/scoring.h"
#include "searcher/snapshot.h"
#include "searcher/understand/bags.h"
#include "searcher/understand/recognized.h"

namespace tracuu {

struct RankingOptions {
  double toned = 1.0;
  double toneless_of_marked = 0.05;   // keeps what fits only without marks in order, below the rest
  double toneless = 1.0;              // typed without marks, and nothing is known of its marks
  double restored = 0.5;              // typed without marks: the form it most likely stands for …
  double toneless_of_restored = 0.5;  // … and every other form
  double pair = 0.9;
  double title_toned = 0.1;
  double title_pair = 0.1;
  double expansion = 0.5;    // of an abbreviation typed: its words, times the row's own weight
  double alternative = 0.1;  // of words typed in full: their abbreviation, a synonym
  double caption = 0.1;
  double compound = 1.0;
  double number = 30.0;  // the document's own number outranks whatever cites it

  // What the query names among its words (understand/recognized.h), in units of BM25. Measured on
  // 400 queries «<type> của <agency> năm <year> về <words of the subject>»: P@1 .36 without, .57
  // with. Larger weights of one alone lose on the citizens' questions of zalo (.8727 to .8712).
  double type = 1.0;
  double agency = 3.0;
  double year = 4.0;
  double all_named = 10.0;  // added where two or three of these are named and all of them fit
  double law = 10.0;        // «luật đất đai»: the law itself before what speaks of it

  double k1 = 0.8;
  double b = 0.5;
  double min_length_share = 0.3;  // Xapian's min_normlen: shorter documents gain no more

  // Of the best so many the second stage decides (searcher/rerank); 0: the first stage alone. The
  // answer is among 100 for 99.4 % of the questions of zalo_legal_docs. They are read in blocks, as
  // far as a page asks for: a first page of ten looks at 30 ranks, where there are copies at 60
  // (collapse/collapse.h). Blocks of 60 gain .0009 of nDCG@10 on zalo_legal_docs and .0004 on
  // viqa_person, nothing on the other three sets.
  std::size_t rerank_depth = 100;
  std::size_t rerank_block = 30;

  RerankWeights weights = default_weights();
};

// Returns the parameters of BM25 among the options.
Bm25 bm25_of(const RankingOptions& options);

// Terms that a document is scored by at most: a question of 20 syllables has some 120 of them.
inline constexpr std::size_t kMaxScoredTerms = 512;

// Returns what the query is ranked by: what is excluded is left out, and what only decides whether
// a document is a hit adds nothing. May be empty.
Scoring scoring_query(const query::Node& tree, const RankingOptions& options, Bags& bags,
                      Snapshot& snapshot);

// Returns the scoring with boosts for what was recognised in the query: documents of that type,
// agency and year come before others with the same words.
Scoring prefer_recognized(Scoring scoring, const std::vector<Recognized>& recognized,
                          const RankingOptions& options, Snapshot& snapshot);

// Returns every bag and phrase that counts for ranking: fields other than title and body are left
// out, as is what is excluded.
std::vector<Bag> scored_bags(const query::Node& tree, Bags& bags);

// Returns the bags and, behind each, its alternatives as bags of their own: what is highlighted.
std::vector<Bag> with_alternatives(const std::vector<Bag>& bags);

}  // namespace tracuu
