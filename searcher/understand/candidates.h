// The syllables that a word of a query may stand for, each with what that costs.
//
//   "quyet"  (known)     quyết 0, quyệt 0                   the most frequent ones
//   "quyết"  (known)     quyết 0
//   "quyểtt" (unknown)   quyết 4.2, quyệt 4.2 …             one slip of the keyboard away
//
// Costs are negative natural logarithms, as those of the model are.

#pragma once

#include <optional>
#include <vector>

#include "core/index/syllable_model.h"
#include "searcher/bag.h"

namespace tracuu {

struct SyllableCandidate {
  std::optional<SyllableModel::Id> id;  // nothing: a word that the model does not know
  double cost = 0;
};

// Returns the forms of a word typed without marks, the literal one among them; `literal_lead` is
// what every other form costs more. Empty when the model has none.
std::vector<SyllableCandidate> forms_without_marks(const BagSyllable& word, double literal_lead,
                                                   const SyllableModel& model);

// Returns the syllables one slip away from the word, the likeliest first.
std::vector<SyllableCandidate> slips_away(const BagSyllable& word, const SyllableModel& model);

// Returns the word itself.
SyllableCandidate as_it_is(const BagSyllable& word, const SyllableModel& model);

// Returns for each word the index of its candidate on the best path. REQUIRES: no word is without
// candidates. `follows[i]`: word i stands right behind word i − 1.
std::vector<std::size_t> best_path(const std::vector<std::vector<SyllableCandidate>>& words,
                                   const std::vector<bool>& follows, const SyllableModel& model);

}  // namespace tracuu
