#include "searcher/complete/complete_phrases.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "searcher/complete/followers.h"
#include "searcher/complete/phrase_evidence.h"
#include "searcher/light.h"

namespace tracuu {
namespace {

using Id = SyllableModel::Id;

constexpr std::size_t kMaxFollowers = 24;
constexpr std::size_t kMaxFirstWords = 16;          // that an unfinished word alone may be
constexpr std::size_t kMaxAfterFirstWord = 3;       // followers tried of each
constexpr std::size_t kMaxOfOneFirstWord = 2;       // phrases shown of each
constexpr std::size_t kMaxGroups = 6;               // phrases that are grown
constexpr std::size_t kMaxBranches = 2;             // ways in which one of them goes on
constexpr std::size_t kMaxExtensions = 4;           // words added behind the next one
constexpr std::size_t kMaxExtensionsOfTitles = 24;  // words tried behind a phrase
constexpr std::size_t kMaxExtensionsOfTexts = 6;
constexpr double kFewestDocuments = 2;   // for a phrase to be extended
constexpr double kShareOfBranch = 0.12;  // of the documents, for one way to go on
constexpr double kShareToGoOn = 0.5;     // behind that
constexpr double kShareOfAll = 0.9;      // with which the longer one stands for both

// With fewer phrases from titles, texts are asked as well.
constexpr std::size_t kEnough = 3;

// Words of the phrase that are checked by their positions, from its end.
constexpr std::size_t kMaxChecked = 6;

struct Phrase {
  std::vector<std::string> before;  // the finished words, with their marks
  std::vector<Id> words;            // behind them
  DocumentSet documents;            // with all its pairs
  double having = 0;                // of them, those estimated to have the phrase
};

class PhraseFinder {
 public:
  PhraseFinder(const TypedPrefix& prefix, PhraseField field, const CompletionSources& sources)
      : prefix_(prefix),
        model_(sources.model),
        snapshot_(sources.snapshot),
        evidence_(field, sources.codes, sources.snapshot),
        fewest_(field == PhraseField::kTitle ? 1 : kFewestDocuments),
        tries_(field == PhraseField::kTitle ? kMaxExtensionsOfTitles : kMaxExtensionsOfTexts) {
    for (const BagSyllable& word : prefix.finished) {
      if (!word.follows) linked_ = 0;
      ++linked_;
    }
  }

  std::vector<Completion> find(std::size_t most) {
    std::vector<Phrase> phrases = prefix_.finished.empty() ? first_phrases() : next_phrases();
    std::vector<std::pair<double, Phrase>> ranked;
    for (Phrase& phrase : phrases) {
      const double value = worth(use_of(phrase.documents, snapshot_));
      ranked.emplace_back(value, std::move(phrase));
    }
    std::ranges::stable_sort(ranked, std::greater<>(), [](const auto& r) { return r.first; });
    std::vector<Completion> completions;
    std::unordered_map<Id, std::size_t> of_first_word;
    std::size_t groups = 0;
    for (auto& [value, phrase] : ranked) {
      if (completions.size() >= most || groups == kMaxGroups) break;
      if (!check(phrase) || phrase.having < fewest_) continue;
      const bool is_first = phrase.before.empty();
      if (is_first && of_first_word[phrase.words.front()]++ == kMaxOfOneFirstWord) continue;
      add(phrase, completions);
      ++groups;
    }
    if (completions.size() > most) completions.resize(most);
    return completions;
  }

 private:
  std::shared_ptr<const DocumentSet> with_pair(std::string_view first, std::string_view second) {
    return evidence_.with_pair(first, second);
  }

  // Estimates how many documents have the phrase. Returns whether any has.
  bool check(Phrase& phrase) {
    std::vector<std::string> words = phrase.before;
    words.erase(words.begin(), words.end() - static_cast<std::ptrdiff_t>(linked_));
    for (const Id word : phrase.words) words.emplace_back(model_.toned(word));
    if (words.size() > kMaxChecked) {
      words.erase(words.begin(), words.end() - static_cast<std::ptrdiff_t>(kMaxChecked));
    }
    phrase.having = static_cast<double>(phrase.documents.cardinality()) *
                    evidence_.share_with_phrase(phrase.documents, words);
    return phrase.having > 0;
  }

  // The documents with the pairs of the finished words; nothing: no pair says anything.
  std::optional<DocumentSet> documents_before() {
    std::optional<DocumentSet> documents;
    for (std::size_t i = 1; i < prefix_.finished.size(); ++i) {
      if (!prefix_.finished[i].follows) continue;
      const auto pair = with_pair(prefix_.finished[i - 1].toneless, prefix_.finished[i].toneless);
      documents = documents ? *documents & *pair : *pair;
    }
    return documents;
  }

  std::vector<Phrase> next_phrases() {
    std::vector<Phrase> phrases;
    const std::optional<DocumentSet> before = documents_before();
    if (before && before->isEmpty()) return phrases;
    const std::string& last = prefix_.finished.back().toneless;
    for (const Follower& next : followers(prefix_, kMaxFollowers, model_)) {
      DocumentSet documents = *with_pair(last, model_.toneless(next.form));
      if (before) documents &= *before;
      if (documents.isEmpty()) continue;
      phrases.push_back(
          {restored_before(prefix_, next.before, model_), {next.form}, std::move(documents), 0});
    }
    return phrases;
  }

  // Two words that are written alike without marks are one pair: the more frequent comes first.
  std::vector<Phrase> first_phrases() {
    std::vector<Phrase> phrases;
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (const Id first : prefix_.pattern.forms(model_, kMaxFirstWords)) {
      for (const Id next : frequent_after(first, kMaxAfterFirstWord, model_)) {
        if (!seen.emplace(model_.toneless(first), model_.toneless(next)).second) continue;
        const auto documents = with_pair(model_.toneless(first), model_.toneless(next));
        if (!documents->isEmpty()) phrases.push_back({{}, {first, next}, *documents, 0});
      }
    }
    return phrases;
  }

  // Adds the ways in which the phrase goes on, then itself where it says more than they do.
  void add(const Phrase& phrase, std::vector<Completion>& completions) {
    double most_having = 0;
    for (Phrase& branch : extensions(phrase, kShareOfBranch, kMaxBranches)) {
      if (const auto grown = grow(std::move(branch))) {
        most_having = std::max(most_having, grown->having);
        completions.push_back(completion_of(*grown));
      }
    }
    const bool is_covered = most_having >= kShareOfAll * phrase.having;
    if (!is_covered && (most_having == 0 || !ends_in_light(phrase))) {
      completions.push_back(completion_of(phrase));
    }
  }

  bool ends_in_light(const Phrase& phrase) const {
    const Id last = phrase.words.back();
    return is_light(model_.toned(last), model_.toneless(last), true);
  }

  // The phrase with what most of its documents have behind it; nothing when all that ends in a word
  // such as «của», «về».
  std::optional<Phrase> grow(Phrase phrase) {
    std::optional<Phrase> best;
    for (std::size_t added = 1;; ++added) {
      if (!ends_in_light(phrase)) best = phrase;
      if (added == kMaxExtensions) return best;
      std::vector<Phrase> next = extensions(phrase, kShareToGoOn, 1);
      if (next.empty()) return best;
      phrase = std::move(next.front());
    }
  }

  // The phrase with one more word, the most used first.
  std::vector<Phrase> extensions(const Phrase& phrase, double least_share, std::size_t most) {
    const double least = std::max(kFewestDocuments, least_share * phrase.having);
    const Id last = phrase.words.back();
    std::vector<Phrase> longer;
    std::set<std::string_view> seen;
    for (const Id next : frequent_after(last, tries_, model_)) {
      if (!seen.insert(model_.toneless(next)).second) continue;
      DocumentSet documents =
          phrase.documents & *with_pair(model_.toneless(last), model_.toneless(next));
      if (static_cast<double>(documents.cardinality()) < least) continue;
      longer.push_back({phrase.before, phrase.words, std::move(documents), 0});
      longer.back().words.push_back(next);
    }
    std::ranges::stable_sort(longer, std::greater<>(),
                             [](const Phrase& p) { return p.documents.cardinality(); });
    std::vector<Phrase> extended;
    for (Phrase& each : longer) {
      if (extended.size() == most) break;
      if (check(each) && each.having >= least) extended.push_back(std::move(each));
    }
    return extended;
  }

  Completion completion_of(const Phrase& phrase) {
    std::string text = rewritten(prefix_, phrase.before);
    for (const Id word : phrase.words) {
      text += (text.empty() ? "" : " ") + std::string(model_.toned(word));
    }
    const Use use = use_of(phrase.documents, snapshot_);
    const auto having = static_cast<std::uint64_t>(phrase.having);
    return {std::move(text),
            Completion::Kind::kPhrase,
            std::max<std::uint64_t>(having, 1),
            use.latest,
            {}};
  }

  const TypedPrefix& prefix_;
  const SyllableModel& model_;
  Snapshot& snapshot_;
  PhraseEvidence evidence_;
  double fewest_;  // documents with a phrase; what one text alone has is often a slip
  std::size_t tries_;
  std::size_t linked_ = 0;  // finished words at the end with nothing but blanks between them
};

}  // namespace

std::vector<Completion> complete_phrases(const TypedPrefix& prefix, std::size_t most,
                                         const CompletionSources& sources) {
  if (sources.model.empty() || prefix.empty()) return {};
  std::vector<Completion> phrases = PhraseFinder(prefix, PhraseField::kTitle, sources).find(most);
  if (phrases.size() >= kEnough) return phrases;
  std::vector<Completion> of_texts = PhraseFinder(prefix, PhraseField::kText, sources).find(most);
  for (Completion& each : phrases) {
    const bool is_known = std::ranges::any_of(
        of_texts, [&](const Completion& known) { return known.text == each.text; });
    if (!is_known && of_texts.size() < most) of_texts.push_back(std::move(each));
  }
  return of_texts;
}

}  // namespace tracuu
