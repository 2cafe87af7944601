#include "searcher/complete/phrase_evidence.h"

#include <algorithm>
#include <utility>

#include "core/index/schema.h"
#include "core/text/word_form.h"
#include "searcher/phrase_scan.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxSampledTitles = 8;
constexpr std::size_t kMaxSampledTexts = 3;

// Returns documents spread evenly over the set.
std::vector<Xapian::docid> sample_of(const DocumentSet& documents, std::size_t most) {
  const std::uint64_t size = documents.cardinality();
  const std::uint64_t taken = std::min<std::uint64_t>(size, most);
  std::vector<Xapian::docid> sample;
  for (std::uint64_t i = 0; i < taken; ++i) {
    std::uint32_t docid = 0;
    if (documents.select(static_cast<std::uint32_t>(i * size / taken), &docid)) {
      sample.push_back(docid);
    }
  }
  return sample;
}

}  // namespace

std::shared_ptr<const DocumentSet> PhraseEvidence::with_pair(std::string_view first,
                                                             std::string_view second) {
  const std::string_view prefix =
      field_ == PhraseField::kTitle ? schema::kTitlePair : schema::kPair;
  return snapshot_.postings().with(schema::pair_term(prefix, first, second));
}

double PhraseEvidence::share_with_phrase(const DocumentSet& documents,
                                         const std::vector<std::string>& words) {
  const std::vector<Xapian::docid> sample =
      sample_of(documents, field_ == PhraseField::kTitle ? kMaxSampledTitles : kMaxSampledTexts);
  if (sample.empty() || words.empty()) return 0;
  const PhraseTerms phrase = phrase_of(words);
  PhraseScan scan(phrase, snapshot_.postings());
  TokenReader reader(snapshot_.database());
  const auto having = std::ranges::count_if(
      sample, [&](Xapian::docid docid) { return scan.is_in(reader.of(docid), docid); });
  return static_cast<double>(having) / static_cast<double>(sample.size());
}

// The words to the letter.
PhraseTerms PhraseEvidence::phrase_of(const std::vector<std::string>& words) const {
  PhraseTerms phrase;
  phrase.is_in_title = field_ == PhraseField::kTitle;
  const std::string_view prefix = phrase.is_in_title ? schema::kTitle : std::string_view();
  for (const std::string& word : words) {
    text::WordForm form = text::word_form(word);
    const TokenCode code = codes_.of(word, form.toneless);
    PhraseTerms::Place place{std::move(form.toneless), {}};
    place.words.push_back({word, schema::term(prefix, word), code, codes_.is_shared(code)});
    phrase.places.push_back(std::move(place));
  }
  return phrase;
}

}  // namespace tracuu
