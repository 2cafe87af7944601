// Draws queries from the titles of a collection and says which documents answer them.
//
//   title   Quyết định 749/QĐ-TTg về việc phê duyệt "Chương trình chuyển đổi số quốc gia"
//   query   phê duyệt Chương trình chuyển đổi số             6 to 9 words that follow each other
//   answers the document, and every other one whose title holds the same run of syllables
//
// A word is what stands between blanks, without the punctuation at its ends: 749/QĐ-TTg is one.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tests/relevance/ways_random.h"

namespace tracuu::ways {

inline constexpr std::size_t kFewestWords = 6;
inline constexpr std::size_t kMostWords = 9;

struct Title {
  std::string document;  // its id
  std::string text;
};

struct DrawnQuery {
  std::string id;         // "w1"…
  std::size_t title = 0;  // the one it was taken from
  std::vector<std::string> words;
};

// Returns the words of a title.
std::vector<std::string> words_of(std::string_view title);

// Returns words joined by blanks.
std::string joined(const std::vector<std::string>& words);

// Returns up to `count` queries, each from another title and no two the same; titles of fewer than
// kFewestWords are passed over. Fewer when the titles run out.
std::vector<DrawnQuery> draw_queries(const std::vector<Title>& titles, std::size_t count,
                                     Random& random);

// Returns for each query the titles that hold its tokens one after the other, in canonical form
// ("HOÀ" is "hòa") and whatever separators are between; in the order of the titles.
// Cost: one pass over the titles.
std::vector<std::vector<std::size_t>> judge(const std::vector<Title>& titles,
                                            const std::vector<DrawnQuery>& queries);

}  // namespace tracuu::ways
