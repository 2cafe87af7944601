// Plain text, Markdown and the records of JSON files.
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/extract/complete.h"
#include "indexer/extract/json.h"
#include "indexer/extract/markdown.h"
#include "indexer/extract/markdown_inline.h"
#include "indexer/extract/text.h"

namespace tracuu::input {
namespace {

using testing::ElementsAre;

TEST(TextTest, LineEndsBecomeLineFeedsAndNothingElseChanges) {
  EXPECT_EQ(text_document("a\r\nb\rc\n  d\t").body, "a\nb\nc\n  d\t");
}

TEST(TextTest, TheFirstLineIsCutBetweenSyllables) {
  EXPECT_EQ(first_line("\n \n  Kế hoạch chuyển đổi số \n x", 100), "Kế hoạch chuyển đổi số");
  EXPECT_EQ(first_line("Kế hoạch chuyển đổi số", 20), "Kế hoạch");
  EXPECT_EQ(first_line("ếếếếếế", 7), "ếế");
}

TEST(CompleteTest, ADocumentWithoutTitleGetsItsFirstLine) {
  Document document = text_document("\n\nLịch tiếp công dân\n\nThứ hai");
  EXPECT_TRUE(complete(document));
  EXPECT_EQ(document.title, "Lịch tiếp công dân");
}

TEST(CompleteTest, BlanksAreNoText) {
  Document document = text_document(" \r\n\t ");
  EXPECT_FALSE(complete(document));
}

TEST(CompleteTest, ALongTitleIsCut) {
  Document document;
  document.title.assign(5000, 'x');
  EXPECT_TRUE(complete(document));
  EXPECT_EQ(document.title.size(), kMaxTitleBytes);
}

struct InlineRow {
  const char* markdown;
  const char* words;
};

TEST(MarkdownTest, InlineMarksAreTakenOff) {
  const InlineRow rows[] = {
      {"**Điều 1.** _Phạm vi_ và *đối tượng*", "Điều 1. Phạm vi và đối tượng"},
      {"***đậm nghiêng***", "đậm nghiêng"},
      {"[749/QĐ-TTg](https://x.vn/a_b_c) và ![ảnh](a.png)", "749/QĐ-TTg và ảnh"},
      {"[**đậm** chữ](u)", "đậm chữ"},
      {"mã `a_b * c` và ``x`y``", "mã a_b * c và x`y"},
      {"5 * 6 = 30, ten_bien_dai, 5*6", "5 * 6 = 30, ten_bien_dai, 5*6"},
      {"Ghi chú*", "Ghi chú*"},
      {"\\*không nghiêng\\*", "*không nghiêng*"},
      {"[1] và [ ] xong", "[1] và [ ] xong"},
      {"`````", "`````"},
  };
  for (const InlineRow& row : rows) {
    EXPECT_EQ(without_inline_marks(row.markdown), row.words) << row.markdown;
  }
}

TEST(MarkdownTest, TheFirstHeadingIsTheTitleAndBlocksLoseTheirMarks) {
  const Document document = markdown_document(
                                "Mở đầu\n\n# Kế hoạch **số hóa** #\n\n> trích\n\n- một\n* hai\n\n"
                                "| a | b |\n|---|:-:|\n| 1 | 2 |\n")
                                .document;
  EXPECT_EQ(document.title, "Kế hoạch số hóa");
  EXPECT_EQ(document.body,
            "Mở đầu\n\nKế hoạch số hóa\n\ntrích\n\n- một\n* hai\n\n| a | b |\n| 1 | 2 |\n");
}

TEST(MarkdownTest, UnderlinedHeadings) {
  const Document document = markdown_document("Quy chế\n=======\nNội dung\n").document;
  EXPECT_EQ(document.title, "Quy chế");
  EXPECT_EQ(document.body, "Quy chế\nNội dung\n");
}

TEST(MarkdownTest, CodeBetweenFencesStaysAsItIs) {
  EXPECT_EQ(markdown_document("```sh\n# *không* đổi\n```\nsau").document.body,
            "# *không* đổi\nsau\n");
}

TEST(MarkdownTest, FrontMatterGivesFields) {
  const MarkdownDocument markdown = markdown_document(
      "---\r\nid: kh-12\r\ntitle: \"Kế hoạch\"\nnumber: 12/KH-UBND\ndate: 03/6/2020\n"
      "effective: hôm qua\nkeywords:\n- chuyển đổi số\n- Thái Nguyên\naccess: [a, 'b']\n"
      "lạ: bỏ qua\n---\n# Khác\n");
  EXPECT_EQ(markdown.document.id, "kh-12");
  EXPECT_EQ(markdown.document.title, "Kế hoạch");
  EXPECT_EQ(markdown.document.number, "12/KH-UBND");
  EXPECT_EQ(markdown.document.date, "2020-06-03");
  EXPECT_THAT(markdown.document.keywords, ElementsAre("chuyển đổi số", "Thái Nguyên"));
  EXPECT_THAT(markdown.document.access, ElementsAre("a", "b"));
  EXPECT_EQ(markdown.document.body, "Khác\n");
  EXPECT_THAT(markdown.warnings, ElementsAre(JsonWarning{"effective", "hôm qua"}));
}

TEST(MarkdownTest, ARuleAtTheTopIsNoFrontMatter) {
  EXPECT_NE(markdown_document("---\ntitle: a\n").document.body.find("title: a"), std::string::npos);
}

std::vector<std::string> records_of(std::string_view text) {
  std::vector<std::string> all;
  JsonRecords records(text);
  while (const auto record = records.next()) {
    all.push_back(std::to_string(record->line) + (record->is_alone ? "=" : ":") +
                  (record->is_end_missing ? "END" : std::string(record->text)));
  }
  return all;
}

TEST(JsonRecordsTest, ObjectsAndArraysAreCutIntoRecords) {
  EXPECT_THAT(records_of(" {\"a\": [1]}\n"), ElementsAre("1={\"a\": [1]}"));
  EXPECT_THAT(records_of("[\n{\"a\": \"]}\"},\n{\"b\": \"\\\"}\"}\n]"),
              ElementsAre("2:{\"a\": \"]}\"}", "3:{\"b\": \"\\\"}\"}"));
  EXPECT_THAT(records_of("[]"), ElementsAre());
  EXPECT_THAT(records_of("{}\n{\"b\":1}"), ElementsAre("1={}", "2:{\"b\":1}"));
}

TEST(JsonRecordsTest, WhatIsCutOffIsTold) {
  EXPECT_THAT(records_of("[{},"), ElementsAre("1:{}", "1:END"));
  EXPECT_THAT(records_of("[{}, {\"a\":"), ElementsAre("1:{}", "1:{\"a\":"));
  EXPECT_THAT(records_of("[{}] x"), ElementsAre("1:{}", "1:x"));
  EXPECT_THAT(records_of("[1,,2]"), ElementsAre("1:1", "1:,2"));
}

}  // namespace
}  // namespace tracuu::input
