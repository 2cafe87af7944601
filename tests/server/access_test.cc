// Every address, asked by every kind of reader, answers as a server whose index holds nothing but
// what the reader may see; and caches, versions and counters keep readers apart.

#include <filesystem>
#include <regex>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/searcher/restricted_collection.h"
#include "tests/server/desk_fixture.h"

namespace tracuu {
namespace {

constexpr const char* kProxy = "10.0.0.9";

Settings with_identity() {
  Settings settings;
  settings.identity_user_header = "X-Remote-User";
  settings.identity_groups_header = "X-Remote-Groups";
  settings.trusted_proxies = {kProxy};
  settings.administrators_group = "quan-tri";
  settings.time_limit = std::chrono::minutes(1);
  settings.file_roots = {"/srv"};
  settings.shares = {{"/srv", "\\\\may-chu\\vb"}};
  return settings;
}

http::Request asked_by(const Reader& reader, const std::string& target) {
  http::Request request = request_for(target);
  request.client = kProxy;
  if (reader == Reader{}) return request;
  request.headers["x-remote-user"] = "an";
  std::string groups = reader.sees_everything ? "quan-tri" : "";
  for (const std::string& group : reader.groups) groups += "," + group;
  request.headers["x-remote-groups"] = groups;
  return request;
}

// What does not depend on the clock or on which of two indexes it is.
std::string without_chance(const std::string& body) {
  static const std::regex kTook(R"("took_ms":[0-9.e+-]+|"state":"[^"]*")");
  return std::regex_replace(body, kTook, "");
}

// Addresses with all that may be asked of a server.
std::vector<std::string> targets(RestrictedCollection& random) {
  const auto value = [](const std::string& text) { return http::percent_encode(text); };
  const std::string q = value(random.question());
  const std::string typed = value(random.prefix());
  const Document& one = random.documents()[random.random().below(random.documents().size())];
  const std::string id = value(one.id);
  const std::string agency = value(one.agency);
  return {"/",
          "/search?q=" + q,
          "/search?q=" + q + "&agency=" + agency,
          "/search?q=" + q + "&sort=newest&collapse=0",
          "/search?q=" + q + "&fragment=1",
          "/search?q=" + q + "&lang=en&page=2&limit=3",
          "/search.csv?q=" + q,
          "/search.jsonl?q=" + q,
          "/search.atom?q=" + q,
          "/search.trec?q=" + q,
          "/suggestions?q=" + typed,
          "/document?id=" + id,
          "/document?id=" + id + "&q=" + q,
          "/document?id=" + id + "&tab=ties",
          "/document?id=" + id + "&tab=similar",
          "/help",
          "/file/" + id,
          "/api/v1/search?explain=1&facets=agency,type,year,month,path,signer,field,place,person,"
          "keyword,status&q=" +
              q,
          "/api/v1/facets?facets=agency,status&q=" + q,
          "/api/v1/complete?q=" + typed,
          "/api/v1/suggest?q=" + q,
          "/api/v1/document?id=" + id,
          "/api/v1/related?id=" + id,
          "/api/v1/cites?id=" + id,
          "/api/v1/cited-by?id=" + id,
          "/api/v1/similar?id=" + id,
          "/api/v1/status",
          "/opensearch.xml",
          "/admin",
          "/nowhere"};
}

class ServerAccessTest : public testing::TestWithParam<unsigned> {};

TEST_P(ServerAccessTest, AnswersAreThoseOfAServerOfWhatMayBeSeen) {
  const unsigned seed = test_seed() + 100 + GetParam();
  SCOPED_TRACE(testing::Message() << "TRACUU_TEST_SEED=" << seed);
  RestrictedCollection random(seed, 28);
  TestDesk all(random.documents(), with_identity());
  for (const Reader& reader : all_readers()) {
    TestDesk part(visible_to(random.documents(), reader), with_identity());
    for (int round = 0; round < 4; ++round) {
      for (const std::string& target : targets(random)) {
        const http::Response got = all.ask(asked_by(reader, target));
        const http::Response want = part.ask(asked_by(reader, target));
        EXPECT_EQ(got.status, want.status) << target;
        EXPECT_EQ(without_chance(got.body), without_chance(want.body))
            << target << " groups " << testing::PrintToString(reader.groups);
        if (HasFailure()) return;
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, ServerAccessTest, testing::Range(0u, 2u));

Document document(const std::string& id, std::vector<std::string> access = {}) {
  Document d;
  d.id = id;
  d.title = "Quyết định " + id;
  d.body = "một cửa liên thông";
  d.access = std::move(access);
  return d;
}

class ServerReadersTest : public testing::Test {
 protected:
  TestDesk desk_{{document("a"), document("b", {"x"}), document("c", {"!"})}, with_identity()};
  const std::string target_ = "/api/v1/search?q=m%E1%BB%99t";
};

TEST_F(ServerReadersTest, HeadersOfOthersAreNothing) {
  http::Request request = asked_by(Reader{false, {"x"}}, target_);
  EXPECT_NE(desk_.ask(request).body.find("\"total\":2"), std::string::npos);
  request.client = "10.0.0.8";
  EXPECT_NE(desk_.ask(request).body.find("\"total\":1"), std::string::npos);
  EXPECT_EQ(desk_.get("/document?id=b").status, 404);
  EXPECT_EQ(desk_.ask(asked_by(Reader{false, {"x"}}, "/document?id=b")).status, 200);
  EXPECT_EQ(desk_.ask(asked_by(Reader{false, {"x"}}, "/document?id=c")).status, 404);
  EXPECT_EQ(desk_.ask(asked_by(Reader::of_everything(), "/document?id=c")).status, 200);
}

TEST_F(ServerReadersTest, HiddenDocumentIsAnsweredAsOneThatIsNotThere) {
  const http::Response hidden = desk_.get("/api/v1/document?id=b");
  std::string absent = desk_.get("/api/v1/document?id=z").body;
  absent.replace(absent.find("'z'"), 3, "'b'");
  EXPECT_EQ(hidden.body, absent);
}

TEST_F(ServerReadersTest, VersionOfOneReaderIsNoneOfAnother) {
  const http::Response member = desk_.ask(asked_by(Reader{false, {"x"}}, target_));
  ASSERT_TRUE(member.headers.contains("ETag"));
  http::Request anybody = asked_by(Reader{}, target_);
  anybody.headers["if-none-match"] = member.headers.at("ETag");
  EXPECT_EQ(desk_.ask(anybody).status, 200);
  http::Request same = asked_by(Reader{false, {"x"}}, target_);
  same.headers["if-none-match"] = member.headers.at("ETag");
  EXPECT_EQ(desk_.ask(same).status, 304);
}

TEST_F(ServerReadersTest, CachesBetweenKeepReadersApart) {
  const http::Response member = desk_.ask(asked_by(Reader{false, {"x"}}, target_));
  EXPECT_EQ(member.headers.at("Cache-Control"), "private, no-cache");
  const std::string vary = "Origin, X-Remote-User, X-Remote-Groups, Accept-Encoding";
  EXPECT_EQ(member.headers.at("Vary"), vary);
  const http::Response anybody = desk_.get(target_);
  EXPECT_EQ(anybody.headers.at("Cache-Control"), "no-cache");
  EXPECT_EQ(anybody.headers.at("Vary"), vary);
  TestDesk open({document("a")});
  EXPECT_EQ(open.get(target_).headers.at("Vary"), "Origin, Accept-Encoding");
}

TEST_F(ServerReadersTest, CountersAreOfWhatIsForEveryone) {
  desk_.ask(asked_by(Reader::of_everything(), target_));
  EXPECT_EQ(desk_.site().metrics().index().documents, 1u);
}

TEST_F(ServerReadersTest, HeaderThatComesTwiceIsRefused) {
  http::Request request = asked_by(Reader{false, {"x"}}, target_);
  request.repeated = {"x-remote-groups"};
  const http::Response refused = desk_.ask(request);
  EXPECT_EQ(refused.status, 400);
  EXPECT_EQ(refused.headers.at("Cache-Control"), "no-store");
}

TEST(ServerKeysTest, KeysHaveGroupsAndRates) {
  const input::TempFolder folder;
  const std::string key = new_api_key();
  Settings settings;
  settings.api_keys =
      folder.write("keys", api_key_line({"mot-cua", 2, {}}, hash_of_api_key(key), "x") + "\n");
  TestDesk desk({document("a"), document("b", {"x"})}, settings);
  http::Request request = request_for("/api/v1/document?id=b");
  EXPECT_EQ(desk.ask(request).status, 404);
  request.headers["authorization"] = "Bearer " + key;
  EXPECT_EQ(desk.ask(request).status, 200);
  EXPECT_EQ(desk.ask(request).status, 200);
  const http::Response later = desk.ask(request);
  EXPECT_EQ(later.status, 429);
  EXPECT_EQ(later.headers.at("Retry-After"), "30");
  request.headers["authorization"] = "Bearer " + new_api_key();
  const http::Response wrong = desk.ask(request);
  EXPECT_EQ(wrong.status, 401);
  EXPECT_EQ(wrong.headers.at("WWW-Authenticate"), "Bearer");
  EXPECT_NE(wrong.body.find("\"bad_key\""), std::string::npos);
  EXPECT_EQ(wrong.body.find("tracuu-"), std::string::npos);
}

TEST(ServerAuditTest, ReadersWhoAreKnownAreNoted) {
  const input::TempFolder folder;
  Settings settings = with_identity();
  settings.audit_log = folder.path("log");
  {
    TestDesk desk({document("a"), document("b", {"x"})}, settings);
    desk.get("/document?id=a");
    EXPECT_EQ(verify_audit(settings.audit_log).lines, 0u);
    desk.ask(asked_by(Reader{false, {"x"}}, "/document?id=b"));
    desk.ask(asked_by(Reader{false, {"x"}}, "/search?q=x"));
    EXPECT_EQ(verify_audit(settings.audit_log).lines, 2u);
  }
  settings.audit_anonymous = true;
  TestDesk desk({document("a")}, settings);
  desk.get("/document?id=a");
  EXPECT_EQ(verify_audit(settings.audit_log).lines, 3u);
  EXPECT_EQ(verify_audit(settings.audit_log).broken_at, "");
}

}  // namespace
}  // namespace tracuu
