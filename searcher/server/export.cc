#include "searcher/server/export.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/text/html_escape.h"
#include "core/text/visible.h"
#include "searcher/query/error.h"
#include "searcher/response_json.h"
#include "searcher/server/failure.h"
#include "searcher/server/feed.h"
#include "searcher/server/page/address.h"
#include "searcher/server/page/result_view.h"
#include "searcher/trec.h"

namespace tracuu {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMaxHostBytes = 255;

std::string dump(const Json& json) {
  return text::json_safe(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::string escaped(std::string_view text) {
  std::string out;
  text::escape_html(text, out);
  return out;
}

std::string element(const char* name, std::string_view text) {
  return std::string("<") + name + ">" + escaped(text) + "</" + name + ">\n";
}

SearchOutcome search(const Context& context, std::size_t limit, Sort sort) {
  SearchRequest request = search_of(context);
  request.limit = limit;
  request.offset = 0;
  request.sort = sort;
  return context.searcher.search(request);
}

http::Response download(std::string_view type, std::string body, const char* name) {
  http::Response response{200, std::string(type), std::move(body), {}};
  response.headers["Content-Disposition"] = std::string("attachment; filename=\"") + name + "\"";
  return response;
}

http::Response bad_query(const SearchOutcome& outcome, const Context& context) {
  return json_failure(
      {400, "bad_query", query::describe(std::get<query::QueryError>(outcome), context.language)});
}

// A letter, digit, or what else stands in host names and addresses.
bool is_host(std::string_view host) {
  return !host.empty() && host.size() <= kMaxHostBytes && std::ranges::all_of(host, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == ':' || c == '[' || c == ']';
  });
}

// One word of a line.
bool is_topic(std::string_view topic) {
  constexpr std::size_t kMaxTopicBytes = 64;
  return topic.size() <= kMaxTopicBytes && std::ranges::all_of(topic, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '.' || c == '-' || c == '_';
         });
}

}  // namespace

std::string base_url(const Context& context) {
  if (!context.site.settings().base_url.empty()) return context.site.settings().base_url;
  const std::string_view host = context.request.header("host");
  return is_host(host) ? "http://" + std::string(host) : std::string();
}

std::string csv_cell(std::string_view text) {
  std::string cell = "\"";
  // Blanks before the sign do not stop a spreadsheet.
  const std::size_t first = text.find_first_not_of(" \t\r\n\xC2\xA0");
  const bool is_formula = first != std::string_view::npos &&
                          std::string_view("=+-@|%").find(text[first]) != std::string_view::npos;
  const bool begins_anew =
      !text.empty() && std::string_view("\t\r\n").find(text.front()) != std::string_view::npos;
  if (is_formula || begins_anew) cell += '\'';
  for (const char c : text::visible(text, text::Lines::kJoin)) {
    if (c == '"') cell += '"';
    cell += c;
  }
  return cell + '"';
}

http::Response export_csv(const Context& context) {
  const SearchOutcome outcome = search(context, kMaxExported, search_of(context).sort);
  if (!std::holds_alternative<Response>(outcome)) return bad_query(outcome, context);
  std::string csv = "\xEF\xBB\xBF";
  for (const char* column : {"title", "type", "number", "agency", "date", "effect", "id"}) {
    csv += csv_cell(context.site.say(std::string("csv.") + column, context.language));
    csv += column == std::string_view("id") ? "\r\n" : ",";
  }
  for (const Result& result : std::get<Response>(outcome).results) {
    const std::string effect = effect_label(result.effect.status, context.language);
    for (const std::string* cell :
         {&result.title, &result.type, &result.number, &result.agency, &result.date, &effect}) {
      csv += csv_cell(*cell) + ",";
    }
    csv += csv_cell(result.id) + "\r\n";
  }
  return download("text/csv; charset=utf-8", std::move(csv), "van-ban.csv");
}

http::Response export_jsonl(const Context& context) {
  const SearchOutcome outcome = search(context, kMaxExported, search_of(context).sort);
  if (!std::holds_alternative<Response>(outcome)) return bad_query(outcome, context);
  std::string lines;
  for (const Result& result : std::get<Response>(outcome).results) {
    Json line = {{"id", result.id},
                 {"title", result.title},
                 {"type", result.type},
                 {"number", result.number},
                 {"agency", result.agency},
                 {"date", result.date},
                 {"effect", effect_code(result.effect.status)}};
    if (!result.copies.empty()) line["copies"] = result.copies;
    lines += dump(line) + "\n";
  }
  return download("application/x-ndjson; charset=utf-8", std::move(lines), "van-ban.jsonl");
}

http::Response export_trec(const Context& context) {
  std::string topic(context.request.parameter("topic"));
  if (topic.empty()) topic = "1";
  if (!is_topic(topic)) throw Error(ErrorCode::kBadOption, {"topic", topic, "a-z A-Z 0-9 . _ -"});
  SearchRequest request = search_of(context);
  request.limit = kMaxExported;
  request.offset = 0;
  request.ids_only = true;
  const SearchOutcome outcome = context.searcher.search(request);
  if (!std::holds_alternative<Response>(outcome)) return bad_query(outcome, context);
  return download(http::kText,
                  run_lines(topic, std::get<Response>(outcome).results, IdBlanks::kEscape),
                  "van-ban.trec");
}

http::Response export_as(std::string_view format, const Context& context) {
  if (format == "csv") return export_csv(context);
  if (format == "jsonl") return export_jsonl(context);
  if (format == "trec") return export_trec(context);
  if (format == "atom") return export_atom(context);
  throw Error(ErrorCode::kBadOption, {"format", std::string(format), "csv, jsonl, trec, atom"});
}

http::Response export_atom(const Context& context) {
  const SearchOutcome outcome = search(context, kFeedEntries, Sort::kNewest);
  if (!std::holds_alternative<Response>(outcome)) return bad_query(outcome, context);
  const Response& found = std::get<Response>(outcome);
  const Address here(context.request);
  const std::string& name = context.site.settings().site_name(context.language);
  FeedHead head;
  head.title = found.query.empty() ? name : found.query + " – " + name;
  head.self = here.to("/search.atom");
  head.page = here.to("/search");
  return feed_of(head, found.results, context);
}

http::Response opensearch(const Context& context) {
  const std::string base = base_url(context);
  const std::string& name = context.site.settings().site_name(context.language);
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n";
  // The description's own bound.
  constexpr std::size_t kMaxShortName = 16;
  xml += element("ShortName", name.size() <= kMaxShortName ? name : "tracuu");
  xml += element("Description", name);
  xml += element("InputEncoding", "UTF-8");
  xml += "<Url type=\"text/html\" template=\"" + escaped(base) +
         "/search?q={searchTerms}\"/>\n<Url type=\"application/x-suggestions+json\" template=\"" +
         escaped(base) + "/suggestions?q={searchTerms}\"/>\n</OpenSearchDescription>\n";
  return {200, "application/opensearchdescription+xml; charset=utf-8", xml, {}};
}

http::Response browser_suggestions(const Context& context) {
  const std::string typed(context.request.parameter("q"));
  Json texts = Json::array();
  for (const Completion& completion : context.searcher.complete(typed)) {
    texts.push_back(completion.text);
  }
  return {200,
          "application/x-suggestions+json; charset=utf-8",
          dump(Json::array({typed, std::move(texts)})) + "\n",
          {}};
}

}  // namespace tracuu
