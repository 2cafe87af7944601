// What documents cite, what cites them, what is near them and what is missing.

#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/graph/graph_json.h"
#include "searcher/graph/graph_text.h"
#include "tests/searcher/graph_index.h"

namespace tracuu {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

using Kind = Resolution::Kind;

const ViewOptions kPlain{Language::kVietnamese, false, 80};

Citation decree(const std::string& number) {
  Citation citation = cites(Relation::kBasedOn, number);
  citation.type = "Nghị định";
  citation.agency = "Chính phủ";
  return citation;
}

Document decree_document(const std::string& id, const std::string& number,
                         const std::string& date) {
  Document document = act(id, number, date);
  document.type = "Nghị định";
  document.agency = "Chính phủ";
  return document;
}

TEST(TiesTest, CitedDocumentIsFoundAndWhatIsMissingIsSaid) {
  GraphIndex index({act("old", "31/2016/QĐ-UBND", "2016-10-20"),
                    act("new", "19/2020/QĐ-UBND", "2020-08-10",
                        {decree("30/2020/NĐ-CP"), cites(Relation::kReplaces, "31/2016/QĐ-UBND")})});
  EXPECT_THAT(index.cited("new"), ElementsAre("?", "old"));
  EXPECT_THAT(index.cited("old"), IsEmpty());
  EXPECT_THAT(index.citing("old"), ElementsAre("new"));
  EXPECT_THAT(index.citing("new"), IsEmpty());
  EXPECT_FALSE(index.graph().cites("nobody"));
  EXPECT_FALSE(index.graph().cited_by("nobody"));
  EXPECT_FALSE(index.graph().related("nobody", 10));
}

TEST(TiesTest, DocumentIndexedLaterTakesItsPlace) {
  GraphIndex index({act("new", "19/2020/QĐ-UBND", "2020-08-10", {decree("30/2020/NĐ-CP")})});
  EXPECT_THAT(index.cited("new"), ElementsAre("?"));
  index.add({decree_document("decree", "30/2020/NĐ-CP", "2020-03-05")});
  EXPECT_THAT(index.cited("new"), ElementsAre("decree"));
  EXPECT_THAT(index.citing("decree"), ElementsAre("new"));
}

TEST(TiesTest, CopiesOfOneActAreOneTarget) {
  GraphIndex index({decree_document("site", "30/2020/NĐ-CP", "2020-03-05"),
                    decree_document("gazette", "30/2020/NĐ-CP", "2020-03-05"),
                    act("new", "19/2020/QĐ-UBND", "2020-08-10", {decree("30/2020/NĐ-CP")})});
  const TiesAnswer answer = index.graph().cites("new").value();
  ASSERT_EQ(answer.ties.size(), 1u);
  std::vector<std::string> ids;
  for (const LinkedDocument& one : answer.ties[0].target.documents) ids.push_back(one.id);
  EXPECT_THAT(ids, UnorderedElementsAre("site", "gazette"));
  EXPECT_THAT(index.citing("site"), ElementsAre("new"));
  EXPECT_THAT(index.citing("gazette"), ElementsAre("new"));
}

TEST(TiesTest, EachProvinceMeansItsOwn) {
  Document there = act("there", "15/QĐ-UBND", "2020-01-10");
  there.agency = "Ủy ban nhân dân tỉnh Thái Nguyên";
  Document from_there =
      act("from-there", "20/QĐ-UBND", "2020-05-10", {cites(Relation::kBasedOn, "15/QĐ-UBND")});
  from_there.agency = there.agency;
  GraphIndex index(
      {act("here", "15/QĐ-UBND", "2020-01-12"), there, from_there,
       act("from-here", "21/QĐ-UBND", "2020-05-10", {cites(Relation::kBasedOn, "15/QĐ-UBND")})});
  EXPECT_THAT(index.cited("from-here"), ElementsAre("here"));
  EXPECT_THAT(index.cited("from-there"), ElementsAre("there"));
  EXPECT_THAT(index.citing("here"), ElementsAre("from-here"));
  EXPECT_THAT(index.citing("there"), ElementsAre("from-there"));
  // Two documents carry the number; one of each is wanted by neither.
  EXPECT_EQ(index.graph().cited_by("here").value().documents, 2u);
}

TEST(TiesTest, PartyNumberThatRecursIsAssertedByItsDateOnly) {
  const auto resolution = [](const std::string& id, const std::string& date) {
    Document document = act(id, "05-NQ/TU", date);
    document.type = "Nghị quyết";
    document.agency = "Tỉnh ủy Sông Lam";
    return document;
  };
  Citation without_date = cites(Relation::kImplements, "05-NQ/TU");
  without_date.type = "Nghị quyết";
  without_date.agency = "Tỉnh ủy";
  Citation with_date = without_date;
  with_date.date = "2020-12-28";
  with_date.offset = 9;
  GraphIndex index({resolution("term-16", "2015-11-02"), resolution("term-17", "2020-12-28"),
                    act("plan", "37/2021/QĐ-UBND", "2021-03-12", {with_date}),
                    act("loose", "38/2021/QĐ-UBND", "2021-03-12", {without_date})});
  EXPECT_THAT(index.cited("plan"), ElementsAre("term-17"));
  EXPECT_THAT(index.cited("loose"), ElementsAre("?"));
  const TiesAnswer loose = index.graph().cites("loose").value();
  EXPECT_EQ(loose.ties[0].target.kind, Kind::kRanked);
  EXPECT_EQ(loose.ties[0].target.documents.size(), 2u);
  EXPECT_THAT(index.citing("term-16"), IsEmpty());
}

TEST(TiesTest, NumberWithoutItsEndIsFoundByItsDay) {
  Document resolution = act("nq", "01-NQ/TU", "2020-12-31");
  resolution.type = "Nghị quyết";
  resolution.agency = "Ban Chấp hành Đảng bộ tỉnh Thái Nguyên";
  Citation loose;
  loose.type = "Nghị quyết";
  loose.number = "01";
  loose.agency = "Ban Chấp hành Đảng bộ tỉnh Thái Nguyên";
  loose.date = "2020-12-31";
  Citation of_another_day = loose;
  of_another_day.date = "2020-12-30";
  GraphIndex index({resolution, act("a", "5/2021/QĐ-UBND", "2021-04-17", {loose}),
                    act("b", "6/2021/QĐ-UBND", "2021-04-17", {of_another_day})});
  EXPECT_THAT(index.cited("a"), ElementsAre("nq"));
  EXPECT_THAT(index.cited("b"), ElementsAre("?"));
}

TEST(TiesTest, MentionsOfOneTargetAreOneTieAndPartsAreNot) {
  std::vector<Citation> citations = {cites(Relation::kRefersTo, "31/2016/QĐ-UBND"),
                                     cites(Relation::kAmends, "31/2016/QĐ-UBND", "Điều 5"),
                                     cites(Relation::kRefersTo, "31/2016/QĐ-UBND"),
                                     cites(Relation::kAmends, "31/2016/QĐ-UBND", "Điều 6")};
  Document citing = act("new", "19/2020/QĐ-UBND", "2020-08-10", citations);
  citing.body = "Câu đầu có ở đây. Câu sau.";
  citing.citations[0].sentence_length = std::string("Câu đầu có ở đây.").size();
  GraphIndex index({act("old", "31/2016/QĐ-UBND", "2016-10-20"), citing});
  const TiesAnswer answer = index.graph().cites("new").value();
  ASSERT_EQ(answer.ties.size(), 3u);
  EXPECT_EQ(answer.ties[0].mentions, 2u);
  EXPECT_EQ(answer.ties[0].sentence, "Câu đầu có ở đây.");
  EXPECT_EQ(answer.ties[1].target.citation.part, "Điều 5");
  EXPECT_EQ(index.graph().cited_by("old").value().ties.size(), 3u);
}

TEST(TiesTest, TieOfTwoOthersIsShownBetweenThem) {
  Citation amending = cites(Relation::kRefersTo, "11/2019/QĐ-UBND");
  Citation amended = cites(Relation::kAmends, "24/2017/QĐ-UBND");
  amended.subject = 0;
  GraphIndex index({act("a", "24/2017/QĐ-UBND", "2017-08-15"),
                    act("b", "11/2019/QĐ-UBND", "2019-03-22"),
                    act("c", "8/2022/QĐ-UBND", "2022-02-18", {amending, amended}),
                    act("d", "9/2022/QĐ-UBND", "2022-02-19", {amending, amended})});
  const TiesAnswer answer = index.graph().cited_by("a").value();
  ASSERT_EQ(answer.ties.size(), 1u) << "said twice, shown once";
  ASSERT_TRUE(answer.ties[0].actor);
  EXPECT_EQ(answer.ties[0].actor->documents.front().id, "b");
  EXPECT_EQ(answer.ties[0].citing.id, "d");
  // What a third document says is no act of its own: nothing changes.
  EXPECT_EQ(index.status("a", "2023-01-01"), EffectStatus::kInForce);
  EXPECT_THAT(cited_by_text(answer, kPlain), HasSubstr("theo 9/2022/QĐ-UBND"));
  EXPECT_THAT(cited_by_json(answer), HasSubstr("\"subject\":{"));
}

TEST(TiesTest, OffsetsBeyondTheBodyGiveNoSentence) {
  Citation wild = cites(Relation::kBasedOn, "31/2016/QĐ-UBND");
  wild.sentence_offset = 1000000;
  wild.sentence_length = static_cast<std::size_t>(-1) / 2;
  Citation long_one = cites(Relation::kReplaces, "31/2016/QĐ-UBND");
  long_one.sentence_length = 5000;
  Document citing = act("new", "19/2020/QĐ-UBND", "2020-08-10", {wild, long_one});
  for (int i = 0; i < 500; ++i) citing.body += "ề";
  GraphIndex index({citing});
  const TiesAnswer answer = index.graph().cites("new").value();
  EXPECT_EQ(answer.ties[0].sentence, "");
  EXPECT_LE(answer.ties[1].sentence.size(), kMaxSentenceBytes + std::string(" …").size());
  EXPECT_THAT(answer.ties[1].sentence, Not(HasSubstr("\uFFFD")));
}

TEST(TiesTest, ManyCitingDocumentsAreBoundedTheNewestFirst) {
  std::vector<Document> documents = {act("old", "31/2016/QĐ-UBND", "2016-10-20")};
  const std::size_t many = kMaxIncoming + 5;
  for (std::size_t i = 0; i < many; ++i) {
    const std::string year = std::to_string(2017 + i % 5);
    documents.push_back(act("n" + std::to_string(i),
                            std::to_string(i + 1) + "/" + year + "/QĐ-UBND", year + "-03-01",
                            {cites(Relation::kBasedOn, "31/2016/QĐ-UBND")}));
  }
  GraphIndex index(documents);
  const TiesAnswer answer = index.graph().cited_by("old").value();
  EXPECT_EQ(answer.documents, many);
  EXPECT_EQ(answer.read, kMaxIncoming);
  ASSERT_EQ(answer.ties.size(), kMaxIncoming);
  EXPECT_EQ(answer.ties.front().citing.date, "2021-03-01");
  EXPECT_THAT(cited_by_text(answer, kPlain), HasSubstr("200 văn bản mới nhất trong 205"));
}

TEST(TiesTest, TenThousandCitationsAreBounded) {
  std::vector<Citation> citations;
  for (std::size_t i = 0; i < kMaxMentions + 10; ++i) {
    citations.push_back(cites(Relation::kBasedOn, std::to_string(i + 1) + "/2016/QĐ-UBND"));
  }
  GraphIndex index({act("new", "19/2020/QĐ-UBND", "2020-08-10", citations)});
  EXPECT_EQ(index.graph().cites("new").value().ties.size(), kMaxMentions);
}

TEST(RelatedTest, TiedDocumentsComeBeforeThoseThatCiteTheSame) {
  std::vector<Document> documents = {
      act("a", "19/2020/QĐ-UBND", "2020-08-10",
          {decree("30/2020/NĐ-CP"), cites(Relation::kReplaces, "31/2016/QĐ-UBND")}),
      act("old", "31/2016/QĐ-UBND", "2016-10-20"),
      act("amending", "27/2023/QĐ-UBND", "2023-09-05",
          {cites(Relation::kAmends, "19/2020/QĐ-UBND")}),
      act("same", "40/2021/QĐ-UBND", "2021-01-05", {decree("30/2020/NĐ-CP")}),
      act("far", "41/2021/QĐ-UBND", "2021-01-05", {decree("99/2020/NĐ-CP")})};
  GraphIndex index(documents);
  const RelatedAnswer answer = index.graph().related("a", 10).value();
  std::vector<std::string> ids;
  for (const RelatedDocument& one : answer.related) ids.push_back(one.document.id);
  ASSERT_EQ(ids.size(), 3u);
  EXPECT_EQ((std::set<std::string>{ids[0], ids[1]}), (std::set<std::string>{"old", "amending"}));
  EXPECT_EQ(ids[2], "same");
  EXPECT_EQ(answer.related[2].common, 1u);
  EXPECT_EQ(index.graph().related("a", 1).value().related.size(), 1u);
}

TEST(RelatedTest, NumbersThatRecurTieNothing) {
  // Both cite a 15/QĐ-UBND that is not here: of which year, nobody knows.
  GraphIndex index(
      {act("a", "19/2020/QĐ-UBND", "2020-08-10", {cites(Relation::kBasedOn, "15/QĐ-UBND")}),
       act("b", "5/2021/QĐ-UBND", "2021-08-10", {cites(Relation::kBasedOn, "15/QĐ-UBND")})});
  EXPECT_THAT(index.graph().related("a", 10).value().related, IsEmpty());
}

TEST(UnresolvedTest, MostCitedFirstWithItsNumberAsWritten) {
  std::vector<Document> documents;
  for (int i = 1; i <= 4; ++i) {
    documents.push_back(act("d" + std::to_string(i), std::to_string(i) + "/2021/QĐ-UBND",
                            "2021-0" + std::to_string(i) + "-01", {decree("30/2020/NĐ-CP")}));
  }
  documents[0].citations.push_back(cites(Relation::kBasedOn, "7/2019/QĐ-UBND"));
  documents[1].citations.push_back(cites(Relation::kBasedOn, "1/2021/QĐ-UBND"));
  GraphIndex index(documents);
  const UnresolvedAnswer answer = index.graph().unresolved(10);
  ASSERT_EQ(answer.missing.size(), 2u);
  EXPECT_EQ(answer.missing[0].act.number, "30/2020/NĐ-CP");
  EXPECT_EQ(answer.missing[0].act.type, "Nghị định");
  EXPECT_EQ(answer.missing[0].act.documents, 4u);
  std::vector<std::string> examples;
  for (const LinkedDocument& one : answer.missing[0].examples) examples.push_back(one.id);
  EXPECT_THAT(examples, ElementsAre("d4", "d3", "d2"));
  EXPECT_EQ(answer.missing[1].act.number, "7/2019/QĐ-UBND");
  EXPECT_EQ(answer.whole, 2u);
  EXPECT_EQ(index.graph().unresolved(1).missing.size(), 1u);
  EXPECT_THAT(index.graph().unresolved(0).missing, IsEmpty());
}

TEST(UnresolvedTest, LocalNumberOfAnotherProvinceIsMissing) {
  Document there = act("there", "15/2019/QĐ-UBND", "2019-01-10");
  there.agency = "Ủy ban nhân dân tỉnh Thái Nguyên";
  GraphIndex index({there, act("here", "21/2020/QĐ-UBND", "2020-05-10",
                               {cites(Relation::kBasedOn, "15/2019/QĐ-UBND")})});
  const UnresolvedAnswer answer = index.graph().unresolved(10);
  ASSERT_EQ(answer.missing.size(), 1u);
  EXPECT_EQ(answer.missing[0].act.documents, 1u);
  EXPECT_EQ(answer.whole, 0u);
  index.add({act("own", "15/2019/QĐ-UBND", "2019-01-20")});
  EXPECT_THAT(index.graph().unresolved(10).missing, IsEmpty());
}

TEST(UnresolvedTest, WhatIsNamedHalfAndMayBeHereIsNotCalledMissing) {
  Document guide = act("guide", "12/HD-SNV", "2022-10-18");
  guide.type = "Hướng dẫn";
  guide.agency = "Sở Nội vụ tỉnh Sông Lam";
  Citation dated = cites(Relation::kBasedOn, "12/HD-SNV");
  dated.type = "Hướng dẫn";
  dated.agency = "Sở Nội vụ";
  dated.date = "2022-10-18";
  Citation undated = dated;
  undated.date.clear();
  Citation bare = undated;
  bare.agency.clear();
  Citation of_another_year = dated;
  of_another_year.date = "2021-02-03";
  GraphIndex index({guide, act("a", "1/2023/QĐ-UBND", "2023-01-05", {dated}),
                    act("b", "2/2023/QĐ-UBND", "2023-01-05", {undated}),
                    act("c", "3/2023/QĐ-UBND", "2023-01-05", {bare})});
  EXPECT_THAT(index.graph().unresolved(10).missing, IsEmpty());
  index.add({act("d", "4/2023/QĐ-UBND", "2023-01-05", {of_another_year})});
  EXPECT_EQ(index.graph().unresolved(10).missing.size(), 1u);
}

TEST(TiesTest, BareNumberIsTheOneThatTheDocumentHasNamedInFull) {
  Citation whole = cites(Relation::kBasedOn, "24/2017/QĐ-UBND");
  Citation bare = cites(Relation::kAmends, "24/2017/QĐ-UBND");
  bare.agency.clear();
  GraphIndex index({act("a", "24/2017/QĐ-UBND", "2017-08-15"),
                    act("b", "11/2019/QĐ-UBND", "2019-03-22", {bare, whole}),
                    act("c", "12/2019/QĐ-UBND", "2019-03-22", {bare})});
  EXPECT_THAT(index.cited("b"), ElementsAre("a", "a"));
  EXPECT_THAT(index.cited("c"), ElementsAre("?"));
  EXPECT_THAT(index.citing("a"), ElementsAre("b", "b"));
}

TEST(ResolverTest, KeysThatRecur) {
  for (const char* key : {"15/QD-UBND", "749/QD-TTG", "12/2019/QD-UBND", "5-NQ/TU", "7/HD-STTTT",
                          "14/2021/NQ-HDND"}) {
    EXPECT_TRUE(can_recur(key)) << key;
  }
  for (const char* key : {"30/2020/ND-CP", "57/2020/QH14", "22/2020/TT-BTC", "=luat|thanh nien"}) {
    EXPECT_FALSE(can_recur(key)) << key;
  }
}

TEST(ResolverTest, HundredsOfOneNumberAreLookedThroughByDay) {
  std::vector<Document> documents;
  for (int i = 0; i < 260; ++i) {
    const std::string date = std::to_string(2000 + i / 12) + (i % 12 < 9 ? "-0" : "-") +
                             std::to_string(i % 12 + 1) + "-10";
    documents.push_back(act("d" + std::to_string(i), "15/QĐ-UBND", date));
  }
  Citation dated = cites(Relation::kBasedOn, "15/QĐ-UBND");
  dated.date = "2001-05-10";
  documents.push_back(act("new", "21/2024/QĐ-UBND", "2024-05-10", {dated}));
  GraphIndex index(documents);
  EXPECT_THAT(index.cited("new"), ElementsAre("d16"));
}

TEST(GraphTextTest, TextOfDocumentsCannotSteerTheTerminal) {
  Document citing = act("new\x1b[31m", "19/2020/QĐ-UBND", "2020-08-10",
                        {cites(Relation::kReplaces, "31/2016/QĐ-UBND")});
  citing.title = "Tiêu \x1b[2Jđề";
  citing.body = "\x1b[31mCâu.";
  citing.citations[0].sentence_length = citing.body.size();
  GraphIndex index({citing, act("old", "31/2016/QĐ-UBND", "2016-10-20")});
  Graph graph = index.graph();
  const TiesAnswer answer = graph.cites(citing.id).value();
  const DocumentAnswer shown =
      graph.document(citing.id, {day("2021-01-01"), day("2021-01-01")}).value();
  for (const std::string& text :
       {cites_text(answer, kPlain), cited_by_text(graph.cited_by("old").value(), kPlain),
        to_text(graph.related("old", 5).value(), kPlain), to_text(shown, kPlain),
        cites_json(answer), to_json(shown, Language::kVietnamese), to_json(graph.unresolved(5))}) {
    EXPECT_THAT(text, Not(HasSubstr("\x1b"))) << text;
  }
}

}  // namespace
}  // namespace tracuu
