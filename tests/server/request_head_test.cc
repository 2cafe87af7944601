// Heads of requests, whole and in pieces: how they are cut must not change how they are read.
#include "searcher/server/http/request_head.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace tracuu::http {
namespace {

constexpr std::size_t kMost = 1000;

std::vector<Head> heads_of(const std::string& bytes, std::size_t piece) {
  HeadReader reader(kMost);
  std::vector<Head> heads;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    reader.add(bytes.substr(at, piece));
    while (auto head = reader.next()) {
      heads.push_back(std::move(*head));
      if (heads.back().refused) return heads;
    }
  }
  EXPECT_EQ(reader.is_empty(), bytes.ends_with("\r\n\r\n")) << bytes;
  return heads;
}

std::string join(std::initializer_list<std::string_view> parts) {
  std::string all;
  for (const std::string_view part : parts) all.append(part);
  return all;
}

TEST(RequestHeadTest, IsReadAsItIsWritten) {
  const std::vector<Head> heads = heads_of(
      "GET /search?q=chuy%E1%BB%83n HTTP/1.1\r\nHost: a\r\nX-Two:  b c \t\r\nx-two: d\r\nEmpty:\r\n"
      "Text: \xE1\xBB\x83\r\n\r\n",
      kMost);
  ASSERT_EQ(heads.size(), 1u);
  const Request& request = heads[0].request;
  EXPECT_EQ(heads[0].refused, std::nullopt);
  EXPECT_TRUE(heads[0].keeps_alive);
  EXPECT_EQ(request.method, "GET");
  EXPECT_EQ(request.path(), "/search");
  EXPECT_EQ(request.parameter("q"), "chuyển");
  EXPECT_EQ(request.header("host"), "a");
  EXPECT_EQ(request.header("x-two"), "b c") << "the first of several decides";
  EXPECT_EQ(request.repeated, std::vector<std::string>{"x-two"});
  EXPECT_TRUE(request.headers.contains("empty"));
  EXPECT_EQ(request.header("text"), "ể");
}

TEST(RequestHeadTest, HowItIsCutChangesNothing) {
  const std::string good = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n";
  for (const std::string& bytes :
       {good, join({good, good, good}), join({"\r\n\r\n", good, "\r\n", good}),
        join({good, "GET /b"}), join({good, "G@"}),
        join({good, "GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n"}),
        join({"GET / HTTP/1.1\r\nX: ", std::string(kMost, 'a'), "\r\n\r\n"}),
        std::string(kMost, 'A'), join({std::string(kMost, 'A'), "\r\n\r\n"}),
        join({"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n", good})}) {
    const std::vector<Head> whole = heads_of(bytes, bytes.size());
    for (std::size_t piece : {2, 3, 7}) {
      const std::vector<Head> pieces = heads_of(bytes, piece);
      ASSERT_EQ(pieces.size(), whole.size()) << bytes << ", " << piece;
      for (std::size_t i = 0; i < whole.size(); ++i) {
        EXPECT_EQ(pieces[i].refused, whole[i].refused) << bytes << ", " << piece;
        EXPECT_EQ(pieces[i].request.target, whole[i].request.target);
      }
    }
  }
}

// Exactly so many bytes are read; one more is refused, by what was too long.
TEST(RequestHeadTest, HasALimit) {
  const std::string start = "GET / HTTP/1.1\r\nHost: a\r\nX: ";
  const std::string fits = start + std::string(kMost - start.size() - 4, 'a') + "\r\n\r\n";
  ASSERT_EQ(fits.size(), kMost);
  EXPECT_EQ(heads_of(fits, kMost).at(0).refused, std::nullopt);
  EXPECT_EQ(heads_of(start + "a" + fits.substr(start.size()), kMost + 1).at(0).refused, 431);
  EXPECT_EQ(heads_of("GET /" + std::string(kMost, 'a'), kMost).at(0).refused, 414);
}

TEST(RequestHeadTest, WhatWasReadIsNotKept) {
  HeadReader reader(kMost);
  EXPECT_TRUE(reader.is_empty());
  EXPECT_EQ(reader.room(), kMost);
  reader.add("GET /a HTTP/1.1\r\nHost: a\r\n\r\nGET");
  EXPECT_TRUE(reader.next().has_value());
  EXPECT_FALSE(reader.is_empty());
  EXPECT_FALSE(reader.next().has_value());
  EXPECT_EQ(reader.room(), kMost - 3);
  reader.add(" /b HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_TRUE(reader.next().has_value());
  EXPECT_TRUE(reader.is_empty());
}

}  // namespace
}  // namespace tracuu::http
