// What tracuu-search does about one document and its ties: --show, --cites, --cited-by, --related,
// --cite, --unresolved, --graph.

#pragma once

#include <optional>

#include "searcher/command_line.h"
#include "searcher/searcher.h"
#include "searcher/text_view.h"

namespace tracuu {

// Does what the options ask for and returns the exit status, nothing when they ask for none of it.
std::optional<int> run_graph_command(Searcher& searcher, const Options& options,
                                     const ViewOptions& view);

}  // namespace tracuu
