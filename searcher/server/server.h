// The whole server: a desk for each worker behind one listener, with logs and counters.
//
//   Server server("/srv/idx", settings, Language::kVietnamese);
//   server.port()
//   server.stop()          ends when what was begun is answered

#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "core/base/language.h"
#include "searcher/server/desk.h"
#include "searcher/server/http/listener.h"
#include "searcher/server/site.h"

namespace tracuu {

class Server {
 public:
  // Opens the index once for each worker and listens. Rows of dictionaries that are left out are
  // logged. Throws Error.
  Server(const std::filesystem::path& index, const Settings& settings);

  std::uint16_t port() const { return listener_->port(); }
  void stop() { listener_->stop(); }

 private:
  void note(const http::Finished& finished);

  Site site_;
  std::vector<std::unique_ptr<Desk>> desks_;
  std::atomic<const http::Listener*> listening_{nullptr};  // once requests may ask it
  std::unique_ptr<http::Listener> listener_;
};

}  // namespace tracuu
