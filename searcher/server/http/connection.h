// One connection: reads a request, has it answered, sends the answer, and so on until it ends.
//
//   waiting ─ a byte ─► reading ─ the head ─► working ─► sending ─┬─► waiting, or the next request
//      │                   │ refused, or too slow                 │
//      ▼                   └────────────► sending (4xx) ─► draining ─► closed
//   closed
//
// All of it runs on the thread of the connections, but for the work: then only the worker touches
// the request. A connection that is waiting has neither a buffer nor a request in memory.

#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "searcher/server/http/answer_head.h"
#include "searcher/server/http/file_threads.h"
#include "searcher/server/http/listener.h"
#include "searcher/server/http/mailbox.h"
#include "searcher/server/http/request_head.h"
#include "searcher/server/http/workers.h"

namespace tracuu::http {

using Clock = std::chrono::steady_clock;

// Without the cost of an executor whose kind is known at run time alone.
using Socket =
    boost::asio::basic_stream_socket<boost::asio::ip::tcp, boost::asio::io_context::executor_type>;

class Connection;

// What the connections of a listener share; outlives them.
struct Surroundings {
  const ListenerOptions& options;
  const Handlers& handlers;
  Workers& workers;
  FileThreads& file_threads;
  std::shared_ptr<Mailbox> mailbox;
  std::function<void(const std::shared_ptr<Connection>&)> ended;  // told of each that is closed
  bool is_stopping = false;
  HttpDate date{};
  std::array<char, 32768> received{};  // what one read brings, until it is looked at
};

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  // `client` is the address it comes from.
  Connection(Socket socket, std::string client, Surroundings& around);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Waits for the first request.
  void begin();

  // Ends what has taken too long. To be called now and then.
  void look_at_clock(Clock::time_point now);

  // Takes no further request, and ends at once where none was begun.
  void stop();

  // Ends at once.
  void close();

 private:
  enum class State { kWaiting, kReading, kWorking, kSending, kDraining, kClosed };
  struct Exchange;

  template <typename Step>
  void guarded(Step step);

  void await_bytes();
  void receive();
  void receive_end(bool is_orderly);
  void drain(std::size_t count);
  void next();
  void serve(Head head);
  void answer_quickly();
  void work(const Workers::Work& work);
  void refuse(int status);
  void answer(Response response);
  void send();
  void send_piece();
  void write(std::string_view body, void (Connection::*then)());
  void finish();
  void set_state(State state, Clock::duration at_most);
  Clock::duration patience() const;  // with who sends or takes nothing

  Surroundings& around_;
  Socket socket_;
  const std::string client_;
  HeadReader reader_;
  std::unique_ptr<Exchange> exchange_;  // a worker's while working
  State state_ = State::kWaiting;
  bool is_awaiting_ = false;  // to be told of bytes
  std::size_t drained_ = 0;
  Clock::time_point deadline_;
};

}  // namespace tracuu::http
