// The beginning of a word, and the words that begin so.
//
//   "ho"     hội, hỏi, hồ, hóa …     what is typed without marks stands for every form
//   "hô"     hội, hồ, hôn …          a mark that was typed is there
//   "hội"    hội                     and so is a tone, on whichever letter it was typed
//   "chuyê"  chuyển, chuyên …        the tone may come last
//
// i and y are one letter where they spell one syllable: "ky" begins kĩ as well (core/text/i_y.h).

#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/index/syllable_model.h"
#include "core/text/syllable.h"

namespace tracuu {

class WordPattern {
 public:
  // The pattern of no letters: every word begins with it.
  WordPattern() = default;

  // REQUIRES: `typed` is in lower-case NFC, as fold(…, Marks::kKeep) gives it.
  explicit WordPattern(std::string_view typed);

  bool empty() const { return letters_.empty(); }
  bool has_marks() const { return has_marks_; }

  // Whether the canonical form begins with what was typed.
  bool begins(std::string_view toned, std::string_view toneless) const;

  // Where a model keeps the forms that may begin so: begins() decides.
  using Ranges = std::array<SyllableModel::Range, 2>;
  Ranges ranges(const SyllableModel& model) const;

  // Returns the forms that begin so, the most frequent first. Cost: one look at each form that
  // shares the letters, some thousands for a single letter.
  std::vector<SyllableModel::Id> forms(const SyllableModel& model, std::size_t most) const;

 private:
  bool begins_as_spelled(std::string_view toned) const;

  std::u32string letters_;  // shaped, as core/text/syllable.h has them
  std::string base_;        // the same without shapes
  text::Tone tone_ = text::Tone::kNone;
  bool has_marks_ = false;
};

}  // namespace tracuu
