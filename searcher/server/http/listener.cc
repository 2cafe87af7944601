#include "searcher/server/http/listener.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/base/error.h"
#include "searcher/server/http/file_threads.h"
#include "searcher/server/http/socket.h"
#include "searcher/server/http/transfer.h"

namespace tracuu::http {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::duration_cast;
using std::chrono::microseconds;

// How long a look for what is still in work takes when stopping.
constexpr std::chrono::milliseconds kStopStep{5};

// What is read from files at a time; as many reads may hang before files of other folders wait.
constexpr std::size_t kFileThreads = 4;

// One request and its answer, from its first line to its last byte. The library keeps the pointer
// and gives it back in completed(), where it ends.
struct Exchange {
  Request request;
  std::optional<TargetProblem> problem;
  Response response;                   // alive until the library has sent it
  std::shared_ptr<Transfer> transfer;  // of a file that is the body
  bool is_seen = false;
  bool is_answered = false;
  MHD_Connection* connection = nullptr;
  Clock::time_point begun;
  microseconds waited{};
};

int status_of(TargetProblem problem) {
  return problem == TargetProblem::kTooLong ? MHD_HTTP_URI_TOO_LONG : MHD_HTTP_BAD_REQUEST;
}

std::string client_of(MHD_Connection* connection) {
  const MHD_ConnectionInfo* info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  if (info == nullptr || info->client_addr == nullptr) return {};
  std::array<char, INET6_ADDRSTRLEN> text{};
  const sockaddr* address = info->client_addr;
  const void* bytes =
      address->sa_family == AF_INET6
          ? static_cast<const void*>(&reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr)
          : &reinterpret_cast<const sockaddr_in*>(address)->sin_addr;
  return ::inet_ntop(address->sa_family, bytes, text.data(), text.size()) == nullptr ? ""
                                                                                     : text.data();
}

MHD_Result add_header(void* to, MHD_ValueKind /*kind*/, const char* name, const char* value) {
  std::string lower(name);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  // The first of several decides, and that there were several is told.
  auto& request = *static_cast<Request*>(to);
  const bool is_new = request.headers.emplace(lower, value == nullptr ? "" : value).second;
  if (!is_new) request.repeated.push_back(std::move(lower));
  return MHD_YES;
}

// A part of the file for the library, which asks again where it is told 0 of a connection on hold.
ssize_t take_of_file(void* of, std::uint64_t offset, char* to, std::size_t most) {
  try {
    const auto count = static_cast<Exchange*>(of)->transfer->take(offset, to, most);
    if (count) return static_cast<ssize_t>(*count);
  } catch (const std::exception& error) {
    spdlog::error("file: {}", error.what());
  }
  return MHD_CONTENT_READER_END_WITH_ERROR;
}

// Returns the body as the library takes it, nullptr where it cannot.
MHD_Response* body_of(Exchange& exchange) {
  Response& response = exchange.response;
  if (exchange.transfer != nullptr) {
    return MHD_create_response_from_callback(response.file.length, kPieceBytes, &take_of_file,
                                             &exchange, nullptr);
  }
  // The library does not write to what it is told to be persistent.
  return MHD_create_response_from_buffer(response.body.size(), response.body.data(),
                                         MHD_RESPMEM_PERSISTENT);
}

}  // namespace

struct Listener::Machine {
  ListenerOptions options;
  Handlers handlers;
  int socket = -1;
  std::uint16_t port = 0;
  MHD_Daemon* daemon = nullptr;
  std::vector<std::thread> threads;
  FileThreads file_threads{kFileThreads};

  mutable std::mutex mutex;
  std::condition_variable has_work;
  std::deque<Exchange*> queue;
  std::map<const Exchange*, std::shared_ptr<Transfer>> transfers;
  bool is_ending = false;  // workers leave when the queue is empty
  std::atomic<bool> is_stopping{false};
  std::atomic<std::size_t> exchanges{0};  // begun and not yet sent

  Machine(const ListenerOptions& chosen, Handlers given)
      : options(chosen), handlers(std::move(given)) {
    raise_file_limit();
    socket = listen_on(options.address, options.port);
    port = port_of(socket);
    daemon = start();
    if (daemon == nullptr) {
      ::close(socket);
      throw Error(ErrorCode::kInternal, {"listen", "libmicrohttpd does not start"});
    }
    threads.reserve(handlers.workers.size());
    for (const auto& work : handlers.workers) threads.emplace_back([this, &work] { serve(work); });
  }

  MHD_Daemon* start() {
    return MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_TURBO, 0, nullptr,
        nullptr, &Machine::handle, this,                                             //
        MHD_OPTION_LISTEN_SOCKET, socket,                                            //
        MHD_OPTION_CONNECTION_LIMIT, options.connections,                            //
        MHD_OPTION_CONNECTION_TIMEOUT, static_cast<unsigned>(options.idle.count()),  //
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, options.header_bytes,                    //
        MHD_OPTION_URI_LOG_CALLBACK, &Machine::begin, this,                          //
        MHD_OPTION_NOTIFY_COMPLETED, &Machine::completed, this,                      //
        MHD_OPTION_UNESCAPE_CALLBACK, &Machine::leave_escaped, nullptr,              //
        MHD_OPTION_END);
  }

  static std::size_t leave_escaped(void* /*self*/, MHD_Connection* /*connection*/, char* text) {
    return std::char_traits<char>::length(text);
  }

  static void* begin(void* self, const char* target, MHD_Connection* connection) {
    auto exchange = std::make_unique<Exchange>();
    exchange->begun = Clock::now();
    exchange->connection = connection;
    auto parsed = parse_target(target);
    if (const auto* problem = std::get_if<TargetProblem>(&parsed)) {
      exchange->problem = *problem;
    } else {
      exchange->request.target = std::get<Target>(std::move(parsed));
    }
    ++static_cast<Machine*>(self)->exchanges;
    return exchange.release();
  }

  static void completed(void* self, MHD_Connection* /*connection*/, void** kept,
                        MHD_RequestTerminationCode /*why*/) {
    const std::unique_ptr<Exchange> ended(static_cast<Exchange*>(std::exchange(*kept, nullptr)));
    if (ended == nullptr) return;
    auto& machine = *static_cast<Machine*>(self);
    if (ended->transfer != nullptr) {
      const std::lock_guard lock(machine.mutex);
      machine.transfers.erase(ended.get());
    }
    --machine.exchanges;
  }

  static MHD_Result handle(void* self, MHD_Connection* connection, const char* /*target*/,
                           const char* method, const char* version, const char* /*upload*/,
                           std::size_t* upload_size, void** kept) {
    auto& machine = *static_cast<Machine*>(self);
    auto* exchange = static_cast<Exchange*>(*kept);
    if (exchange == nullptr) return MHD_NO;
    *upload_size = 0;
    try {
      if (exchange->is_answered) return machine.send(*exchange);
      if (!exchange->is_seen) return machine.see(*exchange, method, version);
      return machine.dispatch(connection, *exchange);
    } catch (const std::exception& error) {
      spdlog::error("request: {}", error.what());
      return MHD_NO;
    }
  }

  // The first call comes before any body. Who answers in it closes the connection, which is right
  // only for what is refused.
  MHD_Result see(Exchange& exchange, const char* method, std::string_view version) {
    exchange.is_seen = true;
    Request& request = exchange.request;
    request.method = method;
    request.client = client_of(exchange.connection);
    MHD_get_connection_values(exchange.connection, MHD_HEADER_KIND, &add_header, &request);
    const std::optional<int> status = refusal(exchange, version);
    return status ? refuse(exchange, *status) : MHD_YES;
  }

  // Returns the status by which the request is refused, nothing where it is served.
  std::optional<int> refusal(const Exchange& exchange, std::string_view version) const {
    const Request& request = exchange.request;
    // RFC 9112, 3.2. In its strict mode the library looks for it, and answers in its own form.
    const bool needs_host = version == MHD_HTTP_VERSION_1_1 && !request.headers.contains("host");
    if (needs_host || std::ranges::find(request.repeated, "host") != request.repeated.end()) {
      return MHD_HTTP_BAD_REQUEST;
    }
    if (exchange.problem) return status_of(*exchange.problem);
    const int headers =
        MHD_get_connection_values(exchange.connection, MHD_HEADER_KIND, nullptr, nullptr);
    if (headers > static_cast<int>(kMaxHeaders)) {
      return MHD_HTTP_REQUEST_HEADER_FIELDS_TOO_LARGE;
    }
    if (request.method != "GET" && request.method != "HEAD" && request.method != "OPTIONS") {
      return MHD_HTTP_METHOD_NOT_ALLOWED;
    }
    const std::string_view length = request.header("content-length");
    if (request.headers.contains("transfer-encoding") || (!length.empty() && length != "0")) {
      return MHD_HTTP_CONTENT_TOO_LARGE;
    }
    return std::nullopt;
  }

  MHD_Result dispatch(MHD_Connection* connection, Exchange& exchange) {
    if (auto response = handlers.quick(exchange.request)) {
      answer(exchange, std::move(*response));
      return send(exchange);
    }
    const std::lock_guard lock(mutex);
    if (queue.size() >= options.queue) return refuse(exchange, MHD_HTTP_SERVICE_UNAVAILABLE);
    MHD_suspend_connection(connection);
    queue.push_back(&exchange);
    has_work.notify_one();
    return MHD_YES;
  }

  void serve(const std::function<Response(const Request&)>& work) {
    while (true) {
      std::unique_lock lock(mutex);
      has_work.wait(lock, [&] { return is_ending || !queue.empty(); });
      if (queue.empty()) return;
      Exchange& exchange = *queue.front();
      queue.pop_front();
      lock.unlock();
      exchange.waited = duration_cast<microseconds>(Clock::now() - exchange.begun);
      try {
        answer(exchange, work(exchange.request));
      } catch (const std::exception& error) {
        spdlog::error("{}: {}", exchange.request.path(), error.what());
        answer(exchange, handlers.refuse(exchange.request, MHD_HTTP_INTERNAL_SERVER_ERROR));
      }
      MHD_resume_connection(exchange.connection);
    }
  }

  MHD_Result refuse(Exchange& exchange, int status) {
    answer(exchange, handlers.refuse(exchange.request, status));
    return send(exchange);
  }

  void answer(Exchange& exchange, Response response) const {
    exchange.response = std::move(response);
    exchange.is_answered = true;
    handlers.note({exchange.request, exchange.response.status, exchange.response.size_bytes(),
                   exchange.waited, duration_cast<microseconds>(Clock::now() - exchange.begun)});
  }

  // Begins to send the answer's file, where it has one. When stopping, a connection must not be put
  // on hold any more.
  void start_transfer(Exchange& exchange) {
    if (exchange.response.file.file == nullptr) return;
    MHD_Connection* const connection = exchange.connection;
    exchange.transfer = std::make_shared<Transfer>(
        exchange.response.file, file_threads, options.read,
        Transfer::Connection{[connection] { MHD_suspend_connection(connection); },
                             [connection] { MHD_resume_connection(connection); }});
    const std::lock_guard lock(mutex);
    transfers.emplace(&exchange, exchange.transfer);
    if (is_ending) exchange.transfer->give_up();
  }

  MHD_Result send(Exchange& exchange) {
    const Response& response = exchange.response;
    start_transfer(exchange);
    MHD_Response* out = body_of(exchange);
    if (out == nullptr) return MHD_NO;
    for (const auto& [name, value] : response.headers) {
      MHD_add_response_header(out, name.c_str(), value.c_str());
    }
    if (is_stopping) MHD_add_response_header(out, MHD_HTTP_HEADER_CONNECTION, "close");
    const MHD_Result queued =
        MHD_queue_response(exchange.connection, static_cast<unsigned>(response.status), out);
    MHD_destroy_response(out);
    return queued;
  }

  std::map<const Exchange*, std::shared_ptr<Transfer>> under_way() const {
    const std::lock_guard lock(mutex);
    return transfers;
  }

  void stop() {
    if (daemon == nullptr) return;
    is_stopping = true;
    MHD_quiesce_daemon(daemon);
    // Refuses who comes now. It is closed at the end: the library's thread may still look at it,
    // and its number must not be another file's.
    ::shutdown(socket, SHUT_RDWR);
    const auto last = Clock::now() + options.grace;
    while (exchanges > 0 && Clock::now() < last) std::this_thread::sleep_for(kStopStep);
    {
      const std::lock_guard lock(mutex);
      is_ending = true;
    }
    has_work.notify_all();
    for (std::thread& thread : threads) thread.join();
    for (const auto& [exchange, transfer] : under_way()) transfer->give_up();
    MHD_stop_daemon(std::exchange(daemon, nullptr));
    ::close(socket);
  }
};

Listener::Listener(const ListenerOptions& options, Handlers handlers)
    : machine_(std::make_unique<Machine>(options, std::move(handlers))) {}

Listener::~Listener() {
  stop();
}

std::uint16_t Listener::port() const {
  return machine_->port;
}

std::size_t Listener::waiting() const {
  const std::lock_guard lock(machine_->mutex);
  return machine_->queue.size();
}

void Listener::stop() {
  machine_->stop();
}

}  // namespace tracuu::http
