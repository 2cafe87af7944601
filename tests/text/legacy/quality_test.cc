#include "core/text/legacy/quality.h"

#include <string>

#include <gtest/gtest.h>

#include "core/text/word_form.h"

namespace tracuu::text {
namespace {

struct Row {
  const char* text;
  std::uint64_t tokens;
  std::uint64_t syllables;
};

TEST(QualityTest, CountsWordsAndSyllables) {
  const Row rows[] = {
      {"", 0, 0},
      {"12 345, — 7/8", 0, 0},
      {"nghị quyết 12", 2, 2},
      {"NGHỊ QUYẾT", 2, 2},
      {"hoà hòa thuỷ thủy", 4, 4},
      {"nghÞ quyÕt", 2, 0},
      {"the resolution", 2, 1},
      {"quyêt quyềt", 2, 0},                   // a stop takes sắc or nặng only
      {"nghi\u0323 quye\u0302\u0301t", 2, 2},  // decomposed
      {"Ðảng", 1, 1},                          // U+00D0 for Đ
      {"nghiêng nghiêngg", 2, 1},              // eight letters are none
      {"giường gì gìn quyền khuỷu", 5, 5},
      {"số749/QĐ-TTg", 3, 1},      // digits end a token
      {"tỉnh\xFF\xC3tỉnh", 2, 2},  // malformed bytes do too
      {"правда 中文", 2, 0},
  };
  for (const Row& row : rows) {
    const TextQuality quality = text_quality(row.text);
    EXPECT_EQ(quality.tokens, row.tokens) << row.text;
    EXPECT_EQ(quality.syllables, row.syllables) << row.text;
  }
}

TEST(QualityTest, TextWithoutWordsIsNotSuspicious) {
  EXPECT_EQ(syllable_share(""), 1.0);
  EXPECT_EQ(syllable_share("một hai abc xyz"), 0.5);
}

// Another way to ask the same: the form that the index uses.
TEST(QualityTest, AgreesWithWordForm) {
  const char* const letters[] = {"a", "ă", "ê", "i", "o", "ơ", "u", "ư", "y", "ế",
                                 "ị", "ủ", "n", "g", "h", "q", "c", "đ", "t"};
  std::uint64_t syllables = 0;
  for (const char* a : letters) {
    for (const char* b : letters) {
      for (const char* c : letters) {
        for (const char* d : letters) {
          const std::string word = std::string(a) + b + c + d;
          const TextQuality quality = text_quality(word);
          ASSERT_EQ(quality.tokens, 1u) << word;
          ASSERT_EQ(quality.syllables == 1, word_form(word).is_syllable) << word;
          syllables += quality.syllables;
        }
      }
    }
  }
  EXPECT_GT(syllables, 500u);
}

}  // namespace
}  // namespace tracuu::text
