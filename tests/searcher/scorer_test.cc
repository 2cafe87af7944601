// The scores of hits, against Xapian's own BM25 over the same terms.

#include "searcher/scorer.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/index/database.h"
#include "core/index/schema.h"
#include "searcher/ranking.h"
#include "searcher/share.h"
#include "tests/index/plain_terms.h"
#include "tests/searcher/query_scoring.h"
#include "tests/searcher/random_collection.h"
#include "tests/searcher/test_index.h"

namespace tracuu {
namespace {

using Scores = std::map<Xapian::docid, double>;

Xapian::Query query_of(const ScoredTerm& term) {
  if (term.other.empty()) {
    return {Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term.term), term.factor};
  }
  const std::vector<std::string> both{term.term, term.other};
  return {Xapian::Query::OP_SCALE_WEIGHT,
          Xapian::Query(Xapian::Query::OP_SYNONYM, both.begin(), both.end()), term.factor};
}

// What Xapian says of every document that has a score.
Scores xapian_scores(const Scoring& scoring, const Bm25& bm25, const Xapian::Database& database) {
  std::vector<Xapian::Query> parts;
  for (const ScoredTerm& term : scoring.terms) parts.push_back(query_of(term));
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, parts.begin(), parts.end()));
  enquire.set_weighting_scheme(Xapian::BM25Weight(bm25.k1, 0, 1, bm25.b, bm25.min_length_share));
  Scores scores;
  const Xapian::MSet matches = enquire.get_mset(0, database.get_doccount());
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    if (match.get_weight() == 0) continue;
    double score = match.get_weight();
    for (const Boost& boost : scoring.boosts) {
      if (boost.documents.contains(*match)) score += boost.weight;
    }
    scores[*match] = score;
  }
  return scores;
}

Scores own_scores(const DocumentSet& hits, const Scoring& scoring, const Bm25& bm25,
                  Snapshot& snapshot) {
  std::vector<std::uint32_t> docids(hits.cardinality());
  hits.toUint32Array(docids.data());
  Deadline none;
  const std::vector<float> found = score_hits(docids, scoring, bm25, snapshot, none);
  Scores scores;
  for (std::size_t i = 0; i < docids.size(); ++i) {
    if (found[i] > 0) scores[docids[i]] = found[i];
  }
  return scores;
}

// Sums in single precision.
void expect_near(const Scores& got, const Scores& want, const std::string& what) {
  ASSERT_EQ(got.size(), want.size()) << what;
  for (const auto& [docid, score] : want) {
    ASSERT_TRUE(got.contains(docid)) << what;
    EXPECT_NEAR(got.at(docid), score, 1e-5 * (1 + std::abs(score))) << what << ", " << docid;
  }
}

class ScorerTest : public testing::Test {
 protected:
  Scoring scoring_of(const std::string& query) { return scoring_.of(query, snapshot_); }

  void expect_scores_of_xapian(const Scoring& scoring, const Bm25& bm25, const std::string& what) {
    if (scoring.empty()) return;
    expect_near(own_scores(*snapshot_.postings().all(), scoring, bm25, snapshot_),
                xapian_scores(scoring, bm25, database_), what);
  }

  static std::vector<Document> documents() {
    std::vector<Document> documents = RandomCollection(test_seed()).documents(300);
    std::string often;
    for (int i = 0; i < 400; ++i) often += "kỹ thuật kĩ ";  // beyond what a byte counts
    documents.push_back({.id = "often", .title = "Kỹ thuật", .body = often});
    documents.push_back({.id = "empty", .body = ""});
    return documents;
  }

  const std::vector<Document> documents_ = documents();
  TestIndex index_{documents_};
  const QueryScoring scoring_{index_.directory()};
  const Xapian::Database packed_ = open_index(index_.directory());
  const Xapian::Database database_ = plain_terms(packed_);
  Snapshot snapshot_{packed_};
};

TEST_F(ScorerTest, ScoresAreThoseOfXapian) {
  const unsigned seed = test_seed();
  SCOPED_TRACE(testing::Message() << "TRACUU_TEST_SEED=" << seed);
  RandomCollection random(seed);
  const Bm25 settings[] = {bm25_of({}), {1.2, 0.75, 0}, {0.8, 0, 0.3}, {0.01, 0.5, 0.3}, {2, 1, 1}};
  for (int round = 0; round < 150 && !HasFailure(); ++round) {
    const std::string query = random.query(documents_);
    const Scoring scoring = scoring_of(query);
    for (const Bm25& bm25 : settings) expect_scores_of_xapian(scoring, bm25, query);
  }
}

TEST_F(ScorerTest, TwoSpellingsOfASyllableCountAsOne) {
  const Scoring scoring = scoring_of("kỹ thuật");
  EXPECT_TRUE(std::ranges::any_of(scoring.terms,
                                  [](const ScoredTerm& term) { return !term.other.empty(); }));
  expect_scores_of_xapian(scoring, bm25_of({}), "kỹ thuật");
}

TEST_F(ScorerTest, BoostsRaiseWhatHasAScore) {
  Scoring scoring = scoring_of("kỹ thuật");
  scoring.boosts.push_back({*snapshot_.postings().all(), 2.5});
  scoring.boosts.push_back({DocumentSet::bitmapOf(3, 1, 2, snapshot_.postings().last_docid()), 10});
  expect_scores_of_xapian(scoring, bm25_of({}), "kỹ thuật");
}

TEST_F(ScorerTest, FewHitsScoreAsAmongAll) {
  const Scoring scoring = scoring_of("quyết định kỹ thuật");
  const Scores all = own_scores(*snapshot_.postings().all(), scoring, bm25_of({}), snapshot_);
  ASSERT_FALSE(all.empty());
  for (const auto& [docid, score] : all) {
    const Scores one = own_scores(DocumentSet::bitmapOf(1, docid), scoring, bm25_of({}), snapshot_);
    ASSERT_EQ(one.size(), 1u);
    EXPECT_EQ(one.at(docid), score) << "to the last bit: pages are cut from one ranking";
  }
}

TEST_F(ScorerTest, SlicesAreCutFromTheWholeOrder) {
  const Scoring scoring = scoring_of("quyết định chuyển đổi số");
  const DocumentSet hits = *snapshot_.postings().all();
  const auto whole = rank_by_score(hits, scoring, {}, 0, hits.cardinality(), snapshot_);
  ASSERT_EQ(whole.size(), hits.cardinality());
  Deadline none;
  Ranking ranking(hits, 100, scoring, {}, snapshot_, none);
  for (const std::size_t limit : {1, 7, 100}) {
    for (std::size_t offset = 0; offset <= whole.size(); offset += limit) {
      const auto slice = ranking.slice(offset, limit);
      ASSERT_EQ(slice.size(), std::min(limit, whole.size() - offset));
      for (std::size_t i = 0; i < slice.size(); ++i) {
        EXPECT_EQ(slice[i].docid, whole[offset + i].docid) << offset << '+' << i;
      }
    }
  }
}

// Some blocks of documents, with more terms than are summed at a time: from those that every
// document has to those that few have.
class ManyDocumentsTest : public testing::Test {
 protected:
  static constexpr std::uint32_t kDocuments = 3 * PostingList::kBlock + 100;
  static constexpr std::size_t kTerms = 2 * kListsAtOnce + 20;

  ManyDocumentsTest() {
    for (std::size_t term = 0; term < kTerms; ++term) {
      scoring_.terms.push_back({name_of(term), "", 0.1 + static_cast<double>(term % 7)});
    }
    scoring_.terms[1].other = name_of(2);
    scoring_.terms[60].other = name_of(61);
  }

  static std::string name_of(std::size_t term) { return "t" + std::to_string(term); }

  static Xapian::Database database() {
    std::mt19937 rng(test_seed());
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    for (std::uint32_t i = 0; i < kDocuments; ++i) {
      Xapian::Document document;
      for (std::size_t term = 0; term < kTerms; ++term) {
        if (rng() % (1 + term * term / 2) != 0) continue;
        const auto count = rng() % 100 == 0 ? 250 + rng() % 20 : rng() % 9;
        document.add_term(name_of(term), static_cast<Xapian::termcount>(count));
      }
      database.add_document(document);
    }
    return database;
  }

  DocumentSet every(std::uint32_t step) const {
    DocumentSet set;
    for (std::uint32_t docid = step; docid <= kDocuments; docid += step) set.add(docid);
    return set;
  }

  const Xapian::Database database_ = database();
  Snapshot snapshot_{database_};
  Scoring scoring_;
};

TEST_F(ManyDocumentsTest, AllAndFewHitsScoreAsInXapian) {
  scoring_.boosts.push_back({every(3), 1.5});
  const Scores want = xapian_scores(scoring_, bm25_of({}), database_);
  for (const std::uint32_t step : {1U, 2U, 6U, 50U, 1000U, 5000U}) {
    Scores of_hits;
    for (const auto& [docid, score] : want) {
      if (docid % step == 0) of_hits[docid] = score;
    }
    expect_near(own_scores(every(step), scoring_, bm25_of({}), snapshot_), of_hits,
                "every " + std::to_string(step));
  }
}

TEST_F(ManyDocumentsTest, SharesAreThoseOfASumByHand) {
  std::map<std::uint32_t, std::uint64_t> sums;
  std::uint64_t whole = 0;
  ShareCounter counter(kDocuments, kDocuments);
  for (const ScoredTerm& term : scoring_.terms) {
    const DocumentSet documents = *snapshot_.postings().with(term.term);
    counter.add(snapshot_.postings().list(term.term));
    if (documents.isEmpty()) continue;
    const auto weight = static_cast<std::uint64_t>(
        std::lround(1024 * std::log1p(kDocuments / static_cast<double>(documents.cardinality()))));
    whole += weight;
    for (const std::uint32_t docid : documents) sums[docid] += weight;
  }
  constexpr double kShare = 0.006;
  DocumentSet want;
  for (const auto& [docid, sum] : sums) {
    if (static_cast<double>(sum) >= kShare * static_cast<double>(whole)) want.add(docid);
  }
  EXPECT_GT(want.cardinality(), 100u);
  EXPECT_LT(want.cardinality(), sums.size());
  EXPECT_EQ(counter.with(kShare), want);
}

// Of a long query the terms that tell most are taken.
TEST(LongQueryTest, TheMostTellingTermsRank) {
  std::string common;
  std::string query;
  constexpr const char* kInitials[] = {"b", "c", "d", "g", "h", "k", "l", "m", "n", "p", "s", "t"};
  constexpr const char* kRhymes[] = {"á", "àn",  "áng",  "ai", "áo",  "ên", "iên", "ó",  "ông",
                                     "ù", "uôn", "ương", "én", "oài", "ăm", "ập",  "ót", "út"};
  for (const char* initial : kInitials) {
    for (const char* rhyme : kRhymes) common += std::string(initial) + rhyme + " ";
  }
  std::vector<Document> documents;
  documents.reserve(21);
  for (int i = 0; i < 20; ++i) documents.push_back({.id = std::to_string(i), .body = common});
  documents.push_back({.id = "rare", .body = common + "nghiêng quyển"});
  TestIndex index(documents);
  SearchRequest request = everything("nghiêng quyển " + common);
  request.verbatim = true;
  const Response response = index.ask(request);
  EXPECT_EQ(response.total, 21u);
  EXPECT_EQ(response.results.front().id, "rare");
  ASSERT_FALSE(response.understood.empty());
  EXPECT_EQ(response.understood.back().step, "long_query");
  EXPECT_EQ(response.understood.back().to, std::to_string(kMaxScoredTerms));
  EXPECT_GT(std::stoul(response.understood.back().from), kMaxScoredTerms);
  EXPECT_TRUE(response.relaxed.empty());

  request.query = "nghiêng quyển bá";
  EXPECT_TRUE(index.ask(request).understood.empty());
}

}  // namespace
}  // namespace tracuu
