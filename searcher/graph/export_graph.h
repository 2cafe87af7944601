// The whole graph as a file, for programs that draw or measure graphs.
//
//   graph.dot   digraph tracuu { n1 [label="19/2020/QĐ-UBND\nBan hành …"]; n1 -> n2
//   [label="replaces"]; } graph.json
//   {"nodes":[{"id","number","title"}…],"edges":[{"source","target","relation"}…]}
//
// Every document is a node; an edge is a tie that is asserted between two documents of the index,
// once for each relation, to the first copy of an act.

#pragma once

#include <cstddef>
#include <filesystem>

#include "searcher/snapshot.h"

namespace tracuu {

struct ExportedGraph {
  std::size_t nodes = 0;
  std::size_t edges = 0;
};

// Writes the file, whose extension decides the format. Throws kBadOption for any other extension,
// kIo, Xapian::Error. Cost: reads every record.
ExportedGraph export_graph(Snapshot& snapshot, const std::filesystem::path& file);

}  // namespace tracuu
