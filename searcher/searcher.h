// Answers searches over one index.
//
//   Searcher searcher("/srv/idx");
//   SearchOutcome outcome = searcher.search({.query = "chuyển đổi số", .facets = {"agency"}});
//
// A query that does not parse is a value, as it is the user's and has a position; a broken index
// is an Error. One Searcher belongs to one thread at a time; when the index changes under it, the
// whole request is done again on the new state.

#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <variant>

#include "core/document/document.h"
#include "core/text/analyzer.h"
#include "searcher/hits.h"
#include "searcher/query/error.h"
#include "searcher/request.h"
#include "searcher/response.h"
#include "searcher/score.h"
#include "searcher/snapshot.h"

namespace tracuu {

using SearchOutcome = std::variant<Response, query::QueryError>;

class Searcher {
 public:
  // Opens the index. Throws as open_index() does.
  explicit Searcher(const std::filesystem::path& directory, RankingOptions ranking = {},
                    HitRule hit_rule = {});
  ~Searcher();

  // Returns the answer. Throws kBadOption for a filter or facet that does not exist, kIndexDamaged.
  SearchOutcome search(const SearchRequest& request);

  // Returns the stored document with this id, or nothing.
  std::optional<Document> find(const std::string& id);

  // Documents in the index.
  std::size_t size() const;

 private:
  SearchOutcome search_once(const SearchRequest& request);
  template <typename Work>
  auto on_one_state(Work work);

  std::filesystem::path directory_;
  RankingOptions ranking_;
  HitRule hit_rule_;
  text::Analyzer analyzer_;
  std::unique_ptr<Snapshot> snapshot_;
};

}  // namespace tracuu
