// Whether documents are in force on a day: the rule, the words for it, and both ways of loading
// what it needs against each other.

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/index/ties.h"
#include "searcher/graph/day.h"
#include "searcher/graph/graph_text.h"
#include "tests/searcher/graph_index.h"

namespace tracuu {
namespace {

using enum EffectStatus;

constexpr const char* kToday = "2025-01-01";

OwnEffect own(const char* issued, const char* effective, const char* expires) {
  OwnEffect effect;
  effect.is_act = true;
  effect.issued = parse_iso(issued);
  effect.effective = parse_iso(effective);
  effect.expires = parse_iso(expires);
  return effect;
}

struct TieRow {
  Relation relation;
  const char* part;
  const char* from;
};

struct RuleRow {
  const char* name;
  OwnEffect own;
  std::vector<TieRow> ties;
  const char* day;
  EffectStatus status;
};

std::vector<ActingTie> as_ties(const std::vector<TieRow>& rows) {
  std::vector<ActingTie> ties;
  ties.reserve(rows.size());
  for (const TieRow& row : rows)
    ties.push_back({row.relation, 7, row.part, "", parse_iso(row.from)});
  return ties;
}

const std::vector<RuleRow>& rules() {
  const OwnEffect plain = own("2016-10-20", "2016-11-01", "");
  const OwnEffect undated = own("2016-10-20", "", "");
  static const std::vector<RuleRow> kRows = {
      {"BeforeItsFirstDay", plain, {}, "2016-10-31", kNotYet},
      {"OnItsFirstDay", plain, {}, "2016-11-01", kInForce},
      {"NothingKnown", own("", "", ""), {}, kToday, kUnknown},
      {"FirstDayUnknown", undated, {}, kToday, kUnknown},
      {"BeforeItsIssue", undated, {}, "2016-10-19", kNotYet},
      {"OnItsLastDay", own("", "2016-01-01", "2020-12-31"), {}, "2020-12-31", kInForce},
      {"BehindItsLastDay", own("", "2016-01-01", "2020-12-31"), {}, "2021-01-01", kExpired},
      {"ReplacedLater", plain, {{Relation::kReplaces, "", "2020-08-25"}}, "2020-08-24", kInForce},
      {"Replaced", plain, {{Relation::kReplaces, "", "2020-08-25"}}, "2020-08-25", kExpired},
      {"Repealed", undated, {{Relation::kRepeals, "", "2020-08-25"}}, kToday, kExpired},
      {"RepealedInPart",
       plain,
       {{Relation::kRepeals, "Điều 5", "2020-08-25"}},
       kToday,
       kPartlyExpired},
      {"Amended", plain, {{Relation::kAmends, "", "2018-01-01"}}, kToday, kPartlyExpired},
      {"AmendedThenReplaced",
       plain,
       {{Relation::kAmends, "Điều 2", "2018-01-01"}, {Relation::kReplaces, "", "2020-01-01"}},
       kToday,
       kExpired},
      {"Paused", plain, {{Relation::kPauses, "", "2020-01-01"}}, kToday, kPaused},
      {"Suspended", plain, {{Relation::kSuspends, "", "2020-01-01"}}, kToday, kPaused},
      {"SuspendedInPart",
       plain,
       {{Relation::kSuspends, "khoản 2 Điều 5", "2020-01-01"}},
       kToday,
       kPartlyExpired},
      {"PausedThenRepealed",
       plain,
       {{Relation::kPauses, "", "2020-01-01"}, {Relation::kRepeals, "", "2021-01-01"}},
       kToday,
       kExpired},
      {"Corrected", plain, {{Relation::kCorrects, "", "2020-01-01"}}, kToday, kInForce},
      {"RepealedBeforeItsFirstDay",
       plain,
       {{Relation::kRepeals, "", "2016-10-25"}},
       "2016-10-26",
       kExpired},
      // The acting document has no date at all: it has acted by today; when, nobody knows.
      {"UndatedTieToday", plain, {{Relation::kReplaces, "", ""}}, kToday, kExpired},
      {"UndatedTieInThePast", plain, {{Relation::kReplaces, "", ""}}, "2020-01-01", kUnknown},
  };
  return kRows;
}

TEST(EffectTest, RulesDecideTheStatus) {
  for (const RuleRow& row : rules()) {
    const AsOf as_of{day(row.day), day(kToday)};
    const std::vector<ActingTie> ties = as_ties(row.ties);
    const Effect effect = effect_at(row.own, ties, as_of);
    EXPECT_EQ(effect_code(effect.status), effect_code(row.status)) << row.name;
    EXPECT_EQ(status_at(row.own, ties, as_of), effect.status) << row.name;
    EXPECT_EQ(effect.reasons.empty(), row.status == kUnknown) << row.name << ": no reason is told";
  }
}

TEST(EffectTest, NothingIsAssertedOfWhatIsNoAct) {
  OwnEffect news = own("2021-04-17", "2021-04-17", "");
  news.is_act = false;
  const Effect effect = effect_at(news, as_ties({{Relation::kRepeals, "", "2021-05-01"}}),
                                  {day(kToday), day(kToday)});
  EXPECT_EQ(effect.status, kNotApplicable);
  EXPECT_TRUE(effect.reasons.empty());
}

struct GivenRow {
  const char* name;
  EffectStatus given;
  std::vector<TieRow> ties;
  const char* day;
  EffectStatus status;
  std::optional<EffectStatus> denied;
};

TEST(EffectTest, GivenStatusDecidesForTodayAndIsContradictedAloud) {
  const std::vector<GivenRow> rows = {
      {"AgreesToday", kInForce, {}, kToday, kInForce, std::nullopt},
      {"WinsToday", kExpired, {}, kToday, kExpired, kInForce},
      {"IsDeniedToday",
       kInForce,
       {{Relation::kReplaces, "", "2020-01-01"}},
       kToday,
       kInForce,
       kExpired},
      {"CountsNotInThePast", kExpired, {}, "2018-01-01", kInForce, std::nullopt},
  };
  for (const GivenRow& row : rows) {
    OwnEffect document = own("2016-10-20", "2016-11-01", "");
    document.given = row.given;
    const Effect effect = effect_at(document, as_ties(row.ties), {day(row.day), day(kToday)});
    EXPECT_EQ(effect_code(effect.status), effect_code(row.status)) << row.name;
    EXPECT_EQ(effect.denied, row.denied) << row.name;
  }
}

TEST(EffectTest, GivenStatusHelpsWhereTheRestSaysNothing) {
  struct Row {
    EffectStatus given;
    const char* day;
    EffectStatus status;
  };
  const std::vector<Row> rows = {
      {kInForce, "2020-01-01", kInForce}, {kInForce, "2026-01-01", kUnknown},
      {kExpired, "2020-01-01", kUnknown}, {kExpired, "2026-01-01", kExpired},
      {kNotYet, "2020-01-01", kNotYet},   {kNotYet, "2026-01-01", kUnknown},
      {kPaused, "2020-01-01", kUnknown},  {kPartlyExpired, "2020-01-01", kUnknown},
      {kInForce, "2016-10-19", kNotYet},  // it was not issued yet
  };
  for (const Row& row : rows) {
    OwnEffect document = own("2016-10-20", "", "");
    document.given = row.given;
    EXPECT_EQ(effect_code(status_at(document, {}, {day(row.day), day(kToday)})),
              effect_code(row.status))
        << effect_code(row.given) << " on " << row.day;
  }
}

TEST(EffectTest, WordsOfPortalsAreUnderstood) {
  const std::vector<std::pair<const char*, std::optional<EffectStatus>>> rows = {
      {"Còn hiệu lực", kInForce},
      {"Văn bản đang có hiệu lực", kInForce},  // binhduong.gov.vn
      {"Đang hiệu lực", kInForce},             // congbao.sonla.gov.vn
      {"Văn bản còn hiệu lực một phần", kPartlyExpired},
      {"Hết hiệu lực toàn bộ", kExpired},  // vbpl.vn
      {"HẾT HIỆU LỰC MỘT PHẦN", kPartlyExpired},
      {"Chưa có hiệu lực", kNotYet},
      {"Ngưng hiệu lực", kPaused},
      {"Ngưng hiệu lực một phần", kPartlyExpired},
      {"Đã biết", std::nullopt},
      {"Không xác định", std::nullopt},
      {"", std::nullopt},
      {"\xFF\xFE", std::nullopt},
  };
  for (const auto& [words, status] : rows) EXPECT_EQ(given_status(words), status) << words;
}

TEST(EffectTest, CodesReadBack) {
  for (std::size_t i = 0; i < kEffectStatuses; ++i) {
    const auto status = static_cast<EffectStatus>(i);
    EXPECT_EQ(effect_from_code(effect_code(status)), status);
  }
  EXPECT_EQ(effect_from_code("Còn hiệu lực"), std::nullopt);
}

TEST(EffectTest, DaysAreWrittenAsDocumentsWriteThem) {
  EXPECT_EQ(day_for_people({2025, 7, 1}), "01/7/2025");
  EXPECT_EQ(day_for_people({2025, 2, 12}), "12/02/2025");
  EXPECT_EQ(day_in_words({2020, 6, 3}), "ngày 03 tháng 6 năm 2020");
  EXPECT_EQ(day_in_words({2020, 1, 10}), "ngày 10 tháng 01 năm 2020");
  EXPECT_EQ(iso_of_key("20250701"), "2025-07-01");
  for (const char* none : {"", "20250732", "2025070", "2025-7-1", "202507011"}) {
    EXPECT_EQ(day_of_key(none), std::nullopt) << none;
  }
  EXPECT_TRUE(is_valid(today_in_vietnam()));
}

// A ← amended by B, both replaced by C, C repealed by D.
std::vector<Document> chain() {
  Document a = act("a", "24/2017/QĐ-UBND", "2017-08-15");
  Document b = act("b", "11/2019/QĐ-UBND", "2019-03-22",
                   {cites(Relation::kAmends, "24/2017/QĐ-UBND", "Điều 5")});
  Document c = act("c", "08/2022/QĐ-UBND", "2022-02-18",
                   {cites(Relation::kReplaces, "24/2017/QĐ-UBND"),
                    cites(Relation::kReplaces, "11/2019/QĐ-UBND")});
  c.effective = "2022-03-01";
  Citation repeal = cites(Relation::kRepeals, "08/2022/QĐ-UBND");
  repeal.from = "2025-08-01";
  Document d = act("d", "41/2025/QĐ-UBND", "2025-07-25", {repeal});
  return {a, b, c, d};
}

TEST(EffectIndexTest, ChainOfDecisionsThroughTime) {
  GraphIndex index(chain());
  struct Row {
    const char* day;
    EffectStatus a, b, c, d;
  };
  const std::vector<Row> rows = {
      {"2017-08-14", kNotYet, kNotYet, kNotYet, kNotYet},
      {"2018-01-01", kInForce, kNotYet, kNotYet, kNotYet},
      {"2019-03-22", kPartlyExpired, kInForce, kNotYet, kNotYet},
      {"2022-02-28", kPartlyExpired, kInForce, kNotYet, kNotYet},
      {"2022-03-01", kExpired, kExpired, kInForce, kNotYet},
      {"2025-07-31", kExpired, kExpired, kInForce, kInForce},
      {"2025-08-01", kExpired, kExpired, kExpired, kInForce},
  };
  const EffectTable table(index.snapshot());
  for (const Row& row : rows) {
    const AsOf as_of{day(row.day), day("2026-01-01")};
    const std::vector<EffectStatus> statuses = table.statuses(as_of);
    const std::vector<std::pair<const char*, EffectStatus>> expected = {
        {"a", row.a}, {"b", row.b}, {"c", row.c}, {"d", row.d}};
    for (const auto& [id, status] : expected) {
      const EffectAnswer one = index.graph().document(id, as_of).value().effect;
      EXPECT_EQ(effect_code(one.status), effect_code(status)) << id << " on " << row.day;
      EXPECT_EQ(statuses[index.docid(id)], status) << id << " on " << row.day;
      const Effect of_table = table.effect(index.docid(id), as_of);
      ASSERT_EQ(of_table.reasons.size(), one.reasons.size()) << id << " on " << row.day;
      for (std::size_t i = 0; i < one.reasons.size(); ++i) {
        EXPECT_EQ(of_table.reasons[i], one.reasons[i].reason) << id << " on " << row.day;
      }
    }
  }
}

TEST(EffectIndexTest, ReasonNamesTheActingDocumentItsArticleAndTheDay) {
  std::vector<Document> documents = {act("a", "12/2019/QĐ-UBND", "2019-01-10")};
  Document acting = act("b", "12/2025/QĐ-UBND", "2025-06-20");
  acting.body =
      "Điều 1. Ban hành.\n\nĐiều 3. Quyết định này thay thế Quyết định số 12/2019/QĐ-UBND.";
  Citation replaces = cites(Relation::kReplaces, "12/2019/QĐ-UBND");
  replaces.offset = acting.body.find("12/2019");
  acting.citations = {replaces};
  acting.effective = "2025-07-01";
  documents.push_back(acting);
  GraphIndex index(documents);
  EXPECT_EQ(effect_line(index.effect("a", "2025-07-01"), Language::kVietnamese),
            "Hết hiệu lực (thay thế bởi 12/2025/QĐ-UBND, Điều 3, từ 01/7/2025)");
  EXPECT_EQ(effect_line(index.effect("a", "2025-07-01"), Language::kEnglish),
            "No longer in force (replaced by 12/2025/QĐ-UBND, Điều 3, from 01/7/2025)");
  EXPECT_EQ(effect_line(index.effect("a", "2025-06-30"), Language::kVietnamese),
            "Còn hiệu lực (có hiệu lực từ 10/01/2019)");
}

TEST(EffectIndexTest, DecisionOfAnotherProvinceWithTheSameNumberIsNotTouched) {
  Document other = act("other", "24/2017/QĐ-UBND", "2017-05-01");
  other.agency = "Ủy ban nhân dân tỉnh Thái Nguyên";
  std::vector<Document> documents = chain();
  documents.push_back(other);
  GraphIndex index(documents);
  EXPECT_EQ(index.status("other", "2026-01-01"), kInForce);
  EXPECT_EQ(index.status("a", "2026-01-01"), kExpired);
}

TEST(EffectIndexTest, DraftsNeitherActNorAreInForce) {
  std::vector<Document> documents = {act("a", "1/2019/QĐ-UBND", "2019-01-10")};
  Document draft =
      act("b", "2/2020/QĐ-UBND", "2020-01-10", {cites(Relation::kRepeals, "1/2019/QĐ-UBND")});
  draft.is_draft = true;
  documents.push_back(draft);
  GraphIndex index(documents);
  EXPECT_EQ(index.status("a", "2021-01-01"), kInForce);
  EXPECT_EQ(index.status("b", "2021-01-01"), kNotApplicable);
}

TEST(EffectIndexTest, LawIsReplacedByItsName) {
  Document law = act("law", "53/2005/QH11", "2005-11-29");
  law.type = "Luật";
  law.agency = "Quốc hội";
  law.title = "Luật Thanh niên";
  Document later = act("later", "57/2020/QH14", "2020-06-16");
  later.type = "Luật";
  later.agency = "Quốc hội";
  later.title = "Luật Thanh niên";
  Citation replaces;
  replaces.relation = Relation::kReplaces;
  replaces.type = "Luật";
  replaces.name = "Luật Thanh niên";
  replaces.date = "2005-11-29";
  later.citations = {replaces};
  GraphIndex index({law, later});
  EXPECT_EQ(index.status("law", "2021-01-01"), kExpired);
  EXPECT_EQ(index.status("later", "2021-01-01"), kInForce);
  EXPECT_EQ(EffectTable(index.snapshot()).statuses({day("2021-01-01"), day("2021-01-01")}),
            (std::vector<EffectStatus>{kNotApplicable, kExpired, kInForce}));
}

TEST(EffectIndexTest, CyclesAndSelfRepealEndNothingButTheOther) {
  // Two decisions of one day that each replace the other, and one that repeals itself.
  GraphIndex index(
      {act("a", "1/2019/QĐ-UBND", "2019-01-10", {cites(Relation::kReplaces, "2/2019/QĐ-UBND")}),
       act("b", "2/2019/QĐ-UBND", "2019-01-10", {cites(Relation::kReplaces, "1/2019/QĐ-UBND")}),
       act("self", "3/2019/QĐ-UBND", "2019-01-10", {cites(Relation::kRepeals, "3/2019/QĐ-UBND")})});
  EXPECT_EQ(index.status("a", "2020-01-01"), kExpired);
  EXPECT_EQ(index.status("b", "2020-01-01"), kExpired);
  EXPECT_EQ(index.status("self", "2020-01-01"), kInForce);
  EXPECT_EQ(EffectTable(index.snapshot())
                .statuses({day("2020-01-01"), day("2020-01-01")})[index.docid("self")],
            kInForce);
}

TEST(EffectIndexTest, TenThousandTiesAreCountedAndTwentyTold) {
  constexpr std::size_t kDocuments = 40;
  constexpr std::size_t kTies = 250;
  std::vector<Document> documents = {act("a", "1/2010/QĐ-UBND", "2010-01-10")};
  for (std::size_t i = 0; i < kDocuments; ++i) {
    std::vector<Citation> citations;
    for (std::size_t tie = 0; tie < kTies; ++tie) {
      citations.push_back(
          cites(Relation::kAmends, "1/2010/QĐ-UBND", "Điều " + std::to_string(tie)));
    }
    documents.push_back(act("b" + std::to_string(i), std::to_string(i + 2) + "/2020/QĐ-UBND",
                            "2020-01-10", citations));
  }
  GraphIndex index(documents);
  const EffectTable table(index.snapshot());
  EXPECT_EQ(table.tie_count(), kDocuments * kTies);
  const EffectAnswer effect = index.effect("a", "2021-01-01");
  EXPECT_EQ(effect.status, kPartlyExpired);
  EXPECT_EQ(effect.reasons.size(), kMaxReasons);
}

TEST(EffectIndexTest, ASearcherTellsStatusesById) {
  TestIndex index(
      {act("a", "1/2019/QĐ-UBND", "2019-01-10"),
       act("b", "2/2020/QĐ-UBND", "2020-01-10", {cites(Relation::kReplaces, "1/2019/QĐ-UBND")}),
       {.id = "news", .body = "chuyển đổi số"}});
  const AsOf today{day("2021-01-01"), day("2021-01-01")};
  EXPECT_EQ(
      index.searcher().statuses({"b", "none", "a", "news", ""}, today),
      (std::vector<EffectStatus>{kInForce, EffectStatus::kNotApplicable, kExpired,
                                 EffectStatus::kNotApplicable, EffectStatus::kNotApplicable}));
}

}  // namespace
}  // namespace tracuu
