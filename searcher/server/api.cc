#include "searcher/server/api.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/text/visible.h"
#include "searcher/complete/completion_view.h"
#include "searcher/graph/day.h"
#include "searcher/graph/graph_json.h"
#include "searcher/query/error.h"
#include "searcher/response_json.h"
#include "searcher/server/failure.h"
#include "searcher/server/read_request.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxFacets = 12;
constexpr std::size_t kMaxFacetValues = 1000;
constexpr std::size_t kMaxCompletions = 50;

using Known = std::vector<std::string_view>;

http::Response json(std::string body) {
  return {200, std::string(http::kJson), std::move(body) + "\n", {}};
}

std::string id_of(const Context& context) {
  std::string id(context.request.parameter("id"));
  if (id.empty()) throw Error(ErrorCode::kOptionMissing, {"id", "id"});
  return id;
}

template <typename Answer>
const Answer& existing(const std::optional<Answer>& answer, const std::string& id) {
  if (!answer) throw Error(ErrorCode::kDocumentMissing, {id});
  return *answer;
}

std::vector<std::string> facet_list(std::string_view list) {
  std::vector<std::string> facets;
  while (!list.empty()) {
    const std::string_view name = list.substr(0, list.find(','));
    list.remove_prefix(std::min(name.size() + 1, list.size()));
    if (!name.empty()) facets.emplace_back(name);
  }
  if (facets.size() > kMaxFacets) {
    throw Error(ErrorCode::kBadOption, {"facets", facets.back(), "≤ 12"});
  }
  return facets;
}

SearchRequest read_api_search(const Context& context) {
  refuse_unknown(context.request,
                 Known{"lang", "facets", "facet_values", "explain", "snippets", "time_limit"});
  SearchRequest search = search_of(context);
  search.facets = facet_list(context.request.parameter("facets"));
  search.facet_values =
      read_number(context.request, "facet_values", kMaxFacetValues).value_or(kMaxFacetValues);
  search.explain = read_flag(context.request, "explain", false);
  search.with_snippets = read_flag(context.request, "snippets", true);
  const auto most = static_cast<std::size_t>(context.site.settings().time_limit.count());
  if (const auto limit = read_number(context.request, "time_limit", most)) {
    search.time_limit = std::chrono::milliseconds(*limit);
  }
  return search;
}

http::Response search(const Context& context) {
  return json_of(context.searcher.search(read_api_search(context)), context);
}

http::Response facets(const Context& context) {
  SearchRequest request = read_api_search(context);
  request.limit = 0;
  return json_of(context.searcher.search(request), context);
}

http::Response complete(const Context& context) {
  refuse_unknown(context.request, Known{"lang"});
  const std::size_t limit =
      read_number(context.request, "limit", kMaxCompletions).value_or(kDefaultCompletions);
  return json(to_json(context.searcher.complete(context.request.parameter("q"), limit)));
}

http::Response suggest(const Context& context) {
  refuse_unknown(context.request, Known{"lang"});
  return json(to_json(context.searcher.suggest(std::string(context.request.parameter("q")))));
}

http::Response document(const Context& context) {
  refuse_unknown(context.request, Known{"id", "lang"});
  const std::string id = id_of(context);
  const Date today = today_in_vietnam();
  const AsOf day{search_of(context).as_of.value_or(today), today};
  return json(to_json(existing(context.searcher.document(id, day), id), context.language));
}

http::Response related(const Context& context) {
  refuse_unknown(context.request, Known{"id", "lang"});
  const std::string id = id_of(context);
  const std::size_t limit = search_of(context).limit;
  return json(to_json(existing(context.searcher.related(id, limit), id)));
}

http::Response cites(const Context& context) {
  refuse_unknown(context.request, Known{"id", "lang"});
  const std::string id = id_of(context);
  return json(cites_json(existing(context.searcher.cites(id), id)));
}

http::Response cited_by(const Context& context) {
  refuse_unknown(context.request, Known{"id", "lang"});
  const std::string id = id_of(context);
  return json(cited_by_json(existing(context.searcher.cited_by(id), id)));
}

http::Response similar(const Context& context) {
  refuse_unknown(context.request, Known{"id", "lang"});
  const std::string id = id_of(context);
  return json(
      to_json(existing(context.searcher.similar(id, search_of(context)), id), context.language));
}

http::Response status(const Context& context) {
  const std::string state = context.searcher.state();
  return json(R"({"version":1,"documents":)" + std::to_string(context.searcher.size()) +
              R"(,"state":")" + state + R"("})");
}

struct Endpoint {
  std::string_view name;
  http::Response (*answer)(const Context&);
};
constexpr std::array kEndpoints{Endpoint{"search", search},     Endpoint{"facets", facets},
                                Endpoint{"complete", complete}, Endpoint{"suggest", suggest},
                                Endpoint{"document", document}, Endpoint{"related", related},
                                Endpoint{"cites", cites},       Endpoint{"cited-by", cited_by},
                                Endpoint{"similar", similar},   Endpoint{"status", status}};

}  // namespace

SearchRequest search_of(const Context& context) {
  SearchRequest request = read_search(context.request);
  request.time_limit = context.site.settings().time_limit;
  return request;
}

void note_search(const Context& context, const Response& response) {
  if (response.total == 0) context.site.metrics().count_empty();
  if (response.is_partial) context.site.metrics().count_partial();
  context.site.metrics().count_stages(response.stages);
  context.site.metrics().count_postings(response.postings);
  // Who turns a page has asked once.
  const http::Request& request = context.request;
  if (request.parameter("page").empty() && request.parameter("offset").empty()) {
    context.site.query_log().note(response.query, response.total);
  }
}

http::Response json_of(const SearchOutcome& outcome, const Context& context) {
  if (const auto* error = std::get_if<query::QueryError>(&outcome)) {
    return json_failure({400, "bad_query", query::describe(*error, context.language)});
  }
  const Response& response = std::get<Response>(outcome);
  note_search(context, response);
  http::Response answer = json(to_json(response, context.language));
  if (response.is_partial) {
    answer.headers["Cache-Control"] = "no-store";
  }
  return answer;
}

http::Response answer_api(const Context& context) {
  const std::string_view name = std::string_view(context.request.path()).substr(kApiPrefix.size());
  if (name == "openapi.json") {
    return json(context.site.files().file("openapi.json"));
  }
  const auto found = std::ranges::find(kEndpoints, name, &Endpoint::name);
  if (found == kEndpoints.end()) return json_failure(failure_of(404, context.language));
  return found->answer(context);
}

}  // namespace tracuu
