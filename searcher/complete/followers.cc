#include "searcher/complete/followers.h"

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>

#include "searcher/understand/candidates.h"

namespace tracuu {
namespace {

using Id = SyllableModel::Id;

// Words before the last that are given their marks back; those further off stay as typed.
constexpr std::size_t kMaxRestored = 12;

// Pairs kept of one form of the last word before they are compared with those of the others.
constexpr std::size_t kMaxOfOneForm = 256;

std::vector<SyllableCandidate> candidates_of(const BagSyllable& word, const SyllableModel& model) {
  if (word.has_marks) return {as_it_is(word, model)};
  std::vector<SyllableCandidate> forms = forms_without_marks(word, 0, model);
  if (forms.empty()) forms.push_back(as_it_is(word, model));
  return forms;
}

struct Counted {
  Id form = 0;
  double count = 0;
};

std::vector<Counted> most_frequent(std::vector<Counted> counted, std::size_t most) {
  const auto end = counted.begin() + static_cast<std::ptrdiff_t>(std::min(counted.size(), most));
  std::partial_sort(counted.begin(), end, counted.end(), [](const Counted& a, const Counted& b) {
    return a.count != b.count ? a.count > b.count : a.form < b.form;
  });
  counted.erase(end, counted.end());
  return counted;
}

std::vector<Counted> after(Id first, const WordPattern& pattern, const WordPattern::Ranges& ranges,
                           const SyllableModel& model) {
  std::vector<Counted> counted;
  model.for_each_after(first, [&](Id form, double count) {
    const bool may_fit = std::ranges::any_of(ranges, [&](const SyllableModel::Range& range) {
      return range.begin <= form && form < range.end;
    });
    if (!may_fit) return;
    if (!pattern.empty() && !pattern.begins(model.toned(form), model.toneless(form))) return;
    counted.push_back({form, count});
  });
  return most_frequent(std::move(counted), kMaxOfOneForm);
}

// How likely the form of the last word is behind the word before it.
double score_of_last(const TypedPrefix& prefix, const SyllableCandidate& last,
                     const SyllableModel& model) {
  const std::size_t size = prefix.finished.size();
  if (size < 2 || !prefix.finished[size - 1].follows) return model.log_probability(*last.id);
  std::optional<double> best;
  for (const SyllableCandidate& before : candidates_of(prefix.finished[size - 2], model)) {
    if (!before.id) continue;
    const double score =
        model.log_probability(*before.id) + model.pair_log_probability(*before.id, *last.id);
    best = std::max(best.value_or(score), score);
  }
  return best.value_or(model.log_probability(*last.id));
}

}  // namespace

std::vector<Follower> followers(const TypedPrefix& prefix, std::size_t most,
                                const SyllableModel& model) {
  const WordPattern::Ranges ranges = prefix.pattern.ranges(model);
  std::vector<Follower> all;
  for (const SyllableCandidate& last : candidates_of(prefix.finished.back(), model)) {
    if (!last.id) continue;
    const double score = score_of_last(prefix, last, model);
    for (const Counted& next : after(*last.id, prefix.pattern, ranges, model)) {
      all.push_back({*last.id, next.form, score + model.pair_log_probability(*last.id, next.form)});
    }
  }
  std::ranges::sort(all, [](const Follower& a, const Follower& b) {
    if (a.score != b.score) return a.score > b.score;
    return std::pair(a.before, a.form) < std::pair(b.before, b.form);
  });
  std::vector<Follower> best;
  std::unordered_set<std::string_view> seen;
  for (const Follower& each : all) {
    if (best.size() == most) break;
    if (seen.insert(model.toneless(each.form)).second) best.push_back(each);
  }
  return best;
}

std::vector<Id> frequent_after(Id first, std::size_t most, const SyllableModel& model) {
  std::vector<Counted> counted;
  model.for_each_after(first, [&](Id form, double count) { counted.push_back({form, count}); });
  std::vector<Id> forms;
  for (const Counted& each : most_frequent(std::move(counted), most)) forms.push_back(each.form);
  return forms;
}

std::vector<std::string> restored_before(const TypedPrefix& prefix, Id before,
                                         const SyllableModel& model) {
  const std::size_t size = prefix.finished.size();
  const std::size_t begin = size - std::min(size, kMaxRestored);
  std::vector<std::vector<SyllableCandidate>> words;
  std::vector<bool> follows;
  for (std::size_t i = begin; i < size; ++i) {
    const bool is_last = i + 1 == size;
    words.push_back(is_last ? std::vector<SyllableCandidate>{{before, 0}}
                            : candidates_of(prefix.finished[i], model));
    follows.push_back(prefix.finished[i].follows);
  }
  const std::vector<std::size_t> path = best_path(words, follows, model);
  std::vector<std::string> forms;
  for (std::size_t i = 0; i < size; ++i) {
    const BagSyllable& word = prefix.finished[i];
    const auto id = i < begin ? std::nullopt : words[i - begin][path[i - begin]].id;
    forms.push_back(id && !word.in_number ? std::string(model.toned(*id)) : word.toned);
  }
  return forms;
}

}  // namespace tracuu
