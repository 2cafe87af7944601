#include "searcher/server/desk.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <variant>

#include <spdlog/spdlog.h>

#include "core/base/error.h"
#include "searcher/graph/day.h"
#include "searcher/server/admin/admin_page.h"
#include "searcher/server/admin/live_generation.h"
#include "searcher/server/api.h"
#include "searcher/server/export.h"
#include "searcher/server/failure.h"
#include "searcher/server/file/original.h"
#include "searcher/server/page/document_page.h"
#include "searcher/server/page/frame.h"
#include "searcher/server/page/help_page.h"
#include "searcher/server/page/search_page.h"
#include "searcher/server/read_request.h"
#include "searcher/server/saved/saved_feed.h"

namespace tracuu {
namespace {

struct Page {
  std::string_view path;
  Route route;
  http::Response (*answer)(const Context&);
};
constexpr std::array kPages{Page{"/", Route::kHome, home_page},
                            Page{"/search", Route::kSearch, search_page},
                            Page{"/document", Route::kDocument, document_page},
                            Page{"/help", Route::kHelp, help_page},
                            Page{"/search.csv", Route::kExport, export_csv},
                            Page{"/search.jsonl", Route::kExport, export_jsonl},
                            Page{"/search.trec", Route::kExport, export_trec},
                            Page{"/search.atom", Route::kExport, export_atom},
                            Page{"/opensearch.xml", Route::kHelp, opensearch},
                            Page{"/suggestions", Route::kComplete, browser_suggestions}};

struct File {
  std::string_view path;
  const char* name;
  const char* type;
};
constexpr std::array kFiles{
    File{"/static/style.css", "style.css", "text/css; charset=utf-8"},
    File{"/static/office.css", "office.css", "text/css; charset=utf-8"},
    File{"/static/tracuu.js", "tracuu.js", "text/javascript; charset=utf-8"},
    File{"/static/swap.js", "swap.js", "text/javascript; charset=utf-8"},
    File{"/static/embed.js", "embed.js", "text/javascript; charset=utf-8"},
    File{"/embed.js", "embed.js", "text/javascript; charset=utf-8"},
    File{"/static/logo.svg", "logo.svg", "image/svg+xml"},
    File{"/favicon.ico", "logo.svg", "image/svg+xml"}};

bool is_api(const http::Request& request) {
  return request.path().starts_with(kApiPrefix);
}

// Whether another program reads the answer, which a page of an error would not help.
bool wants_json(const http::Request& request) {
  return is_api(request) || request.path() == "/suggestions" || request.path() == "/search.jsonl";
}

http::Response failure_answer(const Context& context, const Failure& failure) {
  if (wants_json(context.request)) return json_failure(failure);
  return error_page(context, failure.status, failure.message);
}

http::Response refused_answer(const Context& context, const IdentityRefused& refused) {
  http::Response response = failure_answer(context, failure_of(refused.status, context.language));
  if (refused.status == 401) response.headers["WWW-Authenticate"] = "Bearer";
  if (refused.status == 429) {
    response.headers["Retry-After"] = std::to_string(refused.retry_after.count());
  }
  return response;
}

// What one reader is told must not reach another one from a cache between.
void keep_apart(const Identities& identities, const Identity& identity, http::Response& response) {
  if (!identities.is_used()) return;
  std::string& vary = response.headers["Vary"];
  vary += (vary.empty() ? "" : ", ") + identities.vary();
  std::string& control = response.headers["Cache-Control"];
  if (!identity.name.empty() && control == "no-cache") control = "private, no-cache";
}

// Pages of other origins may read what the settings name them for.
void add_cors(const http::Request& request, const Settings& settings, http::Response& response) {
  if (!is_api(request) && request.parameter("fragment").empty()) return;
  response.headers["Vary"] = "Origin";
  const std::string origin(request.header("origin"));
  const bool is_allowed =
      std::ranges::find(settings.cors_origins, origin) != settings.cors_origins.end();
  if (is_allowed) response.headers["Access-Control-Allow-Origin"] = origin;
}

http::Response preflight(const http::Request& request, const Settings& settings, bool has_keys) {
  http::Response response{204, std::string(http::kText), {}, {}};
  response.headers["Allow"] = "GET, HEAD, OPTIONS";
  add_cors(request, settings, response);
  if (response.headers.contains("Access-Control-Allow-Origin")) {
    response.headers["Access-Control-Allow-Methods"] = "GET, HEAD";
    if (has_keys) response.headers["Access-Control-Allow-Headers"] = "Authorization";
    response.headers["Access-Control-Max-Age"] = "600";
  }
  return response;
}

// One state of the index, as one reader sees it, and of the saved searches gives one answer to one
// address on one day.
std::string version_of(const http::Request& request, const std::string& state, Site& site) {
  if (state.empty()) return {};
  std::vector<std::string> parts{state, to_iso(today_in_vietnam()), request.path(),
                                 std::string(request.header("host")),
                                 site.saved_searches().version()};
  for (const http::Parameter& parameter : request.target.parameters) {
    parts.push_back(parameter.name);
    parts.push_back(parameter.value);
  }
  return http::etag_of(parts);
}

}  // namespace

Route route_of(const http::Request& request) {
  const auto page = std::ranges::find(kPages, request.path(), &Page::path);
  if (page != kPages.end()) return page->route;
  if (request.path() == "/api/v1/complete") return Route::kComplete;
  if (is_api(request)) return Route::kApi;
  if (request.path().starts_with(kFilePrefix)) return Route::kOriginal;
  if (request.path() == kAdminPath) return Route::kAdmin;
  if (request.path().starts_with(kSavedPrefix)) return Route::kExport;
  if (std::ranges::find(kFiles, request.path(), &File::path) != kFiles.end()) return Route::kFile;
  if (request.path() == "/healthz" || request.path() == "/readyz" || request.path() == "/metrics") {
    return Route::kStatus;
  }
  return Route::kOther;
}

std::optional<http::Response> answer_quick(const http::Request& request, const Site& site) {
  if (request.path() == "/healthz")
    return http::Response{200, std::string(http::kText), "ok\n", {}};
  const auto file = std::ranges::find(kFiles, request.path(), &File::path);
  if (file == kFiles.end()) return std::nullopt;
  http::Response response{200, file->type, site.files().file(file->name), {}};
  const std::string version = site.files().version(file->name);
  response.headers["ETag"] = "W/\"" + version + "\"";
  response.headers["Cache-Control"] = request.parameter("v") == version
                                          ? "public, max-age=31536000, immutable"
                                          : "public, max-age=300";
  // A custom element's script is loaded by pages of other origins.
  response.headers["Cross-Origin-Resource-Policy"] = "cross-origin";
  // A picture that is opened by itself runs nothing.
  response.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'";
  return http::finish(request, std::move(response));
}

http::Response refuse(const http::Request& request, int status, const Site& site) {
  http::Response response = json_failure(failure_of(status, site.settings().language));
  if (status == 405) response.headers["Allow"] = "GET, HEAD, OPTIONS";
  return http::finish(request, std::move(response));
}

Desk::Desk(std::unique_ptr<Searcher> searcher, Site& site)
    : searcher_(std::move(searcher)), site_(site) {
  note_index();
}

// Takes down what counters say of the index: of anybody's.
void Desk::note_index() {
  IndexGauges& gauges = site_.metrics().index();
  gauges.documents = searcher_->public_size();
  const std::optional<IndexState> state = searcher_->live_state();
  gauges.revision = state ? std::uint64_t{state->revision} : 0;
  gauges.generation = live_generation(searcher_->directory()).number;
}

http::Response Desk::dispatch(const Context& context) {
  const http::Request& request = context.request;
  if (request.path() == "/readyz") {
    return {200, std::string(http::kText), "ready\n", {{"Cache-Control", "no-store"}}};
  }
  if (is_api(request)) return answer_api(context);
  if (request.path().starts_with(kFilePrefix)) return file_answer(context);
  if (request.path().starts_with(kSavedPrefix)) return saved_feed(context);
  if (request.path() == kAdminPath && may_administer(context)) return admin_page(context);
  const auto page = std::ranges::find(kPages, request.path(), &Page::path);
  return page == kPages.end() ? failure_answer(context, failure_of(404, context.language))
                              : page->answer(context);
}

void Desk::note_state() {
  const std::string state = searcher_->index_state();
  if (state == state_) return;
  state_ = state;
  note_index();
  site_.metrics().count_state();
}

// Answers for the reader that the searcher has been told of.
http::Response Desk::answer_for(Context& context, const IdentityRefused* refused) {
  const http::Request& request = context.request;
  try {
    context.language = read_language(request, site_.settings().language);
    if (refused != nullptr) return refused_answer(context, *refused);
    http::Response response;
    note_state();
    const std::string version = version_of(request, searcher_->state(), site_);
    if (http::has_version(request, version)) {
      response.headers["ETag"] = version;
    } else {
      response = dispatch(context);
      const bool may_be_kept =
          response.status == 200 && !response.headers.contains("Cache-Control");
      if (may_be_kept && !version.empty()) response.headers["ETag"] = version;
    }
    // Kept, but asked about each time: the index may have changed.
    response.headers.emplace("Cache-Control", "no-cache");
    return response;
  } catch (const Error& error) {
    const Failure failure = failure_of(error, context.language);
    if (failure.status >= 500) spdlog::error("{}: {}", request.path(), error.what());
    return failure_answer(context, failure);
  }
}

// Puts it into the audit log; what cannot be noted is not told.
void Desk::note_answer(const Context& context, http::Response& response) {
  AuditLog* const log = site_.audit_log();
  const bool is_noted =
      log != nullptr && (!context.identity.name.empty() || site_.settings().audit_anonymous ||
                         response.status == 401);
  if (!is_noted) return;
  try {
    log->note({context.request, context.identity.name, response.status});
  } catch (const Error& error) {
    spdlog::error("audit log: {}", error.what());
    response = failure_answer(context, failure_of(500, context.language));
  }
}

http::Response Desk::answer(const http::Request& request) {
  const Settings& settings = site_.settings();
  if (request.method == "OPTIONS") {
    return preflight(request, settings, site_.identities().has_keys());
  }
  Context context{request, *searcher_, site_, settings.language};
  const auto who = site_.identities().of(request);
  if (const auto* identity = std::get_if<Identity>(&who)) context.identity = *identity;
  const AsReader as(*searcher_, context.identity.reader);
  http::Response response = answer_for(context, std::get_if<IdentityRefused>(&who));
  note_answer(context, response);
  add_cors(request, settings, response);
  keep_apart(site_.identities(), context.identity, response);
  return http::finish(request, std::move(response));
}

}  // namespace tracuu
