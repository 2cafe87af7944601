// Takes joined syllables apart where the index has seen them side by side.
//
//   split_word("chuyendoiso")   "chuyen doi so"
//   split_word("phiênbản")      "phiên bản"
//   split_word("facebook")      nothing
//
// The best way through the lattice of syllables (core/text/typing/split.h) by the model's
// probabilities.

#pragma once

#include <optional>
#include <string>

#include "core/index/syllable_model.h"
#include "searcher/bag.h"

namespace tracuu {

// Returns the syllables with blanks between them, marks as typed; nothing when the word cannot be
// taken apart, or only into syllables that no text has side by side.
std::optional<std::string> split_word(const BagSyllable& word, const SyllableModel& model);

}  // namespace tracuu
