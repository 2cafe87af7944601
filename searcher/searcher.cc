#include "searcher/searcher.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

#include <xxhash.h>

#include "core/base/error.h"
#include "core/base/hex.h"
#include "core/index/record.h"
#include "core/index/schema.h"
#include "core/index/xapian_error.h"
#include "searcher/admission.h"
#include "searcher/collapse/collapse.h"
#include "searcher/facets.h"
#include "searcher/filters.h"
#include "searcher/make_result.h"
#include "searcher/question.h"
#include "searcher/ranking.h"
#include "searcher/similar/similar.h"
#include "searcher/two_stages.h"
#include "searcher/understand/query_reader.h"

namespace tracuu {
namespace {

// How often a request is done again because the index changed under it.
constexpr int kMaxRetries = 5;

// How long an answer may be behind the index: a look opens its files anew.
constexpr std::chrono::milliseconds kLookInterval{250};

std::vector<double> syllable_weights(const std::vector<Bag>& bags, Snapshot& snapshot) {
  const double documents = snapshot.database().get_doccount();
  std::vector<double> weights;
  for (const Bag& bag : bags) {
    for (const BagSyllable& syllable : bag.syllables) {
      const auto frequency =
          snapshot.postings().frequency(schema::term(schema::kToneless, syllable.toneless));
      weights.push_back(std::log1p(documents / (frequency + 1.0)));
    }
  }
  return weights;
}

// Whether a step read the whole query as `text`.
bool is_understood_so(const Response& response, const std::string& text) {
  return std::ranges::any_of(response.understood, [&](const Understood& step) {
    return step.from == response.query && step.to == text;
  });
}

std::vector<ResultGroup> each_alone(const std::vector<RankedDocument>& ranked) {
  std::vector<ResultGroup> groups;
  groups.reserve(ranked.size());
  for (const RankedDocument& document : ranked) groups.push_back({document, {}, document.score});
  return groups;
}

ReaderViews open_views(const std::filesystem::path& directory,
                       std::shared_ptr<PostingCaches> caches) {
  try {
    return ReaderViews(directory, std::move(caches));
  } catch (const Xapian::Error& error) {
    throw translate(error, directory.string());
  }
}

std::string name_of(const std::optional<IndexState>& state) {
  if (!state) return {};
  return state->uuid + "." + std::to_string(state->revision) + "." + to_hex(state->tag);
}

// Names a view within its state; the groups in the key are nobody's business.
std::string name_of_view(const std::string& key) {
  if (key.empty()) return {};
  const XXH128_hash_t hash = XXH3_128bits(key.data(), key.size());
  XXH128_canonical_t bytes;
  XXH128_canonicalFromHash(&bytes, hash);
  return "." + to_hex({reinterpret_cast<const char*>(bytes.digest), sizeof bytes.digest});
}

}  // namespace

Searcher::Searcher(const std::filesystem::path& directory, RankingOptions ranking, HitRule hit_rule,
                   Dictionary dictionary, Deadline::Clock clock,
                   std::shared_ptr<PostingCaches> caches)
    : directory_(directory),
      ranking_(ranking),
      hit_rule_(hit_rule),
      dictionary_(std::move(dictionary)),
      clock_(std::move(clock)),
      views_(open_views(directory, std::move(caches))) {}

Searcher::~Searcher() = default;

bool Searcher::refresh() {
  for (int attempt = 0;; ++attempt) {
    try {
      return views_.refresh();
    } catch (const Xapian::DatabaseModifiedError& error) {
      if (attempt == kMaxRetries) throw translate(error, directory_.string());
    } catch (const Xapian::Error& error) {
      throw translate(error, directory_.string());
    }
  }
}

void Searcher::keep_up() {
  const auto now = std::chrono::steady_clock::now();
  if (now - looked_ < kLookInterval) return;
  looked_ = now;
  try {
    refresh();
  } catch (const Error&) {
    // What is open still answers; when it no longer does, on_one_state() says why.
  }
}

// Does `work` on a state of the index that lasts as long as the work takes. REQUIRES: `work` does
// not come here again, as the state would change under it.
template <typename Work>
auto Searcher::on_one_state(Work work) {
  keep_up();
  for (int attempt = 0;; ++attempt) {
    try {
      view_ = &views_.of(reader_);
      return work();
    } catch (const Xapian::DatabaseModifiedError& error) {
      if (attempt == kMaxRetries) throw translate(error, directory_.string());
      refresh();
    } catch (const Xapian::Error& error) {
      throw translate(error, directory_.string());
    }
  }
}

Deadline Searcher::deadline_of(const SearchRequest& request) const {
  if (!request.time_limit) return {};
  return Deadline(std::min(*request.time_limit, kMaxTimeLimit), clock_);
}

SearchOutcome Searcher::search(const SearchRequest& request) {
  Deadline deadline = deadline_of(request);
  return on_one_state([&] { return search_once(request, deadline); });
}

void Searcher::add_suggestions(const SearchRequest& request, Deadline& deadline,
                               Response& response) {
  const bool is_found_as_asked = response.total > 0 && response.relaxed.empty();
  if (is_found_as_asked || request.verbatim || request.ids_only || deadline.is_over()) return;
  for (Suggestion& suggestion : suggest_once(request.query)) {
    // What was searched already is no suggestion.
    if (is_understood_so(response, suggestion.text)) continue;
    response.suggestions.push_back(std::move(suggestion.text));
  }
}

void Searcher::add_results(const SearchRequest& request, const Question& question,
                           Deadline& deadline, Response& response) {
  const std::size_t limit = std::min(request.limit, kMaxLimit);
  const std::size_t offset = std::min(request.offset, kMaxOffset);
  StageClock clock;
  // Where no word ranks, the newest documents are what people expect on top.
  const Sort sort =
      request.sort == Sort::kRelevance && question.scoring.empty() ? Sort::kNewest : request.sort;
  std::optional<TwoStages> by_relevance;
  if (sort == Sort::kRelevance && limit > 0) {
    by_relevance.emplace(question.hits, question.scoring, ranking_, *question.units, as_of(request),
                         snapshot(), deadline);
  }
  response.stages.first = clock.lap();
  const RankedSlice ranked = [&](std::size_t first, std::size_t most) {
    return by_relevance ? by_relevance->slice(first, most)
                        : rank_by_date(question.hits, sort, first, most, snapshot());
  };
  const std::vector<ResultGroup> groups =
      response.is_collapsed ? collapse(ranked, snapshot().database(), offset, limit)
                            : each_alone(ranked(offset, limit));
  response.stages.second = clock.lap();
  SnippetMaker snippets(question.highlighted, syllable_weights(question.highlighted, snapshot()),
                        analyzer_, analysis_);
  if (question.place) snippets.prefer(*question.place);
  for (const ResultGroup& group : groups) {
    const Reranked* const best =
        by_relevance ? by_relevance->second_stage(group.shown.docid) : nullptr;
    response.results.push_back(
        request.ids_only ? make_bare_result(group, snapshot())
                         : make_result(group, best, request.with_snippets ? &snippets : nullptr,
                                       as_of(request), snapshot()));
    if (request.explain && best != nullptr) {
      response.results.back().explanation =
          explain(*best, by_relevance->weights(), *question.units, snapshot());
    }
  }
  response.stages.results = clock.lap();
}

SearchOutcome Searcher::search_once(const SearchRequest& request, Deadline& deadline) {
  const auto start = std::chrono::steady_clock::now();
  StageClock clock;
  const PostingUse used = snapshot().postings().use();
  const Admission admission(request, snapshot());
  auto read = read_question(
      request, admission,
      {analyzer_, codes_, dictionary_, ranking_, hit_rule_, view_->model, snapshot()}, deadline);
  if (const auto* error = std::get_if<query::QueryError>(&read)) return *error;
  Question& question = std::get<Question>(read);
  Response response;
  response.stages.query = clock.lap();
  response.query = request.query;
  response.understood = std::move(question.understood);
  response.relaxed = std::move(question.relaxed);
  response.offered = std::move(question.offered);
  response.total = question.hits.cardinality();
  response.is_exact = !deadline.has_cut();
  response.is_collapsed = request.collapse && !request.ids_only;
  add_suggestions(request, deadline, response);
  add_results(request, question, deadline, response);
  clock.lap();
  if (!request.facets.empty() && !deadline.is_over()) {
    response.facets =
        count_facets(request, question.unfiltered, question.hits, admission, snapshot());
  }
  response.stages.facets = clock.lap();
  response.postings = snapshot().postings().use() - used;
  response.is_partial = deadline.has_cut();
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  response.took_ms = took.count();
  return response;
}

std::optional<Response> Searcher::similar(const std::string& id, const SearchRequest& request) {
  Deadline deadline = deadline_of(request);
  return on_one_state([&] { return similar_once(id, request, deadline); });
}

std::optional<Response> Searcher::similar_once(const std::string& id, const SearchRequest& request,
                                               Deadline& deadline) {
  const auto start = std::chrono::steady_clock::now();
  const IndexView& database = snapshot().database();
  const std::string term = schema::term(schema::kId, id);
  const auto posting = database.postlist_begin(term);
  if (posting == database.postlist_end(term)) return std::nullopt;
  const Similar similar = find_similar(snapshot(), *posting, analyzer_, deadline);
  const Admission admission(request, snapshot());
  const DocumentSet hits = admission.admit(similar.documents);
  Response response;
  response.query = request.query;
  response.total = hits.cardinality();
  response.is_collapsed = true;
  response.is_exact = !deadline.has_cut();
  Ranking ranking(hits, ranking_.rerank_depth, similar.scoring, ranking_, snapshot(), deadline);
  const RankedSlice ranked = [&](std::size_t first, std::size_t most) {
    return ranking.slice(first, most);
  };
  SnippetMaker snippets({}, {}, analyzer_, analysis_);
  for (const ResultGroup& group : collapse(ranked, database, std::min(request.offset, kMaxOffset),
                                           std::min(request.limit, kMaxLimit))) {
    response.results.push_back(make_result(
        group, nullptr, request.with_snippets ? &snippets : nullptr, as_of(request), snapshot()));
  }
  if (!request.facets.empty() && !deadline.is_over()) {
    response.facets = count_facets(request, similar.documents, hits, admission, snapshot());
  }
  response.is_partial = deadline.has_cut();
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  response.took_ms = took.count();
  return response;
}

std::optional<Document> Searcher::find(const std::string& id) {
  return on_one_state([&]() -> std::optional<Document> {
    const IndexView& database = snapshot().database();
    const std::string term = schema::term(schema::kId, id);
    const auto posting = database.postlist_begin(term);
    if (posting == database.postlist_end(term)) return std::nullopt;
    return decode_record(database.get_document(*posting).get_data());
  });
}

std::optional<Original> Searcher::original(const std::string& id) {
  return on_one_state([&] {
    const IndexView whole = views_.of(Reader::of_everything()).snapshot->database();
    return original_of(views_.of(reader_).snapshot->database(), whole, id);
  });
}

std::vector<Completion> Searcher::complete(std::string_view typed, std::size_t limit) {
  return on_one_state([&] {
    if (!view_->completer) {
      view_->completer = std::make_unique<Completer>(analyzer_, codes_, view_->model, snapshot());
    }
    return view_->completer->complete(typed, limit);
  });
}

std::vector<Suggestion> Searcher::suggest(const std::string& query) {
  return on_one_state([&] { return suggest_once(query); });
}

std::vector<Suggestion> Searcher::suggest_once(const std::string& query) {
  const QueryReader reader(analyzer_, view_->model, dictionary_, snapshot());
  return tracuu::suggest(query, reader, analyzer_, view_->model);
}

PoorTexts Searcher::poor_texts(std::size_t most) {
  return on_one_state([&] { return tracuu::poor_texts(snapshot().database(), most); });
}

std::optional<IndexState> Searcher::live_state() {
  return on_one_state([&] { return std::optional<IndexState>(views_.state()); });
}

FailedFiles Searcher::failed_files(std::size_t most) {
  return on_one_state([&] { return views_.failed_files(reader_, most); });
}

std::size_t Searcher::size() {
  return on_one_state([&] { return std::size_t{snapshot().database().get_doccount()}; });
}

std::vector<EffectStatus> Searcher::statuses(const std::vector<std::string>& ids,
                                             const AsOf& as_of) {
  return on_one_state([&] {
    const std::vector<EffectStatus>& all = snapshot().statuses(as_of);
    const IndexView& database = snapshot().database();
    std::vector<EffectStatus> found;
    found.reserve(ids.size());
    for (const std::string& id : ids) {
      const std::string term = schema::term(schema::kId, id);
      const auto posting = database.postlist_begin(term);
      const bool exists = posting != database.postlist_end(term) && *posting < all.size();
      found.push_back(exists ? all[*posting] : EffectStatus::kNotApplicable);
    }
    return found;
  });
}

std::optional<WhyVisible> Searcher::why_visible(const std::string& id, const Reader& reader) {
  return on_one_state([&] {
    return tracuu::why_visible(views_.of(Reader::of_everything()).snapshot->database(), id, reader);
  });
}

std::size_t Searcher::public_size() {
  return on_one_state(
      [&] { return std::size_t{views_.of({}).snapshot->database().get_doccount()}; });
}

bool Searcher::says_default_access() {
  return on_one_state([&] { return views_.says_default_access(); });
}

std::string Searcher::index_state() {
  return on_one_state([&] { return name_of(views_.state()); });
}

std::string Searcher::state() {
  return on_one_state([&] {
    std::string name = name_of(views_.state());
    if (!name.empty()) name += name_of_view(view_->key);
    return name;
  });
}

std::optional<TiesAnswer> Searcher::cites(const std::string& id) {
  return on_one_state([&] { return Graph(snapshot()).cites(id); });
}

std::optional<TiesAnswer> Searcher::cited_by(const std::string& id) {
  return on_one_state([&] { return Graph(snapshot()).cited_by(id); });
}

std::optional<RelatedAnswer> Searcher::related(const std::string& id, std::size_t limit) {
  return on_one_state([&] { return Graph(snapshot()).related(id, limit); });
}

std::optional<DocumentAnswer> Searcher::document(const std::string& id, const AsOf& as_of) {
  return on_one_state([&] { return Graph(snapshot()).document(id, as_of); });
}

UnresolvedAnswer Searcher::unresolved(std::size_t limit) {
  return on_one_state([&] { return Graph(snapshot()).unresolved(limit); });
}

ExportedGraph Searcher::export_graph(const std::filesystem::path& file) {
  return on_one_state([&] { return tracuu::export_graph(snapshot(), file); });
}

}  // namespace tracuu
