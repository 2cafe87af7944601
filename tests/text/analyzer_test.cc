#include "core/text/analyzer.h"

#include <array>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "core/text/fold.h"
#include "core/text/i_y.h"
#include "core/text/utf8.h"
#include "tests/text/escapes.h"

namespace tracuu::text {
namespace {

std::string toned(const Analysis& analysis) {
  std::string out;
  for (const Token& token : analysis.tokens) {
    if (!out.empty()) out += token.follows ? " " : " | ";
    out += analysis.vocabulary().form(analysis.word(token).toned);
  }
  return out;
}

std::string compounds(const Analysis& analysis) {
  std::string out;
  for (const Compound& compound : analysis.compounds) {
    if (!out.empty()) out += " ";
    out += compound.form;
  }
  return out;
}

struct AnalyzerCase {
  const char* name;
  const char* input;
  const char* tokens;     // " | " where no pair is made
  const char* compounds;  // separated by blanks
};

const AnalyzerCase kCases[] = {
    {"Empty", "", "", ""},
    {"Words", "Tiếng VIỆT", "tiếng việt", ""},
    {"ToneStyle", "hoà hòa thuỷ thủy quý qúy", "hòa hòa thủy thủy quý quý", ""},
    {"MisplacedMark", "vịêt gìa gíêng", "việt già giếng", ""},
    {"Decomposed", "Vie\u0323\u0302t", "việt", ""},
    {"MarkOrderNfcLeavesAlone", "quye\u0301\u0302t quyé\u0302t", "quyết quyết", ""},
    {"DoubledMark", "viê\u0323\u0323t", "việt", ""},
    {"Eth", "\u00D0ảng b\u1ed9 \u00f0ường", "đảng bộ đường", ""},
    {"CyrillicAmongLatinLetters", "хã ᴠà Сăn", "xã và căn", ""},
    {"CyrillicWord", "Москва", "москва", ""},
    {"IAndYStayApart", "kỹ kĩ Vy Vi", "kỹ kĩ vy vi", ""},
    {"ForeignWordsKeepTheirMarks", "café Đắk Lắk", "café đắk lắk", ""},
    {"Number", "Số 749/QĐ-TTg về", "số 749 qđ ttg về", "749/qđ-ttg"},
    {"NumberWithOtherHyphens", "15/2020/NĐ\u2011CP 01\u2013NQ/TU", "15 2020 nđ cp 01 nq tu",
     "15/2020/nđ-cp 01-nq/tu"},
    {"Ampersand", "Sở TT&TT tỉnh", "sở tt tt tỉnh", "tt&tt"},
    {"HyphenOfAbbreviations", "phát triển KT-XH", "phát triển kt xh", "kt-xh"},
    {"HyphenBetweenWordsIsNone", "kinh tế-xã hội", "kinh tế xã hội", ""},
    {"DashBetweenBlanksSeparates", "kinh tế - xã hội", "kinh tế | xã hội", ""},
    {"Address", "(Mic.gov.vn) - Tin", "mic gov vn | tin", "mic.gov.vn"},
    {"SentenceWithoutBlank", "Xong.Hôm nay", "xong hôm nay", ""},
    {"DecimalNumber", "tăng 1.234,5 tỷ", "tăng 1 234 5 tỷ", "1.234,5"},
    {"Apostrophe", "người H'Mông, M\u2019Nông", "người h mông | m nông", "h'mông m'nông"},
    {"CommaSeparates", "phòng, chống", "phòng | chống", ""},
    {"SentenceEnd", "hết. Bắt đầu", "hết | bắt đầu", ""},
    {"BrokenLine", "quyết định phê\nduyệt đề án", "quyết định phê duyệt đề án", ""},
    {"LineBeforeCapital", "CHÍNH PHỦ\nCăn cứ", "chính phủ | căn cứ", ""},
    {"Paragraph", "hết\n\nbắt đầu", "hết | bắt đầu", ""},
    {"CarriageReturns", "phê\r\nduyệt", "phê duyệt", ""},
    {"NoBreakSpace", "Thái\u00A0Nguyên", "thái nguyên", ""},
    {"ZeroWidthInsideAWord", "Thái Ngu\u200Byên", "thái nguyên", ""},
    {"SoftHyphen", "chuy\u00ADển", "chuyển", ""},
    {"LoneLeadByte", "a\xC3z", "a | z", ""},
    {"LoneMark", "\u0301 a", "a", ""},
    {"TrailingJoiner", "12/2016/TT- là", "12 2016 tt | là", "12/2016/tt"},
    {"DoubleJoinerSeparates", "a--b", "a | b", ""},
};

class AnalyzerTest : public testing::TestWithParam<AnalyzerCase> {};

TEST_P(AnalyzerTest, SplitsAsWanted) {
  Analysis analysis;
  Analyzer().analyze(GetParam().input, analysis);
  EXPECT_EQ(toned(analysis), GetParam().tokens);
  EXPECT_EQ(compounds(analysis), GetParam().compounds);
}

INSTANTIATE_TEST_SUITE_P(Table, AnalyzerTest, testing::ValuesIn(kCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(AnalyzerTest, CountsMalformedBytes) {
  Analysis analysis;
  Analyzer().analyze("a\xC3 b\xFF\xFE", analysis);
  EXPECT_EQ(analysis.malformed_bytes, 3u);
}

TEST(AnalyzerTest, ParagraphsLieFurtherApartThanAnyPhraseReaches) {
  Analysis analysis;
  Analyzer().analyze("một hai\n\nba", analysis);
  ASSERT_EQ(analysis.tokens.size(), 3u);
  EXPECT_EQ(analysis.tokens[1].position, 2u);
  EXPECT_EQ(analysis.tokens[2].position, 2u + kParagraphGap);
}

TEST(AnalyzerTest, CutsEndlessWords) {
  Analysis analysis;
  Analyzer().analyze(std::string(1000, 'x'), analysis);
  EXPECT_GE(analysis.tokens.size(), 1000 / kMaxTokenBytes);
  for (const Token& token : analysis.tokens) EXPECT_LE(token.end - token.begin, kMaxTokenBytes + 3);
}

// Every row of the orthography table: the three writings give the same tokens.
TEST(AnalyzerTest, AgreesWithTheOrthographyTable) {
  std::ifstream in(TRACUU_TEST_DATA "/data/domain/ortho_pairs.tsv");
  ASSERT_TRUE(in);
  std::string line;
  std::getline(in, line);
  Analysis left;
  Analysis right;
  const Analyzer analyzer;
  int rows = 0;
  while (std::getline(in, line)) {
    std::istringstream fields(line);
    std::string input;
    std::string canonical;
    std::getline(fields, input, '\t');
    std::getline(fields, canonical, '\t');
    std::string new_style;
    std::getline(fields, new_style, '\t');
    analyzer.analyze(unescape(input), left);
    analyzer.analyze(unescape(new_style), right);
    EXPECT_EQ(toned(left), toned(right)) << line;
    analyzer.analyze(unescape(canonical), right);
    EXPECT_EQ(toned(left), toned(right)) << line;
    EXPECT_EQ(fold(toned(right), Marks::kKeep), toned(right)) << line;
    ++rows;
  }
  EXPECT_GE(rows, 91);
}

class AnalyzerProperty : public testing::Test {
 protected:
  AnalyzerProperty() {
    const char* seed = std::getenv("TRACUU_TEST_SEED");
    seed_ = seed != nullptr ? static_cast<unsigned>(std::stoul(seed)) : 20201231u;
    rng_.seed(seed_);
  }

  std::string random_text(std::size_t most) {
    static const std::vector<std::string> kAtoms = {"ế",        "e\u0302\u0301",
                                                    "é\u0302",  "Đ",
                                                    "\u00D0",   "d\u0335",
                                                    "a",        "uy",
                                                    "oà",       " ",
                                                    "\n",       "\n\n",
                                                    "\r\n",     "\xC3",
                                                    "\xE1\xBB", "\xFF",
                                                    "\u200B",   "\u00A0",
                                                    "-",        "/",
                                                    "&",        ".",
                                                    ",",        "'",
                                                    "\u2011",   "7",
                                                    "749",      "QĐ",
                                                    "TTg",      "\u0303",
                                                    "(",        "\u202E",
                                                    "\x1b[",    "漢",
                                                    "한",       "ǆ"};
    std::string text;
    for (std::size_t n = rng_() % (most + 1); n > 0; --n) text += kAtoms[rng_() % kAtoms.size()];
    return text;
  }

  unsigned seed_ = 0;
  std::mt19937 rng_;
  Analyzer analyzer_;
};

TEST_F(AnalyzerProperty, SpansTileTheText) {
  const CharacterTable characters;
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random_text(24);
    SCOPED_TRACE(testing::Message() << "seed " << seed_ << " " << testing::PrintToString(text));
    Analysis analysis;
    analyzer_.analyze(text, analysis);
    std::size_t at = 0;
    const auto expect_separators = [&](std::size_t end) {
      while (at < end) {
        const Decoded d = decode(text, at);
        ASSERT_FALSE(starts_word(characters[d.value]) && d.well_formed) << "at " << at;
        at += d.length;
      }
      ASSERT_EQ(at, end) << "a span begins inside a character";
    };
    for (const Token& token : analysis.tokens) {
      ASSERT_LE(at, token.begin);
      ASSERT_LT(token.begin, token.end);
      ASSERT_LE(token.end, text.size());
      expect_separators(token.begin);
      at = token.end;
    }
    expect_separators(text.size());
  }
}

TEST_F(AnalyzerProperty, AnalysisOfTheFormsGivesTheForms) {
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random_text(12);
    SCOPED_TRACE(testing::Message() << "seed " << seed_ << " " << testing::PrintToString(text));
    Analysis first;
    analyzer_.analyze(text, first);
    for (const Token& token : first.tokens) {
      const std::string form(first.vocabulary().form(first.word(token).toned));
      const std::string plain(first.vocabulary().form(first.word(token).toneless));
      Analysis again;
      analyzer_.analyze(form, again);
      ASSERT_EQ(again.tokens.size(), 1u) << form;
      EXPECT_EQ(again.vocabulary().form(again.word(again.tokens[0]).toned), form);
      EXPECT_EQ(again.vocabulary().form(again.word(again.tokens[0]).toneless), plain);
      std::string folded = fold(form, Marks::kDrop);
      merge_i_y(folded);
      EXPECT_EQ(folded, plain);
    }
  }
}

std::string normalized(const std::string& text, const icu::Normalizer2* (*form)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  form(status)->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(out);
  return out;
}

TEST_F(AnalyzerProperty, DecomposedAndComposedTextGiveTheSameTokens) {
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random_text(20);
    SCOPED_TRACE(testing::Message() << "seed " << seed_ << " " << testing::PrintToString(text));
    const std::string composed = normalized(text, icu::Normalizer2::getNFCInstance);
    const std::string decomposed = normalized(text, icu::Normalizer2::getNFDInstance);
    Analysis first;
    Analysis second;
    analyzer_.analyze(composed, first);
    analyzer_.analyze(decomposed, second);
    EXPECT_EQ(toned(first), toned(second));
    EXPECT_EQ(compounds(first), compounds(second));
    for (const Marks marks : {Marks::kKeep, Marks::kDrop}) {
      EXPECT_EQ(fold(composed, marks), fold(decomposed, marks));
    }
  }
}

TEST_F(AnalyzerProperty, ReusingAnAnalysisChangesNothing) {
  Analysis reused;
  for (int round = 0; round < 500; ++round) {
    const std::string text = random_text(40);
    SCOPED_TRACE(testing::Message() << "seed " << seed_ << " " << testing::PrintToString(text));
    Analysis fresh;
    analyzer_.analyze(text, fresh);
    analyzer_.analyze(text, reused);
    EXPECT_EQ(toned(fresh), toned(reused));
    EXPECT_EQ(compounds(fresh), compounds(reused));
  }
}

}  // namespace
}  // namespace tracuu::text
