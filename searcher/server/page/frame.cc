#include "searcher/server/page/frame.h"

namespace tracuu {

using page::Value;

std::string grouped(std::size_t number, Language language) {
  constexpr std::size_t kGroup = 3;
  std::string digits = std::to_string(number);
  const char* separator = language == Language::kVietnamese ? "." : ",";
  for (std::size_t at = digits.size(); at > kGroup;) digits.insert(at -= kGroup, separator);
  return digits;
}

page::Value frame_of(const Context& context, const Address& here, const std::string& title) {
  const bool is_vietnamese = context.language == Language::kVietnamese;
  const Site& site = context.site;
  const std::string& name = site.settings().site_name(context.language);
  Value data = Value::object();
  data.set("lang", is_vietnamese ? "vi" : "en");
  data.set("site_name", name);
  data.set("page_title", title.empty() ? name : title + " – " + name);
  data.set("style", site.address_of("style.css"));
  data.set("office_style", site.address_of("office.css"));
  data.set("script", site.address_of("tracuu.js"));
  data.set("swap_script", site.address_of("swap.js"));
  data.set("logo", site.address_of("logo.svg"));
  data.set("home_link", Address().set("lang", is_vietnamese ? "" : "en").to("/"));
  data.set("help_link", Address().set("lang", is_vietnamese ? "" : "en").to("/help"));
  // The same page in the other language: what the document's page adds to a search is kept there.
  Address other = here.set("lang", is_vietnamese ? "en" : "vi");
  for (const char* kept : {"id", "tab", "page"}) {
    other = other.set(kept, context.request.parameter(kept));
  }
  data.set("other_language_link", other.to(context.request.path()));
  data.set("q", context.request.parameter("q"));
  data.set("document_count", site.say("foot.documents", context.language,
                                      {grouped(context.searcher.size(), context.language)}));
  Value& hidden = data.set("kept", Value::list());
  for (const http::Parameter& parameter : here.parameters()) {
    if (parameter.name == "q") continue;
    hidden.push(Value::object({{"name", parameter.name}, {"value", parameter.value}}));
  }
  return data;
}

void add_page_headers(const Settings& settings, http::Response& response) {
  std::string ancestors = "'self'";
  for (const std::string& origin : settings.frame_ancestors) ancestors += " " + origin;
  response.headers["Content-Security-Policy"] =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src "
      "'self'; form-action 'self'; base-uri 'none'; frame-ancestors " +
      ancestors;
  response.headers["Referrer-Policy"] = "same-origin";
}

http::Response page_of(const Context& context, std::string_view name, const page::Value& data) {
  http::Response response;
  StageClock clock;
  response.body = context.site.render(name, context.language, data);
  context.site.metrics().count_stage(Stage::kRender, clock.lap());
  add_page_headers(context.site.settings(), response);
  return response;
}

http::Response error_page(const Context& context, int status, const std::string& message) {
  const std::string title = context.site.say(
      status == 404 ? "error.missing" : (status < 500 ? "error.request" : "error.server"),
      context.language);
  Value data = frame_of(context, Address(), title);
  data.set("title", title);
  data.set("message", message);
  http::Response response = page_of(context, "error", data);
  response.status = status;
  response.headers["Cache-Control"] = "no-store";
  return response;
}

}  // namespace tracuu
