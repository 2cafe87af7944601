// What is no request, or none that is served: whatever comes is answered by 4xx in our own form,
// the connection ends in order, and others are served on.
#include <chrono>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "searcher/server/http/listener.h"
#include "tests/server/client.h"
#include "tests/server/served.h"

namespace tracuu::http {
namespace {

using namespace std::string_literals;

struct Refused {
  const char* name;
  std::string bytes;
  int status;
};

class RefusedRequestTest : public testing::TestWithParam<Refused> {};

TEST_P(RefusedRequestTest, IsAnsweredInOurForm) {
  Served served;
  Client client(served.port());
  client.send(GetParam().bytes);
  const Answer answer = client.answer();
  EXPECT_EQ(answer.status, GetParam().status);
  EXPECT_EQ(answer.body, "refused") << "not in our form";
  EXPECT_TRUE(answer.has("Connection: close")) << answer.head;
  EXPECT_EQ(served.last_status, GetParam().status) << "noted";
  EXPECT_TRUE(client.is_ended()) << "cut: the answer may be lost";
  EXPECT_EQ(Client(served.port()).get("/a").status, 200);
}

std::string headers(std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += "X-" + std::to_string(i) + ": a\r\n";
  return all;
}

// A request that would be served, but for these lines.
std::string with(const std::string& lines) {
  return "GET / HTTP/1.1\r\nHost: a\r\n" + lines + "\r\n";
}

std::string of_target(const std::string& target) {
  return "GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n";
}

std::string of_version(const std::string& version) {
  return "GET / " + version + "\r\nHost: a\r\n\r\n";
}

const std::string kTlsHello =
    "\x16\x03\x01\x00\xA5\x01\x00\x00\xA1\x03\x03 0123456789\r\n\r\n0123456789"s;

std::string name_of(const testing::TestParamInfo<Refused>& test) {
  return test.param.name;
}

INSTANTIATE_TEST_SUITE_P(
    Targets, RefusedRequestTest,
    testing::Values(Refused{"BadEscape", of_target("/?q=%zz"), 400},
                    Refused{"NotUtf8", of_target("/?q=%E9"), 400},
                    Refused{"RawLatin1", of_target("/?q=\xE9"), 400},
                    Refused{"ControlCharacter", of_target("/?q=\x01"), 400},
                    Refused{"Zero", of_target("/?q=\0"s), 400},
                    Refused{"Tab", of_target("/?q=\t"), 400},
                    Refused{"Blank", of_target("/a b"), 400}, Refused{"Empty", of_target(""), 400},
                    Refused{"TwoBlanks", of_target(" /"), 400},
                    Refused{"Absolute", of_target("http://a/"), 400},
                    Refused{"Star", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 400},
                    Refused{"Long", of_target("/?q=" + std::string(kMaxTargetBytes, 'a')), 414},
                    Refused{"VeryLong", of_target("/?q=" + std::string(200'000, 'a')), 414},
                    Refused{"EndlessMethod", std::string(200'000, 'A'), 414}),
    name_of);

INSTANTIATE_TEST_SUITE_P(Versions, RefusedRequestTest,
                         testing::Values(Refused{"None", "GET /\r\n\r\n", 400},
                                         Refused{"Http09", of_version("HTTP/0.9"), 400},
                                         Refused{"Http12", of_version("HTTP/1.2"), 400},
                                         Refused{"Http2", of_version("HTTP/2.0"), 400},
                                         Refused{"Http2Preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                                                 400},
                                         Refused{"Http3", of_version("HTTP/3"), 400},
                                         Refused{"TwoDigits", of_version("HTTP/1.10"), 400},
                                         Refused{"SmallLetters", of_version("http/1.1"), 400},
                                         Refused{"BlankBehind", of_version("HTTP/1.1 "), 400},
                                         Refused{"Cut", of_version("HT"), 400},
                                         Refused{"Other", of_version("ICY/1.0"), 400}),
                         name_of);

INSTANTIATE_TEST_SUITE_P(
    Methods, RefusedRequestTest,
    testing::Values(Refused{"Post", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc",
                            405},
                    Refused{"Delete", "DELETE / HTTP/1.1\r\nHost: a\r\n\r\n", 405},
                    Refused{"Unknown", "BREW /tea HTTP/1.1\r\nHost: a\r\n\r\n", 405},
                    Refused{"SmallLetters", "get / HTTP/1.1\r\nHost: a\r\n\r\n", 405},
                    Refused{"None", " / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
                    Refused{"NotAToken", "G@T / HTTP/1.1\r\nHost: a\r\n\r\n", 400}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Headers, RefusedRequestTest,
    testing::Values(Refused{"NoHost", "GET / HTTP/1.1\r\n\r\n", 400},
                    Refused{"TwoHosts", with("Host: b\r\n"), 400},
                    Refused{"TwoHostsOfHttp10", "GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n",
                            400},
                    Refused{"Many", with(headers(kMaxHeaders)), 431},
                    Refused{"VeryMany", with(headers(1000)), 431},
                    Refused{"Long", with("X: " + std::string(24'576, 'a') + "\r\n"), 431},
                    Refused{"VeryLong", with("X: " + std::string(500'000, 'a') + "\r\n"), 431},
                    Refused{"LongName", with(std::string(30'000, 'X') + ": a\r\n"), 431},
                    Refused{"NoColon", with("X\r\n"), 400}, Refused{"NoName", with(": a\r\n"), 400},
                    Refused{"BlankBeforeColon", with("X : a\r\n"), 400},
                    Refused{"BlankInName", with("X Y: a\r\n"), 400},
                    Refused{"GoesOnInTheNextLine", with("X: a\r\n b\r\n"), 400},
                    Refused{"GoesOnBehindATab", with("X: a\r\n\tb\r\n"), 400},
                    Refused{"BeginsWithABlank", "GET / HTTP/1.1\r\n X: a\r\nHost: a\r\n\r\n", 400},
                    Refused{"Zero", with("X: a\0b\r\n"s), 400},
                    Refused{"Escape", with("X: a\x1B\r\n"), 400},
                    Refused{"Delete", with("X: a\x7F\r\n"), 400},
                    Refused{"BareReturn", with("X: a\rY: b\r\n"), 400},
                    Refused{"BareLineEnd", with("X: a\nY: b\r\n"), 400},
                    Refused{"BareLineEnds", "GET / HTTP/1.1\nHost: a\n\n", 400},
                    Refused{"BadConnection", with("Connection: (\r\n"), 400}),
    name_of);

INSTANTIATE_TEST_SUITE_P(
    Bodies, RefusedRequestTest,
    testing::Values(
        Refused{"OfGet", with("Content-Length: 3\r\n") + "abc", 413},
        Refused{"Large", with("Content-Length: 900000\r\n") + std::string(900'000, 'a'), 413},
        Refused{"Chunked", with("Transfer-Encoding: chunked\r\n") + "0\r\n\r\n", 413},
        Refused{"Packed", with("Transfer-Encoding: gzip\r\n"), 413},
        Refused{"ExpectsToBeTold", with("Content-Length: 3\r\nExpect: 100-continue\r\n"), 413},
        Refused{"LengthIsNoNumber", with("Content-Length: abc\r\n"), 400},
        Refused{"LengthIsNegative", with("Content-Length: -1\r\n"), 400},
        Refused{"LengthHasASign", with("Content-Length: +0\r\n"), 400},
        Refused{"LengthIsHexadecimal", with("Content-Length: 0x1\r\n"), 400},
        Refused{"LengthIsNone", with("Content-Length:\r\n"), 400},
        Refused{"LengthIsTooLarge", with("Content-Length: 99999999999999999999\r\n"), 400},
        Refused{"TwoLengths", with("Content-Length: 0\r\nContent-Length: 3\r\n"), 400},
        Refused{"LengthAndChunked",
                with("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n", 400},
        Refused{"ChunkedAndLength",
                with("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n") + "0\r\n\r\n", 400}),
    name_of);

// At once, whether the bytes end like a head or not.
INSTANTIATE_TEST_SUITE_P(Garbage, RefusedRequestTest,
                         testing::Values(Refused{"TlsHello", kTlsHello, 400},
                                         Refused{"TlsWithoutALineEnd", kTlsHello.substr(0, 16),
                                                 400},
                                         Refused{"Zeros", std::string(100, '\0'), 400},
                                         Refused{"HighBytes", "\xFF\xFE\xFD", 400},
                                         Refused{"Ssh", "SSH-2.0-OpenSSH_9.2\r\n", 400},
                                         Refused{"ReturnInALine", "GET / HTTP/1.1\r\nX: a\rb", 400},
                                         Refused{"EmptyLinesFirst", "\r\n\r\nnonsense\r\n", 400}),
                         name_of);

// Who sends on without listening is not cut, so that he hears the answer when he listens at last.
TEST(RefusedRequestTest, WhatComesBehindItIsTaken) {
  Served served;
  Client client(served.port());
  client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n");
  EXPECT_TRUE(client.hears_within(std::chrono::milliseconds(10'000)));
  for (int i = 0; i < 100; ++i) ASSERT_TRUE(client.send(std::string(1000, 'a')));
  EXPECT_EQ(client.answer().status, 405);
  EXPECT_TRUE(client.is_ended());
}

TEST(RefusedRequestTest, WhoEndsInTheMiddleIsToldSo) {
  Served served;
  Client client(served.port());
  client.send("GET /a HTTP/1.1\r\nHo");
  client.end_sending();
  const Answer answer = client.answer();
  EXPECT_EQ(answer.status, 400);
  EXPECT_EQ(answer.body, "refused");
  EXPECT_TRUE(client.is_closed());
}

TEST(RefusedRequestTest, TheAnswerToHeadHasNoBody) {
  Served served;
  Client client(served.port());
  client.send("HEAD /?q=%zz HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(client.head_alone().status, 400);
  EXPECT_TRUE(client.is_closed());
}

}  // namespace
}  // namespace tracuu::http
