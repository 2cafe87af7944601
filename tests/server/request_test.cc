#include "searcher/server/http/request.h"

#include <string>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

namespace tracuu::http {
namespace {

struct TargetCase {
  const char* name;
  std::string target;
  std::variant<Target, TargetProblem> expected;
};

std::string many(std::size_t count, const std::string& piece) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += piece;
  return all;
}

class TargetTest : public testing::TestWithParam<TargetCase> {};

TEST_P(TargetTest, IsReadSo) {
  EXPECT_EQ(parse_target(GetParam().target), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    All, TargetTest,
    testing::Values(
        TargetCase{"Path", "/search", Target{"/search", {}}},
        TargetCase{"Vietnamese", "/search?q=chuy%E1%BB%83n+%c4%91%e1%bb%95i",
                   Target{"/search", {{"q", "chuyển đổi"}}}},
        TargetCase{"RawUtf8", "/search?q=số", Target{"/search", {{"q", "số"}}}},
        TargetCase{"Several", "/?type=A&type=B&q=x",
                   Target{"/", {{"type", "A"}, {"type", "B"}, {"q", "x"}}}},
        TargetCase{"PlusInThePathIsAPlus", "/a+b", Target{"/a+b", {}}},
        TargetCase{"EscapedPlus", "/?q=%2Bsố", Target{"/", {{"q", "+số"}}}},
        TargetCase{"EscapedSeparators", "/?q=a%26b%3Dc", Target{"/", {{"q", "a&b=c"}}}},
        TargetCase{"EmptyOnesAreLeftOut", "/?q=&type=&=x&&from=2020",
                   Target{"/", {{"from", "2020"}}}},
        TargetCase{"SecondEqualsBelongsToTheValue", "/?q=a=b", Target{"/", {{"q", "a=b"}}}},
        TargetCase{"FragmentIsDropped", "/?q=a#dieu-5", Target{"/", {{"q", "a"}}}},
        TargetCase{"LineEndsOfPastedText", "/?q=a%0D%0Ab", Target{"/", {{"q", "a\r\nb"}}}},
        TargetCase{"QuestionMarkAlone", "/?", Target{"/", {}}},
        TargetCase{"Empty", "", TargetProblem::kNotAPath},
        TargetCase{"Absolute", "http://host/", TargetProblem::kNotAPath},
        TargetCase{"Star", "*", TargetProblem::kNotAPath},
        TargetCase{"CutEscape", "/?q=%4", TargetProblem::kBadEscape},
        TargetCase{"NoHexadecimal", "/?q=%zz", TargetProblem::kBadEscape},
        TargetCase{"EscapeInTheName", "/?%=1", TargetProblem::kBadEscape},
        TargetCase{"RawBlank", "/?q=a b", TargetProblem::kBadEscape},
        TargetCase{"LoneLeadByte", "/?q=%E1%BB", TargetProblem::kNotUtf8},
        TargetCase{"Overlong", "/?q=%C0%AF", TargetProblem::kNotUtf8},
        TargetCase{"Latin1", "/?q=%E9", TargetProblem::kNotUtf8},
        TargetCase{"Surrogate", "/%ED%A0%80", TargetProblem::kNotUtf8},
        TargetCase{"Zero", "/?q=a%00b", TargetProblem::kControlCharacter},
        TargetCase{"Escape", "/?q=%1b[31m", TargetProblem::kControlCharacter},
        TargetCase{"Delete", "/?q=%7f", TargetProblem::kControlCharacter},
        TargetCase{"TooLong", "/?q=" + std::string(kMaxTargetBytes, 'a'), TargetProblem::kTooLong},
        TargetCase{"TooMany", "/?" + many(kMaxParameters + 1, "a=1&"),
                   TargetProblem::kTooManyParameters}),
    [](const auto& test) { return test.param.name; });

TEST(RequestTest, EncodedTextIsReadBack) {
  std::string all;
  for (int c = 0x20; c < 0x7F; ++c) all += static_cast<char>(c);
  all += "Quyết định số 749/QĐ-TTg\n";
  const auto target = parse_target("/?q=" + percent_encode(all));
  EXPECT_EQ(std::get<Target>(target).parameters.front().value, all);
}

TEST(RequestTest, ValuesAreThoseOfTheName) {
  const Request request{"GET", {"/", {{"type", "A"}, {"q", "x"}, {"type", "B"}}}, {}, {}};
  EXPECT_EQ(request.values("type"), (std::vector<std::string>{"A", "B"}));
  EXPECT_EQ(request.parameter("type"), "A");
  EXPECT_EQ(request.parameter("from"), "");
}

}  // namespace
}  // namespace tracuu::http
