// Answers that are files: read by other threads, and what becomes of one that hangs.
#include "searcher/server/http/transfer.h"

#include <atomic>
#include <cstdio>
#include <memory>
#include <semaphore>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>
#include <unistd.h>

#include "searcher/server/http/listener.h"
#include "tests/server/client.h"
#include "tests/server/served.h"

namespace tracuu::http {
namespace {

using std::chrono::milliseconds;

// A file is sent from where it lies: whole, in parts, and more of it than sockets hold at once.
TEST(TransferTest, SendsFiles) {
  std::FILE* file = std::tmpfile();
  ASSERT_NE(file, nullptr);
  std::string bytes;
  for (int i = 0; bytes.size() < 3'000'000; ++i) bytes += std::to_string(i) + " ";
  ASSERT_EQ(std::fwrite(bytes.data(), 1, bytes.size(), file), bytes.size());
  std::fflush(file);
  const auto open = std::make_shared<const OpenFile>(::dup(::fileno(file)));
  std::fclose(file);
  Handlers handlers;
  handlers.quick = [](const Request&) { return std::nullopt; };
  handlers.workers.emplace_back([&](const Request& request) {
    Response response{200, "text/plain", {}, {}};
    response.file = {open, bytes.size(), 0, bytes.size()};
    return finish(request, std::move(response));
  });
  handlers.refuse = [](const Request&, int status) { return Response{status, "a", "", {}}; };
  std::uint64_t noted = 0;
  handlers.note = [&](const Finished& finished) { noted = finished.bytes; };
  Listener listener(any_port(), std::move(handlers));
  Client client(listener.port());
  EXPECT_TRUE(client.get("/a").body == bytes);
  EXPECT_EQ(noted, bytes.size());
  const Answer part = client.get("/a", "Range: bytes=1000000-1000009\r\n");
  EXPECT_EQ(part.status, 206);
  EXPECT_EQ(part.body, bytes.substr(1'000'000, 10));
  EXPECT_EQ(client.get("/a", "Range: bytes=-3\r\n").body, bytes.substr(bytes.size() - 3));
  EXPECT_EQ(client.get("/a", "Range: bytes=9999999-\r\n").status, 416);
  // Who leaves in the middle costs nobody else anything.
  Client(listener.port()).send("GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_TRUE(Client(listener.port()).get("/a").body == bytes);
}

// Answers /file with a file whose second piece is not read until it is let go, else with «text».
class HangingFile {
 public:
  HangingFile() {
    std::FILE* file = std::tmpfile();
    if (file == nullptr) throw std::runtime_error("tmpfile");
    bytes_.assign(4 * kPieceBytes, 'a');
    std::fwrite(bytes_.data(), 1, bytes_.size(), file);
    std::fflush(file);
    const auto open = std::make_shared<const OpenFile>(::dup(::fileno(file)));
    std::fclose(file);
    ListenerOptions options = any_port();
    options.grace = milliseconds(50);
    options.read = [state = state_](int descriptor, void* to, std::size_t most,
                                    off_t offset) -> ssize_t {
      if (static_cast<std::size_t>(offset) == kPieceBytes) {
        state->hung.release();
        state->go.acquire();
        if (state->is_broken) return -1;
      }
      return ::pread(descriptor, to, most, offset);
    };
    Handlers handlers;
    handlers.quick = [](const Request&) { return std::nullopt; };
    handlers.workers.emplace_back([this, open](const Request& request) {
      Response response{200, "text/plain", "text", {}};
      if (request.path() == "/file") response.file = {open, bytes_.size(), 0, bytes_.size()};
      return finish(request, std::move(response));
    });
    handlers.refuse = [](const Request&, int status) { return Response{status, "a", "", {}}; };
    handlers.note = [](const Finished&) {};
    listener_ = std::make_unique<Listener>(options, std::move(handlers));
  }

  std::uint16_t port() const { return listener_->port(); }
  const std::string& bytes() const { return bytes_; }
  void wait_until_it_hangs() { state_->hung.acquire(); }
  void let_go() { state_->go.release(); }
  void let_go_and_fail() {
    state_->is_broken = true;
    let_go();
  }
  void stop() { listener_->stop(); }

 private:
  // The thread that hangs outlives the listener.
  struct State {
    std::counting_semaphore<> hung{0};
    std::counting_semaphore<> go{0};
    std::atomic<bool> is_broken{false};
  };
  std::shared_ptr<State> state_ = std::make_shared<State>();
  std::string bytes_;
  std::unique_ptr<Listener> listener_;
};

TEST(TransferTest, AFileThatHangsHoldsNobodyElse) {
  HangingFile server;
  Client waiting(server.port());
  waiting.send("GET /file HTTP/1.1\r\nHost: a\r\n\r\n");
  server.wait_until_it_hangs();
  for (int i = 0; i < 20; ++i) EXPECT_EQ(Client(server.port()).get("/a").body, "text");
  server.let_go();
  EXPECT_TRUE(waiting.answer().body == server.bytes());
}

// The length was said already: only that the connection ends says that this is not all.
TEST(TransferTest, AFileThatCannotBeReadEndsTheConnection) {
  HangingFile server;
  Client client(server.port());
  client.send("GET /file HTTP/1.1\r\nHost: a\r\n\r\n");
  server.wait_until_it_hangs();
  server.let_go_and_fail();
  EXPECT_LT(client.answer().body.size(), server.bytes().size());
  EXPECT_TRUE(client.is_closed());
  EXPECT_EQ(Client(server.port()).get("/a").body, "text");
}

TEST(TransferTest, StopsWhileAFileHangs) {
  HangingFile server;
  Client waiting(server.port());
  waiting.send("GET /file HTTP/1.1\r\nHost: a\r\n\r\n");
  server.wait_until_it_hangs();
  server.stop();
  EXPECT_LT(waiting.answer().body.size(), server.bytes().size());
  server.let_go();
}

}  // namespace
}  // namespace tracuu::http
