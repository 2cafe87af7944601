#include "searcher/searcher.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>
#include <utility>

#include "core/base/error.h"
#include "core/index/database.h"
#include "core/index/directory.h"
#include "core/index/record.h"
#include "core/index/schema.h"
#include "core/index/xapian_error.h"
#include "searcher/facets.h"
#include "searcher/filters.h"
#include "searcher/hits.h"
#include "searcher/ranking.h"
#include "searcher/understand/query_reader.h"

namespace tracuu {
namespace {

// How often a request is done again because the index changed under it.
constexpr int kMaxRetries = 5;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// The hits, and what had to be given up for them.
struct Found {
  DocumentSet unfiltered;
  DocumentSet hits;
  std::vector<Understood> understood;
  std::vector<Relaxed> relaxed;
};

std::vector<Relaxed> given_up(Strictness strictness, const Hits& hits) {
  std::vector<Relaxed> relaxed;
  if (strictness == Strictness::kWhole) return relaxed;
  if (!hits.unknown.empty()) relaxed.push_back({"unknown_words", hits.unknown});
  // At kKnown a number that stands nowhere with the rest was taken apart: that is said, too.
  const bool gave_up_numbers = strictness == Strictness::kKnown && hits.unknown.empty();
  if (strictness == Strictness::kSome || gave_up_numbers) relaxed.push_back({"some_words", {}});
  if (strictness == Strictness::kAny) relaxed.push_back({"any_word", {}});
  return relaxed;
}

// Tries the query as it is, then gives up more and more until something fits.
Found find_documents(ReadQuery& query, const SearchRequest& request, const HitRule& rule,
                     Snapshot& snapshot) {
  const DocumentSet admitted = docs_admitted(request, "", snapshot);
  Found found;
  DocumentSet strictest;
  for (const Strictness strictness :
       {Strictness::kWhole, Strictness::kKnown, Strictness::kSome, Strictness::kAny}) {
    Hits hits = find_hits(query.tree, rule, strictness, query.bags, snapshot);
    found.hits = hits.documents & admitted;
    found.relaxed = given_up(strictness, hits);
    found.understood = std::move(hits.understood);
    found.unfiltered = std::move(hits.documents);
    if (!found.hits.isEmpty()) return found;
    if (strictest.isEmpty()) strictest = found.unfiltered;
  }
  // Nothing passes the filters: the facets then show what the query itself would find.
  found.unfiltered = std::move(strictest);
  found.relaxed.clear();
  return found;
}

// The words whose spelling is not the one they are searched by: «hoà» is «hòa», «vịêt» is «việt».
void explain_spelling(const Bag& bag, std::vector<Understood>& understood) {
  std::string typed;
  std::string canonical;
  for (const BagSyllable& syllable : bag.syllables) {
    if (syllable.typed == syllable.toned) continue;
    typed += (typed.empty() ? "" : " ") + syllable.typed;
    canonical += (canonical.empty() ? "" : " ") + syllable.toned;
  }
  if (!typed.empty()) understood.push_back({"normalize", typed, canonical});
}

void explain_words(const std::vector<Bag>& bags, std::vector<Understood>& understood) {
  for (const Bag& bag : bags) {
    explain_spelling(bag, understood);
    for (const BagNumber& number : bag.numbers) {
      understood.push_back({"number", number.canonical, number.canonical});
    }
  }
}

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

Result make_result(const RankedDocument& ranked, SnippetMaker* snippets, Snapshot& snapshot) {
  const Document document =
      decode_record(snapshot.database().get_document(ranked.docid).get_data());
  Result result;
  result.id = document.id;
  result.title = document.title;
  result.number = document.number;
  result.type = document.type;
  result.agency = document.agency;
  result.date = document.date;
  result.date_inferred = document.date_inferred;
  result.url = document.url;
  result.score = ranked.score;
  if (snippets != nullptr) result.snippet = snippets->make(document);
  return result;
}

// Reads no record: unpacking the bodies of a hundred long laws takes longer than finding them.
Result make_bare_result(const RankedDocument& ranked, Snapshot& snapshot) {
  Result result;
  result.id = snapshot.database().get_document(ranked.docid).get_value(schema::kIdSlot);
  result.score = ranked.score;
  return result;
}

}  // namespace

Searcher::Searcher(const std::filesystem::path& directory, RankingOptions ranking, HitRule hit_rule,
                   Dictionary dictionary)
    : directory_(directory),
      ranking_(ranking),
      hit_rule_(hit_rule),
      dictionary_(std::move(dictionary)),
      snapshot_(std::make_unique<Snapshot>(open_index(directory))),
      model_(IndexDirectory(directory).live()) {}

Searcher::~Searcher() = default;

// Does `work` on a state of the index that lasts as long as the work takes.
template <typename Work>
auto Searcher::on_one_state(Work work) {
  for (int attempt = 0;; ++attempt) {
    try {
      return work();
    } catch (const Xapian::DatabaseModifiedError& error) {
      if (attempt == kMaxRetries) throw translate(error, directory_.string());
      completer_.reset();
      snapshot_ = std::make_unique<Snapshot>(open_index(directory_));
      model_ = SyllableModel(IndexDirectory(directory_).live());
    } catch (const Xapian::Error& error) {
      throw translate(error, directory_.string());
    }
  }
}

SearchOutcome Searcher::search(const SearchRequest& request) {
  return on_one_state([&] { return search_once(request); });
}

SearchOutcome Searcher::search_once(const SearchRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  const std::size_t limit = std::min(request.limit, kMaxLimit);
  const std::size_t offset = std::min(request.offset, kMaxOffset);
  Response response;
  response.query = request.query;
  std::vector<Bag> bags;
  Xapian::Query scoring;
  DocumentSet unfiltered;
  DocumentSet hits;
  if (is_blank(request.query)) {
    unfiltered = snapshot_->postings().all();
    hits = docs_admitted(request, "", *snapshot_);
  } else {
    const QueryReader reader(analyzer_, model_, dictionary_, *snapshot_);
    auto read = reader.read(request.query, request.verbatim);
    if (const auto* error = std::get_if<query::QueryError>(&read)) return *error;
    ReadQuery& query = *std::get<std::unique_ptr<ReadQuery>>(read);
    Found found = find_documents(query, request, hit_rule_, *snapshot_);
    unfiltered = std::move(found.unfiltered);
    hits = std::move(found.hits);
    response.understood = std::move(query.understood);
    std::ranges::move(found.understood, std::back_inserter(response.understood));
    response.relaxed = std::move(found.relaxed);
    bags = scored_bags(query.tree, query.bags);
    explain_words(bags, response.understood);
    scoring = scoring_query(query.tree, ranking_, query.bags, *snapshot_);
  }
  response.total = hits.cardinality();
  const bool is_found_as_asked = response.total > 0 && response.relaxed.empty();
  if (!is_found_as_asked && !request.verbatim && !request.ids_only) {
    for (Suggestion& suggestion : suggest(request.query)) {
      // What was searched already is no suggestion.
      if (is_understood_so(response, suggestion.text)) continue;
      response.suggestions.push_back(std::move(suggestion.text));
    }
  }

  // Where no word ranks, the newest documents are what people expect on top.
  const Sort sort =
      request.sort == Sort::kRelevance && scoring.empty() ? Sort::kNewest : request.sort;
  const std::vector<RankedDocument> ranked =
      sort == Sort::kRelevance ? rank_by_score(hits, scoring, ranking_, offset, limit, *snapshot_)
                               : rank_by_date(hits, sort, offset, limit, *snapshot_);
  SnippetMaker snippets(bags, syllable_weights(bags, *snapshot_), analyzer_);
  for (const RankedDocument& document : ranked) {
    response.results.push_back(
        request.ids_only
            ? make_bare_result(document, *snapshot_)
            : make_result(document, request.with_snippets ? &snippets : nullptr, *snapshot_));
  }
  response.facets = count_facets(request, unfiltered, *snapshot_);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  response.took_ms = took.count();
  return response;
}

std::optional<Document> Searcher::find(const std::string& id) {
  return on_one_state([&]() -> std::optional<Document> {
    const Xapian::Database& database = snapshot_->database();
    const std::string term = schema::term(schema::kId, id);
    const Xapian::PostingIterator posting = database.postlist_begin(term);
    if (posting == database.postlist_end(term)) return std::nullopt;
    return decode_record(database.get_document(*posting).get_data());
  });
}

std::vector<Completion> Searcher::complete(std::string_view typed, std::size_t limit) {
  return on_one_state([&] {
    if (!completer_) completer_ = std::make_unique<Completer>(analyzer_, model_, *snapshot_);
    return completer_->complete(typed, limit);
  });
}

std::vector<Suggestion> Searcher::suggest(const std::string& query) {
  return on_one_state([&] {
    const QueryReader reader(analyzer_, model_, dictionary_, *snapshot_);
    return tracuu::suggest(query, reader, analyzer_, model_);
  });
}

std::size_t Searcher::size() const {
  return snapshot_->database().get_doccount();
}

}  // namespace tracuu
