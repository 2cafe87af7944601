#include "searcher/bag.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/document/number.h"
#include "core/text/fold.h"
#include "searcher/light.h"

namespace tracuu {
namespace {

bool typed_with_marks(const text::Analysis& analysis) {
  return std::ranges::any_of(
      analysis.tokens, [&](const text::Token& token) { return analysis.word(token).has_marks; });
}

void mark_numbers(Bag& bag, std::string_view words, const text::Analysis& analysis) {
  // "456 qđ ubnd" is a number only as a whole: between other words it is three of them.
  if (const std::optional<NumberQuery> whole = parse_number_query(words)) {
    bag.numbers.push_back({whole->number.key, whole->number.canonical, whole->is_complete});
    for (BagSyllable& syllable : bag.syllables) syllable.in_number = true;
    return;
  }
  for (const text::Compound& compound : analysis.compounds) {
    // As typed: the folded form has lost the capitals that 1287/SNV-VTLT is known by.
    const std::size_t begin = analysis.tokens[compound.first_token].begin;
    const std::size_t end = analysis.tokens[compound.first_token + compound.token_count - 1].end;
    const std::optional<DocumentNumber> number = parse_number(words.substr(begin, end - begin));
    if (!number) {
      bag.compounds.push_back(compound.toneless);
      continue;
    }
    bag.numbers.push_back({number->key, number->canonical, true});
    for (std::uint32_t i = 0; i < compound.token_count; ++i) {
      bag.syllables[compound.first_token + i].in_number = true;
    }
  }
}

}  // namespace

Bag make_bag(std::string_view words, const text::Analyzer& analyzer, text::Analysis& analysis) {
  analyzer.analyze(words, analysis);
  Bag bag;
  bag.has_marks = typed_with_marks(analysis);
  for (const text::Token& token : analysis.tokens) {
    const text::Word& word = analysis.word(token);
    BagSyllable syllable;
    syllable.typed = fold(words.substr(token.begin, token.end - token.begin), Marks::kKeep);
    syllable.toned = analysis.vocabulary().form(word.toned);
    syllable.toneless = analysis.vocabulary().form(word.toneless);
    syllable.has_marks = word.has_marks;
    syllable.follows = token.follows;
    syllable.is_light = is_light(syllable.toned, syllable.toneless, bag.has_marks);
    bag.syllables.push_back(std::move(syllable));
  }
  mark_numbers(bag, words, analysis);
  return bag;
}

void append(Bag& bag, const Bag& more) {
  const std::size_t seam = bag.syllables.size();
  bag.syllables.insert(bag.syllables.end(), more.syllables.begin(), more.syllables.end());
  if (seam < bag.syllables.size()) bag.syllables[seam].follows = false;
  bag.numbers.insert(bag.numbers.end(), more.numbers.begin(), more.numbers.end());
  bag.compounds.insert(bag.compounds.end(), more.compounds.begin(), more.compounds.end());
  for (BagAlternative alternative : more.alternatives) {
    alternative.begin += seam;
    alternative.end += seam;
    bag.alternatives.push_back(std::move(alternative));
  }
  const bool has_marks = bag.has_marks || more.has_marks;
  if (has_marks && (!bag.has_marks || !more.has_marks)) {
    // Which syllables are light depends on how the whole bag was typed.
    for (BagSyllable& syllable : bag.syllables) {
      syllable.is_light = is_light(syllable.toned, syllable.toneless, has_marks);
    }
  }
  bag.has_marks = has_marks;
}

}  // namespace tracuu
