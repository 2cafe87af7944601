// How frequent the frequent words and pairs of a collection are, in the measures of fit.py.
//
//   measure_frequencies(generator, 10'000).pairs.ranks   the share of documents that have the most
//                                                        frequent pair, the tenth, the hundredth …
//
// So that a generated collection can be laid beside real documents (Fitted::syllables, ::pairs).

#pragma once

#include <cstdint>

#include "tests/bench/collection/fitted.h"
#include "tests/bench/collection/generator.h"

namespace tracuu::bench {

struct CollectionFrequencies {
  double mean_words = 0;  // of a body
  Frequencies syllables;
  Frequencies pairs;
};

// Returns the measures over the bodies of the first documents of a collection, at the ranks of
// `like`. Memory grows with the distinct pairs: some 50 bytes each.
CollectionFrequencies measure_frequencies(const Generator& generator, std::uint64_t documents,
                                          const Frequencies& like);

}  // namespace tracuu::bench
