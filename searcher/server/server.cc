#include "searcher/server/server.h"

#include <utility>

#include <spdlog/spdlog.h>

#include "core/base/error.h"
#include "core/text/visible.h"
#include "searcher/rerank/weights.h"

namespace tracuu {
namespace {

constexpr double kMicrosecondsPerMillisecond = 1000;

Dictionary load_dictionary(const Settings& settings) {
  Dictionary dictionary = Dictionary::load(data_folder(settings));
  for (const DictionaryWarning& warning : dictionary.warnings()) {
    spdlog::warn("{}", text::visible(describe(warning, Language::kEnglish), text::Lines::kJoin));
  }
  return dictionary;
}

double milliseconds(std::chrono::microseconds time) {
  return static_cast<double>(time.count()) / kMicrosecondsPerMillisecond;
}

// What was asked for, on one line.
std::string target_of(const http::Request& request) {
  std::string target = request.path();
  char separator = '?';
  for (const http::Parameter& parameter : request.target.parameters) {
    target += separator + parameter.name + "=" + parameter.value;
    separator = '&';
  }
  return text::visible(target, text::Lines::kJoin);
}

}  // namespace

Server::Server(const std::filesystem::path& index, const Settings& settings) : site_(settings) {
  RankingOptions ranking;
  if (!settings.ranking.empty()) ranking.weights = load_weights(settings.ranking.string());
  http::Handlers handlers;
  const auto caches = std::make_shared<PostingCaches>();
  for (std::size_t worker = 0; worker < settings.workers; ++worker) {
    desks_.push_back(std::make_unique<Desk>(
        std::make_unique<Searcher>(index, ranking, HitRule{}, load_dictionary(settings),
                                   std::chrono::steady_clock::now, caches),
        site_));
    handlers.workers.emplace_back([desk = desks_.back().get()](const http::Request& request) {
      return desk->answer(request);
    });
  }
  // Who trims by identity has to have said what is for whom: else a forgotten rule publishes.
  if (site_.identities().is_used() && !desks_.front()->says_default_access()) {
    throw Error(ErrorCode::kOptionMissing,
                {"--default-access", "tracuu-index --index " + index.string() +
                                         " --default-access '!' --update-access PATH…"});
  }
  handlers.quick = [this](const http::Request& request) -> std::optional<http::Response> {
    if (request.path() != "/metrics") return answer_quick(request, site_);
    const http::Listener* listener = listening_;
    const std::size_t waiting = listener == nullptr ? 0 : listener->waiting();
    return http::Response{
        200, "text/plain; version=0.0.4; charset=utf-8", site_.metrics().text(waiting), {}};
  };
  handlers.refuse = [this](const http::Request& request, int status) {
    return refuse(request, status, site_);
  };
  handlers.note = [this](const http::Finished& finished) { note(finished); };
  http::ListenerOptions options;
  options.address = settings.address;
  options.port = settings.port;
  options.connections = settings.connections;
  options.queue = settings.queue;
  options.idle = settings.idle;
  options.grace = settings.grace;
  listener_ = std::make_unique<http::Listener>(options, std::move(handlers));
  listening_ = listener_.get();
}

void Server::note(const http::Finished& finished) {
  const http::Request& request = finished.request;
  site_.metrics().count(route_of(request), finished.status, finished.took, finished.waited);
  // Waiting tells of the load, not of the query: under load every line would be slow.
  const bool is_slow = finished.took - finished.waited >= site_.settings().slow;
  if (!is_slow && !site_.settings().access_log) return;
  const std::string line =
      fmt::format("{} {} {} {} {} bytes {:.1f} ms waited {:.1f} ms", request.client, request.method,
                  target_of(request), finished.status, finished.bytes, milliseconds(finished.took),
                  milliseconds(finished.waited));
  if (is_slow) {
    spdlog::warn("slow: {}", line);
  } else {
    spdlog::info("{}", line);
  }
}

}  // namespace tracuu
