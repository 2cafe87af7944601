#include "searcher/score.h"

#include <map>
#include <string>

#include "core/index/schema.h"
#include "core/text/word_form.h"
#include "searcher/hits.h"

namespace tracuu {
namespace {

using query::Field;
using query::Kind;
using query::Node;
using query::Occurrence;

struct ScoredBag {
  Bag bag;
  bool title_only = false;
};

void collect(const Node& node, bool title_only, const text::Analyzer& analyzer,
             text::Analysis& analysis, std::vector<ScoredBag>& out) {
  if (node.occurrence == Occurrence::kExcluded) return;
  switch (node.kind) {
    case Kind::kWords:
    case Kind::kPhrase:
      out.push_back({make_bag(node.text, analyzer, analysis), title_only});
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
  for (const Node& child : node.children) {
    collect(child, title_only, analyzer, analysis, out);
  }
}

// Terms with their weights; a term that comes again adds to its weight.
class WeightedTerms {
 public:
  void add(std::string term, double weight) {
    if (weight > 0) weights_[std::move(term)] += weight;
  }

  Xapian::Query query() const {
    std::vector<Xapian::Query> parts;
    parts.reserve(weights_.size());
    for (const auto& [term, weight] : weights_) {
      parts.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term), weight);
    }
    return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
  }

 private:
  std::map<std::string, double> weights_;
};

class Scoring {
 public:
  Scoring(const RankingOptions& options, Snapshot& snapshot)
      : options_(options), snapshot_(snapshot) {}

  void add(const ScoredBag& scored) {
    const Bag& bag = scored.bag;
    for (std::size_t i = 0; i < bag.syllables.size(); ++i) {
      add_syllable(bag.syllables[i], bag.has_marks, scored.title_only);
      if (bag.syllables[i].follows) {
        add_pair(bag.syllables[i - 1], bag.syllables[i], scored.title_only);
      }
    }
    for (const std::string& compound : bag.compounds) {
      terms_.add(schema::term(schema::kCompound, compound), options_.compound);
    }
    for (const BagNumber& number : bag.numbers) add_number(number);
  }

  Xapian::Query query() const { return terms_.query(); }

 private:
  void add_syllable(const BagSyllable& syllable, bool bag_has_marks, bool title_only) {
    const std::string title = schema::term(schema::kTitle, syllable.toned);
    const std::string title_toneless = schema::term(schema::kTitleToneless, syllable.toneless);
    if (bag_has_marks) {
      terms_.add(title, options_.title_toned);
      terms_.add(title_toneless, options_.title_toned * options_.toneless_of_marked);
    } else {
      terms_.add(title_toneless, options_.title_toned);
    }
    if (title_only) return;
    const std::string toneless = schema::term(schema::kToneless, syllable.toneless);
    if (bag_has_marks) {
      terms_.add(schema::term("", syllable.toned), options_.toned);
      terms_.add(toneless, options_.toneless_of_marked);
    } else {
      terms_.add(toneless, options_.toneless);
    }
    terms_.add(schema::term(schema::kCaption, syllable.toneless), options_.caption);
  }

  void add_pair(const BagSyllable& first, const BagSyllable& second, bool title_only) {
    terms_.add(schema::pair_term(schema::kTitlePair, first.toneless, second.toneless),
               options_.title_pair);
    if (title_only) return;
    terms_.add(schema::pair_term(schema::kPair, first.toneless, second.toneless), options_.pair);
  }

  void add_number(const BagNumber& number) {
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

std::vector<ScoredBag> collect_bags(const Node& tree, const text::Analyzer& analyzer) {
  std::vector<ScoredBag> bags;
  text::Analysis analysis;
  collect(tree, false, analyzer, analysis, bags);
  return bags;
}

}  // namespace

Xapian::Query scoring_query(const query::Node& tree, const RankingOptions& options,
                            const text::Analyzer& analyzer, Snapshot& snapshot) {
  Scoring scoring(options, snapshot);
  for (const ScoredBag& bag : collect_bags(tree, analyzer)) scoring.add(bag);
  return scoring.query();
}

std::vector<Bag> scored_bags(const query::Node& tree, const text::Analyzer& analyzer) {
  std::vector<Bag> bags;
  for (ScoredBag& scored : collect_bags(tree, analyzer)) bags.push_back(std::move(scored.bag));
  return bags;
}

}  // namespace tracuu
