#include "searcher/query/parse.h"

#include <string>

#include <gtest/gtest.h>

#include "searcher/query/grammar.h"
#include "searcher/query/print.h"
#include "tests/query/dump.h"

namespace tracuu::query {
namespace {

struct ParseCase {
  const char* name;
  const char* query;
  const char* tree;
  const char* printed;  // nullptr: as typed
};

const ParseCase kParseCases[] = {
    // Words: whatever is not said to be more.
    {"OneRunOfWords", "chuyển đổi số", "[chuyển đổi số]", nullptr},
    {"SingleBlanks", "  chuyển\t\n đổi\u00a0\u3000số ", "[chuyển đổi số]", "chuyển đổi số"},
    {"ControlsAreBlanks", "a\x01\x1b\x7fz", "[a z]", "a z"},
    {"Number", "749/QĐ-TTg", "[749/QĐ-TTg]", nullptr},
    {"Ampersand", "Sở TT&TT", "[Sở TT&TT]", nullptr},
    {"DashBetweenBlanks", "kinh tế - xã hội", "[kinh tế - xã hội]", nullptr},
    {"DashInsideWord", "01-NQ/TU", "[01-NQ/TU]", nullptr},
    {"DoubleDash", "a -- b --c", "[a -- b --c]", nullptr},
    {"SignBeforePunctuation", "+, -$x", "[+, -$x]", nullptr},
    {"TimeAndAddress", "8:30 http://x.vn lưu ý: họp", "[8:30 http://x.vn lưu ý: họp]", nullptr},
    {"SmallLettersAreNoOperators", "a or b hoặc c not d", "[a or b hoặc c not d]", nullptr},
    {"StarElsewhere", "* 2*3 *b a** 3*4* (*)", "[* 2*3 *b a** 3*4* *]", "* 2*3 *b a** 3*4* *"},
    {"MalformedBytes", "a\xC3 \xE2\x80z", "[a\xC3 \xE2\x80z]", nullptr},
    {"PlainBrackets", "Bộ (TT&TT) và", "[Bộ TT&TT và]", "Bộ TT&TT và"},
    {"BracketsGluedToWords", "Điều 5(a)b", "[Điều 5 a b]", "Điều 5 a b"},
    {"BracketsAroundAll", "((a b))", "[a b]", "a b"},
    {"BracketsThatChangeNothing", "a (b \"c\" d) e", "(all [a b] \"c\" [d e])", "a b \"c\" d e"},

    // Phrases: any quote opens, any quote closes.
    {"Phrase", "\"chuyển  đổi\" số", "(all \"chuyển đổi\" [số])", "\"chuyển đổi\" số"},
    {"CurlyQuotes", "“a b” „c d“ «e» ”f”", "(all \"a b\" \"c d\" \"e\" \"f\")",
     "\"a b\" \"c d\" \"e\" \"f\""},
    {"MixedQuotes", "“a b\" c", "(all \"a b\" [c])", "\"a b\" c"},
    {"NothingCountsInsideQuotes", "\"(a OR -b* số:5\"", "\"(a OR -b* số:5\"", nullptr},
    {"QuoteInsideWord", "a\"b\"c", "(all [a] \"b\" [c])", "a \"b\" c"},

    // Signs.
    {"Signs", "+a -b c", "(all +[a] -[b] [c])", nullptr},
    {"SignTakesOneWord", "-kinh tế", "(all -[kinh] [tế])", nullptr},
    {"SignBeforePhraseAndGroup", "-\"a b\" +(c d)", "(all -\"a b\" +[c d])", nullptr},
    {"SignAfterBracket", "(-a b)", "(all -[a] [b])", "-a b"},
    {"NoSignAfterQuote", "\"a\"-b \"c\"-\"d\"", "(all \"a\" [-b] \"c\" [-] \"d\")",
     "\"a\" \\-b \"c\" - \"d\""},
    {"NotIsMinus", "a NOT b KHÔNG \"c d\"", "(all [a] -[b] -\"c d\")", "a -b -\"c d\""},
    {"OnlyExcluded", "-a", "-[a]", nullptr},
    {"RequiredAlone", "+a", "[a]", "a"},
    {"SignOnSign", "-(-a) b +(-c) (+d) (-e)", "(all +[a] [b] -[c] [d] -[e])", "+a b -c d -e"},
    {"SignBeforeOperatorWord", "a -OR", "(all [a] -[OR])", "a -\\OR"},
    {"SignedGroupStays", "a (+b c)", "(all [a] (all +[b] [c]))", nullptr},

    // OR and AND.
    {"OrBindsLoosest", "quyết định OR nghị quyết", "(any [quyết định] [nghị quyết])", nullptr},
    {"OrInVietnamese", "quyết định HOẶC nghị quyết", "(any [quyết định] [nghị quyết])",
     "quyết định OR nghị quyết"},
    {"OrDecomposed", "a HOA\u0323\u0306C b", "(any [a] [b])", "a OR b"},
    {"OrChain", "a OR b OR (c OR d)", "(any [a] [b] [c] [d])", "a OR b OR c OR d"},
    {"OrInGroup", "x (a OR b \"c\") y", "(all [x] (any [a] (all [b] \"c\")) [y])", nullptr},
    {"OrExcluded", "a OR -b OR +c OR -(d OR e)", "(any [a] -[b] [c] -(any [d] [e]))",
     "a OR -b OR c OR -(d OR e)"},
    {"AndMakesRequired", "a b AND c", "(all +[a b] +[c])", "+(a b) +c"},
    {"AndInVietnamese", "lúa VÀ ngô", "(all +[lúa] +[ngô])", "+lúa +ngô"},
    {"AndBindsTighterThanOr", "a AND b OR c", "(any (all +[a] +[b]) [c])", "+a +b OR c"},
    {"AndNot", "a AND NOT b", "(all +[a] -[b])", "+a -b"},
    {"AndWithMixedSide", "a -b AND +c -d", "(all +(all [a] -[b]) +[c] -[d])", "+(a -b) +c -d"},

    // Titles in capitals hold VÀ and KHÔNG as words; small letters beside them make operators.
    {"TitleInCapitals", "LUẬT BẢO VỆ VÀ PHÁT TRIỂN RỪNG", "[LUẬT BẢO VỆ VÀ PHÁT TRIỂN RỪNG]",
     nullptr},
    {"TitleInCapitalsAtEdge", "KHÔNG THU PHÍ", "[KHÔNG THU PHÍ]", "\\KHÔNG THU PHÍ"},
    {"NumbersAreNoCapitals", "2020 HOẶC 2021", "(any [2020] [2021])", "2020 OR 2021"},
    {"EnglishAlwaysOperates", "UBND OR HĐND", "(any [UBND] [HĐND])", nullptr},
    {"OneSmallNeighbour", "UBND HOẶC tỉnh", "(any [UBND] [tỉnh])", "UBND OR tỉnh"},
    {"NearWithDistanceAlwaysOperates", "LÚA GẦN/3 NGÔ", "(near/3 [LÚA] [NGÔ])", "LÚA NEAR/3 NGÔ"},

    // NEAR.
    {"Near", "a NEAR b", "(near/10 [a] [b])", "a NEAR/10 b"},
    {"NearInVietnamese", "lúa GẦN/5 ngô", "(near/5 [lúa] [ngô])", "lúa NEAR/5 ngô"},
    {"NearTakesOneWord", "a b NEAR/3 c d", "(all [a] (near/3 [b] [c]) [d])", nullptr},
    {"NearPhrases", "\"a b\" NEAR/3 (c d)", "(near/3 \"a b\" \"c d\")", "\"a b\" NEAR/3 \"c d\""},
    {"NearExcluded", "-a NEAR/2 b", "-(near/2 [a] [b])", "-(a NEAR/2 b)"},
    {"NearLookAlikes", "NEAR/x NEAR/ NEAR/5a", "[NEAR/x NEAR/ NEAR/5a]", nullptr},

    // word*
    {"Prefix", "chuy* đổi", "(all [chuy]* [đổi])", nullptr},
    {"PrefixOfNumber", "749/* -qđ*", "(all [749/]* -[qđ]*)", nullptr},
    {"PrefixDecomposed", "e\u0302\u0301n*", "[e\u0302\u0301n]*", nullptr},

    // Fields.
    {"Field", "loại:nghị", "(type [nghị])", nullptr},
    {"FieldTakesOneWord", "loại:nghị quyết", "(all (type [nghị]) [quyết])", nullptr},
    {"FieldWithPhrase", "Loai: \"nghị quyết\"", "(type \"nghị quyết\")", "loại:\"nghị quyết\""},
    {"FieldWithGroup", "type:(a OR \"b c\") d", "(all (type (any [a] \"b c\")) [d])",
     "loại:(a OR \"b c\") d"},
    {"FieldOfTwoWords", "Bộ cơ  quan:Y +CO QUAN:\"Bộ Y tế\"",
     "(all [Bộ] (agency [Y]) +(agency \"Bộ Y tế\"))", "Bộ cơ quan:Y +cơ quan:\"Bộ Y tế\""},
    {"FieldDecomposed", "lo\u0061\u0323i:x", "(type [x])", "loại:x"},
    {"FieldOldToneStyle", "từ khoá:x", "(keyword [x])", "từ khóa:x"},
    {"FieldWithWrongMarks", "sở: x sổ:5", "[sở: x sổ:5]", nullptr},
    {"FieldRange", "ngày:01/2021..04/2021", "(date [01/2021..04/2021])", nullptr},
    {"FieldValueIsPlain", "số:-5 nguồn:http://x loại:OR loại:số:5",
     "(all (number [-5]) (source [http://x]) (type [OR]) (type [số:5]))", nullptr},
    {"FieldWithPrefix", "td:chuy*", "(title [chuy]*)", "tiêu đề:chuy*"},
    {"FieldExcluded", "-l:x loại:(-y) -l:(-z)", "(all -(type [x]) -(type [y]) +(type [z]))",
     "-loại:x -loại:y +loại:z"},
    {"FieldWithNear", "td:(a NEAR/3 b)", "(title (near/3 [a] [b]))", "tiêu đề:(a NEAR/3 b)"},
    {"FieldNameGluedToQuote", "\"x\"l:y", "(all \"x\" (type [y]))", "\"x\" loại:y"},
    {"FieldNameAcrossBracket", "cơ (quan:x)", "[cơ quan:x]", "cơ \\quan:x"},

    // The escape.
    {"Escape", "\\OR \\-5 \\+a \\ab* \\số:5 \\\\srv\\x \\", "[OR -5 +a ab* số:5 \\srv\\x \\]",
     "\\OR \\-5 \\+a \\ab* \\số:5 \\\\srv\\x \\\\"},
    {"EscapeBehindSign", "a -\\$b", "(all [a] -[$b])", nullptr},
    {"EscapeBehindField", "path:\\\\srv", "(path [\\srv])", "đường dẫn:\\\\srv"},
};

class ParseTest : public testing::TestWithParam<ParseCase> {};

TEST_P(ParseTest, GivesTheTreeAndItsCanonicalText) {
  const ParseCase& c = GetParam();
  const ParseResult result = parse(c.query);
  ASSERT_TRUE(std::holds_alternative<Node>(result))
      << describe(std::get<QueryError>(result), Language::kEnglish);
  const Node& node = std::get<Node>(result);
  EXPECT_EQ(dump(node), c.tree);
  EXPECT_EQ(print(node), c.printed == nullptr ? c.query : c.printed);
  const ParseResult again = parse(print(node));
  ASSERT_TRUE(std::holds_alternative<Node>(again)) << print(node);
  EXPECT_EQ(dump(std::get<Node>(again)), c.tree) << print(node);
}

INSTANTIATE_TEST_SUITE_P(Table, ParseTest, testing::ValuesIn(kParseCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(ParseTest, SpansPointIntoTheQuery) {
  const std::string query = "a  b -cơ quan:\"Bộ Y tế\" (c NEAR d)";
  const ParseResult result = parse(query);
  const Node& node = std::get<Node>(result);
  const auto typed = [&](const Node& n) { return query.substr(n.span.offset, n.span.length); };
  ASSERT_EQ(node.children.size(), 3u);
  EXPECT_EQ(typed(node.children[0]), "a  b");
  EXPECT_EQ(typed(node.children[1]), "cơ quan:\"Bộ Y tế\"");
  EXPECT_EQ(typed(node.children[2]), "c NEAR d");
}

TEST(ParseTest, BoundsAreTheLastThatParse) {
  const auto parses = [](const std::string& q) { return std::holds_alternative<Node>(parse(q)); };
  EXPECT_TRUE(parses(std::string(kMaxQueryBytes, 'a')));

  std::string clauses;
  for (std::size_t i = 0; i < kMaxClauses; ++i) clauses += "\"a\" ";
  EXPECT_TRUE(parses(clauses));
  EXPECT_FALSE(parses(clauses + "\"a\""));

  const std::string open(kMaxNesting, '(');
  const std::string close(kMaxNesting, ')');
  EXPECT_TRUE(parses(open + "a" + close));
  EXPECT_FALSE(parses("(" + open + "a" + close + ")"));
}

// A page of plain text is one clause, however many words it has.
TEST(ParseTest, LongPlainTextParses) {
  std::string text;
  while (text.size() + 10 < kMaxQueryBytes) text += "a (b) c, ";
  EXPECT_TRUE(std::holds_alternative<Node>(parse(text)));
}

}  // namespace
}  // namespace tracuu::query
