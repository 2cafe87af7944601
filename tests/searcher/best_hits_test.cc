// The best hits, against the scores of all.

#include "searcher/best_hits.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/index/database.h"
#include "searcher/ranking.h"
#include "searcher/scorer.h"
#include "tests/index/plain_terms.h"
#include "tests/searcher/query_scoring.h"
#include "tests/searcher/random_collection.h"
#include "tests/searcher/test_index.h"

namespace tracuu {
namespace {

const PostingsOptions kEveryListIsLong{.long_list = 1};

// Over packed lists, which are read whole, and over those of Xapian, which are looked up in.
class BestHitsTest : public testing::TestWithParam<bool> {
 protected:
  const std::vector<Document> documents_ = RandomCollection(test_seed()).documents(300);
  TestIndex index_{documents_};
  const QueryScoring scoring_{index_.directory()};
  const Xapian::Database packed_ = open_index(index_.directory());
  const Xapian::Database database_ = GetParam() ? packed_ : plain_terms(packed_);
};

INSTANTIATE_TEST_SUITE_P(Lists, BestHitsTest, testing::Bool(), [](const auto& row) {
  return std::string(row.param ? "Packed" : "OfXapian");
});

std::vector<std::uint32_t> docids_of(const DocumentSet& documents) {
  std::vector<std::uint32_t> docids(documents.cardinality());
  documents.toUint32Array(docids.data());
  return docids;
}

// As after looking for hits: the words' lists without marks are there.
void read_ceilings(const Scoring& scoring, Snapshot& snapshot) {
  for (const ScoredTerm& term : scoring.terms) {
    if (!term.ceiling.empty()) snapshot.postings().list(term.ceiling);
  }
}

// Whether the best of all are there, with those that tie with the last of them, and each hit that
// is there has its score to the last bit.
void expect_best(const ScoredHits& got, const std::vector<std::uint32_t>& hits,
                 const std::vector<float>& scores, std::size_t count, const std::string& what) {
  std::map<std::uint32_t, float> found;
  ASSERT_EQ(got.docids.size(), got.scores.size()) << what;
  for (std::size_t i = 0; i < got.docids.size(); ++i) found[got.docids[i]] = got.scores[i];
  std::vector<float> sorted = scores;
  std::ranges::sort(sorted, std::greater<>());
  const float last = sorted.empty() ? 0 : sorted[std::min(count, sorted.size()) - 1];
  std::size_t others = found.size();
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const auto it = found.find(hits[i]);
    if (it == found.end()) {
      ASSERT_LT(scores[i], last) << what << ": " << hits[i] << " is missing";
      continue;
    }
    ASSERT_EQ(it->second, scores[i]) << what << ": " << hits[i];
    --others;
  }
  EXPECT_EQ(others, 0u) << what << ": what is no hit";
}

TEST_P(BestHitsTest, AreTheBestOfAll) {
  const unsigned seed = test_seed();
  SCOPED_TRACE(testing::Message() << "TRACUU_TEST_SEED=" << seed);
  RandomCollection random(seed);
  Snapshot plain(database_);
  const Bm25 bm25 = bm25_of({});
  std::size_t left_out = 0;
  for (int round = 0; round < 150 && !HasFailure(); ++round) {
    const std::string query = random.query(documents_);
    Snapshot late(database_, kEveryListIsLong);
    const Scoring scoring = scoring_.of(query, late);
    if (scoring.empty()) continue;
    // Of some words the list without marks is there, as after looking for hits.
    for (const ScoredTerm& term : scoring.terms) {
      if (!term.ceiling.empty() && !random.chance(4)) late.postings().list(term.ceiling);
    }
    std::vector<std::uint32_t> hits = docids_of(*plain.postings().all());
    std::erase_if(hits, [&](std::uint32_t) { return random.chance(5); });
    Deadline none;
    const std::vector<float> scores = score_hits(hits, scoring, bm25, plain, none);
    for (const std::size_t count : {std::size_t{1}, std::size_t{7}, std::size_t{30}}) {
      const ScoredHits best = score_best(hits, count, scoring, bm25, late, none);
      expect_best(best, hits, scores, count, query);
      left_out += hits.size() - best.docids.size();
    }
  }
  EXPECT_GT(left_out, 1000u) << "hits are left out, or nothing is won";
}

TEST_P(BestHitsTest, NoDocumentHasATermMoreOftenThanItsCeiling) {
  RandomCollection random(test_seed());
  Snapshot snapshot(database_);
  std::size_t looked_at = 0;
  for (int round = 0; round < 150; ++round) {
    const std::string query = random.query(documents_);
    for (const ScoredTerm& term : scoring_.of(query, snapshot).terms) {
      if (term.ceiling.empty()) continue;
      std::map<std::uint32_t, std::uint32_t> most;
      for (const Posting& posting : snapshot.postings().list(term.ceiling)->postings()) {
        most[posting.docid] = posting.count;
      }
      for (const Posting& posting :
           snapshot.postings().list_within(term.term, term.other, {})->postings()) {
        ASSERT_LE(posting.count, most[posting.docid])
            << term.term << ' ' << term.other << " in " << posting.docid;
        ++looked_at;
      }
    }
  }
  EXPECT_GT(looked_at, 1000u);
}

// All documents as the hits of a query, and their order.
class BestHitsPagesTest : public BestHitsTest {
 protected:
  BestHitsPagesTest() { read_ceilings(scoring, late); }

  Snapshot late{database_, kEveryListIsLong};
  Snapshot plain{database_};
  const Scoring scoring = scoring_.of("quyết định chuyển đổi số", late);
  const DocumentSet hits = *plain.postings().all();
  const std::vector<RankedDocument> whole =
      rank_by_score(hits, scoring, {}, 0, hits.cardinality(), plain);
};

INSTANTIATE_TEST_SUITE_P(Lists, BestHitsPagesTest, testing::Bool(), [](const auto& row) {
  return std::string(row.param ? "Packed" : "OfXapian");
});

TEST_P(BestHitsPagesTest, PagesAreThoseOfAll) {
  Deadline none;
  ASSERT_LT(score_best(docids_of(hits), 10, scoring, bm25_of({}), late, none).docids.size(),
            hits.cardinality());
  for (const std::size_t depth : {std::size_t{0}, std::size_t{10}, std::size_t{400}}) {
    Ranking ranking(hits, depth, scoring, {}, late, none);
    // Within the depth, over its border, and again from the beginning.
    for (const std::size_t offset :
         {std::size_t{0}, std::size_t{4}, std::size_t{8}, std::size_t{200}, std::size_t{1}}) {
      const auto slice = ranking.slice(offset, 6);
      ASSERT_EQ(slice.size(), 6u);
      for (std::size_t i = 0; i < slice.size(); ++i) {
        EXPECT_EQ(slice[i].docid, whole[offset + i].docid) << depth << ": " << offset << '+' << i;
        EXPECT_EQ(slice[i].score, whole[offset + i].score);
      }
    }
  }
}

// When there is no time to score all, what is given is in the right order and ends at the depth.
TEST_P(BestHitsPagesTest, PagesWithoutTimeEndAtTheDepth) {
  bool is_over = false;
  Deadline deadline(std::chrono::milliseconds(1),
                    [&] { return Deadline::Time(std::chrono::milliseconds(is_over ? 1 : 0)); });
  Ranking ranking(hits, 10, scoring, {}, late, deadline);
  is_over = true;
  for (const std::size_t offset : {std::size_t{0}, std::size_t{4}, std::size_t{7}}) {
    const auto slice = ranking.slice(offset, 6);
    ASSERT_GE(slice.size(), std::min<std::size_t>(6, 10 - offset));
    for (std::size_t i = 0; i < slice.size(); ++i) {
      EXPECT_EQ(slice[i].docid, whole[offset + i].docid) << offset << '+' << i;
    }
  }
  EXPECT_TRUE(ranking.slice(200, 6).empty());
  EXPECT_TRUE(deadline.has_cut());
}

// Whatever time is left, no hit is lost: what was not looked up stands where its bound puts it.
TEST_P(BestHitsTest, ADeadlineLosesNoHit) {
  Snapshot plain(database_);
  const std::vector<std::uint32_t> hits = docids_of(*plain.postings().all());
  const Bm25 bm25 = bm25_of({});
  std::size_t cut = 0;
  for (int looks = 0; looks < 300; ++looks) {
    Snapshot late(database_, kEveryListIsLong);
    const Scoring scoring = scoring_.of("quyết định chuyển đổi số", late);
    int asked = 0;
    Deadline deadline(std::chrono::milliseconds(looks),
                      [&] { return Deadline::Time(std::chrono::milliseconds(asked++)); });
    const ScoredHits best = score_best(hits, 5, scoring, bm25, late, deadline);
    if (!deadline.has_cut()) continue;
    ++cut;
    EXPECT_EQ(best.docids, hits) << looks;
    EXPECT_EQ(best.scores.size(), hits.size());
  }
  EXPECT_GT(cut, 5u);
  EXPECT_LT(cut, 300u) << "and when there is enough, nothing is cut";
}

// Lists looked up in are those read whole, for the documents asked for.
TEST_P(BestHitsTest, ListsWithinAreThoseReadWhole) {
  const unsigned seed = test_seed();
  SCOPED_TRACE(testing::Message() << "TRACUU_TEST_SEED=" << seed);
  RandomCollection random(seed);
  Snapshot plain(database_);
  std::vector<std::string> terms;
  for (const std::string& term : all_terms(database_)) {
    if (plain.postings().frequency(term) > 40) terms.push_back(term);
  }
  ASSERT_GT(terms.size(), 20u);
  std::size_t parts = 0;
  for (int round = 0; round < 300; ++round) {
    Postings late(database_, kEveryListIsLong);
    const std::string& term = terms[random.below(terms.size())];
    const std::string other = random.chance(2) ? "" : terms[random.below(terms.size())];
    if (random.chance(5)) late.list(term);  // kept: no reason to look up
    std::vector<std::uint32_t> docids = docids_of(*plain.postings().all());
    std::erase_if(docids, [&](std::uint32_t) { return !random.chance(100); });
    std::map<std::uint32_t, std::uint32_t> want;
    const auto whole = plain.postings().list_within(term, other, {});
    for (const Posting& posting : whole->postings()) want[posting.docid] = posting.count;
    const auto list = late.list_within(term, other, docids);
    if (list->size() < whole->size()) ++parts;
    std::map<std::uint32_t, std::uint32_t> got;
    for (const Posting& posting : list->postings()) got[posting.docid] = posting.count;
    for (const std::uint32_t docid : docids) {
      ASSERT_EQ(got.contains(docid), want.contains(docid)) << term << ' ' << other;
      ASSERT_EQ(got[docid], want[docid]) << term << ' ' << other;
    }
  }
  EXPECT_GT(parts, GetParam() ? 10u : 100u);  // packed are all but those of titles and filters
}

}  // namespace
}  // namespace tracuu
