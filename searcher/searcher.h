// Answers searches over one index.
//
//   Searcher searcher("/srv/idx");
//   SearchOutcome outcome = searcher.search({.query = "chuyển đổi số", .facets = {"agency"}});
//
// A query that does not parse is a value, as it is the user's and has a position; a broken index
// is an Error. One Searcher belongs to one thread at a time. It looks for a newer state of the
// index some times a second and answers from it; when the index changes under a request, the whole
// of it is done again on the new state.
//
// It answers for one reader at a time, at first for anybody: only what is for everyone is there.
// Each answer is that of an index which holds nothing but what the reader may see.

#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/document/document.h"
#include "core/index/token_codes.h"
#include "core/index/touched.h"
#include "core/text/analyzer.h"
#include "searcher/complete/complete.h"
#include "searcher/complete/completion.h"
#include "searcher/complete/suggest.h"
#include "searcher/deadline.h"
#include "searcher/dictionary/dictionary.h"
#include "searcher/graph/export_graph.h"
#include "searcher/graph/graph.h"
#include "searcher/hits.h"
#include "searcher/original.h"
#include "searcher/poor_texts.h"
#include "searcher/posting_cache.h"
#include "searcher/query/error.h"
#include "searcher/question.h"
#include "searcher/reader.h"
#include "searcher/reader_views.h"
#include "searcher/request.h"
#include "searcher/response.h"
#include "searcher/score.h"
#include "searcher/snapshot.h"
#include "searcher/why_visible.h"

namespace tracuu {

class Admission;

using SearchOutcome = std::variant<Response, query::QueryError>;

class Searcher {
 public:
  // Opens the index. Searchers with the same `caches` share what they keep of its posting lists.
  // Throws as open_index() does.
  explicit Searcher(const std::filesystem::path& directory, RankingOptions ranking = {},
                    HitRule hit_rule = {}, Dictionary dictionary = Dictionary::load({}),
                    Deadline::Clock clock = std::chrono::steady_clock::now,
                    std::shared_ptr<PostingCaches> caches = std::make_shared<PostingCaches>());
  ~Searcher();

  // From now on answers are for this reader; see AsReader.
  void read_as(Reader reader) { reader_ = std::move(reader); }
  const Reader& reader() const { return reader_; }

  // Returns the answer. Throws kBadOption for a filter or facet that does not exist, kIndexDamaged.
  SearchOutcome search(const SearchRequest& request);

  // Goes over to the newest state of the index, if it is another than the last one. Returns whether
  // it is. Throws as the constructor does, and stays where it was then. Every request does this
  // where the last time is some time ago, errors left out.
  bool refresh();

  // Returns the stored document with this id, or nothing.
  std::optional<Document> find(const std::string& id);

  // Returns the file that the document was read from (searcher/original.h), or nothing.
  std::optional<Original> original(const std::string& id);

  // Returns what may continue the text in the search box (searcher/complete/complete.h).
  std::vector<Completion> complete(std::string_view typed, std::size_t limit = kDefaultCompletions);

  // Returns the queries that were likely meant (searcher/complete/suggest.h).
  std::vector<Suggestion> suggest(const std::string& query);

  // Returns the documents whose text reads badly (searcher/poor_texts.h), at most so many.
  PoorTexts poor_texts(std::size_t most);

  // Returns the state that the next request answers from; nothing where states have no name.
  std::optional<IndexState> live_state();

  // Where the index lies.
  const std::filesystem::path& directory() const { return directory_; }

  // Returns the files that the index could not be given, at most so many, where nothing is hidden
  // from the reader; their number in any case.
  FailedFiles failed_files(std::size_t most);

  // Documents that the reader may see.
  std::size_t size();

  // Documents that are for everyone.
  std::size_t public_size();

  // Whether the index was told who may see documents that no rule is about (tracuu-index
  // --default-access).
  bool says_default_access();

  // Returns the name of the state alone; see state().
  std::string index_state();

  // Returns the name, in letters, digits, '-' and '.', of the state that the next request answers
  // from, and of what the reader sees of it; equal names mean equal answers on one day. Goes over
  // to a newer state as a request does. Empty where states have none.
  std::string state();

  // Return what searcher/graph/graph.h says of the document with this id, nothing without one.
  std::optional<TiesAnswer> cites(const std::string& id);
  std::optional<TiesAnswer> cited_by(const std::string& id);
  std::optional<RelatedAnswer> related(const std::string& id, std::size_t limit);
  std::optional<DocumentAnswer> document(const std::string& id, const AsOf& as_of);

  // Returns whether each of the documents is in force on the day, kNotApplicable for an id that no
  // document has. Cost: a look-up each, the first time on a day the ties of the whole index.
  std::vector<EffectStatus> statuses(const std::vector<std::string>& ids, const AsOf& as_of);

  // Returns why `reader` may see the document or not, whoever this Searcher answers for: for the
  // owner of the index alone. Nothing without such a document.
  std::optional<WhyVisible> why_visible(const std::string& id, const Reader& reader);

  // Returns the documents like this one, filtered and cut as the request says (its query has no
  // say); nothing without such a document.
  std::optional<Response> similar(const std::string& id, const SearchRequest& request);

  // Returns what is cited and missing (searcher/graph/unresolved.h).
  UnresolvedAnswer unresolved(std::size_t limit);

  // Writes the graph of the whole index (searcher/graph/export_graph.h).
  ExportedGraph export_graph(const std::filesystem::path& file);

 private:
  Deadline deadline_of(const SearchRequest& request) const;
  void add_suggestions(const SearchRequest& request, Deadline& deadline, Response& response);
  void add_results(const SearchRequest& request, const Question& question, Deadline& deadline,
                   Response& response);
  SearchOutcome search_once(const SearchRequest& request, Deadline& deadline);
  std::vector<Suggestion> suggest_once(const std::string& query);
  std::optional<Response> similar_once(const std::string& id, const SearchRequest& request,
                                       Deadline& deadline);
  Snapshot& snapshot() { return *view_->snapshot; }
  void keep_up();
  template <typename Work>
  auto on_one_state(Work work);

  std::filesystem::path directory_;
  RankingOptions ranking_;
  HitRule hit_rule_;
  Dictionary dictionary_;
  Deadline::Clock clock_;  // for time limits
  text::Analyzer analyzer_;
  text::Analysis analysis_;  // work space of snippets
  TokenCodes codes_;
  ReaderViews views_;
  Reader reader_;
  ReaderView* view_ = nullptr;  // of the request in work
  std::chrono::steady_clock::time_point looked_ = std::chrono::steady_clock::now();
};

// Has a Searcher answer for a reader as long as this object lives, and for anybody afterwards.
class AsReader {
 public:
  // REQUIRES: `searcher` outlives this object.
  AsReader(Searcher& searcher, Reader reader) : searcher_(searcher) {
    searcher_.read_as(std::move(reader));
  }
  ~AsReader() { searcher_.read_as({}); }
  AsReader(const AsReader&) = delete;
  AsReader& operator=(const AsReader&) = delete;

 private:
  Searcher& searcher_;
};

}  // namespace tracuu
