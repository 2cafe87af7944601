// Real sockets on 127.0.0.1, port chosen by the system.
#include "searcher/server/http/listener.h"

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/server/client.h"
#include "tests/server/served.h"

namespace tracuu::http {
namespace {

TEST(ListenerTest, AnswersSeveralRequestsOnOneConnection) {
  Served served;
  Client client(served.port());
  EXPECT_EQ(client.get("/a?q=s%E1%BB%91").body, "/a số");
  EXPECT_EQ(client.get("/quick").body, "quick");
  EXPECT_EQ(client.get("/b").body, "/b ");
  EXPECT_EQ(served.noted, 3);
}

TEST(ListenerTest, HeadHasNoBody) {
  Served served;
  Client client(served.port());
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

class BadRequestTest : public testing::TestWithParam<BadRequest> {};

// After each, the server still answers others.
TEST_P(BadRequestTest, IsRefused) {
  Served served;
  Client client(served.port());
  client.send(GetParam().bytes);
  const Answer answer = client.answer();
  const std::vector<int>& statuses = GetParam().statuses;
  EXPECT_NE(std::ranges::find(statuses, answer.status), statuses.end()) << answer.status;
  if (statuses.size() == 1) {
    EXPECT_EQ(answer.body, "refused") << "not in our form";
  }
  EXPECT_EQ(Client(served.port()).get("/a").status, 200);
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
  Client client(served.port());
  EXPECT_EQ(client.get("/throw").status, 500);
  EXPECT_EQ(client.get("/a").status, 200);
}

// More idle and half-spoken connections than workers: they cost no reader anything.
TEST(ListenerTest, SlowAndIdleConnectionsStopNobody) {
  Served served;
  std::vector<std::unique_ptr<Client>> idle;
  for (int i = 0; i < 400; ++i) {
    idle.push_back(std::make_unique<Client>(served.port()));
    if (i % 2 == 0) idle.back()->send("GET /a HTTP/1.1\r\nHost: a\r\nX-Slow: ");
  }
  for (int i = 0; i < 50; ++i) {
    EXPECT_EQ(Client(served.port()).get("/a?q=1").body, "/a 1");
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
  Client working(served.port());
  working.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
  served.started.acquire();
  Client queued(served.port());
  queued.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
  while (served.listener->waiting() == 0) std::this_thread::yield();
  EXPECT_EQ(Client(served.port()).get("/a").status, 503);
  EXPECT_EQ(Client(served.port()).get("/quick").status, 200);
  served.go.release(2);
  EXPECT_EQ(working.answer().status, 200);
  EXPECT_EQ(queued.answer().status, 200);
}

// What was begun is answered; who comes later finds nobody.
TEST(ListenerTest, StopsWithoutLosingARequest) {
  Served served;
  const std::uint16_t port = served.port();
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
    Client client(served.port());
    client.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
    served.started.acquire();
    served.go.release();
  }
  EXPECT_EQ(Client(served.port()).get("/a").status, 200);
}

TEST(ListenerTest, APortInUseIsAnError) {
  Served served;
  ListenerOptions options;
  options.port = served.port();
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
    EXPECT_NE(served.port(), 0);
  } catch (const Error& error) {
    GTEST_SKIP() << "no IPv6 here: " << error.what();
  }
}

}  // namespace
}  // namespace tracuu::http
