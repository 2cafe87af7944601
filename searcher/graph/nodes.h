// What the value slots tell of documents, for deciding which of them a citation means.
//
//   nodes.get(docid)   key "15/QD-UBND", type "Quyết định", agency "UBND tỉnh X", date "2020-01-03"
//
// No record is read. One by one costs some 10 µs a document; load() reads the slots of many in one
// pass each, which is what a walk over the whole index needs.

#pragma once

#include <string>
#include <unordered_map>

#include <xapian.h>

#include "searcher/index_view.h"
#include "searcher/postings.h"

namespace tracuu {

struct GraphNode {
  Xapian::docid docid = 0;
  std::string key;     // of its number; empty: it has none
  std::string type;    // label
  std::string agency;  // label
  std::string date;    // of issue, ISO
  std::string title;   // the beginning of it
};

class Nodes {
 public:
  explicit Nodes(const IndexView& database) : database_(database) {}

  // Returns the document's node. The reference holds until clear(). REQUIRES: it exists.
  const GraphNode& get(Xapian::docid docid);

  void load(const DocumentSet& documents);

  std::size_t size() const { return nodes_.size(); }
  void clear() { nodes_.clear(); }

 private:
  IndexView database_;
  std::unordered_map<Xapian::docid, GraphNode> nodes_;
};

// Returns the id of the document. REQUIRES: it exists.
std::string id_of(const IndexView& database, Xapian::docid docid);

}  // namespace tracuu
