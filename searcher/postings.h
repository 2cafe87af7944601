// Sets of documents by term, read from the posting lists once and kept as bitmaps.
//
// A set answers "which documents", for counting and filtering; ranking is Xapian's work. One
// Postings serves one snapshot of one database, on one thread.

#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include <roaring/roaring.hh>
#include <xapian.h>

namespace tracuu {

using DocumentSet = ::Roaring;  // of Xapian docids

class Postings {
 public:
  // REQUIRES: `database` outlives this object and is not reopened meanwhile.
  explicit Postings(const Xapian::Database& database) : database_(database) {}

  const Xapian::Database& database() const { return database_; }

  // Returns the documents with the term. The reference holds as long as this object.
  const DocumentSet& with(const std::string& term);

  // Returns every document.
  const DocumentSet& all() { return with(""); }

  Xapian::doccount frequency(const std::string& term) const { return database_.get_termfreq(term); }

  // Returns the terms that begin with `prefix`, at most `most` of them, the most frequent ones, in
  // their order; looks at kMaxVisited terms at most.
  std::vector<std::string> terms_with_prefix(const std::string& prefix, std::size_t most) const;

  static constexpr std::size_t kMaxVisited = 200000;

 private:
  const Xapian::Database& database_;
  std::unordered_map<std::string, DocumentSet> sets_;
};

}  // namespace tracuu
