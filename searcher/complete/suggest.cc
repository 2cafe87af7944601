#include "searcher/complete/suggest.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <utility>
#include <variant>

#include "searcher/complete/improbable.h"
#include "searcher/query/print.h"

namespace tracuu {
namespace {

using query::Kind;
using query::Node;
using query::Occurrence;

// Steps of the reading after which the query reads otherwise than it was typed. Fields that got
// their quotes and abbreviations that were written out are no mistakes.
constexpr std::array<std::string_view, 7> kChanges{"repair", "telex",    "vni",    "viqr",
                                                   "split",  "spelling", "restore"};

// Words of one query that are replaced at most: with more, little is left of it.
constexpr std::size_t kMaxReplaced = 3;

bool is_changed(const ReadQuery& query) {
  return std::ranges::any_of(query.understood, [](const Understood& step) {
    return std::ranges::find(kChanges, step.step) != kChanges.end();
  });
}

// Which words of a query are put otherwise: the n-th run of words, its word, the form.
struct Change {
  std::size_t run = 0;
  std::size_t word = 0;
  std::string form;
};

// Visits the runs of words that the reader reads.
template <typename Visit>
void for_each_run(Node& node, const Visit& visit) {
  if (node.occurrence == Occurrence::kExcluded || node.kind == Kind::kNear) return;
  if (node.kind == Kind::kWords) visit(node);
  for (Node& child : node.children) for_each_run(child, visit);
}

class Suggester {
 public:
  Suggester(ReadQuery& query, const text::Analyzer& analyzer, const SyllableModel& model)
      : query_(query), analyzer_(analyzer), model_(model) {
    for_each_run(query_.tree, [this](Node& node) { bags_.push_back(&query_.bags.of(node)); });
  }

  std::vector<Suggestion> run() {
    std::vector<Suggestion> suggestions;
    const std::vector<Change> restored = restored_words();
    const std::vector<std::vector<Change>> replaced = replacements();
    for (const std::vector<Change>& changes : replaced) {
      std::vector<Change> all = restored;
      all.insert(all.end(), changes.begin(), changes.end());
      suggestions.push_back({text_with(all)});
    }
    if (is_changed(query_)) suggestions.push_back({text_with(restored)});
    if (suggestions.size() > kMaxSuggestions) suggestions.resize(kMaxSuggestions);
    return suggestions;
  }

 private:
  std::vector<Change> restored_words() const {
    std::vector<Change> changes;
    for (std::size_t run = 0; run < bags_.size(); ++run) {
      const std::vector<BagSyllable>& words = bags_[run]->syllables;
      for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].restored.empty() || words[i].restored == words[i].toned) continue;
        changes.push_back({run, i, words[i].restored});
      }
    }
    return changes;
  }

  std::vector<PlacedWord> placed_words(const Bag& bag) const {
    std::vector<PlacedWord> words;
    for (const BagSyllable& word : bag.syllables) {
      const std::string& form = word.restored.empty() ? word.toned : word.restored;
      words.push_back({model_.find(form, word.toneless), &word});
    }
    return words;
  }

  // The best replacement of each improbable word together, then single other ones.
  std::vector<std::vector<Change>> replacements() const {
    std::vector<Change> together;
    std::vector<std::vector<Change>> others;
    for (std::size_t run = 0; run < bags_.size(); ++run) {
      for (const Replacement& each : find_improbable(placed_words(*bags_[run]), model_)) {
        Change change{run, each.word, std::string(model_.toned(each.form))};
        // A neighbour that is replaced itself says nothing any more.
        const bool is_beside = std::ranges::any_of(together, [&](const Change& known) {
          return known.run == run && known.word + 1 >= each.word && known.word <= each.word + 1;
        });
        if (!is_beside && together.size() < kMaxReplaced) {
          together.push_back(std::move(change));
        } else {
          others.push_back({std::move(change)});
        }
      }
    }
    if (together.empty()) return {};
    others.insert(others.begin(), std::move(together));
    return others;
  }

  std::string text_with(const std::vector<Change>& changes) const {
    Node tree = query_.tree;
    std::size_t run = 0;
    for_each_run(tree, [&](Node& node) { change_words(node, run++, changes); });
    return query::print(tree);
  }

  // The last change of a word counts.
  void change_words(Node& node, std::size_t run, const std::vector<Change>& changes) const {
    text::Analysis analysis;
    analyzer_.analyze(node.text, analysis);
    std::vector<const std::string*> forms(analysis.tokens.size(), nullptr);
    for (const Change& change : changes) {
      if (change.run == run && change.word < forms.size()) forms[change.word] = &change.form;
    }
    std::string text;
    std::size_t at = 0;
    for (std::size_t i = 0; i < forms.size(); ++i) {
      if (forms[i] == nullptr) continue;
      const text::Token& token = analysis.tokens[i];
      text.append(node.text, at, token.begin - at).append(*forms[i]);
      at = token.end;
    }
    node.text = text.append(node.text, at, std::string::npos);
  }

  ReadQuery& query_;
  const text::Analyzer& analyzer_;
  const SyllableModel& model_;
  std::vector<const Bag*> bags_;  // of the runs, in their order
};

}  // namespace

std::vector<Suggestion> suggest(const std::string& query, const QueryReader& reader,
                                const text::Analyzer& analyzer, const SyllableModel& model) {
  if (model.empty()) return {};
  auto read = reader.read(query, false);
  if (std::holds_alternative<query::QueryError>(read)) return {};
  return Suggester(*std::get<std::unique_ptr<ReadQuery>>(read), analyzer, model).run();
}

}  // namespace tracuu
