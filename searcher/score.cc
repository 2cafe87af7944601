#include "searcher/score.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "core/index/schema.h"
#include "core/text/i_y.h"
#include "searcher/hits.h"
#include "searcher/set_source.h"

namespace tracuu {
namespace {

using query::Field;
using query::Kind;
using query::Node;
using query::Occurrence;

struct ScoredBag {
  const Bag* bag = nullptr;
  bool title_only = false;
};

void collect(const Node& node, bool title_only, Bags& bags, std::vector<ScoredBag>& out) {
  if (node.occurrence == Occurrence::kExcluded) return;
  switch (node.kind) {
    case Kind::kWords:
    case Kind::kPhrase:
      out.push_back({&bags.of(node), title_only});
      return;
    case Kind::kPrefix:
      return;
    case Kind::kField:
      if (node.field != Field::kTitle && node.field != Field::kBody) return;
      title_only = node.field == Field::kTitle;
      break;
    default:
      break;
  }
  for (const Node& child : node.children) collect(child, title_only, bags, out);
}

// Terms with their weights; a term that comes again adds to its weight.
class WeightedTerms {
 public:
  explicit WeightedTerms(const Postings& postings) : postings_(postings) {}

  // Terms that no document has are left out: they would only cost time.
  void add(std::string term, double weight) {
    if (weight > 0 && postings_.frequency(term) > 0) weights_[std::move(term)] += weight;
  }

  // Adds a query whose terms must not be mixed with the others.
  void add(Xapian::Query query) {
    if (!query.empty()) queries_.push_back(std::move(query));
  }

  Xapian::Query query() const {
    std::vector<Xapian::Query> parts = queries_;
    parts.reserve(parts.size() + weights_.size());
    for (const auto& [term, weight] : weights_) {
      parts.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term), weight);
    }
    return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
  }

 private:
  const Postings& postings_;
  std::map<std::string, double> weights_;
  std::vector<Xapian::Query> queries_;
};

class Scoring {
 public:
  Scoring(const RankingOptions& options, Snapshot& snapshot)
      : options_(options), snapshot_(snapshot), terms_(snapshot.postings()) {}

  // The words of a bag, those that alternatives stand for with them.
  void add(const ScoredBag& scored) {
    const Bag& bag = *scored.bag;
    std::size_t at = 0;
    while (at < bag.syllables.size()) {
      const auto first = std::ranges::find(bag.alternatives, at, &BagAlternative::begin);
      if (first == bag.alternatives.end()) {
        add_syllables(bag, at, at + 1, scored.title_only, terms_);
        ++at;
        continue;
      }
      terms_.add(with_alternatives(bag, *first, scored.title_only));
      // The pair over the border belongs to neither.
      if (at > 0 && bag.syllables[at].follows) {
        add_pair(bag.syllables[at - 1], bag.syllables[at], scored.title_only, terms_);
      }
      at = first->end;
    }
    for (const std::string& compound : bag.compounds) {
      terms_.add(schema::term(schema::kCompound, compound), options_.compound);
    }
    for (const BagNumber& number : bag.numbers) add_number(number);
  }

  Xapian::Query query() const { return terms_.query(); }

 private:
  // The syllables [begin, end) with the pairs that end in them.
  void add_syllables(const BagWords& bag, std::size_t begin, std::size_t end, bool title_only,
                     WeightedTerms& terms) {
    for (std::size_t i = begin; i < end; ++i) {
      add_syllable(bag.syllables[i], bag.has_marks, title_only, terms);
      if (i > 0 && bag.syllables[i].follows) {
        add_pair(bag.syllables[i - 1], bag.syllables[i], title_only, terms);
      }
    }
  }

  // What was typed, and the alternatives for the same words at their weights. (The better of them
  // would be fairer, but OP_MAX crashes in Xapian 1.4.22 when one side ends before the other.)
  Xapian::Query with_alternatives(const Bag& bag, const BagAlternative& first, bool title_only) {
    WeightedTerms typed(snapshot_.postings());
    for (std::size_t i = first.begin; i < first.end; ++i) {
      add_syllable(bag.syllables[i], bag.has_marks, title_only, typed);
      if (i > first.begin && bag.syllables[i].follows) {
        add_pair(bag.syllables[i - 1], bag.syllables[i], title_only, typed);
      }
    }
    std::vector<Xapian::Query> readings;
    if (Xapian::Query query = typed.query(); !query.empty()) readings.push_back(std::move(query));
    for (const BagAlternative& alternative : bag.alternatives) {
      if (alternative.begin != first.begin || alternative.end != first.end) continue;
      WeightedTerms terms(snapshot_.postings());
      const BagWords& words = alternative.words;
      add_syllables(words, 0, words.syllables.size(), title_only, terms);
      for (const std::string& compound : words.compounds) {
        terms.add(schema::term(schema::kCompound, compound), options_.compound);
      }
      const double weight = weight_of(alternative);
      if (Xapian::Query query = terms.query(); !query.empty() && weight > 0) {
        readings.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, query, weight);
      }
    }
    return {Xapian::Query::OP_OR, readings.begin(), readings.end()};
  }

  // A synonym finds documents and hardly ranks them: what was typed comes first. Measured on the
  // tune sets: at 0.2 zalo loses .002, headlines .001.
  double weight_of(const BagAlternative& alternative) const {
    const bool is_typed_in_full = alternative.kind == AlternativeKind::kAbbreviation ||
                                  alternative.kind == AlternativeKind::kSynonym;
    return alternative.weight * (is_typed_in_full ? options_.alternative : options_.expansion);
  }

  // The toned term; with it the same syllable in the other spelling of i and y, half the weight
  // being kept for the one typed: names (Vy, Vi) are told apart by it.
  void add_toned(const std::string& form, const std::string& toneless, std::string_view prefix,
                 double weight, WeightedTerms& terms) {
    std::string term = schema::term(prefix, form);
    const auto other = text::other_i_y(form, toneless);
    const std::string other_term = other ? schema::term(prefix, *other) : std::string();
    if (!other || snapshot_.postings().frequency(other_term) == 0) {
      terms.add(std::move(term), weight);
      return;
    }
    if (snapshot_.postings().frequency(term) == 0) return terms.add(other_term, weight / 2);
    const std::vector<std::string> both{term, other_term};
    terms.add(Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT,
                            Xapian::Query(Xapian::Query::OP_SYNONYM, both.begin(), both.end()),
                            weight / 2));
    terms.add(std::move(term), weight / 2);
  }

  void add_syllable(const BagSyllable& syllable, bool bag_has_marks, bool title_only,
                    WeightedTerms& terms) {
    const std::string title_toneless = schema::term(schema::kTitleToneless, syllable.toneless);
    const std::string toneless = schema::term(schema::kToneless, syllable.toneless);
    // Typed without marks among words with marks, a syllable may still be meant as it stands.
    const bool is_restored =
        !syllable.restored.empty() && (!bag_has_marks || syllable.restored != syllable.toned);
    const double by_marks = is_restored ? options_.restored : bag_has_marks ? options_.toned : 0;
    const double without = is_restored     ? options_.toneless_of_restored
                           : bag_has_marks ? options_.toneless_of_marked
                                           : options_.toneless;
    const std::string& form = is_restored ? syllable.restored : syllable.toned;
    const double title = options_.title_toned;
    if (by_marks > 0) add_toned(form, syllable.toneless, schema::kTitle, title * by_marks, terms);
    terms.add(title_toneless, title * without);
    if (title_only) return;
    if (by_marks > 0) add_toned(form, syllable.toneless, "", by_marks, terms);
    terms.add(toneless, without);
    terms.add(schema::term(schema::kCaption, syllable.toneless), options_.caption);
  }

  void add_pair(const BagSyllable& first, const BagSyllable& second, bool title_only,
                WeightedTerms& terms) {
    terms.add(schema::pair_term(schema::kTitlePair, first.toneless, second.toneless),
              options_.title_pair);
    if (title_only) return;
    terms.add(schema::pair_term(schema::kPair, first.toneless, second.toneless), options_.pair);
  }

  void add_number(const BagNumber& number) {
    for (const std::string& key : number.keys) {
      terms_.add(schema::term(schema::kNumber, key), options_.number);
    }
    if (!number.keys.empty()) return;
    const std::string term = schema::term(schema::kNumber, number.key);
    if (number.is_complete) {
      terms_.add(term, options_.number);
      terms_.add(schema::term(schema::kCompound, number.key), options_.compound);
      return;
    }
    for (std::string& longer : snapshot_.postings().terms_with_prefix(term, kMaxExpansions)) {
      terms_.add(std::move(longer), options_.number);
    }
  }

  const RankingOptions& options_;
  Snapshot& snapshot_;
  WeightedTerms terms_;
};

std::vector<ScoredBag> collect_bags(const Node& tree, Bags& bags) {
  std::vector<ScoredBag> scored;
  collect(tree, false, bags, scored);
  return scored;
}

}  // namespace

Xapian::Query scoring_query(const query::Node& tree, const RankingOptions& options, Bags& bags,
                            Snapshot& snapshot) {
  Scoring scoring(options, snapshot);
  for (const ScoredBag& bag : collect_bags(tree, bags)) scoring.add(bag);
  return scoring.query();
}

namespace {

double weight_of(const Recognized& one, const RankingOptions& options) {
  if (one.field == schema::kTypeField) return options.type;
  if (one.field == schema::kAgencyField) return options.agency;
  return one.field == kLawField ? options.law : options.year;
}

}  // namespace

Xapian::Query prefer_recognized(const Xapian::Query& scoring,
                                const std::vector<Recognized>& recognized,
                                const RankingOptions& options, Snapshot& snapshot) {
  if (scoring.empty()) return scoring;
  std::vector<Xapian::Query> preferred;
  std::optional<DocumentSet> with_all;
  std::size_t named = 0;
  for (const Recognized& one : recognized) {
    const DocumentSet documents = docs_with(one, snapshot);
    const double weight = weight_of(one, options);
    if (weight > 0) preferred.push_back(set_query(documents, weight));
    if (one.field == kLawField) continue;
    ++named;
    with_all = with_all ? *with_all & documents : documents;
  }
  if (named > 1 && options.all_named > 0) {
    preferred.push_back(set_query(*with_all, options.all_named));
  }
  if (preferred.empty()) return scoring;
  const Xapian::Query any(Xapian::Query::OP_OR, preferred.begin(), preferred.end());
  return {Xapian::Query::OP_AND_MAYBE, scoring, any};
}

std::vector<Bag> scored_bags(const query::Node& tree, Bags& bags) {
  std::vector<Bag> found;
  for (const ScoredBag& scored : collect_bags(tree, bags)) {
    found.push_back(*scored.bag);
    for (const BagAlternative& alternative : scored.bag->alternatives) {
      found.push_back({alternative.words, {}});
    }
  }
  return found;
}

}  // namespace tracuu
