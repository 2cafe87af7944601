#include "searcher/understand/loose_numbers.h"

#include <algorithm>
#include <string>

#include "core/document/doctype.h"
#include "core/document/loose_number.h"
#include "core/index/schema.h"
#include "core/text/fold.h"

namespace tracuu {
namespace {

// Whether a number's own document, where the index has one, is of the type and the year.
bool fits_documents(const DocumentSet& own, const LooseNumber& loose, bool year_in_key,
                    Snapshot& snapshot) {
  Postings& postings = snapshot.postings();
  DocumentSet fitting =
      own & *postings.with(schema::filter_term(schema::kTypeField, name_key(loose.type)));
  if (loose.year != 0 && !year_in_key) {
    fitting &= *postings.with(schema::filter_term(schema::kYearField, std::to_string(loose.year)));
  }
  return !fitting.isEmpty();
}

// Keys of numbers with the sequence, of documents the index has, else of those it sees cited.
std::vector<std::string> keys_of(const LooseNumber& loose, Snapshot& snapshot) {
  Postings& postings = snapshot.postings();
  std::string sequence = loose.sequence;
  sequence.erase(0, std::min(sequence.find_first_not_of('0'), sequence.size() - 1));
  const std::string year = "/" + std::to_string(loose.year) + "/";
  std::vector<std::string> keys;
  for (const char separator : {'/', '-'}) {
    const std::string begin = schema::term(schema::kNumber, sequence + separator);
    for (const std::string& term : postings.terms_with_prefix(begin, kMaxLooseKeys)) {
      std::string key = term.substr(schema::kNumber.size());
      const bool year_in_key = loose.year != 0 && key.find(year) == sequence.size();
      if (fits_documents(*postings.with(term), loose, year_in_key, snapshot)) {
        keys.push_back(std::move(key));
      }
    }
  }
  return keys;
}

}  // namespace

void add_loose_numbers(std::string_view words, const text::Analysis& analysis, Bag& bag,
                       Snapshot& snapshot) {
  if (std::ranges::any_of(bag.numbers, &BagNumber::is_complete)) return;
  for (const LooseNumber& loose : find_loose_numbers(words)) {
    BagNumber number;
    if (loose.whole) {
      number = {loose.whole->key, loose.whole->canonical, true, {}};
    } else {
      number.keys = keys_of(loose, snapshot);
      if (number.keys.empty()) continue;
      number.canonical = words.substr(loose.offset, loose.length);
      number.is_complete = false;
    }
    // «quyết định 2179/2019» begins no number of the grammar: 2179/QĐ-UBND carries no year.
    std::erase_if(bag.numbers, [](const BagNumber& n) { return !n.is_complete && n.keys.empty(); });
    const std::size_t end = loose.offset + loose.length;
    for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
      const text::Token& token = analysis.tokens[i];
      if (token.begin < end && token.end > loose.offset) bag.syllables[i].in_number = true;
    }
    bag.numbers.push_back(std::move(number));
  }
}

}  // namespace tracuu
