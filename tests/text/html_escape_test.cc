#include "core/text/html_escape.h"

#include <string>

#include <gtest/gtest.h>

namespace tracuu::text {
namespace {

struct EscapeCase {
  const char* name;
  std::string text;
  const char* want;
};

const EscapeCase kCases[] = {
    {"Plain", "Điều 1. Phạm vi", "Điều 1. Phạm vi"},
    {"Every", "&<>\"'`", "&amp;&lt;&gt;&quot;&#39;&#96;"},
    {"Between", "Sở A & B <b>", "Sở A &amp; B &lt;b&gt;"},
    {"AsItStands", "&amp;", "&amp;amp;"},
    {"Override", "gpj.\u202E<exe", "gpj.\uFFFD&lt;exe"},
    {"ArabicLetterMark", "a\u061Cb", "a\uFFFDb"},
    {"C1", "a\u009Bb", "a\uFFFDb"},
    {"Malformed", "a\xE2<\xFF", "a\uFFFD&lt;\uFFFD"},
    {"Zero", std::string("a\0b", 3), "a\uFFFDb"},
};

class HtmlEscapeTest : public testing::TestWithParam<EscapeCase> {};

TEST_P(HtmlEscapeTest, NothingBecomesMarkup) {
  std::string out = "<p>";
  escape_html(GetParam().text, out);
  EXPECT_EQ(out, std::string("<p>") + GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(Table, HtmlEscapeTest, testing::ValuesIn(kCases),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace tracuu::text
