#include "core/text/typing/spelling.h"

#include <set>

#include <gtest/gtest.h>

#include "core/text/word_form.h"
#include "tests/text/typing/syllables.h"

namespace tracuu::text {
namespace {

TEST(SpellingTest, LettersComeApartAndTogether) {
  const std::optional<LetterParts> parts = take_apart(U'Ệ');
  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->letter, U'ê');
  EXPECT_EQ(parts->tone, Tone::kNang);
  EXPECT_TRUE(parts->is_capital);
  EXPECT_EQ(compose(U'ê', Tone::kNang), U'ệ');
  EXPECT_EQ(capital_of(U'ệ'), U'Ệ');
  EXPECT_EQ(capital_of(U'đ'), U'Đ');
  EXPECT_EQ(compose(U'n', Tone::kSac), U'n');
  for (const char32_t other : {U'1', U' ', U'ñ', U'д', U'\uFFFD'}) EXPECT_FALSE(take_apart(other));
}

TEST(SpellingTest, SyllableTextIsTheWordForm) {
  for (const Syllable& syllable : all_syllables()) {
    ASSERT_EQ(syllable.text(), word_form(syllable.text()).toned);
  }
}

TEST(SpellingTest, TonelessSpellingsAreThoseOfSyllables) {
  std::set<std::u32string> spellings;
  for (const Syllable& syllable : all_syllables()) {
    std::u32string base = syllable.letters;
    for (char32_t& letter : base) letter = base_of(letter);
    spellings.insert(base);
  }
  for (const std::u32string& base : spellings) {
    ASSERT_TRUE(is_toneless_spelling(base));
    for (const char32_t extra : U"abcdeghiklmnopqrstuvxy") {
      if (extra == 0) continue;
      const std::u32string longer = base + extra;
      ASSERT_EQ(is_toneless_spelling(longer), spellings.contains(longer));
    }
  }
}

}  // namespace
}  // namespace tracuu::text
