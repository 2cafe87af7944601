// The definition of a hit (searcher/hits.h), written a second time over plain documents: no index,
// no posting lists, every document looked at for every node of the query.
//
//   BruteForce brute(documents);
//   brute.hits(tree) == {"doc-3", "doc-7"}      the hits of the query as it is, not relaxed
//
// Shares with the product what is not under test: the analyzer, the keys of values and numbers,
// the list of light syllables. Limit: a star stands for any number of words.

#pragma once

#include <algorithm>
#include <cctype>
#include <cmath>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document/agency.h"
#include "core/document/date.h"
#include "core/document/document.h"
#include "core/document/number.h"
#include "core/text/fold.h"
#include "core/text/i_y.h"
#include "core/text/word_form.h"
#include "searcher/hits.h"  // HitRule: the measured numbers
#include "searcher/light.h"
#include "searcher/query/ast.h"
#include "tests/searcher/plain_reader.h"

namespace tracuu {

class BruteForce {
 public:
  explicit BruteForce(const std::vector<Document>& documents) : documents_(documents) {
    for (const Document& document : documents) seen_.push_back(reader_.read(document));
  }

  std::set<std::string> hits(const query::Node& tree) {
    const Set set = occurring(tree, kText);
    std::set<std::string> ids;
    for (std::size_t i = 0; i < set.size(); ++i) {
      if (set[i]) ids.insert(documents_[i].id);
    }
    return ids;
  }

 private:
  using Node = query::Node;
  using Set = std::vector<bool>;
  enum Scope { kTitle, kText };
  using Word = plain::Word;
  using Text = plain::Text;
  using Pair = plain::Pair;
  using Seen = plain::Seen;
  using Run = plain::Run;

  Set where(const std::function<bool(const Seen&, const Document&)>& holds) const {
    Set set(seen_.size());
    for (std::size_t i = 0; i < set.size(); ++i) set[i] = holds(seen_[i], documents_[i]);
    return set;
  }
  static Set both(const Set& a, const Set& b) {
    Set set(a.size());
    for (std::size_t i = 0; i < a.size(); ++i) set[i] = a[i] && b[i];
    return set;
  }
  static Set either(const Set& a, const Set& b) {
    Set set(a.size());
    for (std::size_t i = 0; i < a.size(); ++i) set[i] = a[i] || b[i];
    return set;
  }
  static Set without(Set a) {
    a.flip();
    return a;
  }
  Set all() const { return Set(seen_.size(), true); }
  Set none() const { return Set(seen_.size(), false); }

  static const Text& text_of(const Seen& seen, Scope scope) {
    return scope == kTitle ? seen.title : seen.text;
  }

  Set with_syllable(const std::string& toneless, Scope scope) const {
    return where([&](const Seen& seen, const Document&) {
      return std::ranges::any_of(text_of(seen, scope), [&](const auto& place) {
        return place.second.toneless == toneless;
      });
    });
  }

  Set occurring(const Node& node, Scope scope) {
    if (node.occurrence == query::Occurrence::kPlain) return plain(node, scope);
    const Set set =
        node.kind == query::Kind::kWords ? signed_words(node, scope) : plain(node, scope);
    return node.occurrence == query::Occurrence::kExcluded ? without(set) : set;
  }

  Set plain(const Node& node, Scope scope) {
    switch (node.kind) {
      case query::Kind::kWords:
        return words(reader_.run(node.text), scope);
      case query::Kind::kPrefix:
        return with_prefix(node.text, scope);
      case query::Kind::kPhrase: {
        const std::vector<Word> phrase = reader_.run(node.text).words;
        return where([&](const Seen& seen, const Document&) {
          return !occurrences(phrase, text_of(seen, scope)).empty();
        });
      }
      case query::Kind::kNear:
        return near(node, scope);
      case query::Kind::kField:
        return field(node);
      case query::Kind::kAll:
        return clauses(node, scope);
      case query::Kind::kAny: {
        Set set = none();
        for (const Node& child : node.children) set = either(set, occurring(child, scope));
        return set;
      }
    }
    return none();
  }

  Set clauses(const Node& node, Scope scope) {
    Run bag;  // the plain words of all clauses
    Set set = all();
    for (const Node& child : node.children) {
      if (child.kind == query::Kind::kWords && child.occurrence == query::Occurrence::kPlain) {
        const Run more = reader_.run(child.text);
        bag.words.insert(bag.words.end(), more.words.begin(), more.words.end());
        bag.numbers.insert(bag.numbers.end(), more.numbers.begin(), more.numbers.end());
        bag.has_marks |= more.has_marks;
      } else {
        set = both(set, occurring(child, scope));
      }
    }
    return both(set, words(bag, scope));
  }

  // Every word and number, light or not; behind a minus with the marks typed.
  Set signed_words(const Node& node, Scope scope) {
    const bool is_excluded = node.occurrence == query::Occurrence::kExcluded;
    const Run bag = reader_.run(node.text);
    Set set = bag.words.empty() ? none() : all();
    for (const NumberQuery& number : bag.numbers) {
      if (scope == kText) set = both(set, with_number(number));
    }
    for (const Word& word : bag.words) {
      if (scope == kText && word.in_number) continue;
      const bool is_toned = is_excluded && word.has_marks;
      set = both(set, where([&](const Seen& seen, const Document&) {
                   return std::ranges::any_of(text_of(seen, scope), [&](const auto& place) {
                     return is_toned ? place.second.toned == word.toned
                                     : place.second.toneless == word.toneless;
                   });
                 }));
    }
    return set;
  }

  Set words(const Run& bag, Scope scope) {
    if (bag.words.empty()) return all();
    Set set = all();
    if (scope == kText) {
      for (const NumberQuery& number : bag.numbers) set = both(set, with_number(number));
    }
    const auto size = static_cast<long>(seen_.size());
    std::set<std::string> weighty;
    std::set<std::string> light;
    std::set<Pair> pairs;
    const Word* last = nullptr;  // the word before, if it is weighty
    for (const Word& word : bag.words) {
      const Word* before = std::exchange(last, nullptr);
      if (scope == kText && word.in_number) continue;
      const bool is_common =
          std::ranges::count(with_syllable(word.toneless, scope), true) > size / 2;
      const bool is_free =
          is_light(word.toned, word.toneless, bag.has_marks) && (bag.has_marks || is_common);
      (is_free ? light : weighty).insert(word.toneless);
      if (is_free) continue;
      if (before != nullptr && word.follows) pairs.emplace(before->toneless, word.toneless);
      last = &word;
    }
    const std::set<std::string>& counted = weighty.empty() ? light : weighty;
    if (counted.empty()) return set;  // a number is all there is
    if (counted.size() > HitRule().short_query) return both(set, with_share(counted, pairs, scope));
    for (const std::string& syllable : counted) set = both(set, with_syllable(syllable, scope));
    return set;
  }

  // The share of the weight, a syllable or pair weighing log(1 + documents / those that have it)
  // in 1/1024.
  Set with_share(const std::set<std::string>& syllables, const std::set<Pair>& pairs,
                 Scope scope) const {
    std::vector<Set> counted;
    counted.reserve(syllables.size() + pairs.size());
    for (const std::string& syllable : syllables) counted.push_back(with_syllable(syllable, scope));
    for (const Pair& pair : pairs) {
      counted.push_back(where([&](const Seen& seen, const Document&) {
        return (scope == kTitle ? seen.title_pairs : seen.pairs).contains(pair);
      }));
    }
    std::vector<double> sums(seen_.size(), 0);
    double whole = 0;
    for (const Set& having : counted) {
      const auto count = static_cast<double>(std::ranges::count(having, true));
      if (count == 0) continue;
      const double weight =
          std::round(1024 * std::log1p(static_cast<double>(seen_.size()) / count));
      whole += weight;
      for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += having[i] ? weight : 0;
    }
    const double share = HitRule().share;
    Set set(sums.size());
    for (std::size_t i = 0; i < sums.size(); ++i) set[i] = sums[i] > 0 && sums[i] >= share * whole;
    return set;
  }

  Set with_prefix(const std::string& text, Scope scope) const {
    const text::WordForm form = text::word_form(text);
    const std::string as_typed = fold(text, form.has_marks ? Marks::kKeep : Marks::kDrop);
    return where([&](const Seen& seen, const Document&) {
      return std::ranges::any_of(text_of(seen, scope), [&](const auto& place) {
        const std::string& word = form.has_marks ? place.second.toned : place.second.toneless;
        return word.starts_with(form.has_marks ? form.toned : form.toneless) ||
               word.starts_with(as_typed);
      });
    });
  }

  static std::vector<std::size_t> occurrences(const std::vector<Word>& phrase, const Text& text) {
    std::vector<std::size_t> begins;
    for (const auto& [position, first] : text) {
      std::size_t matched = 0;
      while (matched < phrase.size()) {
        const auto place = text.find(position + matched);
        const Word& wanted = phrase[matched];
        if (place == text.end()) break;
        const bool is_same_form =
            place->second.toned == wanted.toned ||
            text::other_i_y(place->second.toned, place->second.toneless) == wanted.toned;
        if (place->second.toneless != wanted.toneless || (wanted.has_marks && !is_same_form)) break;
        ++matched;
      }
      if (matched == phrase.size() && matched > 0) begins.push_back(position);
    }
    return begins;
  }

  Set near(const Node& node, Scope scope) {
    const std::vector<Word> a = reader_.run(node.children[0].text).words;
    const std::vector<Word> b = reader_.run(node.children[1].text).words;
    return where([&](const Seen& seen, const Document&) {
      const Text& text = text_of(seen, scope);
      for (const std::size_t i : occurrences(a, text)) {
        for (const std::size_t k : occurrences(b, text)) {
          const std::size_t end = i <= k ? i + a.size() : k + b.size();
          const std::size_t begin = std::max(i, k);
          const std::size_t between = begin > end ? begin - end : 0;
          if (between <= static_cast<std::size_t>(node.distance)) return true;
        }
      }
      return false;
    });
  }

  Set with_number(const NumberQuery& number) const {
    if (!number.is_complete) return with_own_number(number.number.canonical);
    return where([&](const Seen& seen, const Document&) {
      return seen.own_number == number.number.key || seen.numbers.contains(number.number.key);
    });
  }

  Set with_own_number(const std::string& typed) const {
    std::string key;
    if (const auto number = parse_number(typed)) key = number->key;
    if (const auto query = parse_number_query(typed); query && key.empty()) key = query->number.key;
    if (key.empty()) return none();
    Set exact = where([&](const Seen& s, const Document&) { return s.own_number == key; });
    if (std::ranges::count(exact, true) > 0) return exact;
    return where([&](const Seen& seen, const Document&) {
      const std::string& own = seen.own_number;
      if (own.size() <= key.size() || !own.starts_with(key)) return false;
      return std::isalnum(key.back()) == 0 || std::isalnum(own[key.size()]) == 0;
    });
  }

  Set with_value(const std::string& key,
                 const std::function<std::string(const Document&)>& key_of) {
    if (key.empty()) return none();
    Set exact = where([&](const Seen&, const Document& d) { return key_of(d) == key; });
    if (std::ranges::count(exact, true) > 0) return exact;
    return where([&](const Seen&, const Document& document) {
      return (" " + key_of(document) + " ").find(" " + key + " ") != std::string::npos;
    });
  }

  Set field(const Node& node) {
    const Node& value = node.children.front();
    switch (*node.field) {
      case query::Field::kTitle:
        return occurring(value, kTitle);
      case query::Field::kBody:
        return occurring(value, kText);
      default:
        return field_value(*node.field, value);
    }
  }

  Set field_value(query::Field field, const Node& value) {
    if (value.kind == query::Kind::kAny || value.kind == query::Kind::kAll) {
      const bool is_any = value.kind == query::Kind::kAny;
      Set set = is_any ? none() : all();
      for (const Node& child : value.children) {
        Set one = field_value(field, child);
        if (child.occurrence == query::Occurrence::kExcluded) one = without(one);
        set = is_any ? either(set, one) : both(set, one);
      }
      return set;
    }
    switch (field) {
      case query::Field::kType:
        return with_value(name_key(value.text), [](const Document& d) { return name_key(d.type); });
      case query::Field::kSigner:
        return with_value(name_key(value.text),
                          [](const Document& d) { return name_key(d.signer); });
      case query::Field::kAgency:
        return with_value(agency_key(value.text),
                          [](const Document& d) { return agency_key(d.agency); });
      case query::Field::kNumber:
        return with_own_number(value.text);
      case query::Field::kDate:
      case query::Field::kYear:
        return issued(value.text);
      default:
        return none();
    }
  }

  Set issued(const std::string& text) const {
    const auto range = parse_date_range(text);
    return where([&](const Seen&, const Document& document) {
      const auto date = parse_iso(document.date);
      return range && date && range->first <= *date && *date <= range->last;
    });
  }

  const std::vector<Document>& documents_;
  std::vector<Seen> seen_;
  plain::PlainReader reader_;
};

}  // namespace tracuu
