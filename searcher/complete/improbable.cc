#include "searcher/complete/improbable.h"

#include <algorithm>

#include "searcher/understand/candidates.h"

namespace tracuu {
namespace {

using Id = SyllableModel::Id;

// Words looked at in one run.
constexpr std::size_t kMaxWords = 32;

// A pair seen this often is what someone means, however rare it is.
constexpr double kIsMeant = 30;

// How often the proposed pair has to have been seen, alone and against the one typed, and how much
// likelier it has to be: e^4.
constexpr double kSeenOften = 20;
constexpr double kSeenOftener = 100;
constexpr double kMargin = 4;

bool is_of_letters(const BagSyllable& word) {
  return std::ranges::none_of(word.typed, [](char c) { return c >= '0' && c <= '9'; });
}

// A word between its neighbours.
struct Place {
  std::optional<Id> before;
  std::optional<Id> after;

  double seen(Id form, const SyllableModel& model) const {
    return std::max(before ? model.pair_count(*before, form) : 0,
                    after ? model.pair_count(form, *after) : 0);
  }
  double score(Id form, const SyllableModel& model) const {
    const double own =
        before ? model.pair_log_probability(*before, form) : model.log_probability(form);
    return own + (after ? model.pair_log_probability(form, *after) : 0);
  }
};

Place place_of(const std::vector<PlacedWord>& words, std::size_t i) {
  Place place;
  if (i > 0 && words[i].typed->follows) place.before = words[i - 1].id;
  if (i + 1 < words.size() && words[i + 1].typed->follows) place.after = words[i + 1].id;
  return place;
}

bool is_doubtful(const PlacedWord& word, const Place& place, const SyllableModel& model) {
  return word.id && !word.typed->in_number && is_of_letters(*word.typed) &&
         (place.before || place.after) && place.seen(*word.id, model) < kIsMeant;
}

}  // namespace

std::vector<Replacement> find_improbable(const std::vector<PlacedWord>& words,
                                         const SyllableModel& model) {
  std::vector<Replacement> found;
  for (std::size_t i = 0; i < std::min(words.size(), kMaxWords); ++i) {
    const Place place = place_of(words, i);
    if (!is_doubtful(words[i], place, model)) continue;
    const double as_typed = place.score(*words[i].id, model);
    const double often = std::max(kSeenOften, kSeenOftener * place.seen(*words[i].id, model));
    for (const SyllableCandidate& slip : slips_away(*words[i].typed, model)) {
      if (!slip.id || *slip.id == *words[i].id) continue;
      const double gain = place.score(*slip.id, model) - slip.cost - as_typed;
      if (gain < kMargin || place.seen(*slip.id, model) < often) continue;
      found.push_back({i, *slip.id, gain});
    }
  }
  std::ranges::stable_sort(found, std::greater<>(), &Replacement::gain);
  return found;
}

}  // namespace tracuu
