// What people and programs ask of the citation graph, answered in values that name documents by
// their ids.
//
//   Graph graph(snapshot);
//   graph.cites("vb/19.txt")->ties      what it cites, each with the documents of this index it
//   means graph.document("vb/31.txt", today)  the record, its citations, whether it is in force
//
// Belongs to one snapshot and one thread; making one costs nothing.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/document/document.h"
#include "searcher/graph/effect.h"
#include "searcher/graph/related.h"
#include "searcher/graph/ties.h"
#include "searcher/graph/unresolved.h"

namespace tracuu {

// A document at the other end of a tie.
struct LinkedDocument {
  std::string id;
  std::string number;  // as written where that is known, else its key
  std::string title;
  std::string date;  // ISO
};

// A document as it is cited, with those of this index that it means: the copies of one act, or,
// where nothing is asserted, what comes near.
struct LinkedCitation {
  Citation citation;
  Resolution::Kind kind = Resolution::Kind::kNone;
  std::vector<LinkedDocument> documents;
};

struct LinkedTie {
  Relation relation = Relation::kRefersTo;
  LinkedCitation target;
  std::optional<LinkedCitation> actor;  // who acts, where it is not the citing document
  LinkedDocument citing;                // who says so
  std::string sentence;
  std::size_t mentions = 1;
};

struct TiesAnswer {
  LinkedDocument document;
  std::vector<LinkedTie> ties;
  std::size_t documents = 0;  // of cited_by(): that name its number, some perhaps meaning another
  std::size_t read = 0;       // how many of them were looked at
};

struct RelatedDocument {
  LinkedDocument document;
  std::size_t ties = 0;
  std::size_t common = 0;
  double score = 0;
};

struct RelatedAnswer {
  LinkedDocument document;
  std::vector<RelatedDocument> related;
};

struct MissingDocument {
  MissingAct act;
  std::vector<LinkedDocument> examples;
};

struct UnresolvedAnswer {
  std::vector<MissingDocument> missing;
  std::size_t whole = 0;  // numbers and names that no document has
};

struct LinkedReason {
  EffectReason reason;
  LinkedDocument acting;  // empty for what no document does
};

struct EffectAnswer {
  EffectStatus status = EffectStatus::kNotApplicable;
  AsOf as_of;
  std::vector<LinkedReason> reasons;
  std::optional<EffectStatus> denied;
};

struct DocumentAnswer {
  Document document;
  std::vector<LinkedTie> citations;
  EffectAnswer effect;
};

// Candidates named for a citation that nothing is asserted of.
inline constexpr std::size_t kMaxCandidatesShown = 5;

class Graph {
 public:
  // REQUIRES: `snapshot` outlives this object.
  explicit Graph(Snapshot& snapshot) : resolver_(snapshot) {}

  // Nothing where no document has the id. All throw Xapian::Error and kIndexDamaged.
  std::optional<TiesAnswer> cites(const std::string& id);
  std::optional<TiesAnswer> cited_by(const std::string& id);
  std::optional<RelatedAnswer> related(const std::string& id, std::size_t limit);
  std::optional<DocumentAnswer> document(const std::string& id, const AsOf& as_of);

  UnresolvedAnswer unresolved(std::size_t limit);

  // Returns the effect of a document with the documents that act on it.
  EffectAnswer effect(Xapian::docid docid, const Document& document, const AsOf& as_of);

 private:
  std::optional<Xapian::docid> find(const std::string& id) const;
  Document record(Xapian::docid docid) const;
  LinkedDocument link(Xapian::docid docid, const std::string& number);
  LinkedDocument link_by_record(Xapian::docid docid) const;
  LinkedCitation link(const Cited& cited);
  LinkedTie link(Tie tie);

  Resolver resolver_;
};

}  // namespace tracuu
