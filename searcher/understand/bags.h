// The bags of a query's words and phrases, each made once.
//
// Hits, ranking and snippets look at the same bags, with what the reading of the query has put into
// them: marks given back, alternatives. Belongs to one thread.

#pragma once

#include <unordered_map>

#include "core/text/analyzer.h"
#include "searcher/bag.h"
#include "searcher/query/ast.h"

namespace tracuu {

class Bags {
 public:
  // REQUIRES: `analyzer` outlives this object.
  explicit Bags(const text::Analyzer& analyzer) : analyzer_(analyzer) {}

  // Returns the bag of a kWords or kPhrase node, which must stay where it is and as it is. The
  // reference holds as long as this object.
  const Bag& of(const query::Node& node);

  // Sets what of() returns.
  void set(const query::Node& node, Bag bag) { bags_[&node] = std::move(bag); }

 private:
  const text::Analyzer& analyzer_;
  text::Analysis analysis_;
  std::unordered_map<const query::Node*, Bag> bags_;
};

}  // namespace tracuu
