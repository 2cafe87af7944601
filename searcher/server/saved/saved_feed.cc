#include "searcher/server/saved/saved_feed.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <optional>
#include <variant>

#include "core/index/last_run.h"
#include "searcher/query/error.h"
#include "searcher/server/export.h"
#include "searcher/server/failure.h"
#include "searcher/server/feed.h"
#include "searcher/server/page/address.h"
#include "searcher/server/page/frame.h"
#include "searcher/server/read_request.h"

namespace tracuu {
namespace {

using page::Value;

constexpr std::string_view kFeedEnding = ".atom";

std::string feed_path(const SavedSearch& saved) {
  return std::string(kSavedPrefix) + saved.key + std::string(kFeedEnding);
}

// «2026-11-29T17:05:00Z».
std::string in_utc(std::time_t seconds) {
  std::tm parts{};
  ::gmtime_r(&seconds, &parts);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text.data();
}

// Returns the search that the address names, nothing without one.
std::optional<SavedSearch> asked_for(const Context& context) {
  std::string_view key = context.request.path();
  key.remove_prefix(kSavedPrefix.size());
  if (!key.ends_with(kFeedEnding)) return std::nullopt;
  key.remove_suffix(kFeedEnding.size());
  const auto all = context.site.saved_searches().all();
  const auto found = std::ranges::find(*all, key, &SavedSearch::key);
  return found == all->end() ? std::nullopt : std::optional(*found);
}

}  // namespace

http::Response saved_feed(const Context& context) {
  const std::optional<SavedSearch> saved = asked_for(context);
  if (!saved) {
    return error_page(context, 404, failure_of(404, context.language).message);
  }
  const std::optional<LastRun> run = read_last_run(context.searcher.directory());
  SearchRequest request = read_search(saved->request());
  request.time_limit = context.site.settings().time_limit;
  request.limit = kFeedEntries;
  request.sort = Sort::kNewest;
  if (run) request.changed_since = run->before;
  const SearchOutcome outcome = context.searcher.search(request);
  if (const auto* error = std::get_if<query::QueryError>(&outcome)) {
    return error_page(context, 400, query::describe(*error, context.language));
  }
  FeedHead head;
  head.title = saved->name(context.language);
  head.self = feed_path(*saved);
  head.page = Address(saved->request()).to("/search");
  if (run) head.updated = in_utc(run->started + static_cast<std::int64_t>(run->seconds));
  head.is_of_batch = run && run->before;
  http::Response feed = feed_of(head, std::get<Response>(outcome).results, context);
  // A run that changed nothing leaves the state of the index as it was, and no more is new.
  feed.headers["Cache-Control"] = "no-cache";
  return feed;
}

page::Value saved_view(const Context& context) {
  Value list = Value::list();
  const std::string_view lang = context.request.parameter("lang");
  for (const SavedSearch& saved : *context.site.saved_searches().all()) {
    list.push(Value::object({{"name", saved.name(context.language)},
                             {"link", Address(saved.request()).set("lang", lang).to("/search")},
                             {"feed_link", feed_path(saved)}}));
  }
  return list;
}

}  // namespace tracuu
