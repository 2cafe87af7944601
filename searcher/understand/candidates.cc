#include "searcher/understand/candidates.h"

#include <algorithm>
#include <limits>
#include <string>

#include "core/text/i_y.h"
#include "core/text/typing/raw_typing.h"
#include "core/text/typing/slips.h"
#include "core/text/typing/spelling.h"
#include "core/text/utf8.h"

namespace tracuu {
namespace {

using Id = SyllableModel::Id;

// Forms of one toneless syllable that are tried: what is rarer is not what was meant.
constexpr std::size_t kMaxForms = 12;
constexpr std::size_t kMaxSlipCandidates = 48;

// What one slip of cost 1 is worth against the probabilities of syllables.
constexpr double kSlipCost = 6;

// Of Telex keys left as they are, against that of a slip.
constexpr double kKeysCost = 0.3;

// Of a word that the model does not know.
constexpr double kUnknownLogProbability = -16;

// The key of a form in lower-case NFC: a table look-up a letter, unlike text::word_form().
std::string toneless_of(std::string_view toned) {
  std::string toneless;
  for (std::size_t i = 0; i < toned.size();) {
    const text::Decoded d = text::decode(toned, i);
    i += d.length;
    const auto parts = text::take_apart(d.value);
    text::append_utf8(toneless, parts ? text::base_of(parts->letter) : d.value);
  }
  text::merge_i_y(toneless);
  return toneless;
}

void add_slip(const text::Slip& slip, const SyllableModel& model,
              std::vector<SyllableCandidate>& candidates) {
  const double cost = kSlipCost * slip.cost;
  if (!slip.is_toneless) {
    if (const auto id = model.find(slip.form, toneless_of(slip.form))) {
      candidates.push_back({*id, cost});
    }
    return;
  }
  const SyllableModel::Range range = model.forms_of(toneless_of(slip.form));
  for (std::size_t k = 0; k < std::min(range.size(), kMaxForms); ++k) {
    candidates.push_back({static_cast<Id>(range.begin + k), cost});
  }
}

double first_score(const SyllableCandidate& candidate, const SyllableModel& model) {
  return (candidate.id ? model.log_probability(*candidate.id) : kUnknownLogProbability) -
         candidate.cost;
}

double step_score(const SyllableCandidate& before, const SyllableCandidate& candidate, bool follows,
                  const SyllableModel& model) {
  if (!follows || !before.id || !candidate.id) return first_score(candidate, model);
  return model.pair_log_probability(*before.id, *candidate.id) - candidate.cost;
}

}  // namespace

std::vector<SyllableCandidate> forms_without_marks(const BagSyllable& word, double literal_lead,
                                                   const SyllableModel& model) {
  std::vector<SyllableCandidate> candidates;
  const SyllableModel::Range range = model.forms_of(word.toneless);
  for (std::size_t k = 0; k < range.size(); ++k) {
    const auto id = static_cast<Id>(range.begin + k);
    const bool is_literal = model.toned(id) == word.toned;
    if (k >= kMaxForms && !is_literal) continue;
    candidates.push_back({id, is_literal ? 0 : literal_lead});
  }
  return candidates;
}

std::vector<SyllableCandidate> slips_away(const BagSyllable& word, const SyllableModel& model) {
  std::vector<SyllableCandidate> candidates;
  for (const text::Slip& slip : text::slips_of(word.typed)) add_slip(slip, model, candidates);
  // The input method was switched on or off in the middle of the query: «nghị quyeets».
  const auto keys = text::decode_raw(word.typed, text::InputMethod::kTelex);
  if (keys && keys->uses_keys) {
    add_slip({.form = keys->text, .cost = kKeysCost}, model, candidates);
  }
  const auto score = [&](const SyllableCandidate& c) { return first_score(c, model); };
  std::ranges::stable_sort(candidates, std::greater<>(), score);
  if (candidates.size() > kMaxSlipCandidates) candidates.resize(kMaxSlipCandidates);
  return candidates;
}

SyllableCandidate as_it_is(const BagSyllable& word, const SyllableModel& model) {
  return {model.find(word.toned, word.toneless), 0};
}

std::vector<std::size_t> best_path(const std::vector<std::vector<SyllableCandidate>>& words,
                                   const std::vector<bool>& follows, const SyllableModel& model) {
  std::vector<std::vector<std::size_t>> came_from(words.size());
  std::vector<double> scores;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::vector<double> next(words[i].size(), -std::numeric_limits<double>::infinity());
    came_from[i].resize(words[i].size());
    for (std::size_t k = 0; k < words[i].size(); ++k) {
      if (i == 0) {
        next[k] = first_score(words[i][k], model);
        continue;
      }
      for (std::size_t j = 0; j < scores.size(); ++j) {
        const double score =
            scores[j] + step_score(words[i - 1][j], words[i][k], follows[i], model);
        if (score <= next[k]) continue;
        next[k] = score;
        came_from[i][k] = j;
      }
    }
    scores = std::move(next);
  }
  std::vector<std::size_t> path(words.size());
  if (words.empty()) return path;
  path.back() = static_cast<std::size_t>(std::ranges::max_element(scores) - scores.begin());
  for (std::size_t i = words.size() - 1; i > 0; --i) path[i - 1] = came_from[i][path[i]];
  return path;
}

}  // namespace tracuu
