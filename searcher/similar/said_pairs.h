// Which pairs of syllables a stored document says, and how often.
//
//   «Chuyển đổi số. Nền tảng số, chuyển đổi số»  ->  "chuyen doi" 2, "doi so" 2, "nen tang" 1 …
//
// Read from its text, as the indexer reads it (core/index/indexed_text.h): an index keeps which
// documents say a pair, but not for each document its pairs (core/index/packed_lists.h).

#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "core/document/document.h"
#include "core/text/analyzer.h"

namespace tracuu {

struct SaidPair {
  std::uint32_t count = 0;  // what the title says counts as it does in the index
  bool in_title = false;
};

// Returns the pairs, toneless, their syllables parted by a blank. Cost: 0.4 ms,
// 4 ms for one text in a hundred (27,607 of ../shared/corpora).
std::unordered_map<std::string, SaidPair> said_pairs(const Document& document,
                                                     const text::Analyzer& analyzer);

}  // namespace tracuu
