// What stands behind documents: their legal rank, whether they are in force, how recent news are;
// and that it decides between documents of the same words, and only there.

#include "searcher/rerank/standing.h"

#include <algorithm>
#include <fstream>
#include <random>
#include <string>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "searcher/rerank/weights.h"
#include "tests/searcher/graph_index.h"

namespace tracuu {
namespace {

constexpr const char* kToday = "2025-01-01";

Standing standing_of(GraphIndex& index, const std::string& id, const char* today = kToday) {
  const std::vector<Xapian::docid> docids{index.docid(id)};
  return find_standings(docids, {day(today), day(today)}, index.snapshot()).front();
}

Document untied(const std::string& id, const std::string& type, const std::string& number,
                const std::string& date = {}) {
  Document document;
  document.id = id;
  document.title = "Mức thu học phí";
  document.body = "Mức thu học phí của trường mầm non.";
  document.type = type;
  document.number = number;
  document.date = date;
  return document;
}

TEST(StandingTest, LegalRankIsWholeFromTheDecreeUp) {
  GraphIndex index(
      {untied("luat", "Luật", "43/2019/QH14"), untied("nd", "NGHỊ ĐỊNH", "15/2020/NĐ-CP"),
       untied("tt", "Thông tư", "8/2020/TT-BGDĐT"), untied("ub", "Quyết định", "7/2020/QĐ-UBND"),
       untied("hn", "Văn bản hợp nhất", "3/VBHN-VPQH"), untied("tin", "Tin tức", ""),
       untied("khong", "", "")});
  EXPECT_EQ(standing_of(index, "luat").legal_rank, 1);
  EXPECT_EQ(standing_of(index, "nd").legal_rank, 1);
  EXPECT_EQ(standing_of(index, "tt").legal_rank, 0.5);
  EXPECT_NEAR(standing_of(index, "ub").legal_rank, 1.0 / 6, 1e-9);
  for (const char* id : {"hn", "tin", "khong"}) {
    EXPECT_EQ(standing_of(index, id).legal_rank, 0) << id;
  }
}

TEST(StandingTest, WhatIsNotKnownIsNothing) {
  GraphIndex index({untied("a", "", ""), untied("b", "tin tức", ""),
                    untied("c", "Tin tức", "", "2026-01-01"), untied("d", "", "", "2024-12-31")});
  for (const char* id : {"a", "b", "c", "d"}) {
    EXPECT_EQ(standing_of(index, id), Standing()) << id;
  }
}

TEST(StandingTest, NewsAreHalfAsRecentAfterEachHalfLife) {
  GraphIndex index({untied("now", "Tin tức", "", "2025-01-01"),
                    untied("two", "tin tức", "", "2023-01-01"),
                    untied("four", "Tin tức", "", "2021-01-01"),
                    untied("act", "Nghị định", "1/2025/NĐ-CP", "2025-01-01")});
  EXPECT_EQ(standing_of(index, "now").recent, 1);
  EXPECT_NEAR(standing_of(index, "two").recent, 0.5, 0.001);
  EXPECT_NEAR(standing_of(index, "four").recent, 0.25, 0.001);
  EXPECT_NEAR(standing_of(index, "now", "2027-01-01").recent, 0.5, 0.001);
  EXPECT_EQ(standing_of(index, "act").recent, 0);
}

TEST(StandingTest, WhetherAnActIsInForce) {
  GraphIndex index({act("old", "1/2015/QĐ-UBND", "2015-01-01"),
                    act("changed", "2/2016/QĐ-UBND", "2016-01-01"),
                    act("new", "3/2020/QĐ-UBND", "2020-01-01",
                        {cites(Relation::kReplaces, "1/2015/QĐ-UBND"),
                         cites(Relation::kReplaces, "2/2016/QĐ-UBND", "Điều 2")}),
                    act("to_come", "4/2026/QĐ-UBND", "2026-01-01"),
                    untied("unknown", "Quyết định", "5/2020/QĐ-UBND")});
  EXPECT_EQ(standing_of(index, "old").in_force, -1);
  EXPECT_EQ(standing_of(index, "old", "2019-12-31").in_force, 1) << "not replaced yet";
  EXPECT_EQ(standing_of(index, "changed").in_force, 1) << "in parts";
  EXPECT_EQ(standing_of(index, "new").in_force, 1);
  EXPECT_EQ(standing_of(index, "to_come").in_force, 0);
  EXPECT_EQ(standing_of(index, "unknown").in_force, 0);
}

// Any order of documents, with doubles: each gets what it gets alone, and what the whole table of
// effects says.
TEST(StandingTest, ManyAtOnceAreAsEachAlone) {
  const unsigned seed = test_seed();
  std::mt19937 random(seed);
  std::vector<Document> documents;
  for (int i = 0; i < 60; ++i) {
    std::vector<Citation> citations;
    for (auto n = i == 0 ? 0 : random() % 3; n > 0; --n) {
      const std::string target = std::to_string(random() % static_cast<unsigned>(i) + 1);
      const Relation relations[] = {Relation::kReplaces, Relation::kRepeals, Relation::kAmends,
                                    Relation::kSuspends};
      citations.push_back(cites(relations[random() % 4], target + "/2015/QĐ-UBND",
                                random() % 2 == 0 ? "Điều 1" : ""));
    }
    documents.push_back(act("d" + std::to_string(i), std::to_string(i + 1) + "/2015/QĐ-UBND",
                            std::to_string(2015 + random() % 12) + "-03-01", citations));
  }
  GraphIndex index(documents);
  const AsOf today{day(kToday), day(kToday)};
  std::vector<Xapian::docid> docids;
  docids.reserve(100);
  for (int i = 0; i < 100; ++i) docids.push_back(index.docid("d" + std::to_string(random() % 60)));
  const std::vector<Standing> standings = find_standings(docids, today, index.snapshot());
  ASSERT_EQ(standings.size(), docids.size());
  for (std::size_t i = 0; i < docids.size(); ++i) {
    const std::vector<Xapian::docid> one{docids[i]};
    EXPECT_EQ(standings[i], find_standings(one, today, index.snapshot()).front())
        << "seed " << seed;
    const EffectStatus status = index.snapshot().statuses(today)[docids[i]];
    const bool is_over = status == EffectStatus::kExpired || status == EffectStatus::kPaused;
    const bool is_in_force =
        status == EffectStatus::kInForce || status == EffectStatus::kPartlyExpired;
    EXPECT_EQ(standings[i].in_force, is_over ? -1 : is_in_force ? 1 : 0) << "seed " << seed;
  }
}

// The order of documents of one text by weights; the ids speak against it.
std::vector<std::string> order(const std::vector<Document>& documents, const std::string& weights) {
  const input::TempFolder folder;
  write_documents(folder.path("idx"), documents);
  RankingOptions ranking;
  ranking.weights = std::get<RerankWeights>(with_weights(default_weights(), weights));
  Searcher searcher(folder.path("idx"), ranking);
  SearchRequest request = everything("mức thu học phí");
  request.today = day(kToday);
  return ids_of(ask(searcher, request));
}

TEST(StandingTest, WithEqualWordsTheTieBreaksDecide) {
  using Ids = std::vector<std::string>;
  const std::vector<Document> ranks{untied("a", "Thông tư", "8/2020/TT-BGDĐT"),
                                    untied("b", "Nghị định", "15/2020/NĐ-CP"),
                                    untied("c", "Công văn", "15/2020/BTC-CP")};
  EXPECT_EQ(order(ranks, ""), (Ids{"b", "a", "c"}));
  EXPECT_EQ(order(ranks, "legal_rank\t0"), (Ids{"a", "b", "c"}));
  EXPECT_EQ(order(ranks, "legal_rank\t-1"), (Ids{"c", "a", "b"}));

  std::vector<Document> acts{
      act("a", "1/2015/QĐ-UBND", "2015-01-01"), act("b", "2/2016/QĐ-UBND", "2016-01-01"),
      act("c", "3/2020/QĐ-UBND", "2020-01-01", {cites(Relation::kReplaces, "1/2015/QĐ-UBND")})};
  for (Document& each : acts) {
    each.title = "Mức thu học phí";
    each.body = "Điều 1. Mức thu học phí của trường mầm non.";
  }
  EXPECT_EQ(order(acts, ""), (Ids{"b", "c", "a"}));
  EXPECT_EQ(order(acts, "in_force\t0"), (Ids{"a", "b", "c"}));

  const std::vector<Document> news{untied("a", "Tin tức", "", "2018-05-01"),
                                   untied("b", "Tin tức", "", ""),
                                   untied("c", "Tin tức", "", "2024-12-30")};
  EXPECT_EQ(order(news, ""), (Ids{"c", "a", "b"}));
  EXPECT_EQ(order(news, "recent\t0"), (Ids{"a", "b", "c"}));
}

TEST(StandingTest, TieBreaksDoNotOverrideWords) {
  Document better = untied("z", "Tin tức", "", "2010-01-01");
  Document other = untied("a", "Nghị định", "15/2020/NĐ-CP", "2024-12-01");
  other.title = "Trường mầm non";
  other.body = "Trường mầm non có sân chơi. Mức đóng góp và học phí do hội đồng trường xem xét.";
  EXPECT_EQ(order({better, other}, "").front(), "z");
}

TEST(RerankWeightsTest, AnAdministratorsFileIsReadOrRefusedByItsLine) {
  const input::TempFolder folder;
  const std::string path = folder.path("ranking.tsv");
  const auto write = [&](const std::string& text) { std::ofstream(path) << text; };
  const auto refusal = [&] {
    try {
      load_weights(path);
    } catch (const Error& error) {
      return describe(error, Language::kEnglish);
    }
    return std::string();
  };
  EXPECT_NE(refusal().find("no such file"), std::string::npos) << refusal();
  write("# gentler\r\nlegal_rank\t0.5\r\n");
  const RerankWeights loaded = load_weights(path);
  RerankWeights expected = default_weights();
  for (FeatureWeights& weights : expected.by_trait) {
    weights[static_cast<std::size_t>(Feature::kLegalRank)] = 0;
  }
  expected.by_trait.front()[static_cast<std::size_t>(Feature::kLegalRank)] = 0.5;
  EXPECT_EQ(loaded, expected);
  write("legal_rank\t1\n\nlegal rank\t2\n");
  EXPECT_NE(refusal().find(path + "': line 3, \"legal rank\t2\""), std::string::npos) << refusal();
  EXPECT_NE(refusal().find("in_force"), std::string::npos) << "the names are told";
  write(std::string(kMaxWeightsFileBytes + 1, '#'));
  EXPECT_NE(refusal().find("too large"), std::string::npos) << refusal();
  EXPECT_THROW(load_weights(folder.path(".")), Error);
}

}  // namespace
}  // namespace tracuu
