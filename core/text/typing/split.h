// Cuts a run of letters typed without blanks into syllables, every way that gives some.
//
//   "hoatdong"    hoat|dong  ho|at|dong       "phiênbản"  phiên|bản      "facebook"  none
//
// The cuts come as a lattice: the pieces that stand on some way from the first letter to the last.
// The caller, who knows how frequent syllables and pairs are, finds the best way through it.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tracuu::text {

// Longer runs are not cut.
inline constexpr std::size_t kMaxSplitLetters = 64;

struct SyllablePiece {
  std::uint32_t begin = 0;  // bytes into the run
  std::uint32_t end = 0;
  bool is_toneless = false;  // has no mark at all: some syllable's spelling without marks

  friend bool operator==(const SyllablePiece&, const SyllablePiece&) = default;
};

// Returns the pieces, ordered by begin and then by end; each lies on a way whose first piece begins
// at 0 and whose last ends at the end of `letters`. A run that is one syllable itself has that
// piece among them. A piece is a valid syllable with its marks, the tone on any letter, or the
// spelling of one without any mark ("quyet"). None for a run that cannot be cut, that is longer
// than kMaxSplitLetters, or that holds anything but letters (NFC, either case). Cost: linear, ~1 µs
// a letter.
std::vector<SyllablePiece> syllable_lattice(std::string_view letters);

// Whether the run can be cut into two or more syllables.
bool can_split(std::string_view letters);

}  // namespace tracuu::text
