// What stands in the box so far: finished words and the one that is being typed.
//
//   «Chuyển đổi s»    finished  chuyển đổi     unfinished  s
//   «chuyển đổi »     finished  chuyển đổi     unfinished  nothing
//   «nghij quyee»     finished  nghị           unfinished  quyê     (the input method is off)

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/index/syllable_model.h"
#include "core/text/analyzer.h"
#include "searcher/bag.h"
#include "searcher/complete/word_pattern.h"

namespace tracuu {

// Longer text is no beginning of anything.
inline constexpr std::size_t kMaxPrefixBytes = 256;

struct TypedPrefix {
  struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  std::string text;                   // decoded: raw Telex and legacy encodings are read
  std::vector<BagSyllable> finished;  // words
  std::vector<Span> spans;            // of the finished ones in `text`
  std::string unfinished;             // in lower-case NFC
  WordPattern pattern;                // of the unfinished one

  bool empty() const { return finished.empty() && unfinished.empty(); }
};

// Returns the words of the box; none for text that is too long or has no words.
TypedPrefix read_prefix(std::string_view typed, const text::Analyzer& analyzer,
                        const SyllableModel& model);

// Returns the finished words, each as `forms` writes it, with what stood between them. Words that
// were typed as their form is, but in capitals (UBND), stay so. REQUIRES: a form a finished word.
std::string rewritten(const TypedPrefix& prefix, const std::vector<std::string>& forms);

}  // namespace tracuu
