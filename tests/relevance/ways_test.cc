#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/document/domain_table.h"
#include "tests/relevance/ways_draw.h"
#include "tests/relevance/ways_errors.h"
#include "tests/relevance/ways_letters.h"
#include "tests/relevance/ways_tcvn3.h"
#include "tests/relevance/ways_typing.h"
#include "tests/relevance/ways_write.h"

namespace tracuu::ways {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;
using Words = std::vector<std::string>;

constexpr std::size_t kDraws = 400;
const Words kQuery{"phê", "duyệt", "Chương", "trình", "chuyển", "đổi", "số"};

// Everything that `make` gives in kDraws draws.
template <typename Make>
std::set<std::string> all_of(const Make& make) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < kDraws; ++i) {
    Random random = Random::of(1, 0, i);
    seen.insert(make(random));
  }
  return seen;
}

std::set<std::string> all_keys(const std::string& word, Method method) {
  return all_of([&](Random& random) { return raw_keys(letters_of(word), method, random); });
}

TEST(WaysRandomTest, IsSplitMix64) {
  // The first values that the authors' program gives for this state.
  Random random(1234567);
  EXPECT_EQ(random.next(), 6457827717110365317u);
  EXPECT_EQ(random.next(), 3203168211198807973u);
}

TEST(WaysLettersTest, EveryVietnameseLetterComesBack) {
  const std::string letters =
      "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
      "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ";
  EXPECT_EQ(written(letters_of(letters)), letters);
  EXPECT_EQ(written(letters_of("749/QĐ-TTg, ñ ü ç Ω “–” 😀")), "749/QĐ-TTg, ñ ü ç Ω “–” 😀");
  EXPECT_EQ(written(letters_of("quyê\u0301t")), "quyết");
}

TEST(WaysDrawTest, WordsAreCutAtBlanksWithoutPunctuationAtTheEnds) {
  EXPECT_THAT(words_of("Quyết định 749/QĐ-TTg: (phê duyệt) – “Kinh tế - xã hội”,\u00A0H'Mông."),
              ElementsAre("Quyết", "định", "749/QĐ-TTg", "phê", "duyệt", "Kinh", "tế", "xã", "hội",
                          "H'Mông"));
  EXPECT_THAT(words_of(" – … "), ElementsAre());
}

TEST(WaysDrawTest, QueriesAreRunsOfSixToNineWordsOfTheirTitle) {
  const std::string long_title = "một hai ba bốn năm sáu bảy tám chín mười mốt";
  std::vector<Title> titles{{"short", "chỉ có năm từ thôi"}};
  for (std::size_t i = 0; i < kDraws; ++i) {
    titles.push_back({std::to_string(i), long_title + ' ' + std::to_string(i)});
  }
  Random random(1);
  const auto queries = draw_queries(titles, kDraws, random);
  std::set<std::size_t> lengths;
  std::set<std::string> texts;
  for (const DrawnQuery& query : queries) {
    lengths.insert(query.words.size());
    texts.insert(joined(query.words));
    EXPECT_NE(titles[query.title].document, "short");
    EXPECT_NE(titles[query.title].text.find(joined(query.words)), std::string::npos);
  }
  EXPECT_THAT(lengths, ElementsAre(6, 7, 8, 9));
  EXPECT_EQ(texts.size(), queries.size());
  EXPECT_GT(queries.size(), 20u);
}

TEST(WaysDrawTest, EqualSeedsDrawEqualQueries) {
  std::vector<Title> titles(50);
  for (std::size_t i = 0; i < titles.size(); ++i) {
    titles[i] = {std::to_string(i), "a b c d e f g h " + std::to_string(i)};
  }
  const auto texts = [&](std::uint64_t seed) {
    Random random(seed);
    std::vector<std::string> out;
    for (const DrawnQuery& q : draw_queries(titles, 5, random)) out.push_back(joined(q.words));
    return out;
  };
  EXPECT_EQ(texts(1), texts(1));
  EXPECT_NE(texts(1), texts(2));
}

TEST(WaysDrawTest, EveryTitleWithTheSameRunIsAnAnswer) {
  const std::vector<Title> titles{
      {"source", "Quyết định về phát triển kinh tế - xã hội tỉnh Hoà Bình"},
      {"capitals", "PHÁT TRIỂN KINH TẾ, XÃ HỘI TỈNH HÒA BÌNH NĂM 2030"},
      {"order", "phát triển xã hội kinh tế tỉnh Hòa Bình"},
      {"gap", "phát triển kinh tế và xã hội tỉnh Hòa Bình"},
      {"tones", "phát triển kinh tê xã hội tỉnh Hòa Bình"},
      {"prefix", "phát triển kinh tế xã hội tỉnh Hòa"},
      {"twice",
       "Kinh tế xã hội tỉnh Hòa: phát triển kinh tế xã hội tỉnh Hòa Bình, phát triển kinh "
       "tế xã hội tỉnh Hòa Bình"},
  };
  const std::vector<DrawnQuery> queries{
      {"w1", 0, {"phát", "triển", "kinh", "tế", "xã", "hội", "tỉnh", "Hoà", "Bình"}},
      {"w2", 0, {"Quyết", "định", "về", "phát", "triển", "kinh"}}};
  EXPECT_THAT(judge(titles, queries), ElementsAre(ElementsAre(0, 1, 6), ElementsAre(0)));
}

TEST(WaysWriteTest, EachWayOfOneQuery) {
  const Words words{"Nghị", "quyết", "của", "tỉnh", "uỷ", "Hòa", "Bình", "749/QĐ-TTg"};
  const std::vector<std::pair<Way, std::string>> rows{
      {Way::kAsIs, "Nghị quyết của tỉnh uỷ Hòa Bình 749/QĐ-TTg"},
      {Way::kWithoutMarks, "Nghi quyet cua tinh uy Hoa Binh 749/QD-TTg"},
      {Way::kNfd,
       "Nghi\u0323 quye\u0302\u0301t cu\u0309a ti\u0309nh uy\u0309 Ho\u0300a Bi\u0300nh "
       "749/QĐ-TTg"},
      {Way::kOtherToneStyle, "Nghị quyết của tỉnh ủy Hoà Bình 749/QĐ-TTg"},
      {Way::kCapitals, "NGHỊ QUYẾT CỦA TỈNH UỶ HÒA BÌNH 749/QĐ-TTG"},
      {Way::kTcvn3, "NghÞ quyÕt cña tØnh uû Hßa B×nh 749/Q§-TTg"},
  };
  for (const auto& [way, text] : rows) {
    Random random(1);
    EXPECT_EQ(write(way, words, random), text);
  }
}

TEST(WaysWriteTest, IsDeterministicInEveryWayAndDiffersBetweenSeeds) {
  for (std::size_t i = 0; i < kWayNames.size(); ++i) {
    const Way way = static_cast<Way>(i);
    Random first = Random::of(7, i, 3);
    Random second = Random::of(7, i, 3);
    EXPECT_EQ(write(way, kQuery, first), write(way, kQuery, second)) << kWayNames[i];
  }
  for (const Way way :
       {Way::kHalfMarked, Way::kTelex, Way::kVni, Way::kTypingError, Way::kJoined}) {
    EXPECT_GT(all_of([&](Random& random) { return write(way, kQuery, random); }).size(), 5u);
  }
}

TEST(WaysWriteTest, HalfMarkedKeepsSomeMarksAndLosesSome) {
  const Words words{"ban", "hành", "quyết"};
  EXPECT_THAT(all_of([&](Random& random) { return half_marked(words, random); }),
              UnorderedElementsAre("ban hanh quyết", "ban hành quyet"));
}

TEST(WaysWriteTest, OnlyOpenPairsHaveAnotherToneStyle) {
  const std::map<std::string, std::string> rows{
      {"hoà", "hòa"}, {"khỏe", "khoẻ"},   {"THỦY", "THUỶ"},   {"Uỷ", "Ủy"},
      {"quý", "quý"}, {"hoàn", "hoàn"},   {"ngoài", "ngoài"}, {"xoa", "xoa"},
      {"của", "của"}, {"khuỷu", "khuỷu"}, {"Lặn", "Lặn"},     {"cụm", "cụm"},
  };
  for (const auto& [word, other] : rows) EXPECT_EQ(in_other_tone_style(word), other);
}

TEST(WaysWriteTest, JoinedTakesNeighboursOfLetters) {
  EXPECT_THAT(all_of([](Random& random) {
                return with_two_joined({"Điều", "9", "Luật", "Đất", "đai"}, random);
              }),
              UnorderedElementsAre("Điều 9 LuậtĐất đai", "Điều 9 Luật Đấtđai"));
}

TEST(WaysTypingTest, TelexInEveryOrderThatInputMethodsAccept) {
  const std::map<std::string, std::set<std::string>> rows{
      {"quyết", {"quyeets", "quyeest", "quyetes", "quyetse", "quyeste"}},
      {"nghị", {"nghij"}},
      {"đảng", {"ddangr", "ddarng", "dangrd", "dangdr", "darngd"}},
      {"Đảng", {"DDangr", "DDarng", "Dangrd", "Dangdr", "Darngd"}},
      {"nước",
       {"nuwowcs", "nuwowsc", "nuowcs", "nuowsc", "nuocws", "nuocsw", "nuoscw", "nuwocs",
        "nuwosc"}},
      {"hươu", {"huwowu", "huowu", "huouw"}},
      {"thuở", {"thuowr", "thuorw"}},
      {"chưa", {"chuwa", "chuaw"}},
      {"QUYẾT", {"QUYEETS", "QUYEEST", "QUYETES", "QUYETSE", "QUYESTE"}},
      {"QĐ", {"QDD"}},
      {"café", {"cafes"}},
      {"ban", {"ban"}},
      {"Google", {"Google"}},
  };
  for (const auto& [word, keys] : rows) EXPECT_EQ(all_keys(word, Method::kTelex), keys) << word;
}

TEST(WaysTypingTest, VniInEveryOrderThatInputMethodsAccept) {
  const std::map<std::string, std::set<std::string>> rows{
      {"quyết", {"quye6t1", "quye61t", "quye16t", "quyet61", "quyet16", "quye1t6"}},
      {"nghị", {"nghi5"}},
      {"đi", {"d9i", "di9"}},
      {"người",
       {"ngu7o7i2", "ngu7o72i", "ngu7o27i", "nguo7i2", "nguo72i", "nguo27i", "nguoi72", "nguoi27",
        "nguo2i7"}},
      {"bằng", {"ba8ng2", "ba82ng", "ba28ng", "bang82", "bang28", "ba2ng8"}},
      {"quỹ", {"quy4"}},
      {"hỏi", {"ho3i", "hoi3"}},
  };
  for (const auto& [word, keys] : rows) EXPECT_EQ(all_keys(word, Method::kVni), keys) << word;
}

TEST(WaysTypingTest, KeysOfTheDomainTableAreAmongThoseDrawn) {
  // Rows that the generator does not type, and why.
  const std::set<std::string> kOthers{
      "wng",                            // lone w
      "xoong", "hoongfs", "chuyenere",  // corrections and escapes
  };
  std::size_t checked = 0;
  for (const auto& row : domain_table("typing_pairs.tsv", 3)) {
    const bool telex = row[0] == "telex";
    if ((!telex && row[0] != "vni") || row[2].empty() || row[2].starts_with('(')) continue;
    if (kOthers.contains(row[1])) continue;
    const auto keys = all_keys(row[2], telex ? Method::kTelex : Method::kVni);
    EXPECT_TRUE(keys.contains(row[1])) << row[1] << ' ' << row[2];
    ++checked;
  }
  EXPECT_GT(checked, 80u);
}

TEST(WaysTcvn3Test, AgreesWithTheDomainTable) {
  std::size_t checked = 0;
  for (const auto& row : domain_table("encoding_pairs.tsv", 4)) {
    if (row[0] != "TCVN3" || row[3] != "ok") continue;
    EXPECT_EQ(as_tcvn3(row[2]), unescaped(row[1]));
    ++checked;
  }
  EXPECT_GT(checked, 10u);
}

TEST(WaysTcvn3Test, CapitalsWithToneTakeTheCodeOfTheSmallLetter) {
  EXPECT_EQ(as_tcvn3("ỦY BAN NHÂN DÂN"), "ñY BAN NH¢N D¢N");
  EXPECT_EQ(as_tcvn3("À Á Ý Ặ"), "µ ¸ ý Æ");
}

TEST(WaysErrorsTest, EveryKindComesAboutEvenlyAndChangesOneWordOfLetters) {
  const Words words{"Điều", "9", "Nghị", "quyết", "749/QĐ-TTg", "đổi", "mới"};
  constexpr std::size_t kMany = 6000;
  std::map<ErrorKind, std::size_t> count;
  for (std::size_t i = 0; i < kMany; ++i) {
    Random random = Random::of(1, 0, i);
    const auto mistake = with_error(words, random);
    ASSERT_TRUE(mistake);
    ++count[mistake->kind];
    std::vector<std::size_t> changed;
    for (std::size_t w = 0; w < words.size(); ++w) {
      if (mistake->words[w] != words[w]) changed.push_back(w);
    }
    ASSERT_EQ(changed.size(), 1u) << joined(mistake->words);
    EXPECT_TRUE(is_letters_only(words[changed.front()]));
    EXPECT_EQ(mistake->words[changed.front()].find("\uFFFD"), std::string::npos);
  }
  EXPECT_EQ(count.size(), kErrorKinds);
  for (const auto& [kind, times] : count) {
    EXPECT_NEAR(static_cast<double>(times), kMany / 6.0, 100) << name(kind);
  }
}

TEST(WaysErrorsTest, EachKindOnOneWord) {
  const std::map<ErrorKind, std::set<std::string>> rows{
      {ErrorKind::kMissingLetter, {"ạn", "bạ", "bn"}},  // the tone finds no vowel
      {ErrorKind::kDoubledLetter, {"bbạn", "bạan", "bạnn"}},
      {ErrorKind::kSwappedLetters, {"ạbn", "bnạ"}},
      {ErrorKind::kWrongTone, {"bàn", "bán", "bản", "bãn"}},
      {ErrorKind::kMissingTone, {"ban"}},
  };
  std::map<ErrorKind, std::set<std::string>> seen;
  for (std::size_t i = 0; i < 2 * kDraws; ++i) {
    Random random = Random::of(1, 0, i);
    const auto mistake = with_error(Words{"bạn"}, random);
    ASSERT_TRUE(mistake);
    seen[mistake->kind].insert(mistake->words.front());
  }
  for (const auto& [kind, outcomes] : rows) {
    EXPECT_EQ(seen[kind], outcomes) << name(kind);
  }
  // b has four neighbours, a four, n four.
  EXPECT_EQ(seen[ErrorKind::kNeighbouringKey].size(), 12u);
}

TEST(WaysErrorsTest, TheToneMovesWhenItsVowelIsMissing) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < kDraws; ++i) {
    Random random = Random::of(1, 0, i);
    const auto mistake = with_error(Words{"việt"}, random);
    if (mistake->kind == ErrorKind::kMissingLetter) seen.insert(mistake->words.front());
  }
  EXPECT_THAT(seen, UnorderedElementsAre("iệt", "vệt", "vịt", "việ"));
}

TEST(WaysErrorsTest, AWordOfDigitsIsLeftAlone) {
  Random random(1);
  EXPECT_FALSE(with_error(Words{"2020", "749/QĐ-TTg"}, random));
}

}  // namespace
}  // namespace tracuu::ways
