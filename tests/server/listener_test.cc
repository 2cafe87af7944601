// Real sockets on 127.0.0.1, port chosen by the system.
#include "searcher/server/http/listener.h"

#include <atomic>
#include <cstdio>
#include <memory>
#include <semaphore>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <unistd.h>

#include "core/base/error.h"
#include "tests/server/client.h"

namespace tracuu::http {
namespace {

using std::chrono::milliseconds;

ListenerOptions any_port() {
  ListenerOptions options;
  options.port = 0;
  return options;
}

// Answers with path and first value of q; "/quick" without a worker, "/wait" when told to.
class Served {
 public:
  explicit Served(const ListenerOptions& options = any_port(), std::size_t workers = 2) {
    Handlers handlers;
    handlers.quick = [](const Request& request) -> std::optional<Response> {
      if (request.path() == "/quick") return Response{200, "text/plain", "quick", {}};
      return std::nullopt;
    };
    const auto work = [this](const Request& request) {
      if (request.path() == "/throw") throw std::runtime_error("as asked");
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

  std::counting_semaphore<> started{0};
  std::counting_semaphore<> go{0};
  std::atomic<int> noted{0};
  std::atomic<int> last_status{0};
  std::unique_ptr<Listener> listener;
};

TEST(ListenerTest, AnswersSeveralRequestsOnOneConnection) {
  Served served;
  Client client(served.listener->port());
  EXPECT_EQ(client.get("/a?q=s%E1%BB%91").body, "/a số");
  EXPECT_EQ(client.get("/quick").body, "quick");
  EXPECT_EQ(client.get("/b").body, "/b ");
  EXPECT_EQ(served.noted, 3);
}

TEST(ListenerTest, HeadHasNoBody) {
  Served served;
  Client client(served.listener->port());
  client.send("HEAD /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  const Answer answer = client.answer();
  EXPECT_EQ(answer.status, 200);
  EXPECT_TRUE(answer.body.empty());
}

struct BadRequest {
  const char* name;
  std::string bytes;
  std::vector<int> statuses;  // any of them; by us where there is one, else by the library
};

// A file is sent from where it lies: whole, in parts, and more of it than sockets hold at once.
TEST(ListenerTest, SendsFiles) {
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
    options.read = [state = state_](int descriptor, void* to, std::size_t most, off_t offset) {
      if (static_cast<std::size_t>(offset) == kPieceBytes) {
        state->hung.release();
        state->go.acquire();
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
  void stop() { listener_->stop(); }

 private:
  // The thread that hangs outlives the listener.
  struct State {
    std::counting_semaphore<> hung{0};
    std::counting_semaphore<> go{0};
  };
  std::shared_ptr<State> state_ = std::make_shared<State>();
  std::string bytes_;
  std::unique_ptr<Listener> listener_;
};

TEST(ListenerTest, AFileThatHangsHoldsNobodyElse) {
  HangingFile server;
  Client waiting(server.port());
  waiting.send("GET /file HTTP/1.1\r\nHost: a\r\n\r\n");
  server.wait_until_it_hangs();
  for (int i = 0; i < 20; ++i) EXPECT_EQ(Client(server.port()).get("/a").body, "text");
  server.let_go();
  EXPECT_TRUE(waiting.answer().body == server.bytes());
}

TEST(ListenerTest, StopsWhileAFileHangs) {
  HangingFile server;
  Client waiting(server.port());
  waiting.send("GET /file HTTP/1.1\r\nHost: a\r\n\r\n");
  server.wait_until_it_hangs();
  server.stop();
  EXPECT_LT(waiting.answer().body.size(), server.bytes().size());
  server.let_go();
}

class BadRequestTest : public testing::TestWithParam<BadRequest> {};

// After each, the server still answers others.
TEST_P(BadRequestTest, IsRefused) {
  Served served;
  Client client(served.listener->port());
  client.send(GetParam().bytes);
  const Answer answer = client.answer();
  const std::vector<int>& statuses = GetParam().statuses;
  EXPECT_NE(std::ranges::find(statuses, answer.status), statuses.end()) << answer.status;
  if (statuses.size() == 1) {
    EXPECT_EQ(answer.body, "refused") << "not in our form";
  }
  EXPECT_EQ(Client(served.listener->port()).get("/a").status, 200);
}

std::string headers(std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += "X-" + std::to_string(i) + ": a\r\n";
  return all;
}

INSTANTIATE_TEST_SUITE_P(
    All, BadRequestTest,
    testing::Values(
        BadRequest{"BadEscape", "GET /?q=%zz HTTP/1.1\r\nHost: a\r\n\r\n", {400}},
        BadRequest{"NotUtf8", "GET /?q=%E9 HTTP/1.1\r\nHost: a\r\n\r\n", {400}},
        BadRequest{"RawLatin1", "GET /?q=\xE9 HTTP/1.1\r\nHost: a\r\n\r\n", {400}},
        BadRequest{"LongTarget",
                   "GET /?q=" + std::string(kMaxTargetBytes, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n",
                   {414}},
        BadRequest{"VeryLongTarget",
                   "GET /?q=" + std::string(200000, 'a') + " HTTP/1.1\r\n\r\n",
                   {414, 431, 0}},
        BadRequest{"ManyHeaders",
                   "GET / HTTP/1.1\r\nHost: a\r\n" + headers(kMaxHeaders + 1) + "\r\n",
                   {431}},
        BadRequest{"LongHeader",
                   "GET / HTTP/1.1\r\nX: " + std::string(100000, 'a') + "\r\n\r\n",
                   {413, 431, 0}},
        BadRequest{"Post", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc", {405}},
        BadRequest{"Delete", "DELETE / HTTP/1.1\r\nHost: a\r\n\r\n", {405}},
        BadRequest{"UnknownMethod", "BREW /tea HTTP/1.1\r\nHost: a\r\n\r\n", {405, 501}},
        BadRequest{"BodyOfGet", "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc", {413}},
        BadRequest{"ChunkedBody",
                   "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                   {413}},
        BadRequest{"Absolute", "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", {400}},
        BadRequest{"SpaceInTarget", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", {400}},
        BadRequest{"NoHost", "GET / HTTP/1.1\r\n\r\n", {400}},
        BadRequest{"TwoHosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", {400}},
        BadRequest{"NoHttp", "\x16\x03\x01\x02\r\n\r\n", {400, 505, 0}},
        BadRequest{"NoVersion", "GET /\r\n\r\n", {400, 505, 0}}),
    [](const auto& test) { return test.param.name; });

TEST(ListenerTest, WhatAHandlerThrowsIsA500) {
  Served served;
  Client client(served.listener->port());
  EXPECT_EQ(client.get("/throw").status, 500);
  EXPECT_EQ(client.get("/a").status, 200);
}

// More idle and half-spoken connections than workers: they cost no reader anything.
TEST(ListenerTest, SlowAndIdleConnectionsStopNobody) {
  Served served;
  std::vector<std::unique_ptr<Client>> idle;
  for (int i = 0; i < 400; ++i) {
    idle.push_back(std::make_unique<Client>(served.listener->port()));
    if (i % 2 == 0) idle.back()->send("GET /a HTTP/1.1\r\nHost: a\r\nX-Slow: ");
  }
  for (int i = 0; i < 50; ++i) {
    EXPECT_EQ(Client(served.listener->port()).get("/a?q=1").body, "/a 1");
  }
  idle[0]->send("x\r\n\r\n");
  EXPECT_EQ(idle[0]->answer().status, 200);
  EXPECT_EQ(idle[1]->get("/a").status, 200);
  idle.clear();  // before the server stops, which waits for half-spoken requests
}

TEST(ListenerTest, AFullQueueIsSaidAtOnce) {
  ListenerOptions options = any_port();
  options.queue = 1;
  Served served(options, 1);
  Client working(served.listener->port());
  working.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
  served.started.acquire();
  Client queued(served.listener->port());
  queued.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
  while (served.listener->waiting() == 0) std::this_thread::yield();
  EXPECT_EQ(Client(served.listener->port()).get("/a").status, 503);
  EXPECT_EQ(Client(served.listener->port()).get("/quick").status, 200);
  served.go.release(2);
  EXPECT_EQ(working.answer().status, 200);
  EXPECT_EQ(queued.answer().status, 200);
}

// What was begun is answered; who comes later finds nobody.
TEST(ListenerTest, StopsWithoutLosingARequest) {
  Served served;
  const std::uint16_t port = served.listener->port();
  Client working(port);
  working.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
  served.started.acquire();
  std::thread stopping([&] { served.listener->stop(); });
  while (true) {
    try {
      const Client late(port);
      std::this_thread::yield();
    } catch (const std::runtime_error&) {
      break;
    }
  }
  served.go.release();
  const Answer answer = working.answer();
  EXPECT_EQ(answer.status, 200);
  EXPECT_TRUE(answer.has("Connection: close")) << answer.head;
  EXPECT_TRUE(working.is_closed());
  stopping.join();
}

TEST(ListenerTest, ClientsThatLeaveAreForgotten) {
  Served served;
  for (int i = 0; i < 3; ++i) {
    Client client(served.listener->port());
    client.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
    served.started.acquire();
    served.go.release();
  }
  EXPECT_EQ(Client(served.listener->port()).get("/a").status, 200);
}

TEST(ListenerTest, APortInUseIsAnError) {
  Served served;
  ListenerOptions options;
  options.port = served.listener->port();
  try {
    const Served second(options);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kIo);
    EXPECT_NE(describe(error, Language::kEnglish).find("127.0.0.1:"), std::string::npos);
  }
  options.address = "nowhere";
  EXPECT_THROW(const Served third(options), Error);
}

TEST(ListenerTest, ListensOnIpv6) {
  ListenerOptions options = any_port();
  options.address = "::1";
  try {
    const Served served(options);
    EXPECT_NE(served.listener->port(), 0);
  } catch (const Error& error) {
    GTEST_SKIP() << "no IPv6 here: " << error.what();
  }
}

}  // namespace
}  // namespace tracuu::http
