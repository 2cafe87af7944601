#include "tests/bench/search/operations.h"

#include <memory>
#include <utility>
#include <variant>

#include "core/text/fold.h"

namespace tracuu::bench {
namespace {

constexpr std::size_t kShort = 10;
constexpr std::size_t kLong = 100;
constexpr std::size_t kAllValues = 100;  // of a facet: more than there are types and years
constexpr std::size_t kLeastTyped = 4;   // characters of a title
constexpr std::size_t kMostTyped = 24;

// On 10⁴ documents every known one was found; a change of ranking that loses one in ten is no
// noise.
constexpr double kLeastFound = 0.9;
constexpr double kLeastFoundWithoutMarks = 0.85;

SearchRequest text_request(const std::string& query, std::size_t limit) {
  SearchRequest request;
  request.query = query;
  request.limit = limit;
  return request;
}

// Asks, and returns the judge: what every answer must be, then what `more` says.
template <typename More>
Judge ask(Searcher& searcher, const Query& query, const SearchRequest& request,
          const Generator& generator, const More& more) {
  auto outcome = std::make_shared<const SearchOutcome>(searcher.search(request));
  return [outcome, request, &query, &generator, more]() -> Verdict {
    const auto* response = std::get_if<Response>(outcome.get());
    if (response == nullptr) return {"the query does not parse", false};
    Problem problem = list_problem(request, *response, generator);
    if (!problem) problem = more(*response);
    return {std::move(problem), finds(*response, query.id)};
  };
}

Problem nothing_more(const Response& response) {
  (void)response;
  return std::nullopt;
}

Operation words_operation(const Generator& generator, std::string name, std::size_t limit) {
  return {std::move(name), kLeastFound,
          [&generator, limit](Searcher& searcher, const Query& query) {
            return ask(searcher, query, text_request(query.text, limit), generator, nothing_more);
          }};
}

Operation facets_operation(const Generator& generator) {
  return {"facets", kLeastFound, [&generator](Searcher& searcher, const Query& query) {
            SearchRequest request = text_request(query.text, kShort);
            request.facets = {"type", "year", "agency", "signer", "status"};
            request.facet_values = kAllValues;
            return ask(searcher, query, request, generator, facets_problem);
          }};
}

Operation phrase_operation(const WorkloadContext& context) {
  return {"phrase", 0, [&context](Searcher& searcher, const Query& query) {
            const auto more = [&context, &query](const Response& response) -> Problem {
              Problem problem = count_problem(context.phrases.at(query.text), response);
              if (problem) return problem;
              return phrase_problem(query.text, response, context.generator);
            };
            return ask(searcher, query, text_request("\"" + query.text + "\"", kShort),
                       context.generator, more);
          }};
}

Operation completion_operation() {
  return {"completion", 0, [](Searcher& searcher, const Query& query) -> Judge {
            auto completions = std::make_shared<const std::vector<Completion>>(
                searcher.complete(query.text, kDefaultCompletions));
            return [completions, &query]() -> Verdict {
              return {completion_problem(query.text, *completions), true};
            };
          }};
}

std::vector<Query> without_marks(std::vector<Query> queries) {
  for (Query& query : queries) query.text = fold(query.text, Marks::kDrop);
  return queries;
}

// The longer beginnings are the rarer words: lengths go round.
std::vector<Query> beginnings(std::vector<Query> queries) {
  for (std::size_t i = 0; i < queries.size(); ++i) {
    const std::size_t length = kLeastTyped + i % (kMostTyped - kLeastTyped + 1);
    queries[i].text = typed_part(queries[i].text, length);
  }
  return queries;
}

}  // namespace

WorkloadContext make_context(const Generator& generator, std::size_t queries) {
  std::vector<std::string> phrases;
  for (const Query& query : draw_queries(generator, queries, kPhraseShape)) {
    phrases.push_back(query.text);
  }
  const std::vector<PhraseCount> counts = count_phrases(generator, phrases);
  WorkloadContext context{generator, {}};
  for (std::size_t i = 0; i < phrases.size(); ++i) context.phrases[phrases[i]] = counts[i];
  return context;
}

std::vector<Workload> make_workloads(const WorkloadContext& context, std::size_t queries) {
  const Generator& generator = context.generator;
  const std::vector<Query> drawn = draw_queries(generator, queries, {});
  std::vector<Workload> workloads;
  workloads.push_back({words_operation(generator, "top10", kShort), drawn});
  workloads.push_back({words_operation(generator, "top100", kLong), drawn});
  workloads.push_back({words_operation(generator, "without_marks", kShort), without_marks(drawn)});
  workloads.back().operation.least_found = kLeastFoundWithoutMarks;
  workloads.push_back({facets_operation(generator), drawn});
  workloads.push_back({phrase_operation(context), draw_queries(generator, queries, kPhraseShape)});
  workloads.push_back({completion_operation(), beginnings(drawn)});
  return workloads;
}

}  // namespace tracuu::bench
