// Who asks: what counts, from where, and what is refused.

#include "searcher/server/identity.h"

#include <fstream>
#include <string>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "searcher/server/address_range.h"
#include "searcher/server/api_keys.h"
#include "tests/indexer/temp_folder.h"

namespace tracuu {
namespace {

struct Range {
  const char* range;
  const char* address;
  bool is_inside;
};

TEST(AddressRangeTest, ContainsAddressesOfTheSameBits) {
  const Range rows[] = {
      {"127.0.0.1", "127.0.0.1", true},
      {"127.0.0.1", "127.0.0.2", false},
      {"10.1.0.0/16", "10.1.255.3", true},
      {"10.1.0.0/16", "10.2.0.0", false},
      {"10.0.0.0/9", "10.127.1.1", true},
      {"10.0.0.0/9", "10.128.1.1", false},
      {"0.0.0.0/0", "8.8.8.8", true},
      {"0.0.0.0/0", "2001:db8::1", false},
      {"::1", "::1", true},
      {"127.0.0.1", "::ffff:127.0.0.1", true},
      {"2001:db8::/32", "2001:db8:5::1", true},
      {"2001:db8::/32", "2001:db9::1", false},
      {"127.0.0.1", "", false},
      {"127.0.0.1", "127.0.0.1.evil", false},
  };
  for (const Range& row : rows) {
    const auto range = parse_address_range(row.range);
    ASSERT_TRUE(range) << row.range;
    EXPECT_EQ(range->contains(row.address), row.is_inside) << row.range << " " << row.address;
  }
}

TEST(AddressRangeTest, WhatIsNoneIsRefused) {
  for (const char* text : {"", "localhost", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", "::1/129",
                           "1.2.3", "10.0.0.0/-1"}) {
    EXPECT_FALSE(parse_address_range(text)) << text;
  }
}

class KeysTest : public testing::Test {
 protected:
  std::string write(const std::string& lines) { return folder_.write("keys", lines); }

  input::TempFolder folder_;
};

TEST_F(KeysTest, NewKeysAreLongAndDiffer) {
  const std::string key = new_api_key();
  EXPECT_EQ(key.size(), kKeyPrefix.size() + 43);
  EXPECT_NE(key, new_api_key());
  EXPECT_EQ(hash_of_api_key(key), hash_of_api_key(key));
  EXPECT_EQ(hash_of_api_key(key).size(), 64u);
}

TEST_F(KeysTest, AreFoundByTheirHash) {
  const std::string key = new_api_key();
  const std::string line = api_key_line({"mot-cua", 60, {}}, hash_of_api_key(key), "a, Văn thư");
  EXPECT_EQ(line.find(key), std::string::npos);
  ApiKeys keys(write("# của phần mềm một cửa\n" + line + "\n"));
  ASSERT_NE(keys.find(key), nullptr);
  EXPECT_EQ(keys.find(key)->name, "mot-cua");
  EXPECT_EQ(keys.find(key)->reader, (Reader{false, {"a", "Văn thư"}}));
  EXPECT_EQ(keys.find(key + "x"), nullptr);
  EXPECT_EQ(keys.find(""), nullptr);
  EXPECT_EQ(keys.find(hash_of_api_key(key)), nullptr) << "the file opens nothing";
}

TEST_F(KeysTest, LinesThatAreNoneAreNamed) {
  const std::string hash = hash_of_api_key("x");
  for (const std::string& line : std::vector<std::string>{
           "a\t" + hash, "a\t" + hash + "\t0", "a\tabc\t60", "a b\t" + hash + "\tmany",
           "a\t" + hash + "\t60\t*", "a\t" + hash + "\t60\tx\ty", "\t" + hash + "\t60",
           "a\t" + hash + "\t60\nb\t" + hash + "\t60"}) {
    EXPECT_THROW(ApiKeys(write(line)), Error) << line;
  }
  EXPECT_THROW(ApiKeys(folder_.path("khong-co")), Error);
}

TEST_F(KeysTest, RateIsOfAMinute) {
  auto now = std::chrono::steady_clock::time_point() + std::chrono::hours(1);
  const std::string key = new_api_key();
  ApiKeys keys(write(api_key_line({"a", 3, {}}, hash_of_api_key(key), "")), [&] { return now; });
  const ApiKey& known = *keys.find(key);
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(keys.take(known));
  EXPECT_EQ(keys.take(known), std::chrono::seconds(20));
  now += std::chrono::seconds(20);
  EXPECT_FALSE(keys.take(known));
  EXPECT_TRUE(keys.take(known));
  now += std::chrono::hours(5);
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(keys.take(known));
  EXPECT_TRUE(keys.take(known)) << "no more than a minute's are saved";
}

class IdentityTest : public KeysTest {
 protected:
  IdentityTest() {
    settings_.identity_user_header = "X-Remote-User";
    settings_.identity_groups_header = "X-Remote-Groups";
    settings_.trusted_proxies = {"127.0.0.1"};
    settings_.administrators_group = "quan-tri";
  }

  http::Request request(const std::string& client,
                        const std::map<std::string, std::string>& headers) {
    http::Request request;
    request.client = client;
    request.headers = headers;
    return request;
  }

  Identity of(const http::Request& request) {
    Identities identities(settings_);
    return std::get<Identity>(identities.of(request));
  }

  int refused(const http::Request& request) {
    Identities identities(settings_);
    const auto who = identities.of(request);
    const auto* refused = std::get_if<IdentityRefused>(&who);
    return refused == nullptr ? 0 : refused->status;
  }

  Settings settings_;
};

TEST_F(IdentityTest, HeadersCountFromTheProxyAlone) {
  const std::map<std::string, std::string> headers{{"x-remote-user", "an"},
                                                   {"x-remote-groups", "noi-vu, Văn thư,,!,*"}};
  const Identity an = of(request("127.0.0.1", headers));
  EXPECT_EQ(an.name, "an");
  EXPECT_EQ(an.reader, (Reader{false, {"noi-vu", "Văn thư"}}));
  for (const char* client : {"10.0.0.1", "", "127.0.0.11"}) {
    EXPECT_EQ(of(request(client, headers)).name, "") << client;
    EXPECT_EQ(of(request(client, headers)).reader, Reader{}) << client;
  }
}

TEST_F(IdentityTest, GroupsWithoutAUserAreNobodys) {
  EXPECT_EQ(of(request("127.0.0.1", {{"x-remote-groups", "noi-vu"}})).reader, Reader{});
  EXPECT_EQ(of(request("127.0.0.1", {{"x-remote-user", "an"}})).reader, Reader{});
}

TEST_F(IdentityTest, AdministratorsSeeEverything) {
  const auto headers = [](const char* groups) {
    return std::map<std::string, std::string>{{"x-remote-user", "an"}, {"x-remote-groups", groups}};
  };
  EXPECT_TRUE(of(request("127.0.0.1", headers("a,quan-tri"))).reader.sees_everything);
  EXPECT_FALSE(of(request("127.0.0.1", headers("a,quan-tri-2"))).reader.sees_everything);
  settings_.administrators_group.clear();
  EXPECT_FALSE(of(request("127.0.0.1", headers("a,quan-tri"))).reader.sees_everything);
}

TEST_F(IdentityTest, HeaderThatComesTwiceIsRefused) {
  http::Request twice = request("127.0.0.1", {{"x-remote-user", "an"}});
  twice.repeated = {"accept"};
  EXPECT_EQ(refused(twice), 0);
  for (const char* header : {"x-remote-user", "x-remote-groups", "authorization"}) {
    twice.repeated = {header};
    EXPECT_EQ(refused(twice), 400) << header;
  }
}

TEST_F(IdentityTest, KeyThatIsNotKnownIsRefused) {
  const std::string key = new_api_key();
  settings_.api_keys = write(api_key_line({"k", 60, {}}, hash_of_api_key(key), "!"));
  EXPECT_EQ(refused(request("1.2.3.4", {{"authorization", "Bearer nothing"}})), 401);
  EXPECT_EQ(refused(request("1.2.3.4", {{"authorization", "Basic abc"}})), 0) << "the proxy's own";
  const Identity known = of(request("1.2.3.4", {{"authorization", "Bearer " + key}}));
  EXPECT_EQ(known.name, "k");
  EXPECT_TRUE(known.reader.sees_everything);
}

TEST_F(IdentityTest, HeaderWithoutAProxyIsAnError) {
  settings_.trusted_proxies.clear();
  EXPECT_THROW(Identities{settings_}, Error);
  settings_.trusted_proxies = {"proxy.local"};
  EXPECT_THROW(Identities{settings_}, Error);
}

TEST_F(IdentityTest, NothingIsLookedAtWithoutSettings) {
  settings_ = {};
  Identities identities(settings_);
  EXPECT_FALSE(identities.is_used());
  EXPECT_EQ(identities.vary(), "");
  EXPECT_EQ(of(request("127.0.0.1", {{"x-remote-user", "an"}, {"authorization", "Bearer x"}})).name,
            "");
}

}  // namespace
}  // namespace tracuu
