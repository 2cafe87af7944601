// The syllables that a mistyped word may have been: those one slip of the hand away.
//
//   "quyêt"    quyết, quyệt (missing tone)           "ngih"    nghi (swapped letters)
//   "chuyẻn"   chuyển (missing circumflex)           "thpng"   thong, thông … (neighbouring key)
//   "đinhj"    định, đinh (a Telex key left over)    "xin"     sin (s and x sound alike)
//
// A slip works on the letters with their shape marks and on the tone apart: a missing letter keeps
// the tone of the word. A word without any mark was typed by someone who leaves marks out, so that
// its letter slips give toneless spellings ("quyet"); words with marks give toned syllables only.
// Every candidate is valid by the grammar; which of them is meant, the caller's index knows.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu::text {

// In the order of their costs.
enum class SlipKind : unsigned char {
  kLeftOverKey,    // a Telex key that did not act: quyếts, đinhj
  kMissingTone,    // quyêt for quyết
  kShape,          // a shape mark missing, added or another: quyét, thương for thuông
  kDoubledLetter,  // nghhị
  kWrongTone,      // quyểt
  kOnset,          // sounds alike: s x, ch tr, d gi r v, l n …
  kRhyme,          // sounds alike: n ng, t c, i y …
  kSwapped,        // ngih
  kMissingLetter,  // nghệp for nghiệp
  kExtraLetter,    // nghjị
  kNeighbourKey,   // thpng: p beside o
};

struct Slip {
  std::string form;          // canonical: lower case, NFC, old-style tone place
  bool is_toneless = false;  // a spelling without marks: stands for every toned form of it
  SlipKind kind = SlipKind::kMissingTone;
  double cost = 0;  // 0.3 … 1.4; a slip on the first letter costs more
};

inline constexpr std::size_t kMaxSlips = 400;

// Returns the candidates, the cheapest first, each form once, without the word itself; at most
// kMaxSlips. None for a word that is longer than a syllable with two letters too many, or that
// holds anything but Vietnamese letters (NFC, either case) and a–z: digits are never changed. Safe
// from any thread. Cost: 20 to 100 µs as a rule.
std::vector<Slip> slips_of(std::string_view typed);

}  // namespace tracuu::text
