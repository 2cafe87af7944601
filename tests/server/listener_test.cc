// Real sockets on 127.0.0.1, port chosen by the system.
#include "searcher/server/http/listener.h"

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

using std::chrono::milliseconds;

TEST(ListenerTest, AnswersSeveralRequestsOnOneConnection) {
  Served served;
  Client client(served.port());
  EXPECT_EQ(client.get("/a?q=s%E1%BB%91").body, "/a số");
  EXPECT_EQ(client.get("/quick").body, "quick");
  EXPECT_EQ(client.get("/b").body, "/b ");
  EXPECT_EQ(served.noted, 3);
}

TEST(ListenerTest, HeadHasNoBodyAndItsLength) {
  Served served;
  Client client(served.port());
  client.send("HEAD /a?q=b HTTP/1.1\r\nHost: a\r\n\r\n");
  const Answer answer = client.head_alone();
  EXPECT_EQ(answer.status, 200);
  EXPECT_TRUE(answer.has("Content-Length: 4\r\n")) << answer.head;
  EXPECT_EQ(client.get("/b").body, "/b ") << "behind the body of the answer to HEAD";
}

TEST(ListenerTest, SaysWhatTimeItIsAndNotWhatItIs) {
  Served served;
  const Answer answer = Client(served.port()).get("/a");
  EXPECT_TRUE(answer.has("\r\nDate: ")) << answer.head;
  EXPECT_FALSE(answer.has("Server:")) << answer.head;
}

// Who sends several requests at once is answered in their order, by whomever.
TEST(ListenerTest, AnswersRequestsSentTogetherInTheirOrder) {
  Served served;
  Client client(served.port());
  const std::string all = [] {
    std::string requests;
    for (const char* path : {"/a", "/quick", "/b", "/c"}) {
      requests.append("GET ").append(path).append(" HTTP/1.1\r\nHost: a\r\n\r\n");
    }
    return requests;
  }();
  for (int round = 0; round < 200; ++round) client.send(all);
  for (int round = 0; round < 200; ++round) {
    for (const char* body : {"/a ", "quick", "/b ", "/c "}) ASSERT_EQ(client.answer().body, body);
  }
  // The one in the middle is no request.
  client.send("GET /a HTTP/1.1\r\nHost: a\r\n\r\nGET /b\r\n\r\n" + all);
  EXPECT_EQ(client.answer().body, "/a ");
  EXPECT_EQ(client.answer().status, 400);
  EXPECT_TRUE(client.is_closed());
}

struct Stays {
  const char* name;
  const char* request;
  const char* connection;  // what is said of it; "": nothing
  bool stays;
};

class StaysTest : public testing::TestWithParam<Stays> {};

TEST_P(StaysTest, OrCloses) {
  Served served;
  Client client(served.port());
  client.send(GetParam().request);
  const Answer answer = client.answer();
  EXPECT_EQ(answer.body, "/a ");
  const std::string connection = GetParam().connection;
  EXPECT_TRUE(connection.empty() ? !answer.has("Connection:")
                                 : answer.has("Connection: " + connection + "\r\n"))
      << answer.head;
  if (GetParam().stays) {
    EXPECT_EQ(client.get("/b").body, "/b ");
  } else {
    EXPECT_TRUE(client.is_closed());
  }
}

INSTANTIATE_TEST_SUITE_P(
    All, StaysTest,
    testing::Values(Stays{"Http11", "GET /a HTTP/1.1\r\nHost: a\r\n\r\n", "", true},
                    Stays{"Http11Close", "GET /a HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n",
                          "close", false},
                    Stays{"Http11CloseAmongOthers",
                          "GET /a HTTP/1.1\r\nHost: a\r\nConnection: te, close\r\n\r\n", "close",
                          false},
                    Stays{"Http10", "GET /a HTTP/1.0\r\n\r\n", "close", false},
                    Stays{"Http10KeepAlive", "GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
                          "keep-alive", true}),
    [](const auto& test) { return test.param.name; });

// Nothing is awaited behind a request without a body, and nothing said before the answer.
TEST(ListenerTest, ARequestThatExpectsToBeToldToContinueIsAnswered) {
  Served served;
  EXPECT_EQ(Client(served.port()).get("/a", "Expect: 100-continue\r\n").status, 200);
}

TEST(ListenerTest, WhoHasEndedSendingIsAnswered) {
  Served served;
  Client client(served.port());
  client.send("GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
  client.end_sending();
  EXPECT_EQ(client.answer().body, "/a ");
  EXPECT_TRUE(client.is_closed());
}

TEST(ListenerTest, WhatAHandlerThrowsIsA500) {
  Served served;
  Client client(served.port());
  for (const char* path : {"/throw", "/quick/throw"}) {
    EXPECT_EQ(client.get(path).status, 500) << path;
    EXPECT_EQ(client.get("/a").status, 200);
  }
}

// Not even that a refusal throws ends more than one connection.
TEST(ListenerTest, WhatARefusalThrowsEndsOneConnection) {
  Handlers handlers;
  handlers.quick = [](const Request&) { return Response{200, "text/plain", "quick", {}}; };
  handlers.workers.emplace_back([](const Request&) { return Response{}; });
  handlers.refuse = [](const Request&, int) -> Response { throw std::runtime_error("as asked"); };
  handlers.note = [](const Finished&) {};
  const Listener listener(any_port(), std::move(handlers));
  Client other(listener.port());
  Client client(listener.port());
  client.send("nonsense\r\n\r\n");
  EXPECT_TRUE(client.is_closed());
  EXPECT_EQ(other.get("/").body, "quick");
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

// Also where two ask for it at once.
TEST(ListenerTest, StoppingEndsIdleConnections) {
  ListenerOptions options = any_port();
  options.grace = std::chrono::hours(1);
  Served served(options);
  Client silent(served.port());
  Client idle(served.port());
  EXPECT_EQ(idle.get("/a").status, 200);
  std::thread other([&] { served.listener->stop(); });
  served.listener->stop();
  other.join();
  EXPECT_TRUE(silent.is_closed());
  EXPECT_TRUE(idle.is_closed());
}

TEST(ListenerTest, StoppingWaitsNoLongerThanTheGrace) {
  ListenerOptions options = any_port();
  options.grace = milliseconds(50);
  Served served(options, 1);
  Client half(served.port());
  half.send("GET /a HTTP/1.1\r\n");
  Client taking(served.port());
  taking.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_TRUE(taking.hears_within(milliseconds(10'000)));
  served.listener->stop();
  EXPECT_TRUE(half.is_closed());
  EXPECT_LT(taking.answer().body.size(), Served::kLarge);
}

// Who is one too many waits until somebody goes.
TEST(ListenerTest, HoldsNoMoreConnectionsThanAreAllowed) {
  ListenerOptions options = any_port();
  options.connections = 2;
  Served served(options);
  auto first = std::make_unique<Client>(served.port());
  Client second(served.port());
  EXPECT_EQ(first->get("/a").status, 200);
  EXPECT_EQ(second.get("/a").status, 200);
  Client third(served.port());
  third.send("GET /c HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_FALSE(third.hears_within(milliseconds(100)));
  first.reset();
  EXPECT_EQ(third.answer().body, "/c ");
}

// The time for a request does not begin anew with each byte; who has sent none is told nothing.
TEST(ListenerTest, WhoIsTooSlowIsToldSo) {
  ListenerOptions options = any_port();
  options.idle = std::chrono::seconds(1);
  Served served(options);
  Client silent(served.port());
  Client idle(served.port());
  EXPECT_EQ(idle.get("/a").status, 200);
  Client stalled(served.port());
  stalled.send("GET /a HTTP/1.1\r\nHo");
  Client slow(served.port());
  slow.send("GET /a HTTP/1.1\r\nX-Slow: ");
  for (int i = 0; i < 200 && !slow.hears_within(milliseconds(50)); ++i) slow.send("a");
  EXPECT_TRUE(slow.hears_within(milliseconds(0)));
  for (Client* client : {&slow, &stalled}) {
    const Answer answer = client->answer();
    EXPECT_EQ(answer.status, 408);
    EXPECT_EQ(answer.body, "refused");
    EXPECT_TRUE(client->is_closed());
  }
  EXPECT_TRUE(silent.is_closed());
  EXPECT_TRUE(idle.is_closed());
}

// It holds the only connection until it is cut, without having read anything.
TEST(ListenerTest, WhoDoesNotTakeTheAnswerIsCut) {
  ListenerOptions options = any_port();
  options.connections = 1;
  options.idle = std::chrono::seconds(1);
  Served served(options);
  Client stuck(served.port());
  stuck.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_TRUE(stuck.hears_within(milliseconds(10'000)));
  EXPECT_EQ(Client(served.port()).get("/a").body, "/a ");
  EXPECT_LT(stuck.answer().body.size(), Served::kLarge);
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
