// Documents about the same matter, and copies of one document in the whole index.

#include "searcher/similar/similar.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "searcher/ranking.h"
#include "searcher/similar/find_copies.h"
#include "tests/document/copies/random_text.h"
#include "tests/searcher/copies_index.h"

namespace tracuu {
namespace {

using Ids = std::vector<std::string>;

constexpr unsigned kSeed = 20240611;
constexpr const char* kProvince = "Ủy ban nhân dân tỉnh Sông Lam";

std::string body(unsigned seed) {
  return joined(RandomText(seed).syllables(200));
}

// The ids of what is similar to document 1, the best first.
Ids similar_ids(const std::vector<Document>& documents, const SimilarOptions& options = {}) {
  const CopiesIndex index(documents);
  Snapshot snapshot(index.database());
  Deadline deadline;
  const Similar similar = find_similar(snapshot, 1, text::Analyzer(), deadline, options);
  std::vector<Xapian::docid> docids;
  for (const RankedDocument& ranked :
       rank_by_score(similar.documents, similar.scoring, {}, 0, documents.size(), snapshot)) {
    docids.push_back(ranked.docid);
  }
  return index.ids(docids);
}

Ids copy_ids(const std::vector<Document>& documents, Sketches sketches = Sketches::kStored) {
  const CopiesIndex index(documents, sketches);
  Snapshot snapshot(index.database());
  return index.ids(find_copies(snapshot, 1));
}

// So many documents about anything else.
std::vector<Document> with_others(std::vector<Document> documents, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    documents.push_back(
        {.id = "other-" + std::to_string(i), .body = body(kSeed + static_cast<unsigned>(i))});
  }
  return documents;
}

TEST(SimilarTest, TheSameMatterBestFirst) {
  EXPECT_EQ(similar_ids(with_others(
                {{.id = "a", .body = "chương trình chuyển đổi số quốc gia, phát triển nền tảng số"},
                 {.id = "b", .body = "hạ tầng nền tảng số của doanh nghiệp"},
                 {.id = "c", .body = "kế hoạch chuyển đổi số quốc gia, phát triển nền tảng số"},
                 {.id = "d", .body = "khen thưởng cán bộ"}},
                30)),
            (Ids{"c", "b"}));
}

TEST(SimilarTest, MarksDoNotCount) {
  EXPECT_EQ(similar_ids(with_others({{.id = "a", .body = "phòng chống hạn hán, xâm nhập mặn"},
                                     {.id = "b", .body = "phong chong han han xam nhap man nay"}},
                                    30)),
            (Ids{"b"}));
}

TEST(SimilarTest, WhatTheTitleSaysCountsMore) {
  Ids found = similar_ids(with_others({{.id = "a", .title = "Thu hồi đất", .body = "cấp giấy phép"},
                                       {.id = "p", .body = "cấp giấy phép này"},
                                       {.id = "q", .body = "thu hồi đất này"}},
                                      30));
  // One of the others has a pair by chance.
  std::erase_if(found, [](const std::string& id) { return id.starts_with("other-"); });
  EXPECT_EQ(found, (Ids{"q", "p"}));
}

TEST(SimilarTest, FiguresAndWhatEverybodySaysTellNothing) {
  std::vector<Document> documents{
      {.id = "a", .body = "căn cứ luật này. năm 2021. trồng cây gây rừng"},
      {.id = "figure", .body = "năm 2021"},
      {.id = "forest", .body = "trồng cây gây rừng ở xã"}};
  for (unsigned i = 0; i < 30; ++i) {
    documents.push_back({.id = "law-" + std::to_string(i), .body = "căn cứ luật này. " + body(i)});
  }
  EXPECT_EQ(similar_ids(documents), (Ids{"forest"}));
}

TEST(SimilarTest, NeitherTheDocumentNorItsCopies) {
  EXPECT_EQ(similar_ids({{.id = "a", .body = body(1)},
                         {.id = "copy", .body = body(1) + " hết"},
                         {.id = "half", .body = body(1).substr(0, body(1).size() / 3)}}),
            (Ids{"half"}));
}

TEST(SimilarTest, NothingToGoBy) {
  EXPECT_EQ(similar_ids({{.id = "a", .body = ""}, {.id = "b", .body = "đất"}}), Ids{});
  EXPECT_EQ(similar_ids({{.id = "a", .body = "đất"}, {.id = "b", .body = "đất"}}), Ids{});
  EXPECT_EQ(similar_ids({{.id = "a", .body = "chỉ một mình ta nói"}, {.id = "b", .body = "đất"}}),
            Ids{});
  EXPECT_EQ(similar_ids({{.id = "a", .body = "1 2 3 4"}, {.id = "b", .body = "1 2 3 4 5"}}), Ids{});
}

TEST(SimilarTest, TermsAreBounded) {
  const CopiesIndex index({{.id = "a", .body = body(1)}, {.id = "b", .body = body(1) + body(2)}});
  Snapshot snapshot(index.database());
  const SimilarOptions options;
  Deadline deadline;
  EXPECT_EQ(find_similar(snapshot, 1, text::Analyzer(), deadline, options).scoring.terms.size(),
            options.most_terms);
}

TEST(SimilarTest, OrderOfIndexingDoesNotShow) {
  const Document asked{.id = "a", .body = body(1)};
  std::vector<Document> documents;
  for (std::size_t i = 0; i < 12; ++i) {
    const auto words = RandomText(1).syllables(200);
    const auto begin = words.begin() + static_cast<std::ptrdiff_t>(10 * i);
    documents.push_back({.id = "d" + std::to_string(i), .body = joined({begin, begin + 80})});
  }
  std::vector<Document> forward{asked};
  forward.insert(forward.end(), documents.begin(), documents.end());
  std::vector<Document> backward{asked};
  backward.insert(backward.end(), documents.rbegin(), documents.rend());
  SimilarOptions options;
  options.least_share = 0;
  EXPECT_GE(similar_ids(forward, options).size(), 3u);
  EXPECT_EQ(similar_ids(forward, options), similar_ids(backward, options));
}

TEST(FindCopiesTest, ByNumberAndByText) {
  EXPECT_EQ(copy_ids({{.id = "a",
                       .body = body(1),
                       .number = "17/QĐ-UBND",
                       .agency = kProvince,
                       .date = "2020-01-05"},
                      {.id = "text", .body = body(1) + " hết"},
                      {.id = "next",
                       .body = body(1),
                       .number = "18/QĐ-UBND",
                       .agency = kProvince,
                       .date = "2020-01-05"},
                      {.id = "register",
                       .body = "thu hồi đất",
                       .number = "17/QĐ-UBND",
                       .agency = "UBND TỈNH SÔNG LAM",
                       .date = "2020-01-05"},
                      {.id = "year",
                       .body = body(1),
                       .number = "17/QĐ-UBND",
                       .agency = kProvince,
                       .date = "2021-01-05"},
                      {.id = "other", .body = body(2)}}),
            (Ids{"register", "text"}));
}

TEST(FindCopiesTest, NoneToFind) {
  EXPECT_EQ(copy_ids({{.id = "a", .body = body(1)}, {.id = "b", .body = body(2)}}), Ids{});
  EXPECT_EQ(copy_ids({{.id = "a", .body = ""}, {.id = "b", .body = ""}}), Ids{});
  EXPECT_EQ(copy_ids({{.id = "a", .body = body(1)}, {.id = "b", .body = body(1)}}, Sketches::kNone),
            Ids{});
}

TEST(FindCopiesTest, CandidatesAreBounded) {
  std::vector<Document> documents;
  for (std::size_t i = 0; i < kMaxCopyCandidates + 100; ++i) {
    documents.push_back({.id = std::to_string(i), .body = "bổ nhiệm cán bộ"});
  }
  EXPECT_EQ(copy_ids(documents).size(), kMaxCopyCandidates);
}

}  // namespace
}  // namespace tracuu
