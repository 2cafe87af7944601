#include "core/text/visible.h"

#include <string>

#include <gtest/gtest.h>

#include "core/text/utf8.h"

namespace tracuu::text {
namespace {

struct VisibleCase {
  const char* name;
  std::string input;
  Lines lines;
  const char* want;
};

const VisibleCase kCases[] = {
    {"Plain", "Điều 1.\tPhạm vi\n", Lines::kKeep, "Điều 1.\tPhạm vi\n"},
    {"Escape", "a\x1b[31mb", Lines::kKeep, "a\uFFFD[31mb"},
    {"TitleOfTerminal", "\x1b]0;x\x07", Lines::kKeep, "\uFFFD]0;x\uFFFD"},
    {"CarriageReturn", "sạch\rbẩn", Lines::kKeep, "sạch\uFFFDbẩn"},
    {"C1", "a\u009Bb", Lines::kKeep, "a\uFFFDb"},
    {"Override", "gpj.\u202Eexe", Lines::kKeep, "gpj.\uFFFDexe"},
    {"Isolate", "\u2066a\u2069", Lines::kKeep, "\uFFFDa\uFFFD"},
    {"Zero", std::string("a\0b", 3), Lines::kKeep, "a\uFFFDb"},
    {"Malformed", "a\xC3z\xFF", Lines::kKeep, "a\uFFFDz\uFFFD"},
    {"CutAtTheEnd", "đ\xC4", Lines::kKeep, "đ\uFFFD"},
    {"LongCutAtTheEnd", "đ\xE1\xBA", Lines::kKeep, "đ\uFFFD\uFFFD"},
    {"LongCut", "đ\xE1\xBAz", Lines::kKeep, "đ\uFFFD\uFFFDz"},
    {"Joined", "  dòng 1 \r\n\t dòng 2\n", Lines::kJoin, "dòng 1 dòng 2"},
};

class VisibleTest : public testing::TestWithParam<VisibleCase> {};

TEST_P(VisibleTest, ShowsWhatIsHarmless) {
  EXPECT_EQ(visible(GetParam().input, GetParam().lines), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(Table, VisibleTest, testing::ValuesIn(kCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(VisibleCharactersTest, OnlyUnsafeCharactersAreReplaced) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text = "đ";
    append_utf8(text, c);
    text += "a";
    ASSERT_EQ(visible(text), is_unsafe(c) ? "đ\uFFFDa" : text) << static_cast<unsigned>(c);
  }
}

TEST(JsonSafeTest, EscapesWhatATerminalWouldObey) {
  EXPECT_EQ(json_safe("{\"a\":\"x\u202Ey\u009B\x7F\"}"), "{\"a\":\"x\\u202ey\\u009b\\u007f\"}");
  EXPECT_EQ(json_safe("{\"a\":\"Điều\"}"), "{\"a\":\"Điều\"}");
}

}  // namespace
}  // namespace tracuu::text
