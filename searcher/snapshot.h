// One state of the index, with what has been read of it: everything a request looks at.
//
// It may be of a part of the documents, for readers who may see no more (searcher/index_view.h).
//
// A request uses one snapshot from hits to snippets, so its counts and its results speak of the
// same documents. Sets and columns are read when first asked for and kept. One thread at a time.

#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "core/index/touched.h"
#include "searcher/agency_tree.h"
#include "searcher/column/column.h"
#include "searcher/column/dates.h"
#include "searcher/facet_fields.h"
#include "searcher/graph/effect.h"
#include "searcher/graph/own_effects.h"
#include "searcher/index_view.h"
#include "searcher/length_norms.h"
#include "searcher/postings.h"

namespace tracuu {

class EffectTable;

class Snapshot {
 public:
  // Throws Xapian::Error.
  explicit Snapshot(IndexView database, const PostingsOptions& postings = {});
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

  const IndexView& database() const { return database_; }
  Postings& postings() { return postings_; }

  // What the lengths of the documents do to scores. The reference holds as long as this object.
  LengthNorms& length_norms();

  // Which state of which generation this is; nothing for a database that has no revision.
  const std::optional<IndexState>& state() const { return state_; }

  // Reads the columns that an earlier snapshot has, from it and from the documents touched since;
  // none when these are not known. REQUIRES: nothing was asked of this snapshot before.
  // Throws Xapian::Error. Cost: a copy of the columns, a look at each document touched.
  void follow(const Snapshot& earlier);

  // The values of a field of facet_fields(). The reference holds as long as this object.
  const Column& column(const FacetField& field);

  // Dates of issue and of coming into force, as yyyymmdd by docid; 0: not known.
  const Dates& dates();
  const Dates& effective_dates();

  // What documents say of themselves about being in force.
  const OwnEffects& own_effects();

  // Whether they are in memory already, so that asking costs nothing.
  bool has_own_effects() const { return own_effects_.has_value(); }

  // Whether each document is in force on a day, by docid. The reference holds until the next call.
  const std::vector<EffectStatus>& statuses(const AsOf& as_of);

  // The agencies of the index. The reference holds as long as this object.
  const AgencyTree& agencies();

 private:
  IndexView database_;
  std::optional<IndexState> state_;
  Postings postings_;
  std::optional<LengthNorms> length_norms_;
  std::map<Xapian::valueno, Column> columns_;
  std::optional<Dates> dates_;
  std::optional<Dates> effective_dates_;
  std::optional<OwnEffects> own_effects_;
  std::optional<AgencyTree> agencies_;
  std::unique_ptr<EffectTable> effects_;
  std::optional<AsOf> statuses_day_;
  std::vector<EffectStatus> statuses_;
};

}  // namespace tracuu
