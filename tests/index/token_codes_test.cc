#include "core/index/token_codes.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

#include "core/text/tone_variants.h"
#include "core/text/word_form.h"

namespace tracuu {
namespace {

TokenCode code_of(const TokenCodes& codes, const std::string& word) {
  const text::WordForm form = text::word_form(word);
  return codes.of(form.toned, form.toneless);
}

// The codes are on disk: where one of these moves, kFormatVersion must be raised.
TEST(TokenCodesTest, CodesStayWhatTheyAre) {
  const TokenCodes codes;
  EXPECT_EQ(codes.syllable_count(), 18128U);
  EXPECT_EQ(code_of(codes, "a"), 2);
  EXPECT_EQ(code_of(codes, "quyết"), 11228);
  EXPECT_EQ(code_of(codes, "nghiêng"), 7332);
  EXPECT_EQ(code_of(codes, "749"), 41461);
}

TEST(TokenCodesTest, EachSyllableHasACodeOfItsOwn) {
  const TokenCodes codes;
  std::set<TokenCode> seen;
  for (const char* word : {"hoa", "hòa", "hóa", "họa", "quy", "quý", "gì", "giết", "ương", "ướp"}) {
    const TokenCode code = code_of(codes, word);
    EXPECT_LE(code, codes.syllable_count()) << word;
    EXPECT_TRUE(seen.insert(code).second) << word;
  }
}

TEST(TokenCodesTest, SpellingsOfOneWordShareACode) {
  const TokenCodes codes;
  EXPECT_EQ(code_of(codes, "hoà"), code_of(codes, "HÒA"));
  EXPECT_EQ(code_of(codes, "thuỷ"), code_of(codes, "thủy"));
  EXPECT_EQ(code_of(codes, "Covid"), code_of(codes, "COVID"));
}

TEST(TokenCodesTest, OtherWordsHaveCodesBehindTheSyllables) {
  const TokenCodes codes;
  for (const char* word : {"749", "ttg", "covid", "w", "ⱥ"}) {
    EXPECT_GT(code_of(codes, word), codes.syllable_count()) << word;
  }
}

TEST(TokenCodesTest, LikeGivesEveryWordWithTheTonelessForm) {
  const TokenCodes codes;
  struct Row {
    const char* toneless;
    const char* word;
  };
  for (const Row& row : {Row{"ki", "kỹ"},
                         {"ki", "kĩ"},
                         {"ki", "kí"},
                         {"so", "số"},
                         {"dak", "đắk"},
                         {"749", "749"},
                         {"covid", "covid"}}) {
    const std::vector<TokenCode> like = codes.like(row.toneless);
    EXPECT_TRUE(std::set(like.begin(), like.end()).contains(code_of(codes, row.word))) << row.word;
  }
  const std::vector<TokenCode> so = codes.like("so");
  EXPECT_FALSE(std::set(so.begin(), so.end()).contains(code_of(codes, "sao")));
}

// The other way to find them: every form that the letters may be written with.
TEST(TokenCodesTest, LikeIsWhatTheVariantsSay) {
  const TokenCodes codes;
  for (const char* toneless :
       {"so",      "ki",    "qui",  "quinh", "gi",       "gin", "giet", "duong",
        "nghieng", "uong",  "thuy", "thui",  "y",        "i",   "d",    "dak",
        "krong",   "covid", "749",  "",      "nghiengg", "ⱥ"}) {
    std::set<TokenCode> expected;
    for (const std::string& toned : text::tone_variants(toneless)) {
      expected.insert(codes.of(toned, toneless));
    }
    expected.insert(codes.of("?", toneless));  // what is no syllable and written so
    const std::vector<TokenCode> like = codes.like(toneless);
    EXPECT_EQ(like, std::vector<TokenCode>(expected.begin(), expected.end())) << toneless;
  }
}

// Forms are compared packed: neither their padding nor what has no room may be lost.
TEST(TokenCodesTest, NoWordIsTakenForASyllableThatItBeginsAs) {
  using namespace std::string_view_literals;
  const TokenCodes codes;
  for (const std::string_view word : {"a\0"sv, "\0a"sv, "quyết\0"sv, "nghiêngnghiêngnghiêng"sv}) {
    EXPECT_GT(codes.of(word, "x"), codes.syllable_count()) << word;
  }
}

}  // namespace
}  // namespace tracuu
