#include "searcher/phrase.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/index/schema.h"
#include "core/text/i_y.h"
#include "core/text/tone_variants.h"
#include "searcher/phrase_scan.h"

namespace tracuu {
namespace {

DocumentSet docs_with_place(const PhraseTerms::Place& place, Postings& postings) {
  DocumentSet any;
  for (const PhraseTerms::Word& word : place.words) any |= *postings.with(word.term);
  return any;
}

// The documents in which the places stand side by side in a paragraph, whatever their tones.
DocumentSet docs_with_pair(const PhraseTerms::Place& first, const PhraseTerms::Place& second,
                           Postings& postings) {
  const auto with = [&](std::string_view prefix) {
    return postings.with(schema::pair_term(prefix, first.toneless, second.toneless));
  };
  return *with(schema::kPair) | *with(schema::kLoosePair);
}

// The documents that can have the phrase.
DocumentSet candidates_for(const PhraseTerms& phrase, const DocumentSet* within,
                           Postings& postings) {
  if (phrase.places.empty()) return {};
  std::optional<DocumentSet> candidates;
  if (within != nullptr) candidates = *within;
  const auto narrow = [&](DocumentSet set) {
    if (candidates) {
      *candidates &= set;
    } else {
      candidates = std::move(set);
    }
    return !candidates->isEmpty();
  };
  const std::vector<PhraseTerms::Place>& places = phrase.places;
  for (std::size_t i = 1; i < places.size(); ++i) {
    if (!narrow(docs_with_pair(places[i - 1], places[i], postings))) return {};
  }
  for (const PhraseTerms::Place& place : places) {
    if (!narrow(docs_with_place(place, postings))) return {};
  }
  return *std::move(candidates);
}

// Those of the documents whose tokens match, as far as the time goes.
template <typename Matches>
DocumentSet filtered(const DocumentSet& candidates, Postings& postings, Deadline& deadline,
                     Matches matches) {
  TokenReader reader(postings.database());
  std::vector<std::uint32_t> kept;
  for (const std::uint32_t docid : candidates) {
    if (deadline.is_over()) break;
    if (matches(reader.of(docid), docid)) kept.push_back(docid);
  }
  return {kept.size(), kept.data()};
}

// Whether two occurrences have so few words between them; those that overlap have none.
bool are_near(std::int64_t a, std::size_t a_length, std::int64_t b, std::size_t b_length,
              int distance) {
  const std::int64_t between = a <= b ? b - a - static_cast<std::int64_t>(a_length)
                                      : a - b - static_cast<std::int64_t>(b_length);
  return between <= distance;
}

bool any_near(const std::vector<std::uint32_t>& a, std::size_t a_length,
              const std::vector<std::uint32_t>& b, std::size_t b_length, int distance) {
  // Both are sorted: the nearest begin on either side of each `a` decides.
  for (const std::uint32_t begin : a) {
    const auto after = std::ranges::lower_bound(b, begin);
    if (after != b.end() && are_near(begin, a_length, *after, b_length, distance)) return true;
    if (after == b.begin()) continue;
    if (are_near(begin, a_length, *(after - 1), b_length, distance)) return true;
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

PhraseTerms phrase_terms(const Bag& bag, PhraseField field, const TokenCodes& codes,
                         const Postings& postings) {
  PhraseTerms phrase;
  phrase.is_in_title = field == PhraseField::kTitle;
  const std::string_view prefix = phrase.is_in_title ? schema::kTitle : std::string_view();
  for (const BagSyllable& syllable : bag.syllables) {
    PhraseTerms::Place place{syllable.toneless, {}};
    for (std::string& form : forms_of(syllable)) {
      std::string term = schema::term(prefix, form);
      if (postings.frequency(term) == 0) continue;
      const TokenCode code = codes.of(form, syllable.toneless);
      place.words.push_back({std::move(form), std::move(term), code, codes.is_shared(code)});
    }
    phrase.places.push_back(std::move(place));
  }
  return phrase;
}

DocumentSet docs_with_phrase(const PhraseTerms& phrase, const DocumentSet* within,
                             Postings& postings, Deadline& deadline) {
  DocumentSet candidates = candidates_for(phrase, within, postings);
  if (phrase.places.size() < 2) return candidates;
  PhraseScan scan(phrase, postings);
  return filtered(
      candidates, postings, deadline,
      [&](const AllTokens& tokens, std::uint32_t docid) { return scan.is_in(tokens, docid); });
}

DocumentSet docs_with_near(const PhraseTerms& first, const PhraseTerms& second, int distance,
                           const DocumentSet* within, Postings& postings, Deadline& deadline) {
  DocumentSet candidates = candidates_for(first, within, postings);
  if (!candidates.isEmpty()) candidates = candidates_for(second, &candidates, postings);
  if (candidates.isEmpty()) return {};
  PhraseScan scan_first(first, postings);
  PhraseScan scan_second(second, postings);
  return filtered(
      candidates, postings, deadline, [&](const AllTokens& tokens, std::uint32_t docid) {
        const auto begins = scan_first.positions(tokens, docid);
        if (begins.empty()) return false;
        return any_near(begins, first.places.size(), scan_second.positions(tokens, docid),
                        second.places.size(), distance);
      });
}

}  // namespace tracuu
