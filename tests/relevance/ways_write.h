// The eleven ways in which a query reaches a search box.
//
//   as_is             nghị quyết về hòa bình        telex         nghij quyeets veef hofa binhf
//   without_marks     nghi quyet ve hoa binh        vni           nghi5 quye6t1 ve62 hoa2 binh2
//   half_marked       nghi quyết về hoa binh        capitals      NGHỊ QUYẾT VỀ HÒA BÌNH
//   nfd               the same, marks apart         typing_error  nghị quyết về hòa bìnnh
//   other_tone_style  nghị quyết về hoà bình        joined        nghịquyết về hòa bình
//                                                   tcvn3         nghÞ quyÕt vÒ hßa b×nh

#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "tests/relevance/ways_random.h"

namespace tracuu::ways {

enum class Way : unsigned char {
  kAsIs,
  kWithoutMarks,
  kHalfMarked,
  kNfd,
  kOtherToneStyle,
  kTelex,
  kVni,
  kCapitals,
  kTypingError,
  kJoined,
  kTcvn3,
};

// In the order of the enumeration: names of folders and of rows.
inline constexpr std::array<std::string_view, 11> kWayNames{
    "as_is",    "without_marks", "half_marked", "nfd",  "other_tone_style", "telex", "vni",
    "capitals", "typing_error",  "joined",      "tcvn3"};

// Returns the query as it is typed in that way. Deterministic; the words are not empty.
std::string write(Way way, const std::vector<std::string>& words, Random& random);

// half_marked: each marked word loses its marks with probability 1/2; at least one keeps and one
// loses them where two have any.
std::string half_marked(const std::vector<std::string>& words, Random& random);

// other_tone_style: hoà <-> hòa, khoẻ <-> khỏe, thuý <-> thúy; only open oa, oe, uy without qu.
std::string in_other_tone_style(std::string_view text);

// joined: two neighbouring words written together, of letters only where there are such.
std::string with_two_joined(std::vector<std::string> words, Random& random);

}  // namespace tracuu::ways
