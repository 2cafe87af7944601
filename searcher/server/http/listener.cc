#include "searcher/server/http/listener.h"

#include <array>
#include <cerrno>
#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <set>
#include <thread>
#include <utility>

#include <arpa/inet.h>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <netinet/in.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>
#include <unistd.h>

#include "searcher/server/http/connection.h"
#include "searcher/server/http/file_threads.h"
#include "searcher/server/http/mailbox.h"
#include "searcher/server/http/socket.h"
#include "searcher/server/http/workers.h"

namespace tracuu::http {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using std::chrono::milliseconds;

// How often is looked for connections that have taken too long.
constexpr milliseconds kClockStep{250};

// How long nobody is taken where none can be, for want of files or memory.
constexpr milliseconds kAcceptPause{500};

// New connections that are taken before those that are there have their turn.
constexpr int kMostAccepted = 64;

// What is read from files at a time; as many reads may hang before files of other folders wait.
constexpr std::size_t kFileThreads = 4;

std::string text_of(const sockaddr_storage& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const void* bytes =
      address.ss_family == AF_INET6
          ? static_cast<const void*>(&reinterpret_cast<const sockaddr_in6&>(address).sin6_addr)
          : &reinterpret_cast<const sockaddr_in&>(address).sin_addr;
  return ::inet_ntop(address.ss_family, bytes, text.data(), text.size()) == nullptr ? ""
                                                                                    : text.data();
}

}  // namespace

// But for stop() and what is told of it, all runs on the thread of the connections.
struct Listener::Machine {
  using Timer =
      asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, asio::io_context::executor_type>;
  using Listening = asio::posix::basic_stream_descriptor<asio::io_context::executor_type>;

  ListenerOptions options;
  Handlers handlers;
  asio::io_context loop{1};  // one thread runs it
  Listening listening{loop};
  Timer clock{loop};
  Timer pause{loop};
  std::uint16_t port = 0;
  FileThreads file_threads{kFileThreads};
  Workers workers;
  Surroundings around;
  std::set<std::shared_ptr<Connection>> connections;
  bool is_full = false;  // nobody is awaited

  std::once_flag is_stopped;
  std::mutex mutex;
  std::condition_variable has_emptied;
  bool is_empty = false;  // when stopping; guarded by mutex

  std::thread thread;

  Machine(const ListenerOptions& chosen, Handlers given)
      : options(chosen),
        handlers(std::move(given)),
        workers(handlers.workers, options.queue),
        around{options,
               handlers,
               workers,
               file_threads,
               std::make_shared<Mailbox>(loop),
               [this](const auto& connection) { forget(connection); }} {
    raise_file_limit();
    listening.assign(listen_on(options.address, options.port));
    port = port_of(listening.native_handle());
    await_connection();
    await_clock();
    thread = std::thread([this] { run(); });
  }

  // Until the loop is stopped: steps guard themselves, and what else is thrown ends nobody else.
  void run() {
    while (!loop.stopped()) {
      try {
        loop.run();
      } catch (const std::exception& error) {
        spdlog::error("connections: {}", error.what());
      }
    }
  }

  void await_connection() {
    listening.async_wait(Listening::wait_read, [this](const error_code& error) {
      if (error || around.is_stopping) return;
      try {
        take_connections();
      } catch (const std::exception& failure) {
        spdlog::error("accept: {}", failure.what());
        wait_a_moment();
      }
    });
  }

  void take_connections() {
    for (int taken = 0; taken < kMostAccepted; ++taken) {
      // Who comes later waits in the system's queue until somebody goes.
      is_full = connections.size() >= options.connections;
      if (is_full) return;
      sockaddr_storage address{};
      socklen_t length = sizeof address;
      const int socket = ::accept4(listening.native_handle(), reinterpret_cast<sockaddr*>(&address),
                                   &length, SOCK_NONBLOCK | SOCK_CLOEXEC);
      if (socket >= 0) {
        take(socket, address);
      } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
        break;
      } else if (errno != EINTR && errno != ECONNABORTED) {
        spdlog::error("accept: {}", error_code(errno, boost::system::system_category()).message());
        return wait_a_moment();
      }
    }
    await_connection();
  }

  void take(int descriptor, const sockaddr_storage& address) {
    error_code error;
    Socket socket(loop);
    socket.assign(address.ss_family == AF_INET6 ? asio::ip::tcp::v6() : asio::ip::tcp::v4(),
                  descriptor, error);
    if (error) {
      ::close(descriptor);
      return;
    }
    socket.non_blocking(true, error);
    socket.set_option(asio::ip::tcp::no_delay(true), error);
    const auto connection =
        std::make_shared<Connection>(std::move(socket), text_of(address), around);
    connections.insert(connection);
    connection->begin();
  }

  void wait_a_moment() {
    pause.expires_after(kAcceptPause);
    pause.async_wait([this](const error_code& error) {
      if (!error && !around.is_stopping) await_connection();
    });
  }

  void forget(const std::shared_ptr<Connection>& connection) {
    connections.erase(connection);
    if (around.is_stopping) return tell_whether_empty();
    if (std::exchange(is_full, false)) await_connection();
  }

  void await_clock() {
    clock.expires_after(kClockStep);
    clock.async_wait([this](const error_code& error) {
      if (error) return;
      for_each(&Connection::look_at_clock, Clock::now());
      await_clock();
    });
  }

  // Calls it of each connection, which may end by it.
  template <typename... Arguments>
  void for_each(void (Connection::*call)(Arguments...), Arguments... arguments) {
    for (auto next = connections.begin(); next != connections.end();) {
      const std::shared_ptr<Connection> connection = *next++;
      std::invoke(call, *connection, arguments...);
    }
  }

  void tell_whether_empty() {
    const std::lock_guard lock(mutex);
    is_empty = connections.empty();
    has_emptied.notify_all();
  }

  void stop() {
    around.mailbox->post([this] {
      around.is_stopping = true;
      error_code error;
      listening.close(error);
      for_each(&Connection::stop);
      tell_whether_empty();
    });
    {
      std::unique_lock lock(mutex);
      has_emptied.wait_for(lock, options.grace, [this] { return is_empty; });
    }
    workers.end();
    around.mailbox->post([this] {
      for_each(&Connection::close);
      loop.stop();
    });
    around.mailbox->close();
    thread.join();
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
  return machine_->workers.waiting();
}

void Listener::stop() {
  std::call_once(machine_->is_stopped, [this] { machine_->stop(); });
}

}  // namespace tracuu::http
