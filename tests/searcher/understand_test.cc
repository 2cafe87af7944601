// How queries are read: the steps in the answer, and what is found by them.

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/searcher/test_index.h"

namespace tracuu {
namespace {

// Enough text for the index to know its words: what is restored and corrected is learnt from it.
std::vector<Document> documents() {
  return {
      {.id = "cds",
       .title = "Nghị quyết về chuyển đổi số",
       .body = "Nghị quyết của Tỉnh ủy về chuyển đổi số. Chương trình chuyển đổi số quốc gia."},
      {.id = "dd", .title = "Đội chuyên trách", .body = "Đội tuyển bóng đá chuyên nghiệp của số."},
      {.id = "ubnd", .title = "Ủy ban nhân dân họp", .body = "Ủy ban nhân dân tỉnh Đắk Lắk họp."},
      {.id = "tat", .title = "UBND xã họp", .body = "UBND xã báo cáo về CĐS."},
      {.id = "dat", .title = "Luật Đất đai", .body = "Quyền sử dụng đất; kỹ thuật đo đạc."},
      {.id = "vy", .title = "Nguyễn Tường Vy", .body = "Bà Nguyễn Tường Vy phát biểu."},
      {.id = "vi", .title = "Nguyễn Tường Vi", .body = "Bà Nguyễn Tường Vi phát biểu."},
      {.id = "test", .title = "Bài test năng lực", .body = "Kết quả test của thí sinh."},
  };
}

std::string steps_of(const Response& response) {
  std::string steps;
  for (const Understood& step : response.understood) {
    if (!steps.empty()) steps += "; ";
    steps += step.step + ": " + step.from + " > " + step.to;
  }
  return steps;
}

struct ReadingCase {
  const char* name;
  const char* query;
  const char* steps;  // all of them
  const char* first;  // the id of the first result
};

const ReadingCase kCases[] = {
    {"AsTyped", "nghị quyết tỉnh", "", "cds"},
    {"WithoutMarks", "nghi quyet tinh", "restore: nghi quyet tinh > nghị quyết tỉnh", "cds"},
    {"PartlyMarked", "nghị quyet tỉnh", "restore: quyet > quyết", "cds"},
    {"Telex", "nghij quyeets tinhr", "telex: nghij quyeets tinhr > nghị quyết tỉnh", "cds"},
    {"TelexKeysInAnyOrder", "nghij quyetes tirnh", "telex: nghij quyetes tirnh > nghị quyết tỉnh",
     "cds"},
    {"Vni", "nghi5 quye6t1 ti3nh", "vni: nghi5 quye6t1 ti3nh > nghị quyết tỉnh", "cds"},
    {"TelexInQuotes", "\"nghij quyeets\"", "telex: \"nghij quyeets\" > \"nghị quyết\"", "cds"},
    {"PastedTcvn3", "NghÞ quyÕt", "repair: NghÞ quyÕt > Nghị quyết", "cds"},
    {"TelexBesideANumber", "nghij quyeets 15/2020/NĐ-CP",
     "telex: nghij quyeets 15/2020/NĐ-CP > nghị quyết 15/2020/NĐ-CP; number: 15/2020/NĐ-CP > "
     "15/2020/NĐ-CP",
     "cds"},
    {"TelexInTheMiddle", "nghị quyeets tỉnh", "spelling: quyeets > quyet; restore: quyet > quyết",
     "cds"},
    {"WordsBetweenRestoredOnes", "ket qua test cua", "restore: ket qua test cua > kết quả test của",
     "test"},
    {"EnglishStays", "test", "", "test"},
    {"JoinedUnmarked", "nghiquyet tỉnh",
     "split: nghiquyet > nghi quyet; restore: nghi quyet > nghị quyết", "cds"},
    {"JoinedMarked", "nghịquyết tỉnh", "split: nghịquyết > nghị quyết", "cds"},
    {"MissingTone", "nghị quyêt tỉnh", "spelling: quyêt > quyết", "cds"},
    {"SwappedLetters", "nghị qyuết tỉnh", "spelling: qyuết > quyết", "cds"},
    {"KnownWordsAreLeftAlone", "chuyên đội số", "", "dd"},
    {"NumbersAreLeftAlone", "điều 12345", "", ""},
    {"Abbreviation", "UBND xã", "abbreviation: UBND > Ủy ban nhân dân, ủy ban", "tat"},
    {"InSmallLetters", "ubnd xã", "abbreviation: ubnd > Ủy ban nhân dân, ủy ban", "tat"},
    {"ExcludedWordsAreTakenToTheLetter", "nghị quyết -ubnd", "", "cds"},
    {"PhrasesAreTakenToTheLetter", "\"Uy ban nhan dan\"", "", "ubnd"},
    {"NameWithY", "Tường Vy", "", "vy"},
    {"NameWithI", "Tường Vi", "", "vi"},
    {"OtherSpellingOfI", "kĩ thuật đo", "", "dat"},
    {"OtherSpellingInQuotes", "\"kĩ thuật\"", "", "dat"},
};

class ReadingTest : public testing::TestWithParam<ReadingCase> {};

TEST_P(ReadingTest, SaysWhatItDidAndFindsTheDocument) {
  static TestIndex index(documents());
  const Response response = index.ask(GetParam().query);
  EXPECT_EQ(steps_of(response), GetParam().steps);
  const std::vector<std::string> ids = ids_of(response);
  EXPECT_EQ(ids.empty() ? "" : ids.front(), GetParam().first);
  EXPECT_EQ(response.query, GetParam().query);
}

INSTANTIATE_TEST_SUITE_P(Table, ReadingTest, testing::ValuesIn(kCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(UnderstandTest, WhatWasSearchedIsNoSuggestion) {
  TestIndex index(documents());
  const Response response = index.ask("nghij quyeets 99/2020/QĐ-UBND");
  EXPECT_FALSE(response.relaxed.empty());
  EXPECT_TRUE(response.suggestions.empty());
}

TEST(UnderstandTest, VerbatimSwitchesEveryStepOff) {
  TestIndex index(documents());
  for (const ReadingCase& c : kCases) {
    SearchRequest request = everything(c.query);
    request.verbatim = true;
    for (const Understood& step : index.ask(request).understood) {
      EXPECT_TRUE(step.step == "normalize" || step.step == "number")
          << c.query << ": " << step.step;
    }
  }
}

TEST(UnderstandTest, AbbreviationsAndWordsFindEachOther) {
  TestIndex index(documents());
  using Ids = std::set<std::string>;
  EXPECT_EQ(index.strict_ids("UBND họp"), (Ids{"tat", "ubnd"}));
  EXPECT_EQ(index.strict_ids("ủy ban nhân dân họp"), (Ids{"tat", "ubnd"}));
  EXPECT_EQ(index.strict_ids("CĐS"), (Ids{"cds", "tat"}));
  EXPECT_EQ(index.strict_ids("chuyển đổi số").count("tat"), 1u);
  EXPECT_EQ(index.ids("chuyển đổi số").front(), "cds") << "what was typed comes first";
  EXPECT_EQ(index.strict_ids("Đăk Lăk"), Ids{"ubnd"}) << "another spelling of the name";
}

TEST(UnderstandTest, AnAmbiguousAbbreviationIsShownAndNotSearched) {
  TestIndex index({{.id = "a", .title = "Chủ tịch", .body = "Chủ tịch tỉnh"},
                   {.id = "b", .title = "CT 5", .body = "CT số 5"}});
  const Response response = index.ask("CT");
  EXPECT_EQ(ids_of(response), std::vector<std::string>{"b"});
  ASSERT_EQ(response.understood.size(), 1u);
  EXPECT_EQ(response.understood[0].step, "ambiguous");
  EXPECT_NE(response.understood[0].to.find("chủ tịch"), std::string::npos);
}

TEST(UnderstandTest, AnIndexWithoutModelIsSearchedAllTheSame) {
  TestIndex index(documents());
  std::filesystem::remove(std::filesystem::path(index.directory()) / "gen-0001" / "syllables");
  index.reopen();
  EXPECT_EQ(index.ids("nghi quyet").front(), "cds");
  EXPECT_EQ(index.ids("nghij quyeets").front(), "cds");
}

// A later run learns from what it adds.
TEST(UnderstandTest, ALaterRunLearnsToo) {
  TestIndex index(documents());
  EXPECT_TRUE(index.ids("khoahọc").empty());
  write_documents(index.directory(), {{.id = "kh", .title = "Khoa học", .body = "Khoa học."}});
  index.reopen();
  EXPECT_EQ(index.ids("khoahọc"), std::vector<std::string>{"kh"});
}

}  // namespace
}  // namespace tracuu
