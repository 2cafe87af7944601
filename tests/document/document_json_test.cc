#include "core/document/document_json.h"

#include <random>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tracuu {
namespace {

Document parsed(std::string_view text) {
  const ParsedDocument result = parse_document_json(text);
  EXPECT_TRUE(result.document.has_value()) << text;
  return result.document.value_or(Document{});
}

TEST(DocumentJson, ReadsEveryField) {
  const Document d = parsed(R"({"id": "1", "title": "T", "body": "B", "type": "Quyết định",
      "number": "749/QĐ-TTg", "agency": "Thủ tướng Chính phủ", "date": "2020-06-03",
      "effective": "ngày 04 tháng 6 năm 2020", "status": "Còn hiệu lực", "signer": "Vũ Đức Đam",
      "keywords": ["chuyển đổi số", "2025"], "source": "s", "url": "u", "access": ["noi-bo"],
      "author": "Vân Anh", "date_inferred": true, "province": {"code": [19]}})");
  EXPECT_EQ(d.id, "1");
  EXPECT_EQ(d.title, "T");
  EXPECT_EQ(d.body, "B");
  EXPECT_EQ(d.type, "Quyết định");
  EXPECT_EQ(d.number, "749/QĐ-TTg");
  EXPECT_EQ(d.agency, "Thủ tướng Chính phủ");
  EXPECT_EQ(d.date, "2020-06-03");
  EXPECT_EQ(d.effective, "2020-06-04");
  EXPECT_EQ(d.status, "Còn hiệu lực");
  EXPECT_EQ(d.signer, "Vũ Đức Đam");
  EXPECT_EQ(d.keywords, (std::vector<std::string>{"chuyển đổi số", "2025"}));
  EXPECT_EQ(d.access, std::vector<std::string>{"noi-bo"});
  EXPECT_EQ(d.author, "Vân Anh");
  EXPECT_TRUE(d.date_inferred);
}

TEST(DocumentJson, BeirNamesAreAccepted) {
  const Document d = parsed(R"({"_id": "a#1", "title": null, "text": "thân"})");
  EXPECT_EQ(d.id, "a#1");
  EXPECT_EQ(d.title, "");
  EXPECT_EQ(d.body, "thân");
  EXPECT_EQ(parsed(R"({"_id": "a", "id": "b"})").id, "b");
  EXPECT_EQ(parsed(R"({"_id": "a", "id": null})").id, "a");
}

struct ProblemCase {
  const char* input;
  JsonProblem::Kind kind;
  const char* field;
  const char* expected;
};

using Kind = JsonProblem::Kind;

const ProblemCase kProblemCases[] = {
    {R"({"id": 7})", Kind::kWrongType, "id", "string"},
    {R"({"id": "1", "body": ["x"]})", Kind::kWrongType, "body", "string"},
    {R"({"id": "1", "keywords": "a, b"})", Kind::kWrongType, "keywords", "array of strings"},
    {R"({"id": "1", "keywords": ["a", 1]})", Kind::kWrongType, "keywords", "array of strings"},
    {R"({"id": "1", "date": 2020})", Kind::kWrongType, "date", "string"},
    {R"({"id": "1", "date_inferred": "no"})", Kind::kWrongType, "date_inferred", "boolean"},
    {R"(["id"])", Kind::kNotObject, "", "object"},
    {R"("id")", Kind::kNotObject, "", "object"},
    {R"({"id": "1")", Kind::kNotJson, "", ""},
    {R"({"id": "1"} x)", Kind::kNotJson, "", ""},
    {R"({"id": 1e999})", Kind::kNotJson, "", ""},
    {"", Kind::kNotJson, "", ""},
};

TEST(DocumentJson, ProblemsSayWhatIsWrong) {
  for (const ProblemCase& c : kProblemCases) {
    const ParsedDocument result = parse_document_json(c.input);
    EXPECT_FALSE(result.document.has_value()) << c.input;
    ASSERT_TRUE(result.problem.has_value()) << c.input;
    EXPECT_EQ(result.problem->kind, c.kind) << c.input;
    EXPECT_EQ(result.problem->field, c.field) << c.input;
    EXPECT_EQ(result.problem->expected, c.expected) << c.input;
    EXPECT_NE(describe(*result.problem, Language::kVietnamese), "");
  }
  EXPECT_EQ(describe(*parse_document_json(R"({"id": 7})").problem, Language::kEnglish),
            "field 'id' has the wrong type, expected string");
}

TEST(DocumentJson, DateThatCannotBeUnderstoodIsAWarning) {
  const ParsedDocument result = parse_document_json(R"({"id": "1", "date": "hôm qua"})");
  ASSERT_TRUE(result.document.has_value());
  EXPECT_EQ(result.document->date, "");
  ASSERT_EQ(result.warnings.size(), 1U);
  EXPECT_EQ(result.warnings[0], (JsonWarning{"date", "hôm qua"}));
}

TEST(DocumentJson, DeepNestingIsRefusedNotFollowed) {
  const std::string deep = R"({"id": "1", "x": )" + std::string(200000, '[');
  const ParsedDocument result = parse_document_json(deep);
  ASSERT_TRUE(result.problem.has_value());
  EXPECT_EQ(result.problem->kind, Kind::kTooDeep);
  // Brackets in a string do not nest.
  EXPECT_EQ(parsed(R"({"id": "1", "body": ")" + std::string(500, '[') + "\"}").body.size(), 500U);
}

TEST(DocumentJson, MalformedTextBecomesReplacementCharacters) {
  EXPECT_EQ(parsed("{\"id\": \"1\", \"body\": \"Ngh\xE1 d\xC4\"}").body, "Ngh\uFFFD d\uFFFD");
  EXPECT_EQ(parsed(R"({"body": "a\ud83d b\udc00 \ud83d\ude00 \\ud83d"})").body,
            "a\uFFFD b\uFFFD \U0001F600 \\ud83d");
}

TEST(DocumentJson, ShowsWhatIsKnownAndNothingOfAccess) {
  Document d;
  d.id = "1";
  d.body = "B\xFF";
  d.date = "2021-04-17";
  d.date_inferred = true;
  d.keywords = {"a"};
  d.access = {"noi-bo"};
  EXPECT_EQ(to_json(d).dump(),
            "{\"id\":\"1\",\"title\":\"\",\"body\":\"B\uFFFD\",\"date\":\"2021-04-17\","
            "\"date_inferred\":true,\"keywords\":[\"a\"]}");
}

TEST(DocumentJsonProperty, ShownIsReadBack) {
  Document d;
  d.id = "749/QĐ-TTg \"x\"\n";
  d.title = d.type = d.number = d.agency = d.status = d.signer = d.source = d.url = d.author = "Đ";
  d.date = d.effective = "2020-06-03";
  d.keywords = {"chuyển đổi số", ""};
  const Document again = parsed(to_json(d).dump());
  EXPECT_EQ(to_json(again), to_json(d));
}

TEST(DocumentJsonProperty, NothingThrows) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE(testing::Message() << "seed " << seed);
  std::mt19937 rng(seed);
  static const std::string atoms[] = {"{",  "}",    "[",    "]",        "\"id\"", ":",    ",",
                                      "\"", "\\",   "\\u",  "d83d",     "null",   "1e99", "true",
                                      "ế",  "\xC3", "\x01", "\"date\"", "\"\"",   "-",    "\\ud8"};
  for (int round = 0; round < 5000; ++round) {
    std::string text = "{";
    for (std::size_t n = rng() % 16; n > 0; --n) text += atoms[rng() % std::size(atoms)];
    const ParsedDocument result = parse_document_json(text);
    EXPECT_NE(result.document.has_value(), result.problem.has_value());
  }
}

}  // namespace
}  // namespace tracuu
