// Runs for evaluation.

#include "searcher/trec.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/searcher/test_index.h"

namespace tracuu {
namespace {

struct Line {
  std::string query;
  std::string q0;
  std::string id;
  std::size_t rank = 0;
  double score = 0;
  std::string tag;
};

std::vector<Line> read_run(const std::string& path) {
  std::ifstream in(path);
  std::vector<Line> lines;
  for (std::string text; std::getline(in, text);) {
    std::istringstream fields(text);
    Line line;
    fields >> line.query >> line.q0 >> line.id >> line.rank >> line.score >> line.tag;
    EXPECT_TRUE(fields) << text;
    lines.push_back(line);
  }
  return lines;
}

TestIndex& index() {
  static TestIndex index([] {
    std::vector<Document> documents;
    documents.reserve(32);
    for (int i = 0; i < 30; ++i) {  // all of one score
      documents.push_back({.id = "tie-" + std::to_string(i), .body = "chuyển đổi số quốc gia"});
    }
    documents.push_back({.id = "luat", .title = "Luật Đất đai", .body = "số: điều loại: gì"});
    documents.push_back({.id = "covid", .body = "covid-19 (biến thể) \"delta\" hoặc omicron"});
    return documents;
  }());
  return index;
}

RunResult run(const input::TempFolder& folder, const std::string& queries,
              const SearchRequest& request = everything("")) {
  return run_queries(index().searcher(), folder.write("queries.jsonl", queries),
                     folder.path("out.trec"), request);
}

TEST(TrecTest, LinesAreThoseAScorerReads) {
  const input::TempFolder folder;
  const RunResult result = run(folder,
                               "{\"_id\":\"q1\",\"text\":\"chuyển đổi số\"}\n\n"
                               "{\"_id\":\"q2\",\"text\":\"zzzz\"}\n"
                               "{\"_id\":\"q3\",\"text\":\"đất đai\",\"more\":1}");
  EXPECT_EQ(result.queries, 3u);
  EXPECT_EQ(result.without_hits, 1u);
  const std::vector<Line> lines = read_run(folder.path("out.trec"));
  ASSERT_EQ(lines.size(), 31u);
  EXPECT_EQ(lines.back().query, "q3");
  EXPECT_EQ(lines.back().id, "luat");
  EXPECT_EQ(lines.back().rank, 1u);
  for (const Line& line : lines) {
    EXPECT_EQ(line.q0, "Q0");
    EXPECT_EQ(line.tag, "tracuu");
  }
}

// With the six digits of a plain stream all 30 ties had one score.
TEST(TrecTest, ScoresFallStrictlyAsTheyAreWritten) {
  const input::TempFolder folder;
  run(folder, "{\"_id\":\"q1\",\"text\":\"chuyển đổi số quốc gia\"}");
  const std::vector<Line> lines = read_run(folder.path("out.trec"));
  ASSERT_EQ(lines.size(), 30u);
  for (std::size_t i = 1; i < lines.size(); ++i) {
    EXPECT_LT(lines[i].score, lines[i - 1].score) << i;
    EXPECT_EQ(lines[i].rank, i + 1);
  }
}

TEST(TrecTest, LimitAndFiltersOfTheRequestHold) {
  const input::TempFolder folder;
  SearchRequest request = everything("");
  request.limit = 7;
  run(folder, "{\"_id\":\"q1\",\"text\":\"chuyển đổi số\"}", request);
  EXPECT_EQ(read_run(folder.path("out.trec")).size(), 7u);
  request.filters["type"] = {"Công văn"};
  EXPECT_EQ(run(folder, "{\"_id\":\"q1\",\"text\":\"chuyển đổi số\"}", request).without_hits, 1u);
}

struct PlainRow {
  const char* name;
  const char* text;  // inside JSON
};

class PlainQueryTest : public testing::TestWithParam<PlainRow> {};

// Questions are sentences: what is an operator elsewhere is text here.
TEST_P(PlainQueryTest, FindsItsDocument) {
  const input::TempFolder folder;
  run(folder, std::string("{\"_id\":\"q\",\"text\":\"") + GetParam().text + "\"}");
  const std::vector<Line> lines = read_run(folder.path("out.trec"));
  ASSERT_FALSE(lines.empty());
  EXPECT_EQ(lines.front().id, "covid");
}

INSTANTIATE_TEST_SUITE_P(
    All, PlainQueryTest,
    testing::Values(
        PlainRow{"unclosed_quote", "covid \\\"delta"},
        PlainRow{"closed_quotes", "\\\"covid omicron\\\""},
        PlainRow{"typographic_quote", "covid “delta"}, PlainRow{"guillemets", "«covid» omicron"},
        PlainRow{"full_width_quote", "covid ＂delta"}, PlainRow{"dash_at_a_word", "covid -delta"},
        PlainRow{"dash_behind_a_no_break_space", "covid\u00a0-delta"},
        PlainRow{"list_of_dashes", "- covid - delta -"}, PlainRow{"plus", "covid +zzzz"},
        PlainRow{"field", "loại:covid delta"},
        PlainRow{"field_of_two_words", "cơ quan: covid delta"},
        PlainRow{"unclosed_bracket", "covid (delta"}, PlainRow{"unopened_bracket", "covid) delta"},
        PlainRow{"star", "c* covid delta*"}, PlainRow{"or_at_the_end", "covid delta OR"},
        PlainRow{"near_without_operand", "NEAR/5 covid delta"},
        PlainRow{"near_beyond_its_bound", "covid NEAR/1000 delta"},
        PlainRow{"not", "covid NOT delta"}, PlainRow{"backslash", "\\\\covid delta\\\\"},
        PlainRow{"line_end", "covid\\ndelta"}, PlainRow{"question", "covid là gì?"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(TrecTest, LineThatIsNoQueryIsNamed) {
  for (const char* line : {"x", "{}", "{\"_id\":\"a\"}", "{\"_id\":1,\"text\":\"a\"}", "[]"}) {
    const input::TempFolder folder;
    try {
      run(folder, "{\"_id\":\"q\",\"text\":\"covid\"}\n" + std::string(line));
      ADD_FAILURE() << line;
    } catch (const Error& error) {
      EXPECT_EQ(static_cast<int>(error.code()), static_cast<int>(ErrorCode::kPathUnreadable));
      EXPECT_TRUE(error.arguments().at(1).starts_with("line 2: ")) << error.what();
    }
  }
}

TEST(TrecTest, MissingFilesAreSaid) {
  const input::TempFolder folder;
  try {
    run_queries(index().searcher(), folder.path("none"), folder.path("out"), everything(""));
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(static_cast<int>(error.code()), static_cast<int>(ErrorCode::kPathMissing));
  }
  try {
    run_queries(index().searcher(), folder.write("q", ""), folder.path("no/out"), everything(""));
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(static_cast<int>(error.code()), static_cast<int>(ErrorCode::kIo));
  }
}

}  // namespace
}  // namespace tracuu
