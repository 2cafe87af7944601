// What may stand for some words of a query.
//
//   "UBND tỉnh"   words 0–1 may be "Ủy ban nhân dân" (weight 1)
//   "CT số 5"     words 0–1 may be "chỉ thị", "chương trình", "chủ tịch" …: ambiguous, only shown

#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace tracuu {

inline constexpr double kSameWeight = 1.0;
// A wider, newer or loosely related term.
inline constexpr double kNarrowWeight = 0.5;
// An abbreviation that may mean something else in a document, or that reads as a word there.
inline constexpr double kDoubtfulAbbreviationWeight = 0.5;

enum class AlternativeKind {
  kExpansion,     // of an abbreviation in the query
  kAbbreviation,  // of words in the query
  kSynonym,
  kPlace,  // another spelling of a place name
};

struct Alternative {
  std::string text;  // "Ủy ban nhân dân", as in the file; to be analysed by the caller
  double weight = kSameWeight;
  AlternativeKind kind = AlternativeKind::kSynonym;
  std::string note;  // the file's remark, may be empty
};

struct Expansion {
  std::size_t begin = 0;  // words of the query, from 0
  std::size_t end = 0;
  std::vector<Alternative> alternatives;  // heaviest first, never empty
  bool ambiguous = false;  // the alternatives are different things: to be shown, not searched
};

}  // namespace tracuu
