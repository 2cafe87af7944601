// A listener on 127.0.0.1 with a port chosen by the system, and handlers that tests know.
//
//   Served served;
//   Client(served.listener->port()).get("/a?q=x").body == "/a x"

#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <optional>
#include <semaphore>
#include <stdexcept>
#include <string>

#include "searcher/server/http/listener.h"

namespace tracuu::http {

inline ListenerOptions any_port() {
  ListenerOptions options;
  options.port = 0;
  return options;
}

// Answers with path and first value of q; "/quick" without a worker, "/wait" when told to, "/throw"
// and "/quick/throw" never, "/large" with more than sockets hold.
class Served {
 public:
  static constexpr std::size_t kLarge = 50'000'000;

  explicit Served(const ListenerOptions& options = any_port(), std::size_t workers = 2) {
    Handlers handlers;
    handlers.quick = [](const Request& request) -> std::optional<Response> {
      if (request.path() == "/quick") return Response{200, "text/plain", "quick", {}};
      if (request.path() == "/quick/throw") throw std::runtime_error("as asked");
      return std::nullopt;
    };
    const auto work = [this](const Request& request) {
      if (request.path() == "/throw") throw std::runtime_error("as asked");
      if (request.path() == "/large") {
        return Response{200, "text/plain", std::string(kLarge, 'a'), {}};
      }
      if (request.path() == "/wait") {
        started.release();
        go.acquire();
      }
      return Response{
          200, "text/plain", request.path() + " " + std::string(request.parameter("q")), {}};
    };
    for (std::size_t i = 0; i < workers; ++i) handlers.workers.emplace_back(work);
    handlers.refuse = [](const Request&, int status) {
      return Response{status, "text/plain", "refused", {}};
    };
    handlers.note = [this](const Finished& finished) {
      ++noted;
      last_status = finished.status;
    };
    listener = std::make_unique<Listener>(options, std::move(handlers));
  }

  std::uint16_t port() const { return listener->port(); }

  std::counting_semaphore<> started{0};
  std::counting_semaphore<> go{0};
  std::atomic<int> noted{0};
  std::atomic<int> last_status{0};
  std::unique_ptr<Listener> listener;
};

}  // namespace tracuu::http
