// What is asked of a generated collection: runs of words out of titles, so that the right answer
// is known.
//
//   {.document = 749213, .id = "d-749213", .text = "của chính phủ về việc ban"}
//
// Queries have 6 to 9 syllables; every second one has a very common one among them, whose posting
// list is as long as the collection. Phrases are three words of a title.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/bench/collection/generator.h"

namespace tracuu::bench {

struct Query {
  std::uint64_t document = 0;  // whose title gave it
  std::string id;
  std::string text;  // small letters but where the title has a capital
};

struct QueryShape {
  std::size_t least_words = 6;
  std::size_t most_words = 9;
  bool half_common = true;  // even queries have a very common syllable, odd ones have none
};

inline constexpr std::size_t kPhraseWords = 3;
inline constexpr QueryShape kPhraseShape{kPhraseWords, kPhraseWords, false};

// The most frequent words of the fitted table: in a third to four fifths of the documents.
inline constexpr std::size_t kCommonWords = 30;

// Returns `count` queries, the same for the same collection, shape and count. Titles that are too
// short or have no fitting run are passed over. Throws Error (kInternal) when the collection has
// hardly any that fit.
std::vector<Query> draw_queries(const Generator& generator, std::size_t count,
                                const QueryShape& shape);

// Returns what a user types of a title after so many characters: "chuyển đổi s".
std::string typed_part(const std::string& title, std::size_t characters);

}  // namespace tracuu::bench
