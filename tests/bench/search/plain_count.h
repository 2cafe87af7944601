// How many documents have a phrase, counted by reading all of them: what the index must agree with.
//
//   count_phrases(generator, {"ban hành quy"})[0].total == 1271
//
// Every document of the collection is made again and looked through, word by word, in title, body
// and the fields that are searched as text. A word with marks stands for itself, one without for
// any («bao» for «báo»). Shares with the product the analysis of text alone.

#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/text/word_form.h"
#include "tests/bench/collection/generator.h"

namespace tracuu::bench {

struct PhraseCount {
  std::uint64_t total = 0;
  std::map<std::string, std::uint64_t> types;  // type -> documents
};

// Returns the count of each phrase. REQUIRES: phrases of kPhraseWords words. Cost: makes and
// analyzes the whole collection once, on two threads.
std::vector<PhraseCount> count_phrases(const Generator& generator,
                                       const std::vector<std::string>& phrases);

class RunReader;

// Looks for one phrase in one document after another. Movable only; belongs to one thread.
class PhraseFinder {
 public:
  // REQUIRES: a phrase of kPhraseWords words.
  explicit PhraseFinder(const std::string& phrase);
  ~PhraseFinder();
  PhraseFinder(PhraseFinder&&) noexcept;
  PhraseFinder& operator=(PhraseFinder&&) noexcept;

  bool is_in(const Document& document);

 private:
  std::unique_ptr<RunReader> reader_;
  std::vector<text::WordForm> phrase_;
};

}  // namespace tracuu::bench
