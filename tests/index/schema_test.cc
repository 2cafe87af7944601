// Terms: their bound, and that different texts stay different.

#include "core/index/schema.h"

#include <set>
#include <string>

#include <gtest/gtest.h>
#include <xapian.h>

#include "core/text/utf8.h"

namespace tracuu::schema {
namespace {

bool is_well_formed(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const text::Decoded d = text::decode(text, i);
    if (!d.well_formed) return false;
    i += d.length;
  }
  return true;
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  for (; times > 0; --times) out += piece;
  return out;
}

TEST(TermTest, ShortTextIsPrefixAndText) {
  EXPECT_EQ(term(kToneless, "quyet"), "XUquyet");
  EXPECT_EQ(term("", "quyết"), "quyết");
  EXPECT_EQ(pair_term(kPair, "quyet", "dinh"), "XBquyet dinh");
  EXPECT_EQ(filter_term(kTypeField, "quyet dinh"), "XFtype:quyet dinh");
}

TEST(TermTest, PackableAreSyllablesAndPairsButNotThoseOfTitles) {
  for (const char* packable :
       {"quyết", "điều", "2020", "x", "XUquyet", "XBquyet dinh", "XPso thuc"}) {
    EXPECT_TRUE(is_packable(packable)) << packable;
  }
  for (const char* other : {"", "Squyết", "XTquyet", "XDquyet dinh", "XKhoi", "XCtt&tt",
                            "XN749/QD-TTG", "XFtype:quyet dinh", "XJ", "Qa.txt", "X"}) {
    EXPECT_FALSE(is_packable(other)) << other;
  }
}

TEST(TermTest, TextUpToTheBoundIsLeftAsItIs) {
  const std::string fits(kMaxTermBytes - 1, 'a');
  EXPECT_EQ(term("Q", fits), "Q" + fits);
  const std::string over(kMaxTermBytes, 'a');
  EXPECT_NE(term("Q", over), "Q" + over);
  EXPECT_LE(term("Q", over).size(), kMaxTermBytes);
}

TEST(TermTest, LongTextsAreCutAtCharacterBordersAndKeepTheirPrefix) {
  for (const char* piece : {"a", "ế", "漢", "😀", "e\u0302\u0301"}) {
    for (std::size_t shift = 0; shift < 4; ++shift) {
      const std::string text = std::string(shift, 'x') + repeated(piece, 300);
      const std::string made = term("Q", text);
      EXPECT_LE(made.size(), kMaxTermBytes) << piece;
      EXPECT_TRUE(is_well_formed(made)) << piece << shift;
      EXPECT_TRUE(made.starts_with("Q" + text.substr(0, 200))) << piece << shift;
    }
  }
}

TEST(TermTest, DifferentTextsStayDifferentTerms) {
  const std::string base(300, 'a');
  std::set<std::string> terms;
  std::size_t count = 0;
  const auto add = [&](const std::string& text) {
    terms.insert(term("Q", text));
    ++count;
  };
  for (std::size_t i = 0; i < base.size(); ++i) {  // one letter changed anywhere
    std::string text = base;
    text[i] = 'b';
    add(text);
  }
  for (std::size_t size = 230; size < 300; ++size) add(std::string(size, 'a'));  // and lengths
  for (std::size_t size = 1; size < 20; ++size) {                                // zero bytes
    add(std::string(size, '\0'));
    add(std::string(size, '\x01'));
  }
  add(std::string("a\0b", 3));
  add(std::string("a\0\0b", 4));
  add("ab");
  EXPECT_EQ(terms.size(), count);
}

TEST(TermTest, ZeroBytesNeverReachXapian) {
  const std::string made = term("Q", std::string(240, '\0'));
  EXPECT_EQ(made.find('\0'), std::string::npos);
  EXPECT_LE(made.size(), kMaxTermBytes);
}

TEST(TermTest, XapianTakesEveryTerm) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  Xapian::Document document;
  for (std::size_t size = 200; size < 400; ++size) {
    document.add_boolean_term(term("Q", std::string(size, 'q')));
    document.add_boolean_term(term("Q", std::string(size, '\0')));
    document.add_boolean_term(pair_term(kTitlePair, repeated("ế", size / 6), "x"));
    document.add_boolean_term(filter_term(kKeywordField, repeated("ế", size)));
  }
  EXPECT_NO_THROW(database.add_document(document));
}

TEST(TermTest, PairsOfDifferentWordsStayDifferentWhereTheyAreLong) {
  const std::string word(150, 'a');
  EXPECT_NE(pair_term(kPair, word, word + "b"), pair_term(kPair, word, word + "c"));
  EXPECT_LE(pair_term(kPair, word, word).size(), kMaxTermBytes);
}

TEST(TermTest, SameTextGivesTheSameTerm) {
  const std::string text = repeated("chuyển đổi số ", 40);
  EXPECT_EQ(term("Q", text), term("Q", text));
}

}  // namespace
}  // namespace tracuu::schema
