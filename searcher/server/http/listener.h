// Takes requests from sockets and gives them to worker threads.
//
//   Listener listener({.address = "127.0.0.1", .port = 0}, {quick, {work_1, work_2}, note});
//   … http://127.0.0.1:<listener.port()>/
//   listener.stop();
//
// One thread (Boost.Asio) holds all connections: an idle or slow client costs a kilobyte and no
// thread. A whole request waits in one queue for the next free worker; when the queue is full the
// answer is 503 at once. Who connects when there are as many connections as are allowed waits
// until one ends.
//
// What is refused before a handler sees it, always by `refuse` and 4xx: what is no HTTP/1.1 or 1.0,
// heads that come too slowly or are too large, targets that parse_target() refuses, too many
// headers, bodies, methods but GET, HEAD and OPTIONS. It ends the connection, as nobody knows where
// the next request would begin. HEAD is answered as GET, without the body.
//
// Files are read by threads of their own, a piece at a time as the client takes it: a disk or a
// folder of the network that hangs holds up the files on it, and nothing else. Stopping does not
// wait for it longer than the grace.

#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "searcher/server/http/request.h"
#include "searcher/server/http/response.h"
#include "searcher/server/http/transfer.h"

namespace tracuu::http {

struct ListenerOptions {
  std::string address = "127.0.0.1";  // numeric, IPv4 or IPv6
  std::uint16_t port = 8080;          // 0: one that is free
  unsigned connections = 4096;
  std::size_t queue = 512;                  // requests that wait for a worker
  std::size_t header_bytes = 24576;         // of one request, its target included
  std::chrono::seconds idle{60};            // until who sends or takes nothing is cut; 0: never
  std::chrono::milliseconds grace{10'000};  // for answers in work when stopping
  ReadAt read = ::pread;                    // by which files are read
};

// What became of a request, for logs and counters.
struct Finished {
  const Request& request;
  int status = 0;
  std::uint64_t bytes = 0;             // of the body
  std::chrono::microseconds waited{};  // for a worker
  std::chrono::microseconds took{};    // from the whole request to the answer made
};

struct Handlers {
  // Answers at once, on the thread of the connections, or leaves the request to a worker.
  std::function<std::optional<Response>(const Request&)> quick;

  // One for each worker thread, called on that thread alone. What they throw is answered by 500.
  std::vector<std::function<Response(const Request&)>> workers;

  // Makes the answer to what is refused before a handler sees it.
  std::function<Response(const Request&, int status)> refuse;

  // Told of each request, on any thread.
  std::function<void(const Finished&)> note;
};

class Listener {
 public:
  // Begins to listen. Throws kIo where the address cannot be listened on, kBadOption for one that
  // is no address. REQUIRES: at least one worker.
  Listener(const ListenerOptions& options, Handlers handlers);

  // As stop().
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  std::uint16_t port() const;

  // Requests that wait for a worker.
  std::size_t waiting() const;

  // Takes no new connection, finishes the requests that are there, within the grace, and ends.
  void stop();

 private:
  struct Machine;
  std::unique_ptr<Machine> machine_;
};

}  // namespace tracuu::http
