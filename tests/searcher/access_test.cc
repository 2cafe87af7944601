// What a reader may not see is not there: every answer to him is the answer of an index that holds
// nothing else, byte for byte. Scores and orders are among it, as statistics are of the view.
//
// Rows below are leaks that were found.

#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/text/fold.h"
#include "core/text/utf8.h"
#include "searcher/complete/completion_view.h"
#include "searcher/graph/graph_json.h"
#include "searcher/response_json.h"
#include "searcher/why_visible.h"
#include "tests/searcher/restricted_collection.h"
#include "tests/searcher/test_index.h"

namespace tracuu {
namespace {

const AsOf kDay{day("2022-05-05"), day("2022-05-05")};
const std::vector<std::string> kAllFacets{"agency", "type",  "year",   "month",   "path",  "signer",
                                          "field",  "place", "person", "keyword", "status"};

std::string without_time(const std::string& json) {
  static const std::regex kTook(R"("took_ms":[0-9.e+-]+)");
  return std::regex_replace(json, kTook, "");
}

std::string answer_of(Searcher& searcher, const SearchRequest& request) {
  const SearchOutcome outcome = searcher.search(request);
  if (const auto* error = std::get_if<query::QueryError>(&outcome)) {
    return describe(*error, Language::kEnglish);
  }
  return without_time(to_json(std::get<Response>(outcome)));
}

SearchRequest request_for(std::string query) {
  SearchRequest request;
  request.query = std::move(query);
  request.facets = kAllFacets;
  request.facet_values = 1000;
  request.explain = true;
  request.today = kDay.today;
  return request;
}

template <typename Answer, typename ToJson>
std::string json_of(const std::optional<Answer>& answer, ToJson to) {
  return answer ? to(*answer) : "none";
}

// All that the library says of one document.
std::vector<std::string> said_of(Searcher& searcher, const std::string& id) {
  const std::optional<Document> found = searcher.find(id);
  return {found ? found->body : "none",
          json_of(searcher.document(id, kDay),
                  [](const auto& a) { return to_json(a, Language::kVietnamese); }),
          json_of(searcher.cites(id), [](const auto& a) { return cites_json(a); }),
          json_of(searcher.cited_by(id), [](const auto& a) { return cited_by_json(a); }),
          json_of(searcher.related(id, 50), [](const auto& a) { return to_json(a); }),
          json_of(searcher.similar(id, request_for("")),
                  [](const auto& a) { return without_time(to_json(a)); }),
          std::string(effect_code(searcher.statuses({id}, kDay).front()))};
}

std::string graph_of(Searcher& searcher, const std::string& name) {
  const input::TempFolder folder;
  const std::string file = folder.path(name);
  searcher.export_graph(file);
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Pair {
  Searcher& restricted;
  Searcher& part;
};

void expect_same_documents(Pair index, const std::vector<Document>& documents) {
  for (const Document& document : documents) {
    EXPECT_EQ(said_of(index.restricted, document.id), said_of(index.part, document.id))
        << document.id;
    if (testing::Test::HasFailure()) return;
  }
  EXPECT_EQ(index.restricted.size(), index.part.size());
  EXPECT_EQ(to_json(index.restricted.unresolved(100)), to_json(index.part.unresolved(100)));
  EXPECT_EQ(graph_of(index.restricted, "g.json"), graph_of(index.part, "g.json"));
  EXPECT_EQ(graph_of(index.restricted, "g.dot"), graph_of(index.part, "g.dot"));
}

void expect_same_answers(Pair index, RestrictedCollection& random, int rounds) {
  for (int round = 0; round < rounds && !testing::Test::HasFailure(); ++round) {
    SearchRequest request = request_for(round == 0 ? "" : random.question());
    if (random.random().chance(3)) request.sort = Sort::kNewest;
    if (random.random().chance(4)) request.collapse = false;
    if (random.random().chance(4)) request.offset = 5;
    if (random.random().chance(5)) {
      request.filters["agency"] = {random.documents()[random.random().below(10)].agency};
    }
    if (random.random().chance(5)) request.filters["status"] = {"in_force"};
    if (random.random().chance(6)) request.as_of = day("2020-06-06");
    EXPECT_EQ(answer_of(index.restricted, request), answer_of(index.part, request))
        << request.query;
    const std::string typed = random.prefix();
    EXPECT_EQ(to_json(index.restricted.complete(typed)), to_json(index.part.complete(typed)))
        << typed;
    const std::string query = random.question();
    EXPECT_EQ(to_json(index.restricted.suggest(query)), to_json(index.part.suggest(query)))
        << query;
  }
}

class AccessPropertyTest : public testing::TestWithParam<unsigned> {};

TEST_P(AccessPropertyTest, AnswersAreThoseOfAnIndexOfWhatMayBeSeen) {
  const unsigned seed = test_seed() + GetParam();
  SCOPED_TRACE(testing::Message() << "TRACUU_TEST_SEED=" << seed);
  RestrictedCollection random(seed, 36);
  TestIndex all(random.documents());
  for (const Reader& reader : all_readers()) {
    SCOPED_TRACE(testing::Message() << "groups " << testing::PrintToString(reader.groups)
                                    << (reader.sees_everything ? " everything" : ""));
    TestIndex part(visible_to(random.documents(), reader));
    const AsReader as(all.searcher(), reader);
    expect_same_documents({all.searcher(), part.searcher()}, random.documents());
    expect_same_answers({all.searcher(), part.searcher()}, random, 25);
    if (HasFailure()) return;
  }
}

// As documents come, go and change their readers under an open Searcher.
TEST_P(AccessPropertyTest, ViewsFollowTheIndex) {
  const unsigned seed = test_seed() + GetParam();
  SCOPED_TRACE(testing::Message() << "TRACUU_TEST_SEED=" << seed);
  RestrictedCollection random(seed, 24);
  std::vector<Document> documents = random.documents();
  TestIndex all(documents);
  const std::vector<Reader> readers = all_readers();
  for (int change = 0; change < 4 && !HasFailure(); ++change) {
    for (const Reader& reader : readers) {  // so that each view is of an earlier state
      const AsReader as(all.searcher(), reader);
      answer_of(all.searcher(), request_for(random.question()));
      all.searcher().complete("chuyen d");
    }
    for (Document& document : documents) {
      if (random.random().chance(3)) {
        document.access = {random.random().chance(2) ? "a" : "b"};
      }
      if (random.random().chance(6)) document.access = {"*"};
      if (random.random().chance(6)) document.title += " mới";
    }
    write_documents(all.directory(), documents);
    all.searcher().refresh();
    const Reader& reader = readers[random.random().below(readers.size())];
    TestIndex part(visible_to(documents, reader));
    const AsReader as(all.searcher(), reader);
    expect_same_documents({all.searcher(), part.searcher()}, documents);
    for (int round = 0; round < 15 && !HasFailure(); ++round) {
      SearchRequest request = request_for(random.question());
      request.verbatim = true;  // what is learnt lags behind changes
      EXPECT_EQ(answer_of(all.searcher(), request), answer_of(part.searcher(), request));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, AccessPropertyTest, testing::Range(0u, 3u));

Document document(const std::string& id, const std::string& body,
                  std::vector<std::string> access = {}) {
  Document d;
  d.id = id;
  d.body = body;
  d.access = std::move(access);
  return d;
}

TEST(AccessTest, NobodyIsAskedForIsAnybody) {
  TestIndex index({document("a", "một cửa"), document("b", "một cửa", {"x"})});
  EXPECT_EQ(index.ids("một cửa"), std::vector<std::string>{"a"});
  {
    const AsReader as(index.searcher(), Reader{false, {"x"}});
    EXPECT_EQ(index.searcher().size(), 2u);
  }
  EXPECT_EQ(index.searcher().size(), 1u) << "the next request is not for the last reader";
}

TEST(AccessTest, AdministratorsSeeEverything) {
  TestIndex index({document("a", "một cửa"), document("b", "một cửa", {"!"})});
  for (const Reader& reader : {Reader{}, Reader{false, {"x", "!", "*"}}}) {
    const AsReader as(index.searcher(), reader);
    EXPECT_EQ(index.ask("một cửa").total, 1u);
    EXPECT_FALSE(index.searcher().find("b"));
  }
  const AsReader as(index.searcher(), Reader::of_everything());
  EXPECT_EQ(index.ask("một cửa").total, 2u);
}

TEST(AccessTest, StateNamesWhatIsSeen) {
  TestIndex index({document("a", "một cửa"), document("b", "một cửa", {"x"})});
  Searcher& searcher = index.searcher();
  const auto state_for = [&](const Reader& reader) {
    const AsReader as(searcher, reader);
    return searcher.state();
  };
  EXPECT_NE(state_for({}), state_for({false, {"x"}}));
  EXPECT_NE(state_for({}), state_for(Reader::of_everything()));
  EXPECT_EQ(state_for({}), state_for({false, {"khong-co"}}));
  TestIndex open({document("a", "một cửa")});
  const AsReader as(open.searcher(), Reader{false, {"x"}});
  const std::string state = open.searcher().state();
  EXPECT_EQ(std::ranges::count(state, '.'), 2) << state << ": as before there was access";
}

TEST(AccessTest, ManyReadersTakeTurns) {
  std::vector<Document> documents;
  for (int i = 0; i < 20; ++i) {
    const std::string name = "g" + std::to_string(i);
    documents.push_back(document(name, "một cửa", {name}));
  }
  TestIndex index(documents);
  for (int turn = 0; turn < 3; ++turn) {
    for (const Document& one : documents) {
      const AsReader as(index.searcher(), Reader{false, {one.id}});
      EXPECT_EQ(index.ids("một cửa"), std::vector<std::string>{one.id});
    }
  }
}

struct Why {
  Reader reader;
  const char* id;
  const char* text;
};

TEST(AccessTest, SaysWhyADocumentIsSeenOrNot) {
  Document ruled = document("c", "một cửa", {"x", "y"});
  ruled.access_by_rule = true;
  TestIndex index({document("a", "một cửa"), document("b", "một cửa", {"!"}), ruled});
  const Why rows[] = {
      {{},
       "a",
       "Xem được: văn bản cho mọi người; người đọc không thuộc nhóm nào.\n"
       "Không có quy tắc nào nói đến văn bản này.\n"},
      {{false, {"x"}},
       "b",
       "Không xem được: văn bản chỉ cho người quản trị; người đọc thuộc nhóm x.\n"
       "Do chính văn bản ghi (trường access).\n"},
      {Reader::of_everything(), "b",
       "Xem được: văn bản chỉ cho người quản trị; người đọc là người quản trị.\n"
       "Do chính văn bản ghi (trường access).\n"},
      {{false, {"z", "y"}},
       "c",
       "Xem được: văn bản chỉ cho các nhóm x, y; người đọc thuộc nhóm y.\n"
       "Do quy tắc của nơi để tệp: /srv/c\n"},
      {{false, {"z"}},
       "c",
       "Không xem được: văn bản chỉ cho các nhóm x, y; người đọc thuộc nhóm z.\n"
       "Do quy tắc của nơi để tệp: /srv/c\n"},
  };
  for (const Why& row : rows) {
    const auto why = index.searcher().why_visible(row.id, row.reader);
    ASSERT_TRUE(why) << row.id;
    EXPECT_EQ(to_text(*why, Language::kVietnamese), row.text);
    const AsReader as(index.searcher(), row.reader);
    EXPECT_EQ(index.searcher().find(row.id).has_value(), why->is_visible) << row.text;
  }
  EXPECT_FALSE(index.searcher().why_visible("không có", {}));
  EXPECT_EQ(to_json(*index.searcher().why_visible("c", {false, {"y"}})),
            R"({"version":1,"id":"c","visible":true,"for":["x","y"],"by":"rule","reader":["y"],)"
            R"("common":["y"],"file":"/srv/c"})");
}

}  // namespace
}  // namespace tracuu
