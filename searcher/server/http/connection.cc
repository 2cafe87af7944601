#include "searcher/server/http/connection.h"

#include <ctime>
#include <exception>
#include <functional>
#include <utility>

#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>
#include <spdlog/spdlog.h>

#include "searcher/server/http/transfer.h"

namespace tracuu::http {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using std::chrono::duration_cast;
using std::chrono::microseconds;

constexpr int kBadRequest = 400;
constexpr int kRequestTimeout = 408;
constexpr int kInternal = 500;
constexpr int kUnavailable = 503;

constexpr Clock::duration kForever = Clock::duration::max();

// Of an answer, given to the system at once.
constexpr std::size_t kMostSent = 1 << 20;

// What may still come from a client whose connection ends. While it is sending, closing would make
// its system forget the answer.
constexpr std::size_t kMostDrained = 1 << 20;
constexpr std::chrono::seconds kDrainTime{2};

}  // namespace

// One request and its answer, from the whole head to the last byte sent.
struct Connection::Exchange {
  Request request;
  bool is_refused = false;  // where it ends is not known
  bool is_http_1_0 = false;
  bool keeps_alive = false;
  Clock::time_point begun;
  microseconds waited{};

  bool is_answered = false;
  Response response;
  std::string head;        // of the answer, until it is sent
  std::string piece;       // of a file that is the body
  std::uint64_t read = 0;  // of this file
};

Connection::Connection(Socket socket, std::string client, Surroundings& around)
    : around_(around),
      socket_(std::move(socket)),
      client_(std::move(client)),
      reader_(around.options.header_bytes) {}

Connection::~Connection() = default;

// Does a step; what it throws ends this connection, not its thread.
template <typename Step>
void Connection::guarded(Step step) {
  if (state_ == State::kClosed) return;
  try {
    step();
  } catch (const std::exception& error) {
    spdlog::error("connection: {}", error.what());
    close();
  }
}

void Connection::set_state(State state, Clock::duration at_most) {
  state_ = state;
  deadline_ = at_most == kForever ? Clock::time_point::max() : Clock::now() + at_most;
}

Clock::duration Connection::patience() const {
  const std::chrono::seconds idle = around_.options.idle;
  return idle == idle.zero() ? kForever : idle;
}

void Connection::begin() {
  set_state(State::kWaiting, patience());
  await_bytes();
}

void Connection::await_bytes() {
  if (std::exchange(is_awaiting_, true)) return;
  socket_.async_wait(Socket::wait_read, [self = shared_from_this()](const error_code& error) {
    self->is_awaiting_ = false;
    self->guarded([&] {
      if (error) {
        self->close();
      } else if (self->state_ != State::kSending) {  // of a request that was too slow
        self->receive();
      }
    });
  });
}

void Connection::receive() {
  // What is behind one head can wait in the system's memory until it is answered.
  const std::size_t most = state_ == State::kDraining ? around_.received.size() : reader_.room();
  error_code error;
  const std::size_t count = socket_.read_some(asio::buffer(around_.received, most), error);
  if (error == asio::error::would_block) return await_bytes();
  if (state_ == State::kDraining) return drain(count);
  if (error) return receive_end(error == asio::error::eof);
  reader_.add({around_.received.data(), count});
  next();
}

// Who ends in the middle of a request may still read.
void Connection::receive_end(bool is_orderly) {
  if (reader_.is_empty() || !is_orderly) return close();
  serve(unread_head(kBadRequest));
}

void Connection::drain(std::size_t count) {
  drained_ += count;
  if (count == 0 || drained_ > kMostDrained) return close();
  await_bytes();
}

void Connection::next() {
  if (std::optional<Head> head = reader_.next()) return serve(std::move(*head));
  if (!reader_.is_empty()) {
    // The time for one head does not begin anew with each of its bytes.
    if (state_ != State::kReading) set_state(State::kReading, patience());
  } else if (around_.is_stopping) {
    return close();
  } else if (state_ != State::kWaiting) {
    set_state(State::kWaiting, patience());
  }
  await_bytes();
}

void Connection::serve(Head head) {
  exchange_ = std::make_unique<Exchange>();
  exchange_->begun = Clock::now();
  exchange_->request = std::move(head.request);
  exchange_->request.client = client_;
  exchange_->is_http_1_0 = head.is_http_1_0;
  exchange_->keeps_alive = head.keeps_alive && !head.refused;
  exchange_->is_refused = head.refused.has_value();
  set_state(State::kWorking, kForever);
  if (head.refused) return refuse(*head.refused);
  answer_quickly();
}

void Connection::answer_quickly() {
  std::optional<Response> response;
  try {
    response = around_.handlers.quick(exchange_->request);
  } catch (const std::exception& error) {
    spdlog::error("{}: {}", exchange_->request.path(), error.what());
    return refuse(kInternal);
  }
  if (response) {
    answer(std::move(*response));
    return send();
  }
  const bool is_begun = around_.workers.begin(
      [self = shared_from_this()](const Workers::Work& work) { self->work(work); });
  if (!is_begun) refuse(kUnavailable);
}

// On a worker's thread.
void Connection::work(const Workers::Work& work) {
  const Request& request = exchange_->request;
  exchange_->waited = duration_cast<microseconds>(Clock::now() - exchange_->begun);
  try {
    answer(work(request));
  } catch (const std::exception& error) {
    spdlog::error("{}: {}", request.path(), error.what());
    answer(around_.handlers.refuse(request, kInternal));
  }
  around_.mailbox->post([self = shared_from_this()] { self->guarded([&] { self->send(); }); });
}

void Connection::refuse(int status) {
  answer(around_.handlers.refuse(exchange_->request, status));
  send();
}

void Connection::answer(Response response) {
  exchange_->response = std::move(response);
  exchange_->is_answered = true;
  around_.handlers.note({exchange_->request, exchange_->response.status,
                         exchange_->response.size_bytes(), exchange_->waited,
                         duration_cast<microseconds>(Clock::now() - exchange_->begun)});
}

void Connection::send() {
  const Response& response = exchange_->response;
  if (around_.is_stopping) exchange_->keeps_alive = false;
  Stay stay = Stay::kClose;
  if (exchange_->keeps_alive) stay = exchange_->is_http_1_0 ? Stay::kKeepAlive : Stay::kUnsaid;
  exchange_->head = answer_head(response, stay, around_.date.of(std::time(nullptr)));
  if (!has_body(exchange_->request, response)) return write({}, &Connection::finish);
  if (response.file.file != nullptr && response.file.length > 0) return send_piece();
  write(response.body, &Connection::finish);
}

void Connection::send_piece() {
  const FileBody& file = exchange_->response.file;
  if (exchange_->read == file.length) return finish();
  set_state(State::kSending, kForever);
  // The thread that reads must own nothing of the connections, which it may outlive.
  const auto take = [weak = weak_from_this()](std::optional<std::string>& piece) {
    const auto self = weak.lock();
    if (self == nullptr) return;
    self->guarded([&] {
      if (!piece) {
        spdlog::error("{}: the file cannot be read", self->exchange_->request.path());
        return self->close();
      }
      self->exchange_->piece = std::move(*piece);
      self->exchange_->read += self->exchange_->piece.size();
      self->write(self->exchange_->piece, &Connection::send_piece);
    });
  };
  read_piece(file, exchange_->read, around_.options.read, around_.file_threads,
             [take, mailbox = around_.mailbox](std::optional<std::string> piece) {
               mailbox->post([take, piece = std::move(piece)]() mutable { take(piece); });
             });
}

// Sends what is left of the answer's head, and this part of its body.
void Connection::write(std::string_view body, void (Connection::*then)()) {
  const std::array<asio::const_buffer, 2> parts{asio::buffer(exchange_->head), asio::buffer(body)};
  asio::async_write(
      socket_, parts,
      [this](const error_code& error, std::size_t /*sent*/) -> std::size_t {
        if (error || state_ == State::kClosed) return 0;
        set_state(State::kSending, patience());
        return kMostSent;
      },
      [self = shared_from_this(), then](const error_code& error, std::size_t /*sent*/) {
        self->guarded([&] {
          if (error) return self->close();
          self->exchange_->head.clear();
          std::invoke(then, *self);
        });
      });
}

void Connection::finish() {
  const bool stays = exchange_->keeps_alive;
  const bool is_refused = exchange_->is_refused;
  exchange_.reset();
  if (stays) return next();
  error_code error;
  const bool may_send = is_refused || !reader_.is_empty() || socket_.available(error) > 0;
  if (!may_send) return close();
  socket_.shutdown(Socket::shutdown_send, error);
  set_state(State::kDraining, kDrainTime);
  await_bytes();
}

void Connection::look_at_clock(Clock::time_point now) {
  if (now < deadline_) return;
  guarded([this] {
    if (state_ != State::kReading) return close();
    serve(unread_head(kRequestTimeout));
  });
}

void Connection::stop() {
  error_code error;
  // A request may have come that was not looked at yet.
  if (state_ == State::kWaiting && socket_.available(error) == 0) close();
}

void Connection::close() {
  if (std::exchange(state_, State::kClosed) == State::kClosed) return;
  error_code error;
  socket_.close(error);
  around_.ended(shared_from_this());
}

}  // namespace tracuu::http
