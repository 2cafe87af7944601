// The words of a query as the index knows them.
//
//   "Quyết định 749/QĐ-TTg"
//     syllables  quyết định 749 qđ ttg      numbers  749/QD-TTG over the last three
//
// A bag is what stands between operators: a run of words whose order matters for pairs only.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/analyzer.h"
#include "searcher/dictionary/alternative.h"

namespace tracuu {

struct BagSyllable {
  std::string typed;  // in small letters
  std::string toned;
  std::string toneless;
  bool has_marks = false;  // typed with a mark: other tones rank lower
  bool follows = false;    // makes a pair with the syllable before it
  bool is_light = false;   // says little by itself: "của", "là", "gì"
  bool in_number = false;  // a part of one of the numbers
  bool in_place = false;   // a part of «khoản 2 Điều 5»: where to open what is found
  std::string restored;    // typed without marks: the form it most likely stands for; may be empty
};

struct BagNumber {
  std::string key;                  // core/document/number.h
  std::string canonical;            // "749/QĐ-TTg"
  bool is_complete = true;          // false: the beginning of a number, "12/2016/TT"
  std::vector<std::string> keys{};  // of the numbers that «quyết định 749» may mean, when not empty
};

struct BagWords {
  std::vector<BagSyllable> syllables;  // in the order typed
  std::vector<BagNumber> numbers;
  std::vector<std::string> compounds;  // toneless, without the numbers
  bool has_marks = false;              // some syllable was typed with marks

  bool empty() const { return syllables.empty(); }
};

// Words that may stand for some of a bag's: "Ủy ban nhân dân" for "UBND".
struct BagAlternative {
  std::size_t begin = 0;  // the syllables it stands for: [begin, end)
  std::size_t end = 0;
  BagWords words;
  double weight = 1;
  AlternativeKind kind = AlternativeKind::kSynonym;
};

struct Bag : BagWords {
  std::vector<BagAlternative> alternatives;
};

// Returns the bag of a run of words. `analysis` is work space.
Bag make_bag(std::string_view words, const text::Analyzer& analyzer, text::Analysis& analysis);

// Adds the syllables of `more` behind those of `bag`; no pair joins them.
void append(Bag& bag, const Bag& more);

}  // namespace tracuu
