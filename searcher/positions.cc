#include "searcher/positions.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "core/index/schema.h"
#include "core/text/i_y.h"
#include "core/text/tone_variants.h"

namespace tracuu {
namespace {

using Positions = std::vector<Xapian::termpos>;

Positions positions_of(const std::vector<std::string>& terms, Xapian::docid document,
                       const Postings& postings) {
  Positions all;
  const Xapian::Database& database = postings.database();
  for (const std::string& term : terms) {
    const auto end = database.positionlist_end(document, term);
    for (auto it = database.positionlist_begin(document, term); it != end; ++it) {
      all.push_back(*it);
    }
  }
  if (terms.size() > 1) {
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
  }
  return all;
}

// Where the phrase begins in the document.
Positions occurrences(const PhraseTerms& phrase, Xapian::docid document, const Postings& postings) {
  Positions begins;
  for (std::size_t place = 0; place < phrase.places.size(); ++place) {
    const Positions here = positions_of(phrase.places[place], document, postings);
    if (place == 0) {
      begins = here;
    } else {
      std::erase_if(begins, [&](Xapian::termpos begin) {
        return !std::ranges::binary_search(here, begin + static_cast<Xapian::termpos>(place));
      });
    }
    if (begins.empty()) break;
  }
  return begins;
}

DocumentSet docs_with_all_places(const PhraseTerms& phrase, Postings& postings) {
  DocumentSet candidates;
  bool first = true;
  for (const std::vector<std::string>& terms : phrase.places) {
    DocumentSet with_place;
    for (const std::string& term : terms) with_place |= *postings.with(term);
    if (first) {
      candidates = std::move(with_place);
    } else {
      candidates &= with_place;
    }
    first = false;
    if (candidates.isEmpty()) break;
  }
  return candidates;
}

template <typename Matches>
DocumentSet filtered(const DocumentSet& candidates, Deadline& deadline, Matches matches) {
  std::vector<std::uint32_t> kept;
  for (const std::uint32_t document : candidates) {
    if (deadline.is_over()) break;
    if (matches(document)) kept.push_back(document);
  }
  return {kept.size(), kept.data()};
}

// Words between two occurrences; zero where they touch or overlap.
std::int64_t words_between(Xapian::termpos a, std::size_t a_length, Xapian::termpos b,
                           std::size_t b_length) {
  const auto begin_a = static_cast<std::int64_t>(a);
  const auto begin_b = static_cast<std::int64_t>(b);
  const std::int64_t gap = begin_a <= begin_b
                               ? begin_b - begin_a - static_cast<std::int64_t>(a_length)
                               : begin_a - begin_b - static_cast<std::int64_t>(b_length);
  return std::max<std::int64_t>(gap, 0);
}

bool any_near(const Positions& a, std::size_t a_length, const Positions& b, std::size_t b_length,
              int distance) {
  // Both are sorted: the nearest begin on either side of each `a` decides.
  for (const Xapian::termpos begin : a) {
    const auto after = std::ranges::lower_bound(b, begin);
    if (after != b.end() && words_between(begin, a_length, *after, b_length) <= distance) {
      return true;
    }
    if (after != b.begin() && words_between(begin, a_length, *(after - 1), b_length) <= distance) {
      return true;
    }
  }
  return false;
}

// Typed with marks it is that syllable, its i or y written either way.
std::vector<std::string> forms_of(const BagSyllable& syllable) {
  if (!syllable.has_marks) return text::tone_variants(syllable.toneless);
  std::vector<std::string> forms{syllable.toned};
  if (auto other = text::other_i_y(syllable.toned, syllable.toneless)) {
    forms.push_back(std::move(*other));
  }
  return forms;
}

}  // namespace

PhraseTerms phrase_terms(const Bag& bag, std::string_view prefix, const Postings& postings) {
  PhraseTerms phrase;
  for (const BagSyllable& syllable : bag.syllables) {
    std::vector<std::string> terms;
    for (const std::string& form : forms_of(syllable)) {
      std::string term = schema::term(prefix, form);
      if (postings.frequency(term) > 0) terms.push_back(std::move(term));
    }
    phrase.places.push_back(std::move(terms));
  }
  return phrase;
}

DocumentSet docs_with_phrase(const PhraseTerms& phrase, const DocumentSet* within,
                             Postings& postings, Deadline& deadline) {
  DocumentSet candidates = docs_with_all_places(phrase, postings);
  if (within != nullptr) candidates &= *within;
  if (phrase.places.size() < 2) return candidates;
  return filtered(candidates, deadline, [&](std::uint32_t document) {
    return !occurrences(phrase, document, postings).empty();
  });
}

DocumentSet docs_with_near(const PhraseTerms& first, const PhraseTerms& second, int distance,
                           const DocumentSet* within, Postings& postings, Deadline& deadline) {
  DocumentSet candidates =
      docs_with_all_places(first, postings) & docs_with_all_places(second, postings);
  if (within != nullptr) candidates &= *within;
  return filtered(candidates, deadline, [&](std::uint32_t document) {
    return any_near(occurrences(first, document, postings), first.places.size(),
                    occurrences(second, document, postings), second.places.size(), distance);
  });
}

}  // namespace tracuu
