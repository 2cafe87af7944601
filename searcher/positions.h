// Phrases and NEAR, from the position lists of single documents.
//
// A phrase is exact in syllables and tones, wherever punctuation stands; a syllable typed without
// marks matches every tone of it:
//
//   "chuyển đổi số"   finds «Chuyển đổi số», «chuyển đổi, số»; not «chuyển đội số»
//   "chuyen doi so"   finds them all
//   "kỹ thuật"        finds «kĩ thuật» as well: one syllable in two spellings
//
// NEAR/5 asks for one occurrence of each side with at most five words between them, either order.

#pragma once

#include <string>
#include <vector>

#include "searcher/bag.h"
#include "searcher/deadline.h"
#include "searcher/postings.h"

namespace tracuu {

// A phrase as the terms that can stand at each of its places. An empty place matches nothing.
struct PhraseTerms {
  std::vector<std::vector<std::string>> places;
};

// Returns the terms of a phrase that the index holds, under `prefix` (schema::kTitle, or nothing
// for the whole text).
PhraseTerms phrase_terms(const Bag& bag, std::string_view prefix, const Postings& postings);

// Returns the documents with the phrase, of those looked at before the time is over; only of those
// `within`, where it is given. Cost: reads the positions of every such document that has all of its
// syllables: so the rest of a query narrows `within` first.
DocumentSet docs_with_phrase(const PhraseTerms& phrase, const DocumentSet* within,
                             Postings& postings, Deadline& deadline);

// Returns the documents in which the two stand at most `distance` words apart, as above.
DocumentSet docs_with_near(const PhraseTerms& first, const PhraseTerms& second, int distance,
                           const DocumentSet* within, Postings& postings, Deadline& deadline);

}  // namespace tracuu
