#include "core/index/token_stream.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

// Documents of tests name the fields they are about.
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

namespace tracuu {
namespace {

TokenStream stream_of(const Document& document) {
  const text::Analyzer analyzer;
  text::Analysis analysis;
  TokenStreamBuilder builder;
  builder.begin(find_outline(document.body));
  analyzer.analyze(document.title, analysis);
  builder.add_title(analysis);
  analyzer.analyze(document.body, analysis);
  builder.add_body(analysis, 0);
  return builder.stream();
}

// The codes as their words would be written, «·» for a break.
std::string written(const TokenStream& stream, const std::string& text) {
  const text::Analyzer analyzer;
  text::Analysis analysis;
  analyzer.analyze(text, analysis);
  const TokenCodes codes;
  std::string out;
  for (const TokenCode code : stream.codes) {
    std::string word = code == kBreakCode ? "·" : "?";
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
            "nghị quyết về học phí · mức thu · học phí là 50 000");
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

TEST(TokenStreamTest, AnEndlessTextIsKeptInPart) {
  Document document;
  for (std::size_t i = 0; i < kMaxStreamTokens + 1000; ++i) document.body += "an ";
  const TokenStream stream = stream_of(document);
  EXPECT_LE(stream.codes.size(), kMaxStreamTokens + 1);
  EXPECT_GE(stream.codes.size(), kMaxStreamTokens);
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
    EXPECT_EQ(builder.stream(), stream_of(document)) << title;
  }
}

TEST(TokenStreamTest, DecodingGivesWhatWasEncoded) {
  const TokenStream stream = stream_of(
      {.title = "Luật", .body = "Điều 1. Phạm vi\nA b c.\nĐiều 2. Hiệu lực\nTừ năm 2021.\n"});
  TokenStream read;
  ASSERT_TRUE(decode_token_stream(encode_token_stream(stream), read));
  EXPECT_EQ(read, stream);
}

TEST(TokenStreamTest, OtherBytesAreRefusedOrSound) {
  constexpr unsigned kSeed = 7;
  std::mt19937 random(kSeed);
  const std::string good = encode_token_stream(stream_of(
      {.title = "Luật", .body = "Điều 1. Phạm vi\nA b c.\nĐiều 2. Hiệu lực\nTừ 2021.\n"}));
  TokenStream read;
  EXPECT_FALSE(decode_token_stream("", read));
  for (int round = 0; round < 20000; ++round) {
    std::string bytes = good.substr(0, random() % (good.size() + 1));
    for (int change = 0; change < 3 && !bytes.empty(); ++change) {
      bytes[random() % std::min<std::size_t>(bytes.size(), 16)] = static_cast<char>(random());
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
