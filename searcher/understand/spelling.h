// Reads the words of a query with what the index has learnt: gives marks back, takes joined
// syllables apart, mends typing errors.
//
//   nghi quyet chuyen doi so      restored   nghị quyết chuyển đổi số
//   chuyendoiso                   split      chuyen doi so, then restored
//   chuyển đỗi sô                 restored   as typed: đỗi and sô are known to the index
//   nghị quyểtt                   corrected  nghị quyết
//
// Known words are never corrected, nor is anything with a digit. Every choice is by the best path
// through the candidates of all words (Viterbi) over the probabilities of adjacent syllables, so
// the neighbours of a word decide what it is.

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/index/syllable_model.h"
#include "searcher/bag.h"

namespace tracuu {

// Words of one run that are read; those behind are taken as typed.
inline constexpr std::size_t kMaxSpelledWords = 128;

struct SpelledWord {
  enum class Kind { kAsTyped, kRestored, kCorrected, kSplit };
  Kind kind = Kind::kAsTyped;
  std::string text;   // in place of the word: split or corrected, with marks as they were typed
  std::string toned;  // restored: the form with its marks
};

class Spelling {
 public:
  // REQUIRES: both outlive this object. `is_known`: whether any document has the word.
  using IsKnown = std::function<bool(const BagSyllable& word)>;
  Spelling(const SyllableModel& model, IsKnown is_known)
      : model_(model), is_known_(std::move(is_known)) {}

  // Returns one entry a word of the bag: what it was split or corrected into. Cost: some 10 µs a
  // word that is unknown.
  std::vector<SpelledWord> mend(const Bag& bag) const;

  // Returns one entry a word: the form with marks of those that were typed without. To be asked of
  // the mended bag. Cost: some 10 µs a word.
  std::vector<SpelledWord> restore(const Bag& bag) const;

 private:
  const SyllableModel& model_;
  IsKnown is_known_;
};

}  // namespace tracuu
