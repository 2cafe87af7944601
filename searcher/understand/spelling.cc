#include "searcher/understand/spelling.h"

#include <algorithm>
#include <optional>

#include "searcher/understand/candidates.h"
#include "searcher/understand/split_word.h"

namespace tracuu {
namespace {

using Candidates = std::vector<SyllableCandidate>;

// What another form than the one typed costs where other words have marks: whoever types marks
// means a word without any as it stands. (e^3: one in twenty.)
constexpr double kLiteralLead = 3;

bool is_of_letters(const BagSyllable& word) {
  return std::ranges::none_of(word.typed, [](char c) { return c >= '0' && c <= '9'; });
}

double literal_lead(const Bag& bag) {
  return bag.has_marks ? kLiteralLead : 0;
}

// What a word that is left alone may stand for.
Candidates candidates_of(const BagSyllable& word, const Bag& bag, const SyllableModel& model) {
  if (word.has_marks || word.in_number) return {as_it_is(word, model)};
  Candidates forms = forms_without_marks(word, literal_lead(bag), model);
  if (forms.empty()) forms.push_back(as_it_is(word, model));
  return forms;
}

std::vector<bool> follows_of(const Bag& bag, std::size_t size) {
  std::vector<bool> follows;
  for (std::size_t i = 0; i < size; ++i) follows.push_back(bag.syllables[i].follows);
  return follows;
}

}  // namespace

std::vector<SpelledWord> Spelling::mend(const Bag& bag) const {
  std::vector<SpelledWord> words(bag.syllables.size());
  const std::size_t size = std::min(bag.syllables.size(), kMaxSpelledWords);
  std::vector<Candidates> candidates;
  bool has_unknown = false;
  for (std::size_t i = 0; i < size; ++i) {
    const BagSyllable& word = bag.syllables[i];
    candidates.push_back(candidates_of(word, bag, model_));
    if (word.in_number || !is_of_letters(word) || is_known_(word)) continue;
    if (auto split = split_word(word, model_)) {
      words[i] = {SpelledWord::Kind::kSplit, std::move(*split), {}};
      continue;
    }
    Candidates slips = slips_away(word, model_);
    if (slips.empty()) continue;
    candidates.back() = std::move(slips);
    candidates.back().push_back(as_it_is(word, model_));
    words[i].kind = SpelledWord::Kind::kCorrected;
    has_unknown = true;
  }
  if (!has_unknown) return words;
  const std::vector<std::size_t> path = best_path(candidates, follows_of(bag, size), model_);
  for (std::size_t i = 0; i < size; ++i) {
    if (words[i].kind != SpelledWord::Kind::kCorrected) continue;
    const bool is_itself = path[i] + 1 == candidates[i].size();
    if (is_itself) {
      words[i].kind = SpelledWord::Kind::kAsTyped;
      continue;
    }
    const SyllableModel::Id id = *candidates[i][path[i]].id;
    words[i].text = bag.syllables[i].has_marks ? model_.toned(id) : model_.toneless(id);
  }
  return words;
}

std::vector<SpelledWord> Spelling::restore(const Bag& bag) const {
  std::vector<SpelledWord> words(bag.syllables.size());
  const std::size_t size = std::min(bag.syllables.size(), kMaxSpelledWords);
  std::vector<Candidates> candidates;
  for (std::size_t i = 0; i < size; ++i) {
    candidates.push_back(candidates_of(bag.syllables[i], bag, model_));
  }
  const std::vector<std::size_t> path = best_path(candidates, follows_of(bag, size), model_);
  for (std::size_t i = 0; i < size; ++i) {
    const BagSyllable& word = bag.syllables[i];
    const auto id = candidates[i][path[i]].id;
    if (word.has_marks || word.in_number || !id) continue;
    words[i].toned = model_.toned(*id);
    if (words[i].toned != word.toned) words[i].kind = SpelledWord::Kind::kRestored;
  }
  return words;
}

}  // namespace tracuu
