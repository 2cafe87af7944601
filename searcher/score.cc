#include "searcher/score.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "core/index/schema.h"
#include "core/text/i_y.h"
#include "searcher/hits.h"
#include "searcher/scorer.h"

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

// Terms with their weights; a term that comes again adds to its weight, as scores are sums.
class WeightedTerms {
 public:
  explicit WeightedTerms(const Postings& postings) : postings_(postings) {}

  // Terms that no document has are left out: they would only cost time.
  void add(std::string term, double weight, const std::string& ceiling = "") {
    if (weight <= 0 || !has(term)) return;
    Weighted& weighted = weights_[{std::move(term), ""}];
    weighted.factor += weight;
    weighted.ceiling = ceiling;
  }

  // Two terms that count as one. REQUIRES: documents have both.
  void add_either(std::string term, std::string other, double weight, const std::string& ceiling) {
    if (weight <= 0) return;
    Weighted& weighted = weights_[{std::move(term), std::move(other)}];
    weighted.factor += weight;
    weighted.ceiling = ceiling;
  }

  // The term of documents whose own number this is.
  void add_number(std::string term, double weight) {
    if (weight <= 0 || !has(term)) return;
    Weighted& weighted = weights_[{std::move(term), ""}];
    weighted.factor += weight;
    weighted.is_number = true;
  }

  bool has(const std::string& term) const { return postings_.frequency(term) > 0; }

  Scoring scoring(const Bm25& bm25) const {
    Scoring scoring;
    for (const auto& [terms, weighted] : weights_) {
      scoring.terms.push_back(
          {terms.first, terms.second, weighted.factor, weighted.is_number, weighted.ceiling});
    }
    if (scoring.terms.size() <= kMaxScoredTerms) return scoring;
    scoring.left_out = scoring.terms.size() - kMaxScoredTerms;
    std::vector<std::pair<double, ScoredTerm>> by_gain;
    by_gain.reserve(scoring.terms.size());
    for (ScoredTerm& term : scoring.terms) {
      const double gain = greatest_gain(term, bm25, postings_);
      by_gain.emplace_back(gain, std::move(term));
    }
    std::ranges::stable_sort(by_gain, std::greater<>(),
                             [](const auto& each) { return each.first; });
    scoring.terms.clear();
    for (std::size_t i = 0; i < kMaxScoredTerms; ++i) {
      scoring.terms.push_back(std::move(by_gain[i].second));
    }
    return scoring;
  }

 private:
  struct Weighted {
    double factor = 0;
    bool is_number = false;
    std::string ceiling{};
  };

  const Postings& postings_;
  std::map<std::pair<std::string, std::string>, Weighted> weights_;
};

class ScoringBuilder {
 public:
  ScoringBuilder(const RankingOptions& options, Snapshot& snapshot)
      : options_(options), snapshot_(snapshot), terms_(snapshot.postings()) {}

  // The words of a bag, those that alternatives stand for with them.
  void add(const ScoredBag& scored) {
    const Bag& bag = *scored.bag;
    std::size_t at = 0;
    while (at < bag.syllables.size()) {
      const auto first = std::ranges::find(bag.alternatives, at, &BagAlternative::begin);
      if (first == bag.alternatives.end()) {
        add_syllables(bag, at, at + 1, {scored.title_only});
        ++at;
        continue;
      }
      add_with_alternatives(bag, *first, scored.title_only);
      // The pair over the border belongs to neither.
      if (at > 0 && bag.syllables[at].follows) {
        add_pair(bag.syllables[at - 1], bag.syllables[at], {scored.title_only});
      }
      at = first->end;
    }
    for (const std::string& compound : bag.compounds) {
      terms_.add(schema::term(schema::kCompound, compound), options_.compound);
    }
    for (const BagNumber& number : bag.numbers) add_number(number);
  }

  Scoring scoring() const { return terms_.scoring(bm25_of(options_)); }

 private:
  // Which terms are added, and what their weights are multiplied by.
  struct Part {
    bool title_only = false;
    double share = 1;
  };

  // The syllables [begin, end) with the pairs that end in them.
  void add_syllables(const BagWords& bag, std::size_t begin, std::size_t end, const Part& part) {
    for (std::size_t i = begin; i < end; ++i) {
      add_syllable(bag.syllables[i], bag.has_marks, part);
      if (i > 0 && bag.syllables[i].follows) {
        add_pair(bag.syllables[i - 1], bag.syllables[i], part);
      }
    }
  }

  // What was typed, and the alternatives for the same words at their weights.
  void add_with_alternatives(const Bag& bag, const BagAlternative& first, bool title_only) {
    for (std::size_t i = first.begin; i < first.end; ++i) {
      add_syllable(bag.syllables[i], bag.has_marks, {title_only});
      if (i > first.begin && bag.syllables[i].follows) {
        add_pair(bag.syllables[i - 1], bag.syllables[i], {title_only});
      }
    }
    for (const BagAlternative& alternative : bag.alternatives) {
      if (alternative.begin != first.begin || alternative.end != first.end) continue;
      const double weight = weight_of(alternative);
      const BagWords& words = alternative.words;
      add_syllables(words, 0, words.syllables.size(), {title_only, weight});
      for (const std::string& compound : words.compounds) {
        terms_.add(schema::term(schema::kCompound, compound), weight * options_.compound);
      }
    }
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
                 double weight) {
    std::string term = schema::term(prefix, form);
    const std::string ceiling = schema::term(schema::kToneless, toneless);
    const auto other = text::other_i_y(form, toneless);
    std::string other_term = other ? schema::term(prefix, *other) : std::string();
    if (!other || !terms_.has(other_term)) return terms_.add(std::move(term), weight, ceiling);
    if (!terms_.has(term)) return terms_.add(std::move(other_term), weight / 2, ceiling);
    terms_.add_either(term, std::move(other_term), weight / 2, ceiling);
    terms_.add(std::move(term), weight / 2, ceiling);
  }

  void add_syllable(const BagSyllable& syllable, bool bag_has_marks, const Part& part) {
    // Typed without marks among words with marks, a syllable may still be meant as it stands.
    const bool is_restored =
        !syllable.restored.empty() && (!bag_has_marks || syllable.restored != syllable.toned);
    const double by_marks = part.share * (is_restored     ? options_.restored
                                          : bag_has_marks ? options_.toned
                                                          : 0);
    const double without = part.share * (is_restored     ? options_.toneless_of_restored
                                         : bag_has_marks ? options_.toneless_of_marked
                                                         : options_.toneless);
    const std::string& form = is_restored ? syllable.restored : syllable.toned;
    const double title = options_.title_toned;
    if (by_marks > 0) add_toned(form, syllable.toneless, schema::kTitle, title * by_marks);
    const std::string in_text = schema::term(schema::kToneless, syllable.toneless);
    terms_.add(schema::term(schema::kTitleToneless, syllable.toneless), title * without, in_text);
    if (part.title_only) return;
    if (by_marks > 0) add_toned(form, syllable.toneless, "", by_marks);
    terms_.add(in_text, without);
    terms_.add(schema::term(schema::kCaption, syllable.toneless), part.share * options_.caption);
  }

  void add_pair(const BagSyllable& first, const BagSyllable& second, const Part& part) {
    std::string in_text = schema::pair_term(schema::kPair, first.toneless, second.toneless);
    terms_.add(schema::pair_term(schema::kTitlePair, first.toneless, second.toneless),
               part.share * options_.title_pair, in_text);
    if (part.title_only) return;
    terms_.add(std::move(in_text), part.share * options_.pair);
  }

  void add_number(const BagNumber& number) {
    for (const std::string& key : number.keys) {
      terms_.add_number(schema::term(schema::kNumber, key), options_.number);
    }
    if (!number.keys.empty()) return;
    const std::string term = schema::term(schema::kNumber, number.key);
    if (number.is_complete) {
      terms_.add_number(term, options_.number);
      terms_.add(schema::term(schema::kCompound, number.key), options_.compound);
      return;
    }
    for (std::string& longer : snapshot_.postings().terms_with_prefix(term, kMaxExpansions)) {
      terms_.add_number(std::move(longer), options_.number);
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

Bm25 bm25_of(const RankingOptions& options) {
  return {options.k1, options.b, options.min_length_share};
}

Scoring scoring_query(const query::Node& tree, const RankingOptions& options, Bags& bags,
                      Snapshot& snapshot) {
  ScoringBuilder builder(options, snapshot);
  for (const ScoredBag& bag : collect_bags(tree, bags)) builder.add(bag);
  return builder.scoring();
}

namespace {

double weight_of(const Recognized& one, const RankingOptions& options) {
  if (one.field == schema::kTypeField) return options.type;
  if (one.field == schema::kAgencyField) return options.agency;
  return one.field == kLawField ? options.law : options.year;
}

}  // namespace

Scoring prefer_recognized(Scoring scoring, const std::vector<Recognized>& recognized,
                          const RankingOptions& options, Snapshot& snapshot) {
  if (scoring.empty()) return scoring;
  std::optional<DocumentSet> with_all;
  std::size_t named = 0;
  for (const Recognized& one : recognized) {
    DocumentSet documents = docs_with(one, snapshot);
    const double weight = weight_of(one, options);
    if (one.field != kLawField) {
      ++named;
      with_all = with_all ? *with_all & documents : documents;
    }
    if (weight > 0) scoring.boosts.push_back({std::move(documents), weight});
  }
  if (named > 1 && options.all_named > 0) {
    scoring.boosts.push_back({std::move(*with_all), options.all_named});
  }
  return scoring;
}

std::vector<Bag> scored_bags(const query::Node& tree, Bags& bags) {
  std::vector<Bag> found;
  for (const ScoredBag& scored : collect_bags(tree, bags)) found.push_back(*scored.bag);
  return found;
}

std::vector<Bag> with_alternatives(const std::vector<Bag>& bags) {
  std::vector<Bag> all;
  for (const Bag& bag : bags) {
    all.push_back(bag);
    for (const BagAlternative& alternative : bag.alternatives)
      all.push_back({alternative.words, {}});
  }
  return all;
}

}  // namespace tracuu
