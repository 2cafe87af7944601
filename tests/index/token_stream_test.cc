#include <random>
#include <string>

#include <gtest/gtest.h>

#include "core/document/document.h"
#include "core/document/outline/outline.h"
#include "core/index/token_stream_builder.h"

// Documents of tests name the fields they are about.
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

namespace tracuu {
namespace {

void build(const Document& document, TokenStreamBuilder& builder) {
  const text::Analyzer analyzer;
  static text::Analysis analysis;
  builder.begin(find_outline(document.body));
  analyzer.analyze(document.title, analysis);
  builder.add_title(analysis);
  analyzer.analyze(document.body, analysis);
  builder.add_body(analysis, 0);
}

TokenStream stream_of(const Document& document) {
  static TokenStreamBuilder builder;
  build(document, builder);
  return builder.ranked();
}

// The codes as their words would be written, «·» for a break, «¶» for the end of a paragraph.
std::string written(const TokenStream& stream, const std::string& text) {
  const text::Analyzer analyzer;
  text::Analysis analysis;
  analyzer.analyze(text, analysis);
  const TokenCodes codes;
  std::string out;
  for (const TokenCode code : stream.codes) {
    std::string word = code == kBreakCode ? "·" : code == kParagraphCode ? "¶" : "?";
    for (const text::Token& token : analysis.tokens) {
      const std::string_view toned = analysis.vocabulary().form(analysis.word(token).toned);
      const std::string_view toneless = analysis.vocabulary().form(analysis.word(token).toneless);
      if (code == codes.of(toned, toneless)) word = toned;
    }
    out += (out.empty() ? "" : " ") + word;
  }
  return out;
}

TEST(TokenStreamTest, KeepsWordsInOrderWithBreaksWhereNoPairGoes) {
  const Document document{.title = "Nghị quyết về học phí", .body = "Mức thu, học phí là 50.000"};
  const TokenStream stream = stream_of(document);
  EXPECT_EQ(written(stream, document.title + " " + document.body),
            "nghị quyết về học phí ¶ mức thu · học phí là 50 000");
  EXPECT_EQ(stream.title_end, 5U);
  ASSERT_EQ(stream.passages.size(), 1U);
  EXPECT_EQ(stream.passages[0], (PassageStart{.token = 6, .offset = 0}));
}

TEST(TokenStreamTest, ArticlesBeginPassagesAndHaveHeadings) {
  const Document document{.title = "Luật",
                          .body =
                              "Căn cứ Hiến pháp;\n"
                              "Điều 1. Phạm vi điều chỉnh\nLuật này quy định về học phí.\n"
                              "Điều 2. Hiệu lực\nLuật có hiệu lực từ năm 2021.\n"};
  const TokenStream stream = stream_of(document);
  ASSERT_EQ(stream.passages.size(), 3U);
  const std::string& body = document.body;
  EXPECT_EQ(body.substr(stream.passages[1].offset).find("Điều 1"), 0U);
  EXPECT_EQ(body.substr(stream.passages[2].offset).find("Điều 2"), 0U);
  EXPECT_FALSE(stream.passages[0].begins_section);
  EXPECT_TRUE(stream.passages[1].begins_section);
  const auto heading = [&](const PassageStart& passage) {
    TokenStream part;
    part.codes.assign(stream.codes.begin() + passage.token,
                      stream.codes.begin() + passage.token + passage.heading);
    return written(part, body);
  };
  EXPECT_EQ(heading(stream.passages[1]), "điều 1 · phạm vi điều chỉnh");
  EXPECT_EQ(heading(stream.passages[2]), "điều 2 · hiệu lực");
}

TEST(TokenStreamTest, LongTextIsCutIntoPassages) {
  Document document;
  for (int i = 0; i < 1000; ++i) document.body += "học phí ";
  const TokenStream stream = stream_of(document);
  ASSERT_EQ(stream.passages.size(), (2000 + kPassageTokens - 1) / kPassageTokens);
  EXPECT_EQ(document.body.substr(stream.passages[1].offset).find("học"), 0U);
}

TEST(TokenStreamTest, AnEndlessTextIsRankedInPartAndKeptWhole) {
  Document document;
  const std::size_t words = kMaxRankedTokens + 1000;
  for (std::size_t i = 0; i < words; ++i) document.body += i + 1 == words ? "qđ " : "qd ";
  TokenStreamBuilder builder;
  build(document, builder);
  const TokenStream& ranked = builder.ranked();
  EXPECT_LE(ranked.codes.size(), kMaxRankedTokens + 1);
  EXPECT_GE(ranked.codes.size(), kMaxRankedTokens);
  const AllTokens all = builder.all();
  const std::size_t cuts = ranked.passages.size() - 1;  // each is a break
  EXPECT_EQ(all.codes.size(), words + cuts);
  ASSERT_EQ(all.twins.size(), words);
  EXPECT_EQ(all.twins.back().token, all.codes.size() - 1);
  EXPECT_EQ(all.forms[all.twins.front().form], "qd");
  EXPECT_EQ(all.forms[all.twins.back().form], "qđ");
}

TEST(TokenStreamTest, WhatIsNotRankedStandsBehindInParagraphsOfItsOwn) {
  const text::Analyzer analyzer;
  text::Analysis analysis;
  TokenStreamBuilder builder;
  builder.begin({});
  analyzer.analyze("Luật", analysis);
  builder.add_title(analysis);
  analyzer.analyze("Bộ Y tế", analysis);
  builder.add_apart(analysis);
  analyzer.analyze("Học phí,\nmức thu.\n\nHiệu lực", analysis);
  builder.add_body(analysis, 0);
  analyzer.analyze("Ảnh: A", analysis);
  builder.add_apart(analysis);
  EXPECT_EQ(written(builder.ranked(), "Luật Học phí mức thu Hiệu lực"),
            "luật ¶ học phí · mức thu ¶ hiệu lực");
  TokenStream all;
  all.codes = builder.all().codes;
  EXPECT_EQ(written(all, "Luật Học phí mức thu Hiệu lực Bộ Y tế Ảnh A"),
            "luật ¶ học phí · mức thu ¶ hiệu lực ¶ bộ y tế ¶ ảnh · a");
}

TEST(TokenStreamTest, NothingGivesNothing) {
  const TokenStream stream = stream_of({});
  EXPECT_TRUE(stream.codes.empty());
  EXPECT_TRUE(stream.passages.empty());
}

TEST(TokenStreamTest, OneBuilderServesManyDocuments) {
  const text::Analyzer analyzer;
  text::Analysis analysis;
  TokenStreamBuilder builder;
  for (const char* title : {"Luật Đất đai", "Thông tư", ""}) {
    const Document document{.title = title};
    builder.begin(find_outline(document.body));
    analyzer.analyze(document.title, analysis);
    builder.add_title(analysis);
    EXPECT_EQ(builder.ranked(), stream_of(document)) << title;
  }
}

TEST(TokenStreamTest, DecodingGivesWhatWasEncoded) {
  TokenStreamBuilder builder;
  build({.title = "Luật QĐ", .body = "Điều 1. Phạm vi\nA qd c.\nĐiều 2. Hiệu lực\nTừ QĐ 2021.\n"},
        builder);
  TokenStream ranked;
  ASSERT_TRUE(decode_token_stream(builder.encoded(), ranked));
  EXPECT_EQ(ranked, builder.ranked());
  AllTokens all;
  ASSERT_TRUE(decode_all_tokens(builder.encoded(), all));
  EXPECT_EQ(all, builder.all());
  EXPECT_EQ(all.twins.size(), 3U);
}

TEST(TokenStreamTest, OtherBytesAreRefusedOrSound) {
  constexpr unsigned kSeed = 7;
  std::mt19937 random(kSeed);
  TokenStreamBuilder builder;
  build({.title = "QĐ", .body = "Điều 1. Phạm vi\nA b c.\nĐiều 2. Hiệu lực\nTừ qd 2021.\n"},
        builder);
  const std::string good = builder.encoded();
  TokenStream read;
  AllTokens all;
  EXPECT_FALSE(decode_token_stream("", read));
  for (int round = 0; round < 20000; ++round) {
    std::string bytes = good.substr(0, random() % (good.size() + 1));
    for (int change = 0; change < 3 && !bytes.empty(); ++change) {
      // What stands before the codes and behind them decides on places.
      const std::size_t near_border = random() % std::min<std::size_t>(bytes.size(), 16);
      bytes[round % 2 == 0 ? near_border : bytes.size() - 1 - near_border] =
          static_cast<char>(random());
    }
    if (decode_all_tokens(bytes, all)) {
      ASSERT_LE(all.title_end, all.codes.size()) << "seed " << kSeed;
      for (const TwinToken& twin : all.twins) {
        ASSERT_LT(twin.form, all.forms.size()) << "seed " << kSeed;
        ASSERT_LE(twin.token, all.codes.size()) << "seed " << kSeed;
      }
    }
    if (!decode_token_stream(bytes, read)) continue;
    ASSERT_LE(read.title_end, read.codes.size()) << "seed " << kSeed;
    for (const PassageStart& passage : read.passages) {
      ASSERT_GE(passage.token, read.title_end);
      ASSERT_LE(passage.token, read.codes.size());
    }
  }
}

}  // namespace
}  // namespace tracuu
