// Files as administrators leave them: no slip takes the rest away, and each is reported.

#include "searcher/dictionary/rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/dictionary/shown.h"

namespace tracuu {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> told(const std::vector<DictionaryWarning>& warnings) {
  std::vector<std::string> lines;
  lines.reserve(warnings.size());
  for (const DictionaryWarning& w : warnings) {
    lines.push_back(w.file + ":" + std::to_string(w.line) + ":" +
                    std::to_string(static_cast<int>(w.fault)));
  }
  return lines;
}

std::string told(std::string_view file, std::size_t line, RowFault fault) {
  return told({{std::string(file), line, fault}}).front();
}

TEST(DictionaryRowsTest, BadRowsAreSkippedAndReported) {
  const std::string abbreviations =
      "# chú thích\n"
      "abbr\texpansion\tfield\tuse\n"
      "\n"
      "UBND\n"
      "UBND\tỦy ban nhân dân\t\tboth\n"
      "\xFFZ\tcụm từ\n"
      "&-\tcụm từ\n"
      "Q\tquyền\n"
      "A.B.C.D.E\tcụm từ\n" +
      std::string(100'000, 'x') + "\ty\n" + "HĐND\tHội đồng nhân dân\n";
  const Dictionary dictionary({.abbreviations = abbreviations,
                               .synonyms = "same\tmột từ\nlike\ta b; c d\nnot\n"
                                           "same\t; ;\nsame\ta b; ---\nsame\tthu phí; lệ phí",
                               .place_names = "same\ta;b;c;d;e;f;g;h;i;j;k;l;m;n;o;p;q\n"});
  EXPECT_THAT(told(dictionary.warnings()),
              testing::UnorderedElementsAre(told("abbreviations.tsv", 4, RowFault::kTooFewCells),
                                            told("abbreviations.tsv", 5, RowFault::kUnknownUse),
                                            told("abbreviations.tsv", 6, RowFault::kMalformedText),
                                            told("abbreviations.tsv", 7, RowFault::kUnusableTerm),
                                            told("abbreviations.tsv", 8, RowFault::kUnusableTerm),
                                            told("abbreviations.tsv", 9, RowFault::kUnusableTerm),
                                            told("abbreviations.tsv", 10, RowFault::kLineTooLong),
                                            told("synonyms.tsv", 1, RowFault::kTooFewTerms),
                                            told("synonyms.tsv", 2, RowFault::kUnknownRelation),
                                            told("synonyms.tsv", 3, RowFault::kTooFewTerms),
                                            told("synonyms.tsv", 4, RowFault::kTooFewTerms),
                                            told("synonyms.tsv", 5, RowFault::kUnusableTerm),
                                            told("place_names.tsv", 1, RowFault::kTooManyTerms)));
  EXPECT_THAT(shown(dictionary, "HĐND thu phí"),
              ElementsAre("HĐND=Hội đồng nhân dân", "thu phí=lệ phí"));
}

TEST(DictionaryRowsTest, ByteOrderMarkLineEndsAndDecomposedTextAreRead) {
  for (const std::string_view end : {"\n", "\r\n", "\r"}) {
    const std::string file = "\xEF\xBB\xBF# chú thích" + std::string(end) + "abbr\texpansion" +
                             std::string(end) + "UBND\tU\u0309y ban nha\u0302n da\u0302n" +
                             std::string(end) + " HĐND \t Hội đồng nhân dân ";
    const Dictionary dictionary({.abbreviations = file, .synonyms = "", .place_names = ""});
    EXPECT_TRUE(dictionary.warnings().empty());
    EXPECT_THAT(shown(dictionary, "Ủy ban nhân dân, HĐND"),
                ElementsAre("Ủy ban nhân dân=UBND", "HĐND=Hội đồng nhân dân"));
  }
}

TEST(DictionaryRowsTest, HostileFilesAreBounded) {
  std::string hub;
  for (int i = 0; hub.size() < kMaxDictionaryFileBytes; ++i) {
    const std::string n = std::to_string(i);
    hub += "same\tmột hai; a";
    hub += n;
    hub += " x; b";
    hub += n;
    hub += " x; c";
    hub += n;
    hub += " x\n";
  }
  const Dictionary dictionary(
      {.abbreviations = std::string(300, '\t'), .synonyms = hub, .place_names = "\n\r\n\0"});
  ASSERT_FALSE(dictionary.warnings().empty());
  EXPECT_EQ(shown(dictionary, "một hai").size(), 1u);

  const std::string bad(kMaxDictionaryFileBytes, '?');
  std::string lines;
  for (std::size_t i = 0; i < 3 * kMaxDictionaryWarnings; ++i) lines += "?\n";
  std::vector<DictionaryWarning> warnings;
  read_groups("synonyms.tsv", lines, warnings);
  EXPECT_EQ(warnings.size(), kMaxDictionaryWarnings);
  warnings.clear();
  read_groups("synonyms.tsv", bad, warnings);
  EXPECT_THAT(told(warnings), ElementsAre(told("synonyms.tsv", 1, RowFault::kLineTooLong)));
}

TEST(DictionaryRowsTest, WarningsAreSentencesInBothLanguages) {
  const DictionaryWarning warning{"synonyms.tsv", 7, RowFault::kUnknownRelation};
  EXPECT_THAT(describe(warning, Language::kVietnamese), HasSubstr("synonyms.tsv, dòng 7: "));
  EXPECT_THAT(describe(warning, Language::kEnglish), HasSubstr("synonyms.tsv, line 7: "));
  for (int fault = 0; fault <= static_cast<int>(RowFault::kUnusableTerm); ++fault) {
    const DictionaryWarning each{"a", 0, static_cast<RowFault>(fault)};
    EXPECT_NE(describe(each, Language::kVietnamese), describe(each, Language::kEnglish));
  }
}

}  // namespace
}  // namespace tracuu
