#include "searcher/complete/phrase_evidence.h"

#include <algorithm>
#include <optional>

#include "core/index/schema.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxSampledTitles = 8;
constexpr std::size_t kMaxSampledTexts = 3;

// Places of a text at which the phrase is looked for.
constexpr std::size_t kMaxPlaces = 500;

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
  const bool is_title = field_ == PhraseField::kTitle;
  std::vector<std::string> terms;
  terms.reserve(words.size());
  for (const std::string& word : words) {
    terms.push_back(schema::term(is_title ? schema::kTitle : "", word));
  }
  const std::vector<Xapian::docid> sample =
      sample_of(documents, is_title ? kMaxSampledTitles : kMaxSampledTexts);
  if (sample.empty()) return 0;
  const auto having =
      std::ranges::count_if(sample, [&](Xapian::docid docid) { return has_phrase(docid, terms); });
  return static_cast<double>(having) / static_cast<double>(sample.size());
}

bool PhraseEvidence::has_phrase(Xapian::docid docid, const std::vector<std::string>& terms) const {
  struct Places {
    Xapian::PositionIterator at;
    Xapian::PositionIterator end;
  };
  const Xapian::Database& database = snapshot_.database();
  std::vector<Places> places;
  for (const std::string& term : terms) {
    places.push_back(
        {database.positionlist_begin(docid, term), database.positionlist_end(docid, term)});
    if (places.back().at == places.back().end) return false;
  }
  for (std::size_t tries = 0; tries < kMaxPlaces; ++tries) {
    if (places[0].at == places[0].end) return false;
    const Xapian::termpos begin = *places[0].at;
    bool is_here = true;
    for (std::size_t i = 1; i < places.size() && is_here; ++i) {
      const auto expected = begin + static_cast<Xapian::termpos>(i);
      places[i].at.skip_to(expected);
      if (places[i].at == places[i].end) return false;
      is_here = *places[i].at == expected;
    }
    if (is_here) return true;
    ++places[0].at;
  }
  return false;
}

}  // namespace tracuu
