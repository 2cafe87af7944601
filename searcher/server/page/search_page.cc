#include "searcher/server/page/search_page.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "searcher/query/error.h"
#include "searcher/query/mend.h"
#include "searcher/response_words.h"
#include "searcher/server/export.h"
#include "searcher/server/page/address.h"
#include "searcher/server/page/facet_view.h"
#include "searcher/server/page/frame.h"
#include "searcher/server/page/result_view.h"
#include "searcher/server/read_request.h"
#include "searcher/server/saved/saved_feed.h"
#include "searcher/terminal_view.h"

namespace tracuu {
namespace {

using page::Value;

constexpr std::size_t kPagesAround = 2;  // of numbers on each side of the current page
constexpr std::size_t kNewest = 6;       // documents on the first page

const std::vector<std::string> kPageFacets{"type", "agency", "status", "field", "signer", "place"};

Value sorts_view(Sort chosen, const Address& here, const Context& context) {
  Value sorts = Value::list();
  for (const auto& [sort, name] :
       {std::pair{Sort::kRelevance, "relevance"}, std::pair{Sort::kNewest, "newest"},
        std::pair{Sort::kOldest, "oldest"}}) {
    sorts.push(Value::object(
        {{"label", context.site.say(std::string("sort.") + name, context.language)},
         {"chosen", sort == chosen},
         {"link", here.set("sort", sort == Sort::kRelevance ? "" : name).to("/search")}}));
  }
  return sorts;
}

std::string page_link(const Address& here, std::size_t page) {
  return here.set("page", page == 1 ? "" : std::to_string(page)).to("/search");
}

Value pages_view(const Response& response, const SearchRequest& request, const Address& here) {
  if (request.limit == 0) return {};
  const std::size_t reachable = std::min<std::size_t>(response.total, kMaxDepth + request.limit);
  const std::size_t last =
      std::max<std::size_t>(1, (reachable + request.limit - 1) / request.limit);
  const std::size_t current = request.offset / request.limit + 1;
  if (last == 1 && current == 1) return {};
  Value view = Value::object();
  if (current > 1) view.set("previous", page_link(here, std::min(current - 1, last)));
  if (current < last) view.set("next", page_link(here, current + 1));
  std::set<std::size_t> pages{1, last};
  for (std::size_t page = current - std::min(current - 1, kPagesAround);
       page <= std::min(last, current + kPagesAround); ++page) {
    pages.insert(page);
  }
  Value& numbers = view.set("numbers", Value::list());
  std::size_t before = 0;
  for (const std::size_t page : pages) {
    numbers.push(Value::object({{"number", Value::number(page)},
                                {"gap", page != before + 1},
                                {"current", page == current},
                                {"link", page_link(here, page)}}));
    before = page;
  }
  return view;
}

// What may be done about a query that found nothing.
Value advice_view(const Address& here, const Context& context) {
  Value advice = Value::object();
  Value& drop = advice.set("drop", Value::list());
  for (const http::Parameter& parameter : here.parameters()) {
    if (std::ranges::find(filter_names(), parameter.name) == filter_names().end() &&
        parameter.name != "from" && parameter.name != "to" && parameter.name != "as_of") {
      continue;
    }
    drop.push(Value::object(
        {{"label", context.site.say("none.without", context.language, {parameter.value})},
         {"link", here.without(parameter.name, parameter.value).to("/search")}}));
  }
  Address plain;
  plain =
      plain.set("q", context.request.parameter("q")).set("lang", context.request.parameter("lang"));
  if (drop.items()->size() > 1) advice.set("all_link", plain.to("/search"));
  return advice;
}

void add_reading(const Response& response, const Address& here, const Context& context,
                 Value& data) {
  const std::vector<std::string> understood = understood_words(response, context.language);
  if (!understood.empty()) {
    Value& list = data.set("understood", Value::list());
    for (const std::string& words : understood) list.push(words);
    data.set("has_understood", true);
    data.set("verbatim_link", here.set("verbatim", "1").to("/search"));
  }
  Value& relaxed = data.set("relaxed", Value::list());
  for (const Relaxed& one : response.relaxed) relaxed.push(relaxed_sentence(one, context.language));
  Value& suggestions = data.set("suggestions", Value::list());
  for (const std::string& query : response.suggestions) {
    suggestions.push(
        Value::object({{"text", query}, {"link", here.set("q", query).to("/search")}}));
  }
  data.set("has_suggestions", !response.suggestions.empty());
  Value& offered = data.set("offered", Value::list());
  for (const OfferedFilter& filter : response.offered) {
    if (here.has(filter.field, filter.value)) continue;
    offered.push(Value::object({{"label", facet_label(filter.field, context.language)},
                                {"value", filter.value},
                                {"link", here.with(filter.field, filter.value).to("/search")}}));
  }
  data.set("has_offered", data.find("offered")->is_shown());
}

void add_results(const Response& response, const SearchRequest& request, const Address& here,
                 const Context& context, Value& data) {
  Value& results = data.set("results", Value::list());
  std::size_t rank = request.offset;
  for (const Result& result : response.results) {
    results.push(result_view(result, ++rank, here, context));
  }
  const Language language = context.language;
  const std::string total = grouped(response.total, language);
  data.set("total", response.results.empty()
                        ? context.site.say("results.total", language, {total})
                        : context.site.say(
                              "results.range", language,
                              {total, std::to_string(request.offset + 1), std::to_string(rank)}));
  data.set("first_rank", Value::number(request.offset + 1));
  data.set("is_cut", response.is_partial);
  data.set("none", response.total == 0);
  data.set("beyond", response.total > 0 && response.results.empty());
  data.set("first_page_link", here.to("/search"));
}

// What the whole page has beside the results.
void add_tools(const Response& response, const SearchRequest& request, const Address& here,
               const Context& context, Value& data) {
  const Value& chips = data.set("chips", chips_view(here, context));
  data.set("has_chips", chips.is_shown());
  data.set("clear_link", Address()
                             .set("q", context.request.parameter("q"))
                             .set("lang", context.request.parameter("lang"))
                             .to("/search"));
  data.set("facets", facets_view(response, here, context));
  data.set("histogram", histogram_view(response, here, context));
  data.set("sorts", sorts_view(request.sort, here, context));
  data.set("pages", pages_view(response, request, here));
  data.set("from", context.request.parameter("from"));
  data.set("to", context.request.parameter("to"));
  Value& kept = data.set("kept_for_dates", Value::list());
  for (const http::Parameter& parameter : here.parameters()) {
    if (parameter.name == "from" || parameter.name == "to") continue;
    kept.push(Value::object({{"name", parameter.name}, {"value", parameter.value}}));
  }
  data.set("atom_link", here.to("/search.atom"));
  data.set("csv_link", here.to("/search.csv"));
  data.set("jsonl_link", here.to("/search.jsonl"));
  data.set("json_link", here.to("/api/v1/search"));
}

Value query_error_view(const std::string& query, const query::QueryError& error,
                       Language language) {
  Value view = Value::object();
  view.set("message", query::describe(error, language));
  view.set("shown", query::show_position(query, error));
  return view;
}

std::vector<std::string> facets_for(const Address& here) {
  std::vector<std::string> facets = kPageFacets;
  const auto is_year = [](const http::Parameter& parameter) { return parameter.name == "year"; };
  const bool is_one_year = std::ranges::count_if(here.parameters(), is_year) == 1;
  const auto is_month = [](const http::Parameter& parameter) { return parameter.name == "month"; };
  const bool has_month = std::ranges::any_of(here.parameters(), is_month);
  facets.emplace_back(is_one_year || has_month ? "month" : "year");
  return facets;
}

}  // namespace

http::Response home_page(const Context& context) {
  const Address here(context.request);
  SearchRequest request = search_of(context);
  request.limit = kNewest;
  request.offset = 0;
  request.query.clear();
  request.filters.clear();
  request.with_snippets = false;
  request.facets = {"type", "agency", "year"};
  request.facet_values = kMaxPageSize;
  const Response response = std::get<Response>(context.searcher.search(request));
  const Address fresh = Address().set("lang", context.request.parameter("lang"));
  Value data = frame_of(context, fresh, "");
  data.set("is_home", true);
  data.set("facets", facets_view(response, fresh, context));
  data.set("histogram", histogram_view(response, fresh, context));
  data.set("has_saved", data.set("saved", saved_view(context)).is_shown());
  data.set("newest_link", fresh.set("sort", "newest").to("/search"));
  add_results(response, request, fresh, context, data);
  return page_of(context, "home", data);
}

http::Response search_page(const Context& context) {
  const std::string_view format = context.request.parameter("format");
  if (!format.empty()) return export_as(format, context);
  const bool is_fragment = read_flag(context.request, "fragment", false);
  const bool is_embedded = is_fragment || read_flag(context.request, "embed", false);
  const Address here(context.request);
  SearchRequest request = search_of(context);
  if (!is_embedded) {
    request.facets = facets_for(here);
    request.facet_values =
        context.request.parameter("more").empty() ? kFacetValuesCounted : kFacetValuesMore;
  }
  SearchOutcome outcome = context.searcher.search(request);
  Value data = frame_of(context, here, request.query);
  data.set("is_search", true);
  data.set("is_fragment", is_fragment);
  data.set("whole_link", here.to("/search"));
  if (const auto* error = std::get_if<query::QueryError>(&outcome)) {
    const Value view = query_error_view(request.query, *error, context.language);
    const std::optional<std::string> mended = query::mend(request.query);
    data.set(mended ? "query_mended" : "query_error", view);
    if (!mended) {
      http::Response response = page_of(context, is_embedded ? "embed" : "search", data);
      response.status = 400;
      return response;
    }
    request.query = *mended;
    outcome = context.searcher.search(request);
  }
  const Response& response = std::get<Response>(outcome);
  note_search(context, response);
  add_reading(response, here, context, data);
  add_results(response, request, here, context, data);
  if (!is_embedded) add_tools(response, request, here, context, data);
  if (response.total == 0) data.set("advice", advice_view(here, context));
  http::Response page = page_of(context, is_embedded ? "embed" : "search", data);
  if (response.is_partial) page.headers["Cache-Control"] = "no-store";
  return page;
}

}  // namespace tracuu
