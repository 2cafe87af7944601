// Phrases and NEAR: in which documents words stand side by side, or near each other.
//
// A phrase is exact in syllables and tones, wherever punctuation stands; a syllable typed without
// marks matches every tone of it:
//
//   "chuyển đổi số"   finds «Chuyển đổi số», «chuyển đổi, số»; not «chuyển đội số»
//   "chuyen doi so"   finds them all
//   "kỹ thuật"        finds «kĩ thuật» as well: one syllable in two spellings
//
// NEAR/5 asks for one occurrence of each side with at most five words between them, either order.
// Neither goes from one paragraph to the next.
//
// Pairs say which documents can have a phrase (schema::kPair, kLoosePair); the tokens of each
// (core/index/token_stream.h) say whether it does.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/index/token_codes.h"
#include "searcher/bag.h"
#include "searcher/deadline.h"
#include "searcher/postings.h"

namespace tracuu {

// A phrase as the words that can stand at each of its places. An empty place matches nothing.
struct PhraseTerms {
  struct Word {
    std::string toned;
    std::string term;  // that documents with the word have
    TokenCode code = kBreakCode;
    bool shares_code = false;  // with other words
  };
  struct Place {
    std::string toneless;
    std::vector<Word> words;
  };

  std::vector<Place> places;
  bool is_in_title = false;
};

// Where a phrase is looked for.
enum class PhraseField { kTitle, kText };

// Returns the phrase in the words that the index has.
PhraseTerms phrase_terms(const Bag& bag, PhraseField field, const TokenCodes& codes,
                         const Postings& postings);

// Returns the documents with the phrase, of those looked at before the time is over; only of those
// `within`, where it is given. Cost: reads the tokens of every such document that has all of its
// pairs, some 5 µs each, of a long law 100: so the rest of a query narrows `within` first.
DocumentSet docs_with_phrase(const PhraseTerms& phrase, const DocumentSet* within,
                             Postings& postings, Deadline& deadline);

// Returns the documents in which the two stand at most `distance` words apart, as above.
// REQUIRES: distance < text::kParagraphGap.
DocumentSet docs_with_near(const PhraseTerms& first, const PhraseTerms& second, int distance,
                           const DocumentSet* within, Postings& postings, Deadline& deadline);

}  // namespace tracuu
