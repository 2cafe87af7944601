// Finds what the index knows behind a number said without its symbol.
//
//   «quyết định 749 năm 2020»   749/QĐ-TTg, when a decision of that number and year is there
//
// The words of such a number then are one number: a hit has it as its own or cites it.

#pragma once

#include <string_view>

#include "core/text/analyzer.h"
#include "searcher/bag.h"
#include "searcher/snapshot.h"

namespace tracuu {

// Numbers that one loose number stands for at most.
inline constexpr std::size_t kMaxLooseKeys = 200;

// Adds the numbers to the bag of `words`, whose analysis is given. A loose number that no document
// of the index has stays what it is: words.
void add_loose_numbers(std::string_view words, const text::Analysis& analysis, Bag& bag,
                       Snapshot& snapshot);

}  // namespace tracuu
