// Words that the index knows but that hardly stand where they do: «chuyển đỗi số».
//
//   chuyển đỗi số     đỗi → đổi: one slip away, and ten thousand times likelier between the two
//   quyết định        nothing
//
// Unlike the mending of unknown words (searcher/understand/spelling.h) this only makes proposals:
// the query is searched as it was typed.

#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/index/syllable_model.h"
#include "searcher/bag.h"

namespace tracuu {

// A word in its place.
struct PlacedWord {
  std::optional<SyllableModel::Id> id;  // nothing: the model does not know it
  const BagSyllable* typed = nullptr;
};

struct Replacement {
  std::size_t word = 0;
  SyllableModel::Id form = 0;
  double gain = 0;  // of the path's log probability, the slip paid for
};

// Returns what may stand in place of single words, the greatest gain first. Words of numbers, and
// any with a digit, are left alone. Cost: some 100 µs a word that its neighbours do not expect.
std::vector<Replacement> find_improbable(const std::vector<PlacedWord>& words,
                                         const SyllableModel& model);

}  // namespace tracuu
