#include "core/text/visible.h"

#include <string>

#include <gtest/gtest.h>

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
    {"Joined", "  dòng 1 \r\n\t dòng 2\n", Lines::kJoin, "dòng 1 dòng 2"},
};

class VisibleTest : public testing::TestWithParam<VisibleCase> {};

TEST_P(VisibleTest, ShowsWhatIsHarmless) {
  EXPECT_EQ(visible(GetParam().input, GetParam().lines), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(Table, VisibleTest, testing::ValuesIn(kCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(JsonSafeTest, EscapesWhatATerminalWouldObey) {
  EXPECT_EQ(json_safe("{\"a\":\"x\u202Ey\u009B\x7F\"}"), "{\"a\":\"x\\u202ey\\u009b\\u007f\"}");
  EXPECT_EQ(json_safe("{\"a\":\"Điều\"}"), "{\"a\":\"Điều\"}");
}

}  // namespace
}  // namespace tracuu::text
