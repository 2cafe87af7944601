#include "searcher/understand/query_reader.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "core/index/schema.h"
#include "core/text/i_y.h"
#include "searcher/field_values.h"
#include "searcher/query/parse.h"
#include "searcher/understand/loose_numbers.h"
#include "searcher/understand/place_reference.h"
#include "searcher/understand/spelling.h"
#include "searcher/understand/typed_text.h"

namespace tracuu {
namespace {

using query::Kind;
using query::Node;
using query::Occurrence;

std::string_view step_of(AlternativeKind kind) {
  switch (kind) {
    case AlternativeKind::kExpansion:
    case AlternativeKind::kAbbreviation:
      return "abbreviation";
    case AlternativeKind::kSynonym:
      return "synonym";
    case AlternativeKind::kPlace:
      return "place";
  }
  return "";
}

// One entry from the first word that got its marks back to the last: «truong hoc an toan» →
// «trường học an toàn», though «an» stays as it is.
std::vector<Understood> restored_run(const Bag& bag, const std::vector<SpelledWord>& words) {
  const auto is_restored = [](const SpelledWord& word) {
    return word.kind == SpelledWord::Kind::kRestored;
  };
  const auto first = std::ranges::find_if(words, is_restored);
  if (first == words.end()) return {};
  const auto last = std::find_if(words.rbegin(), words.rend(), is_restored).base();
  Understood step{"restore", "", ""};
  for (auto word = first; word != last; ++word) {
    const BagSyllable& syllable = bag.syllables[static_cast<std::size_t>(word - words.begin())];
    const char* blank = word == first ? "" : " ";
    step.from += blank + syllable.typed;
    step.to += blank + (is_restored(*word) ? word->toned : syllable.typed);
  }
  return {step};
}

std::string join_texts(const std::vector<Alternative>& alternatives) {
  std::string texts;
  for (const Alternative& alternative : alternatives) {
    texts += (texts.empty() ? "" : ", ") + alternative.text;
  }
  return texts;
}

// The words [begin, end) as typed.
std::string typed_words(const std::vector<DictionaryWord>& words, std::size_t begin,
                        std::size_t end) {
  const char* first = words[begin].typed.data();
  const char* last = words[end - 1].typed.data() + words[end - 1].typed.size();
  return {first, last};
}

// The place that the words name; its syllables are marked as such.
std::optional<Reference> take_place(std::string_view words, const text::Analysis& analysis,
                                    Bag& bag) {
  const auto found = find_place_reference(words);
  if (!found) return std::nullopt;
  const std::size_t end = found->offset + found->length;
  bool has_others = false;
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    const text::Token& token = analysis.tokens[i];
    const bool is_inside = token.begin < end && token.end > found->offset;
    if (is_inside && !bag.syllables[i].in_number) bag.syllables[i].in_place = true;
    has_others = has_others || !is_inside;
  }
  // «Điều 5» alone is all that is asked for.
  if (has_others) return found->place;
  for (BagSyllable& syllable : bag.syllables) syllable.in_place = false;
  return std::nullopt;
}

}  // namespace

std::variant<std::unique_ptr<ReadQuery>, query::QueryError> QueryReader::read(
    const std::string& text, bool verbatim) const {
  TypedText typed{text, {}};
  if (!verbatim) typed = read_typed_text(text, model_);
  query::ParseResult parsed = query::parse(typed.text);
  if (std::holds_alternative<query::QueryError>(parsed) && !typed.steps.empty()) {
    // The reading made an operator of something: as typed it may be none, and a position is one in
    // what was typed.
    typed = {text, {}};
    parsed = query::parse(text);
  }
  if (const auto* error = std::get_if<query::QueryError>(&parsed)) return *error;
  auto query =
      std::make_unique<ReadQuery>(ReadQuery{{}, Bags(analyzer_), std::move(typed.steps), {}});
  query->tree =
      extend_field_values(std::get<Node>(std::move(parsed)), snapshot_, query->understood);
  if (!verbatim) read_node(query->tree, *query);
  return query;
}

void QueryReader::read_node(Node& node, ReadQuery& query) const {
  if (node.occurrence == Occurrence::kExcluded) return;
  if (node.kind == Kind::kWords) {
    read_words(node, query);
    return;
  }
  const bool has_text = node.kind != Kind::kField || node.field == query::Field::kTitle ||
                        node.field == query::Field::kBody;
  if (!has_text || node.kind == Kind::kNear) return;
  for (Node& child : node.children) read_node(child, query);
}

void QueryReader::read_words(Node& node, ReadQuery& query) const {
  if (!model_.empty()) mend(node, query);
  Bag bag = make_bag(node.text, analyzer_, work_);
  add_loose_numbers(node.text, work_, bag, snapshot_);
  if (!query.place) query.place = take_place(node.text, work_, bag);
  if (!model_.empty()) restore(bag, query);
  expand(node, bag, query);
  query.bags.set(node, std::move(bag));
}

bool QueryReader::is_known(const BagSyllable& word) const {
  const Postings& postings = snapshot_.postings();
  if (!word.has_marks) {
    return postings.frequency(schema::term(schema::kToneless, word.toneless)) > 0;
  }
  if (postings.frequency(schema::term("", word.toned)) > 0) return true;
  const auto other = text::other_i_y(word.toned, word.toneless);
  return other && postings.frequency(schema::term("", *other)) > 0;
}

// Writes what was split or corrected into the node's text.
void QueryReader::mend(Node& node, ReadQuery& query) const {
  const Bag bag = make_bag(node.text, analyzer_, work_);
  const Spelling spelling(model_, [this](const BagSyllable& word) { return is_known(word); });
  const std::vector<SpelledWord> words = spelling.mend(bag);
  std::string text;
  std::size_t at = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].text.empty()) continue;
    const text::Token& token = work_.tokens[i];
    text += node.text.substr(at, token.begin - at) + words[i].text;
    at = token.end;
    const bool is_split = words[i].kind == SpelledWord::Kind::kSplit;
    query.understood.push_back(
        {is_split ? "split" : "spelling", bag.syllables[i].typed, words[i].text});
  }
  if (at > 0) node.text = text + node.text.substr(at);
}

void QueryReader::restore(Bag& bag, ReadQuery& query) const {
  const Spelling spelling(model_, [this](const BagSyllable& word) { return is_known(word); });
  const std::vector<SpelledWord> words = spelling.restore(bag);
  for (std::size_t i = 0; i < words.size(); ++i) bag.syllables[i].restored = words[i].toned;
  std::ranges::move(restored_run(bag, words), std::back_inserter(query.understood));
}

void QueryReader::expand(const Node& node, Bag& bag, ReadQuery& query) const {
  analyzer_.analyze(node.text, work_);
  const std::vector<DictionaryWord> words = dictionary_words(node.text, work_);
  if (words.size() != bag.syllables.size()) return;
  for (const Expansion& expansion : dictionary_.find(words)) {
    const auto begin = bag.syllables.begin() + static_cast<std::ptrdiff_t>(expansion.begin);
    const auto end = bag.syllables.begin() + static_cast<std::ptrdiff_t>(expansion.end);
    if (std::any_of(begin, end, [](const BagSyllable& s) { return s.in_number; })) continue;
    const std::string typed = typed_words(words, expansion.begin, expansion.end);
    const std::string_view step =
        expansion.ambiguous ? "ambiguous" : step_of(expansion.alternatives.front().kind);
    query.understood.push_back({std::string(step), typed, join_texts(expansion.alternatives)});
    if (expansion.ambiguous) continue;
    for (const Alternative& alternative : expansion.alternatives) {
      bag.alternatives.push_back({expansion.begin, expansion.end,
                                  make_bag(alternative.text, analyzer_, work_), alternative.weight,
                                  alternative.kind});
    }
  }
}

}  // namespace tracuu
