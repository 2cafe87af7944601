// Copies as one group: who joins whom, who is shown, and that pages fit together.

#include "searcher/collapse/collapse.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "searcher/collapse/load_traits.h"
#include "tests/document/copies/random_text.h"
#include "tests/searcher/copies_index.h"

namespace tracuu {
namespace {

constexpr unsigned kSeed = 20240611;
constexpr const char* kProvince = "Ủy ban nhân dân tỉnh Sông Lam";

// "1+2 3": the documents 1 and 2 are one group that shows 1, document 3 is another.
std::string shown(const std::vector<ResultGroup>& groups) {
  std::string text;
  for (const ResultGroup& group : groups) {
    text += (text.empty() ? "" : " ") + std::to_string(group.shown.docid);
    for (const RankedDocument& copy : group.copies) text += "+" + std::to_string(copy.docid);
  }
  return text;
}

// A ranking that is the order of the docids.
RankedSlice in_order(std::size_t total) {
  return [total](std::size_t offset, std::size_t limit) {
    std::vector<RankedDocument> slice;
    for (std::size_t rank = offset; rank < std::min(total, offset + limit); ++rank) {
      slice.push_back({static_cast<Xapian::docid>(rank + 1), static_cast<double>(total - rank)});
    }
    return slice;
  };
}

std::string collapsed(const std::vector<Document>& documents,
                      Sketches sketches = Sketches::kStored) {
  const CopiesIndex index(documents, sketches);
  return shown(collapse(in_order(documents.size()), index.database(), 0, documents.size()));
}

std::string body(unsigned seed, std::size_t syllables = 300) {
  return joined(RandomText(seed).syllables(syllables));
}

struct Row {
  const char* name;
  std::vector<Document> documents;
  const char* want;
};

class CollapseTest : public testing::TestWithParam<Row> {};

TEST_P(CollapseTest, GroupsInTheOrderOfTheRanking) {
  EXPECT_EQ(collapsed(GetParam().documents), GetParam().want);
}

Document act(const char* number, const char* date, std::string text) {
  return {.body = std::move(text), .number = number, .agency = kProvince, .date = date};
}

Document draft(std::string text) {
  Document document{.body = std::move(text)};
  document.is_draft = true;
  return document;
}

INSTANTIATE_TEST_SUITE_P(
    All, CollapseTest,
    testing::Values(Row{"nothing", {}, ""},
                    Row{"no_copies", {{.body = body(1)}, {.body = body(2)}}, "1 2"},
                    Row{"one_text_on_two_sites",
                        {{.body = body(1)}, {.body = body(2)}, {.body = body(1) + " hết"}},
                        "1+3 2"},
                    Row{"one_act_in_full_and_as_a_line_of_a_register",
                        {act("17/QĐ-UBND", "2020-01-05", "thu hồi đất"),
                         act("18/QĐ-UBND", "2020-01-05", "thu hồi đất"),
                         act("17/QĐ-UBND", "2020-01-05", body(1))},
                        "3+1 2"},
                    Row{"decisions_of_one_form",
                        {act("17/QĐ-UBND", "2020-01-05", body(1)),
                         act("18/QĐ-UBND", "2020-01-05", body(1)),
                         act("17/QĐ-UBND", "2021-01-05", body(1))},
                        "1 2 3"},
                    Row{"the_act_before_its_draft",
                        {draft(body(1)), act("17/QĐ-UBND", "2020-01-05", body(1))},
                        "2+1"},
                    Row{"a_draft_ties_no_two_acts_together",
                        {draft(body(1)), act("17/QĐ-UBND", "2020-01-05", body(1)),
                         act("18/QĐ-UBND", "2020-01-05", body(1))},
                        "2+1 3"},
                    Row{"a_draft_between_two_acts_joins_the_first",
                        {act("17/QĐ-UBND", "2020-01-05", body(1)),
                         act("18/QĐ-UBND", "2020-01-05", body(1)), draft(body(1))},
                        "1+3 2"},
                    Row{"short_subjects_that_differ_in_a_name",
                        {{.body = "bổ nhiệm ông Nguyễn Văn An"},
                         {.body = "bổ nhiệm ông Nguyễn Văn Bình"},
                         {.body = "bổ nhiệm ông Nguyễn Văn An"}},
                        "1+3 2"},
                    Row{"empty_documents_are_no_copies", {{.body = ""}, {.body = ""}}, "1 2"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(CollapseTest, AnIndexFromBeforeSketchesIsNotCollapsed) {
  const std::vector<Document> documents{act("17/QĐ-UBND", "2020-01-05", body(1)),
                                        act("17/QĐ-UBND", "2020-01-05", body(1)),
                                        {.body = body(1)}};
  EXPECT_EQ(collapsed(documents), "1+2+3");
  EXPECT_EQ(collapsed(documents, Sketches::kNone), "1 2 3");
}

TEST(CollapseTest, ScoresFallFromGroupToGroup) {
  const CopiesIndex index({act("17/QĐ-UBND", "2020-01-05", "đất"),
                           act("18/QĐ-UBND", "2020-01-05", "đất"),
                           act("17/QĐ-UBND", "2020-01-05", body(1))});
  const std::vector<ResultGroup> groups = collapse(in_order(3), index.database(), 0, 3);
  ASSERT_EQ(groups.size(), 2u);
  EXPECT_EQ(groups[0].score, 3);
  EXPECT_EQ(groups[0].shown.score, 1);
  EXPECT_EQ(groups[1].score, 2);
}

TEST(CollapseTest, BoundsOfAnAnswer) {
  const CopiesIndex index({{.body = body(1)}, {.body = body(2)}});
  constexpr auto kHuge = static_cast<std::size_t>(-1);
  const RankedSlice ranked = in_order(2);
  EXPECT_EQ(shown(collapse(ranked, index.database(), 0, 0)), "");
  EXPECT_EQ(shown(collapse(ranked, index.database(), 2, 5)), "");
  EXPECT_EQ(shown(collapse(ranked, index.database(), kHuge, kHuge)), "");
  EXPECT_EQ(shown(collapse(ranked, index.database(), 1, kHuge)), "2");
}

// Some forty acts, each with a few copies of several kinds, thrown together.
std::vector<Document> collection(RandomText& random, std::size_t size) {
  std::vector<Document> documents;
  while (documents.size() < size) {
    const std::size_t number = 1 + random.below(40);
    const std::string text = body(static_cast<unsigned>(number % 7), 200);
    switch (random.below(4)) {
      case 0:
        documents.push_back(draft(text));
        break;
      case 1:
        documents.push_back({.body = "bổ nhiệm ông số " + std::to_string(number)});
        break;
      default:
        documents.push_back(act((std::to_string(number) + "/QĐ-UBND").c_str(), "2020-01-05", text));
    }
  }
  return documents;
}

TEST(CollapsePropertyTest, PagesAreSlicesOfTheWholeAndEachDocumentStandsOnce) {
  RandomText random(kSeed);
  for (int round = 0; round < 5 && !testing::Test::HasFailure(); ++round) {
    constexpr std::size_t kSize = 400;
    const CopiesIndex index(collection(random, kSize));
    const RankedSlice ranked = in_order(kSize);
    const std::vector<ResultGroup> whole = collapse(ranked, index.database(), 0, kSize);
    std::multiset<Xapian::docid> seen;
    for (const ResultGroup& group : whole) {
      seen.insert(group.shown.docid);
      for (const RankedDocument& copy : group.copies) seen.insert(copy.docid);
    }
    EXPECT_EQ(seen.size(), kSize);
    EXPECT_EQ(std::set<Xapian::docid>(seen.begin(), seen.end()).size(), kSize);
    const std::size_t limit = 1 + random.below(9);
    std::vector<double> scores;
    std::vector<double> want;
    want.reserve(whole.size());
    for (const ResultGroup& group : whole) want.push_back(group.score);
    for (std::size_t offset = 0; offset < whole.size(); offset += limit) {
      for (const ResultGroup& group : collapse(ranked, index.database(), offset, limit)) {
        scores.push_back(group.score);
      }
    }
    EXPECT_EQ(scores, want) << "pages of " << limit;
  }
}

TEST(CollapsePropertyTest, ReadingFurtherOnlyAdds) {
  RandomText random(kSeed);
  constexpr std::size_t kSize = 300;
  const CopiesIndex index(collection(random, kSize));
  Collapser collapser;
  std::vector<std::set<Xapian::docid>> before;
  for (const RankedDocument& document : in_order(kSize)(0, kSize)) {
    collapser.add(document, load_traits(index.database(), document.docid));
    std::vector<std::set<Xapian::docid>> now;
    for (const ResultGroup& group : collapser.groups(0, kSize)) {
      now.emplace_back().insert(group.shown.docid);
      for (const RankedDocument& copy : group.copies) now.back().insert(copy.docid);
    }
    ASSERT_GE(now.size(), before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
      ASSERT_TRUE(std::ranges::includes(now[i], before[i])) << document.docid;
    }
    before = std::move(now);
  }
  EXPECT_EQ(collapser.document_count(), kSize);
}

TEST(CollapseTest, AThousandCopiesAndAThousandOfOneForm) {
  std::vector<Document> documents;
  documents.reserve(2001);
  for (int i = 0; i < 1000; ++i) documents.push_back({.body = body(1, 60)});
  for (int i = 1; i <= 1000; ++i) {
    documents.push_back(act((std::to_string(i) + "/QĐ-UBND").c_str(), "2020-01-05", body(2, 60)));
  }
  documents.push_back({.body = body(3)});
  const CopiesIndex index(documents);
  std::size_t slices = 0;
  const RankedSlice ranked = [&](std::size_t offset, std::size_t limit) {
    ++slices;
    return in_order(documents.size())(offset, limit);
  };
  const std::vector<ResultGroup> page = collapse(ranked, index.database(), 0, 10);
  ASSERT_EQ(page.size(), 10u);
  EXPECT_EQ(page[0].copies.size(), 999u);
  EXPECT_EQ(page[9].shown.docid, 1009u);
  EXPECT_LE(slices, 7u) << "each slice is a ranking of its own";
  EXPECT_EQ(collapse(ranked, index.database(), 0, 5000).size(), 1002u);
}

TEST(LoadTraitsTest, WhatTheIndexHolds) {
  Document document = act("Số: 017/QĐ-UBND", "2020-01-05", body(1));
  document.type = "Quyết định";
  document.signer = "Nguyễn Văn A";
  const CopiesIndex index({document});
  const CopyTraits traits = load_traits(index.database(), 1);
  const CopyTraits want = copy_traits(document);
  EXPECT_EQ(traits.act, want.act);
  EXPECT_EQ(traits.quality, want.quality);
  EXPECT_EQ(traits.act.number, "17/QD-UBND");
  EXPECT_FALSE(traits.sketch.empty());
}

TEST(LoadTraitsTest, SeveralComeInTheOrderAskedFor) {
  const CopiesIndex index({act("1/QĐ-UBND", "2020-01-05", body(1)),
                           {.body = "ngắn"},
                           act("3/QĐ-UBND", "2020-01-05", body(3))});
  const std::vector<Xapian::docid> docids{3, 1, 2};
  const std::vector<CopyTraits> several = load_traits(index.database(), docids);
  ASSERT_EQ(several.size(), docids.size());
  for (std::size_t i = 0; i < docids.size(); ++i) {
    const CopyTraits one = load_traits(index.database(), docids[i]);
    EXPECT_EQ(several[i].act, one.act);
    EXPECT_EQ(several[i].quality, one.quality);
    EXPECT_EQ(several[i].sketch, one.sketch);
  }
  EXPECT_EQ(several.front().act.number, "3/QD-UBND");
}

}  // namespace
}  // namespace tracuu
