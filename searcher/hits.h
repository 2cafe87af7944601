// What is a hit: the one definition behind the total, the facets, every sort order, paging and
// runs.
//
// A document is a hit when it satisfies the tree of the query:
//
//   words        all of them where up to four of them are weighty; of more, a share of their weight
//                and their pairs' weight (HitRule; each weighs by its rarity); light ones
//                ("của", "là") are free
//                words that stand for others (UBND: Ủy ban nhân dân) count where those do
//   749/QĐ-TTg   a document with this number, its own or cited
//   "phrase", NEAR, word*, field:value, +, -, OR   to the letter
//
// Words count without marks: a mark typed ranks first and never filters, but in quotes and behind
// a minus, where «-ô» must not take away every text with «ở».
// Filters are not part of it (searcher/filters.h). When nothing fits, `Strictness` says what is
// given up next; signs, phrases and fields never are.

#pragma once

#include <string>
#include <vector>

#include "core/index/token_codes.h"
#include "searcher/bag.h"
#include "searcher/deadline.h"
#include "searcher/query/ast.h"
#include "searcher/response.h"
#include "searcher/snapshot.h"
#include "searcher/understand/bags.h"

namespace tracuu {

struct HitRule {
  std::size_t short_query = 4;  // weighty syllables of which all are required

  // Of longer bags, the share of the weight of syllables and adjacent pairs that a hit must have.
  // Measured on the tune sets: 0.2 loses on none of them, 0.25 loses .007 of R@100 on news.
  // Counting syllables alone, 0.4 had less recall on all (.976 to .991 on alqac) and many times the
  // hits.
  double share = 0.2;

  // The share for short bags when nothing has all of them.
  double relaxed_share = 0.5;
};

// Terms that one word* stands for at most, the most frequent ones.
inline constexpr std::size_t kMaxExpansions = 256;

enum class Strictness {
  kWhole,  // as above; every syllable counts, also one that no document has
  kKnown,  // syllables that no document has are left out, numbers are taken apart
  kSome,   // a share of the weight, for short bags as well
  kAny,    // one syllable
};

struct Hits {
  DocumentSet documents;
  std::vector<Understood> understood;  // "prefix": how many words a star stands for
  std::vector<std::string> unknown;    // syllables and numbers that no document has
};

// Returns the hits. When the time is over, terms and documents not yet looked at are left out: then
// there may be too few or too many. Cost: reads the posting list of each toneless syllable once.
Hits find_hits(const query::Node& tree, const HitRule& rule, Strictness strictness, Bags& bags,
               const TokenCodes& codes, Snapshot& snapshot, Deadline& deadline);

}  // namespace tracuu
