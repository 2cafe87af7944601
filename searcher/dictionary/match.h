// Finds the terms of a table in the words of a query. Internal to searcher/dictionary; the rules
// stand in dictionary.h.

#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "searcher/dictionary/alternative.h"
#include "searcher/dictionary/term_table.h"
#include "searcher/dictionary/words.h"

namespace tracuu {

std::vector<Expansion> find_expansions(const TermTable& terms,
                                       std::span<const DictionaryWord> words, std::size_t most);

}  // namespace tracuu
