#include "searcher/hits.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "core/document/date.h"
#include "core/document/number.h"
#include "core/index/schema.h"
#include "core/text/fold.h"
#include "core/text/word_form.h"
#include "searcher/filters.h"
#include "searcher/phrase.h"
#include "searcher/share.h"

namespace tracuu {
namespace {

using query::Field;
using query::Kind;
using query::Node;
using query::Occurrence;

// Where words are looked for: the whole text, or the title.
struct Scope {
  std::string_view toned;
  std::string_view toneless;
  std::string_view pair;
  PhraseField phrases;
  bool has_numbers;  // the whole text has compounds and numbers of its own
};

constexpr Scope kWholeText{"", schema::kToneless, schema::kPair, PhraseField::kText, true};
constexpr Scope kTitleOnly{schema::kTitle, schema::kTitleToneless, schema::kTitlePair,
                           PhraseField::kTitle, false};

class Evaluation {
 public:
  Evaluation(const HitRule& rule, Strictness strictness, Bags& bags, const TokenCodes& codes,
             Snapshot& snapshot, Deadline& deadline)
      : rule_(rule),
        strictness_(strictness),
        bags_(bags),
        codes_(codes),
        snapshot_(snapshot),
        deadline_(deadline) {}

  DocumentSet evaluate(const Node& node, const Scope& scope) {
    switch (node.kind) {
      case Kind::kWords:
        return words(bags_.of(node), scope);
      case Kind::kPrefix:
        return prefix(node.text, scope);
      case Kind::kPhrase:
      case Kind::kNear:
        return by_position(node, scope, nullptr);
      case Kind::kField:
        return field(node);
      case Kind::kAll:
        return all(node, scope);
      case Kind::kAny:
        return any(node, scope);
    }
    return {};
  }

  // The same with the node's sign: excluded, it is every document without it.
  DocumentSet occurring(const Node& node, const Scope& scope) {
    if (node.occurrence != Occurrence::kExcluded) return evaluate(node, scope);
    return *postings().all() - exactly(node, scope);
  }

  Hits take(DocumentSet documents) {
    return {std::move(documents), std::move(understood_), {unknown_.begin(), unknown_.end()}};
  }

 private:
  Postings& postings() { return snapshot_.postings(); }

  static bool is_by_position(const Node& node) {
    return node.kind == Kind::kPhrase || node.kind == Kind::kNear;
  }

  // REQUIRES: is_by_position(node).
  DocumentSet by_position(const Node& node, const Scope& scope, const DocumentSet* within) {
    if (node.kind == Kind::kPhrase) {
      return docs_with_phrase(phrase(node, scope), within, postings(), deadline_);
    }
    return docs_with_near(phrase(node.children[0], scope), phrase(node.children[1], scope),
                          node.distance, within, postings(), deadline_);
  }

  DocumentSet without_excluded(DocumentSet set, const Node& node) {
    if (node.occurrence != Occurrence::kExcluded) return set;
    return *postings().all() - set;
  }

  DocumentSet any(const Node& node, const Scope& scope) {
    DocumentSet set;
    for (const Node& child : node.children) set |= occurring(child, scope);
    return set;
  }

  // Clauses side by side. The plain words among them are one bag, also where a phrase or a field
  // stands between them: «nghị quyết số:01 chuyển đổi số» asks for five words, not for two and
  // three. What is checked by position comes last, when few documents are left to be read.
  DocumentSet all(const Node& node, const Scope& scope) {
    Bag bag;
    std::optional<DocumentSet> wanted;
    DocumentSet unwanted;
    std::vector<const Node*> by_position_last;
    const auto narrow = [&wanted](DocumentSet set) {
      if (wanted) {
        *wanted &= set;
      } else {
        wanted = std::move(set);
      }
    };
    for (const Node& child : node.children) {
      if (child.occurrence == Occurrence::kExcluded) {
        unwanted |= exactly(child, scope);
      } else if (is_by_position(child)) {
        by_position_last.push_back(&child);
      } else if (child.occurrence == Occurrence::kRequired) {
        narrow(exactly(child, scope));
      } else if (child.kind == Kind::kWords) {
        append(bag, bags_.of(child));
      } else {
        narrow(evaluate(child, scope));
      }
    }
    if (!bag.empty()) narrow(words(bag, scope));
    if (!wanted && by_position_last.empty()) wanted = *postings().all();
    if (wanted) *wanted -= unwanted;
    for (const Node* const child : by_position_last) {
      narrow(by_position(*child, scope, wanted ? &*wanted : nullptr));
    }
    return *wanted - unwanted;
  }

  // With a sign every word and every number counts, whatever has been relaxed. A number is one
  // thing: «-12/2020/QĐ-UBND» is not about every document that has 12, 2020, QĐ and UBND.
  DocumentSet exactly(const Node& node, const Scope& scope) {
    if (node.kind != Kind::kWords) return evaluate(node, scope);
    const Bag& bag = bags_.of(node);
    if (bag.empty()) return {};
    DocumentSet set = *postings().all();
    if (scope.has_numbers) {
      for (const BagNumber& number : bag.numbers) set &= with_number(number);
    }
    for (const BagSyllable& syllable : bag.syllables) {
      if (scope.has_numbers && syllable.in_number) continue;
      // What is excluded goes by the marks typed: «-ô» is not about «ở», which every text has.
      const bool is_toned = node.occurrence == Occurrence::kExcluded && syllable.has_marks;
      set &= is_toned ? *postings().with(schema::term(scope.toned, syllable.toned))
                      : *with_syllable(syllable, scope);
    }
    return set;
  }

  std::shared_ptr<const DocumentSet> with_syllable(const BagSyllable& syllable,
                                                   const Scope& scope) {
    return postings().with(schema::term(scope.toneless, syllable.toneless));
  }

  DocumentSet words(const Bag& bag, const Scope& scope) {
    // Punctuation alone asks for nothing.
    if (bag.empty()) return *postings().all();
    std::optional<DocumentSet> numbers;
    const bool whole_numbers =
        scope.has_numbers && strictness_ == Strictness::kWhole && !bag.numbers.empty();
    if (scope.has_numbers) {
      for (const BagNumber& number : bag.numbers) {
        DocumentSet set = with_number(number);
        if (set.isEmpty()) unknown_.insert(number.canonical);
        if (whole_numbers) numbers = numbers ? *numbers & set : std::move(set);
      }
    }
    const Counted counted = counted_terms(bag, whole_numbers, scope);
    if (counted.syllables.empty()) return numbers ? *numbers : DocumentSet();
    DocumentSet set = with_enough(counted);
    if (numbers) set &= *numbers;
    return set;
  }

  DocumentSet with_number(const BagNumber& number) {
    if (!number.keys.empty()) {
      DocumentSet set;
      for (const std::string& key : number.keys) set |= with_key(key);
      return set;
    }
    if (!number.is_complete) return docs_with_number(number.canonical, snapshot_);
    return with_key(number.key);
  }

  DocumentSet with_key(const std::string& key) {
    return *postings().with(schema::term(schema::kNumber, key)) |
           *postings().with(schema::term(schema::kCompound, key));
  }

  // What a hit is measured by: terms of syllables, each toneless form once, and of their pairs.
  struct Counted {
    std::vector<std::string> syllables;
    std::vector<std::string> pairs;
    std::map<std::string, DocumentSet> instead;  // documents with words that stand for the term's
  };

  DocumentSet with(const std::string& term, const Counted& counted) {
    const auto instead = counted.instead.find(term);
    const auto set = postings().with(term);
    return instead == counted.instead.end() ? *set : *set | instead->second;
  }

  // Documents with the words of an alternative side by side, as their pairs tell.
  DocumentSet with_alternative(const BagWords& words, const Scope& scope) {
    if (words.empty()) return {};
    DocumentSet set = *with_syllable(words.syllables.front(), scope);
    for (std::size_t i = 1; i < words.syllables.size(); ++i) {
      const BagSyllable& syllable = words.syllables[i];
      const std::string& before = words.syllables[i - 1].toneless;
      set &= syllable.follows
                 ? *postings().with(schema::pair_term(scope.pair, before, syllable.toneless))
                 : *with_syllable(syllable, scope);
    }
    return set;
  }

  std::map<std::string, DocumentSet> instead_of_terms(const Bag& bag, const Scope& scope) {
    std::map<std::string, DocumentSet> instead;
    for (const BagAlternative& alternative : bag.alternatives) {
      const DocumentSet set = with_alternative(alternative.words, scope);
      if (set.isEmpty()) continue;
      for (std::size_t i = alternative.begin; i < alternative.end; ++i) {
        const BagSyllable& syllable = bag.syllables[i];
        instead[schema::term(scope.toneless, syllable.toneless)] |= set;
        if (i == alternative.begin || !syllable.follows) continue;
        instead[schema::pair_term(scope.pair, bag.syllables[i - 1].toneless, syllable.toneless)] |=
            set;
      }
    }
    return instead;
  }

  Counted counted_terms(const Bag& bag, bool whole_numbers, const Scope& scope) {
    Counted counted;
    counted.instead = instead_of_terms(bag, scope);
    std::set<std::string> weighty;
    std::set<std::string> light;
    std::set<std::string> pairs;
    const Xapian::doccount half = postings().database().get_doccount() / 2;
    bool was_weighty = false;
    for (std::size_t i = 0; i < bag.syllables.size(); ++i) {
      const BagSyllable& syllable = bag.syllables[i];
      const bool follows_weighty = std::exchange(was_weighty, false) && syllable.follows;
      if (whole_numbers && (syllable.in_number || syllable.in_place)) continue;
      std::string term = schema::term(scope.toneless, syllable.toneless);
      const Xapian::doccount frequency = postings().frequency(term);
      if (frequency == 0 && !counted.instead.contains(term)) {
        unknown_.insert(syllable.toned);
        if (strictness_ != Strictness::kWhole) continue;
      }
      // Without marks "hoi" may be hỏi, which is light, or hội: common ones only are let go.
      const bool is_free =
          syllable.in_place || (syllable.is_light && (bag.has_marks || frequency > half));
      (is_free ? light : weighty).insert(std::move(term));
      was_weighty = !is_free;
      if (!is_free && follows_weighty) {
        pairs.insert(
            schema::pair_term(scope.pair, bag.syllables[i - 1].toneless, syllable.toneless));
      }
    }
    const std::set<std::string>& syllables = weighty.empty() ? light : weighty;
    counted.syllables.assign(syllables.begin(), syllables.end());
    counted.pairs.assign(pairs.begin(), pairs.end());
    return counted;
  }

  DocumentSet with_enough(const Counted& counted) {
    const std::vector<std::string>& syllables = counted.syllables;
    const bool is_short = syllables.size() <= rule_.short_query;
    if (strictness_ == Strictness::kAny) {
      DocumentSet set;
      for (const std::string& term : syllables) {
        if (deadline_.is_over()) break;
        set |= with(term, counted);
      }
      return set;
    }
    if (is_short && strictness_ != Strictness::kSome) {
      DocumentSet set = with(syllables.front(), counted);
      for (const std::string& term : syllables) {
        if (deadline_.is_over()) break;
        set &= with(term, counted);
      }
      return set;
    }
    return with_share(counted, is_short ? rule_.relaxed_share : rule_.share);
  }

  // Documents that have the share of the terms' weight. Terms for which no time is left are not
  // asked for.
  DocumentSet with_share(const Counted& counted, double share) {
    ShareCounter counter(postings().database().get_doccount(), postings().last_docid());
    const auto add = [&](const std::vector<std::string>& terms) {
      for (const std::string& term : terms) {
        if (deadline_.is_over()) return;
        counter.add(
            counted.instead.contains(term)
                ? std::make_shared<const PostingList>(with(term, counted), postings().last_docid())
                : postings().list(term));
      }
    };
    add(counted.syllables);
    add(counted.pairs);
    return counter.with(share);
  }

  // Where the words lie that begin so. The letters behind may move the tone (hoà*: hòa, hoàng) and
  // decide whether y is the whole rhyme (ky*: ky, kyo).
  static std::set<std::string> prefix_terms(const std::string& text, const Scope& scope) {
    const text::WordForm form = text::word_form(text);
    if (form.has_marks) {
      return {schema::term(scope.toned, form.toned),
              schema::term(scope.toned, fold(text, Marks::kKeep))};
    }
    return {schema::term(scope.toneless, form.toneless),
            schema::term(scope.toneless, fold(text, Marks::kDrop))};
  }

  DocumentSet prefix(const std::string& text, const Scope& scope) {
    std::set<std::string> terms;
    for (const std::string& begin : prefix_terms(text, scope)) {
      for (std::string& term : postings().terms_with_prefix(begin, kMaxExpansions)) {
        terms.insert(std::move(term));
      }
    }
    DocumentSet set;
    for (const std::string& term : terms) {
      if (deadline_.is_over()) break;
      set |= *postings().with(term);
    }
    understood_.push_back({"prefix", text + "*", std::to_string(terms.size())});
    return set;
  }

  PhraseTerms phrase(const Node& node, const Scope& scope) {
    return phrase_terms(bags_.of(node), scope.phrases, codes_, postings());
  }

  // The values under a field: words and phrases name one value, OR and brackets combine them.
  template <typename DocsWith>
  DocumentSet field_value(const Node& node, DocsWith docs_with) {
    if (node.kind == Kind::kAny || node.kind == Kind::kAll) {
      std::optional<DocumentSet> set;
      for (const Node& child : node.children) {
        DocumentSet one = without_excluded(field_value(child, docs_with), child);
        if (!set) {
          set = std::move(one);
        } else if (node.kind == Kind::kAny) {
          *set |= one;
        } else {
          *set &= one;
        }
      }
      return set ? *set : DocumentSet();
    }
    if (node.kind == Kind::kNear) return {};
    return docs_with(node.text);
  }

  DocumentSet field(const Node& node) {
    const Node& value = node.children.front();
    const auto named = [&](std::string_view name) {
      return field_value(value, [&, name](const std::string& text) {
        return docs_with_value(name, text, snapshot_);
      });
    };
    switch (*node.field) {
      case Field::kAgency:
        return named(schema::kAgencyField);
      case Field::kType:
        return named(schema::kTypeField);
      case Field::kSigner:
        return named(schema::kSignerField);
      case Field::kKeyword:
        return named(schema::kKeywordField);
      case Field::kSource:
        return named(schema::kSourceField);
      case Field::kPath:
        return named(schema::kPathField);
      case Field::kNumber:
        return field_value(
            value, [&](const std::string& text) { return docs_with_number(text, snapshot_); });
      case Field::kDate:
      case Field::kYear:
        return field_value(value, [&](const std::string& t) { return issued(t); });
      case Field::kTitle:
        return evaluate(value, kTitleOnly);
      case Field::kBody:
        return evaluate(value, kWholeText);
    }
    return {};
  }

  DocumentSet issued(const std::string& text) {
    const std::optional<DateRange> range = parse_date_range(text);
    if (!range) {
      unknown_.insert(text);
      return {};
    }
    return docs_issued(range->first, range->last, snapshot_);
  }

  const HitRule& rule_;
  Strictness strictness_;
  Bags& bags_;
  const TokenCodes& codes_;
  Snapshot& snapshot_;
  Deadline& deadline_;
  std::vector<Understood> understood_;
  std::set<std::string> unknown_;
};

}  // namespace

Hits find_hits(const query::Node& tree, const HitRule& rule, Strictness strictness, Bags& bags,
               const TokenCodes& codes, Snapshot& snapshot, Deadline& deadline) {
  Evaluation evaluation(rule, strictness, bags, codes, snapshot, deadline);
  return evaluation.take(evaluation.occurring(tree, kWholeText));
}

}  // namespace tracuu
