// Finds the documents of the index that a citation means.
//
//   «Quyết định số 749/QĐ-TTg»   term XN749/QD-TTG -> two documents, one act from two sources:
//                                asserted, both
//   «Luật Thanh niên»            term XN=luat|thanh nien
//   «Nghị quyết 01 ngày 31/12/2020 của Ban Chấp hành Đảng bộ tỉnh»   no key: by its day and
//   sequence
//
// The rule is core/document/citation/resolve.h; here are its candidates, from value slots. A
// Resolver belongs to one snapshot and one thread and remembers what it has looked up, within
// bounds; making one costs nothing.

#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "core/document/citation/resolve.h"
#include "core/index/ties.h"
#include "searcher/graph/nodes.h"
#include "searcher/snapshot.h"

namespace tracuu {

class Resolver {
 public:
  // REQUIRES: `snapshot` outlives this object.
  explicit Resolver(Snapshot& snapshot) : snapshot_(snapshot), nodes_(snapshot.database()) {}

  Snapshot& snapshot() const { return snapshot_; }

  // Returns what is known of a document as the citing one. REQUIRES: it exists.
  CitationContext context(Xapian::docid docid);

  // Returns which documents are meant; ids are docids. Throws Xapian::Error.
  Resolution resolve(const Citation& citation, const CitationContext& citing);
  Resolution resolve(const EffectTie& tie, const CitationContext& citing);

  // Whether some document has the key for its own.
  bool has_candidates(const std::string& key) { return !candidates(key, {}).empty(); }

  // Looks up all keys and what their documents tell at once: for the ties of the whole index.
  void preload(const std::vector<std::string>& keys, DocumentSet documents);

  // Remembered beyond these, all is looked up anew.
  static constexpr std::size_t kMaxNodes = 50000;
  static constexpr std::size_t kMaxKeys = 50000;

  // Documents of one key that are looked at: «15/QĐ-UBND» is each year in each province.
  static constexpr std::size_t kMaxOfOneKey = 5000;

 private:
  const std::vector<Xapian::docid>& candidates(const std::string& key, const std::string& date);
  std::vector<Xapian::docid> loose_candidates(const Citation& citation);
  std::vector<Xapian::docid> nearest(std::vector<Xapian::docid> found, const std::string& date);
  Resolution decide(const Citation& citation, const CitationContext& citing,
                    const std::vector<Xapian::docid>& documents);

  Snapshot& snapshot_;
  Nodes nodes_;
  std::unordered_map<std::string, std::vector<Xapian::docid>> by_key_;
  std::vector<Xapian::docid> nearest_;
};

// Returns what a tie says of its target as a citation.
Citation as_citation(const EffectTie& tie);

// Whether several acts may have the key: 15/QĐ-UBND of each year and province, 749/QĐ-TTg of each
// year; not 30/2020/NĐ-CP, nor a law's name.
bool can_recur(const std::string& key);

// Whether the resolution asserts the document.
bool asserts(const Resolution& resolution, Xapian::docid docid);

}  // namespace tracuu
