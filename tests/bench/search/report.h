// Figures as tables in Markdown and as one line of JSON with the machine they are from.

#pragma once

#include <string>
#include <vector>

#include "tests/bench/collection/frequencies.h"
#include "tests/bench/search/run.h"

namespace tracuu::bench {

// Returns the figures of one collection: what it cost to build, and a row for each operation.
std::string to_markdown(const RunFigures& figures);

// Returns a row for each collection: how cost grows with documents.
std::string growth_table(const std::vector<RunFigures>& runs);

// Returns fitted and generated frequencies side by side.
std::string fit_table(const Fitted& fitted, const CollectionFrequencies& made);

// Returns one line: the figures, the processor and the compiler.
std::string to_json(const RunFigures& figures);

}  // namespace tracuu::bench
