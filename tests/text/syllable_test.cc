#include "core/text/syllable.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/text/i_y.h"
#include "core/text/tone_variants.h"
#include "core/text/word_form.h"

namespace tracuu::text {
namespace {

struct SyllableCase {
  const char* name;
  std::u32string_view letters;
  int tone_position;  // -1: no syllable
};

const SyllableCase kCases[] = {
    {"OldStyleOa", U"hoa", 1},
    {"OldStyleUy", U"thuy", 2},
    {"OaWithCoda", U"hoan", 2},
    {"ShapedLetter", U"viêt", 2},
    {"LastShapedLetter", U"đương", 2},
    {"ThreeVowels", U"ngoai", 3},
    {"Qu", U"quy", 2},
    {"Gi", U"gia", 2},
    {"GiAsG", U"gi", 1},
    {"Gieng", U"giêng", 2},
    {"Longest", U"nghiêng", 4},
    {"YNeedsNoOnset", U"yêu", 1},
    {"KBeforeBack", U"ka", -1},
    {"CBeforeFront", U"ce", -1},
    {"NghBeforeBack", U"ngha", -1},
    {"CodaK", U"đăk", -1},
    {"Cafe", U"cafe", -1},
    {"Empty", U"", -1},
    {"OnsetAlone", U"ng", -1},
    {"IeWithoutOnset", U"iêu", -1},
    {"TooLong", U"nghiêngg", -1},
};

class SyllableTest : public testing::TestWithParam<SyllableCase> {};

TEST_P(SyllableTest, TheGrammarPlacesTheTone) {
  const auto shape = parse_syllable(GetParam().letters);
  EXPECT_EQ(shape ? static_cast<int>(shape->tone_position) : -1, GetParam().tone_position);
}

INSTANTIATE_TEST_SUITE_P(Table, SyllableTest, testing::ValuesIn(kCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(SyllableTest, StopCodasTakeTwoTones) {
  EXPECT_TRUE(is_valid_syllable(U"quyêt", Tone::kSac));
  EXPECT_TRUE(is_valid_syllable(U"quyêt", Tone::kNang));
  EXPECT_FALSE(is_valid_syllable(U"quyêt", Tone::kHuyen));
  EXPECT_FALSE(is_valid_syllable(U"quyêt", Tone::kNone));
}

struct VariantCase {
  const char* toneless;
  std::vector<std::string> some;  // among the variants
};

TEST(ToneVariantsTest, FindsEveryWayToMarkASyllable) {
  const VariantCase cases[] = {
      {"so", {"so", "sổ", "số", "sở", "sợ"}},
      {"duong", {"duong", "đường", "dương", "đương", "dưỡng"}},
      {"quyet", {"quyết", "quyệt"}},
      {"hoa", {"hòa", "hỏa", "họa", "hóa"}},
      {"ki", {"ki", "ky", "kỹ", "kĩ", "kì"}},
      {"dak", {"dak", "đắk", "đak"}},
      {"thuy", {"thủy", "thúy"}},
      {"nghieng", {"nghiêng", "nghiễng"}},
  };
  for (const VariantCase& c : cases) {
    const std::vector<std::string> forms = tone_variants(c.toneless);
    EXPECT_EQ(forms.front(), c.toneless);
    for (const std::string& form : c.some) {
      EXPECT_EQ(std::ranges::count(forms, form), 1) << form;
    }
  }
}

TEST(ToneVariantsTest, EveryVariantIsCanonicalAndOfTheSyllable) {
  for (const char* toneless :
       {"a", "quyen", "dieu", "thuong", "ywx", "internet", "buou", "ki", "qui"}) {
    for (const std::string& form : tone_variants(toneless)) {
      EXPECT_EQ(word_form(form).toned, form);
      EXPECT_EQ(word_form(form).toneless, toneless);
    }
  }
}

struct IYCase {
  const char* written;
  const char* toneless;
  const char* other;  // the other spelling; empty: there is none
};

TEST(IYTest, MergesWhereYIsTheWholeRhyme) {
  const IYCase cases[] = {
      {"kỹ", "ki", "kĩ"},       {"kĩ", "ki", "kỹ"},
      {"Lý", "li", "lí"},       {"tỷ", "ti", "tỉ"},
      {"thy", "thi", "thi"},    {"quý", "qui", "quí"},
      {"quí", "qui", "quý"},    {"Quỳnh", "quinh", "quình"},
      {"quyt", "quit", "quit"}, {"vi", "vi", "vy"},
      {"quyết", "quyet", ""},   {"quyen", "quyen", ""},
      {"thúy", "thuy", ""},     {"thúi", "thui", ""},
      {"tay", "tay", ""},       {"tây", "tay", ""},
      {"y", "y", ""},           {"ý", "y", ""},
      {"gì", "gi", ""},         {"kinh", "kinh", ""},
      {"yêu", "yeu", ""},       {"sky", "sky", ""},
      {"quy3", "quy3", ""},
  };
  for (const IYCase& c : cases) {
    const WordForm form = word_form(c.written);
    EXPECT_EQ(form.toneless, c.toneless) << c.written;
    EXPECT_EQ(other_i_y(form.toned, form.toneless).value_or(""), c.other) << c.written;
  }
}

TEST(IYTest, TheOtherOfTheOtherIsTheSame) {
  for (const char* toneless : {"ki", "qui", "thi", "quinh", "mi"}) {
    for (const std::string& form : tone_variants(toneless)) {
      if (!word_form(form).is_syllable) continue;  // "qưi"
      const auto other = other_i_y(form, toneless);
      ASSERT_TRUE(other) << form;
      EXPECT_EQ(other_i_y(*other, toneless), form);
      EXPECT_EQ(word_form(*other).toneless, toneless);
    }
  }
}

// Every row of the table of look-alikes, inside a word of Latin letters.
TEST(LookAlikeTest, AgreesWithTheTable) {
  std::ifstream in(TRACUU_TEST_DATA "/data/domain/homoglyphs.tsv");
  std::string line;
  std::getline(in, line);
  int rows = 0;
  while (std::getline(in, line)) {
    std::istringstream fields(line);
    std::string seen;
    std::string code_point;
    std::string meant;
    std::getline(fields, seen, '\t');
    std::getline(fields, code_point, '\t');
    std::getline(fields, meant, '\t');
    EXPECT_EQ(word_form("x" + seen).toned, word_form("x" + meant).toned) << line;
    ++rows;
  }
  EXPECT_EQ(rows, 35);
}

}  // namespace
}  // namespace tracuu::text
