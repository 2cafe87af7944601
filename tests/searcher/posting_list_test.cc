// Decoded posting lists, and the bounded cache of them.

#include "searcher/posting_list.h"

#include <atomic>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "core/index/database.h"
#include "core/index/schema.h"
#include "searcher/postings.h"
#include "tests/index/plain_terms.h"
#include "tests/searcher/random_collection.h"
#include "tests/searcher/test_index.h"

namespace tracuu {
namespace {

constexpr std::uint32_t kBlock = PostingList::kBlock;

// Every `step`-th document, with counts that fit a byte, just do, just do not, and are 0.
std::vector<Posting> every(std::uint32_t step, std::uint32_t last_docid) {
  constexpr std::uint32_t kCounts[] = {1, 0, 7, 253, 254, 255, 256, 70000};
  std::vector<Posting> postings;
  for (std::uint32_t docid = step; docid <= last_docid; docid += step) {
    postings.push_back({docid, kCounts[docid / step % std::size(kCounts)]});
  }
  return postings;
}

// What walking the blocks finds; every `skip`-th block is passed by.
std::map<std::uint32_t, std::uint32_t> walked(const PostingList& list, std::uint32_t last_docid,
                                              std::uint32_t skip) {
  std::map<std::uint32_t, std::uint32_t> found;
  PostingList::Walk walk(list);
  for (std::uint32_t number = 0; number <= last_docid / kBlock; number += 1 + skip) {
    const PostingList::Block block = walk.block(number);
    for (std::uint32_t i = 0; block.dense != nullptr && i < kBlock; ++i) {
      if (block.dense[i] != 0) found[number * kBlock + i] += block.dense[i] - 1U;
    }
    for (std::size_t i = 0; i < block.docids.size(); ++i) {
      found[block.docids[i]] += block.bytes[i] - 1U;
    }
    for (const Posting& posting : block.large) {
      EXPECT_EQ(found.at(posting.docid), 0u) << "its byte must add nothing";
      found[posting.docid] += posting.count;
    }
  }
  return found;
}

TEST(PostingListTest, HoldsWhatItWasMadeOf) {
  struct {
    const char* name;
    std::uint32_t step;
    std::uint32_t last_docid;
    bool is_dense;
  } rows[] = {
      {"dense, one block", 1, 4000, true},
      {"dense, some blocks", 2, 3 * kBlock, true},
      {"dense, ends with a block", 3, 2 * kBlock - 1, true},
      {"sparse, some blocks", 50, 5 * kBlock + 7, false},
      {"sparse, less than one a block", 2 * kBlock + 1, 20 * kBlock, false},
      {"one document of one", 1, 1, false},
      {"no document", 8, 7, false},
  };
  for (const auto& row : rows) {
    const std::vector<Posting> want = every(row.step, row.last_docid);
    const PostingList list(want, row.last_docid);
    EXPECT_EQ(list.is_dense(), row.is_dense) << row.name;
    EXPECT_EQ(list.size(), want.size()) << row.name;
    EXPECT_EQ(list.postings(), want) << row.name;
    EXPECT_EQ(list.documents().cardinality(), want.size()) << row.name;
    for (const std::uint32_t skip : {0U, 2U}) {
      std::map<std::uint32_t, std::uint32_t> in_blocks;
      for (const Posting& posting : want) {
        if (posting.docid / kBlock % (1 + skip) == 0) in_blocks[posting.docid] = posting.count;
      }
      EXPECT_EQ(walked(list, row.last_docid, skip), in_blocks) << row.name << ", skip " << skip;
    }
  }
}

TEST(PostingListTest, AListOfASetCountsOnce) {
  const DocumentSet documents = DocumentSet::bitmapOf(5, 2, 3, 5, 4096, 9000);
  const PostingList list(documents, 9000);
  EXPECT_EQ(list.documents(), documents);
  for (const Posting& posting : list.postings()) EXPECT_EQ(posting.count, 1u);
}

TEST(PostingListTest, MergedAddsCounts) {
  const unsigned seed = test_seed();
  SCOPED_TRACE(testing::Message() << "TRACUU_TEST_SEED=" << seed);
  std::mt19937 rng(seed);
  const auto up_to = [&](std::uint32_t most) {
    return 1 + static_cast<std::uint32_t>(rng() % most);
  };
  for (int round = 0; round < 50; ++round) {
    const std::uint32_t last = up_to(2 * kBlock);
    const std::vector<Posting> a = every(up_to(40), last);
    const std::vector<Posting> b = every(up_to(40), last);
    std::map<std::uint32_t, std::uint32_t> sums;
    for (const std::vector<Posting>& list : {a, b}) {
      for (const Posting& posting : list) sums[posting.docid] += posting.count;
    }
    std::vector<Posting> want;
    want.reserve(sums.size());
    for (const auto& [docid, count] : sums) want.push_back({docid, count});
    EXPECT_EQ(merged(PostingList(a, last), PostingList(b, last), last).postings(), want);
  }
}

class CacheTest : public testing::Test {
 protected:
  CacheTest() : index_(RandomCollection(test_seed()).documents(60)) {}

  Xapian::Database database() const { return open_index(index_.directory()); }

  // The terms of syllables and pairs, and some that no document has.
  static std::vector<std::string> terms_of(const Xapian::Database& database) {
    std::vector<std::string> terms{"XUkhôngcó", schema::filter_term(schema::kTypeField, "x")};
    for (const std::string& term : all_terms(database)) terms.push_back(term);
    return terms;
  }

  TestIndex index_;
};

TEST_F(CacheTest, SmallOrLargeItAnswersTheSame) {
  const Xapian::Database database = this->database();
  std::vector<std::string> terms = terms_of(database);
  Postings roomy(database);
  for (const std::size_t bytes : {std::size_t{0}, std::size_t{600}, std::size_t{20000}}) {
    Postings small(database, {.cache_bytes = bytes, .kept_frequencies = 3});
    std::mt19937 rng(test_seed());
    for (int i = 0; i < 2000; ++i) {
      const std::string& term = terms[rng() % terms.size()];
      const std::string& other = terms[rng() % terms.size()];
      ASSERT_EQ(small.list(term)->postings(), roomy.list(term)->postings()) << term;
      ASSERT_EQ(*small.with(term), *roomy.with(term)) << term;
      ASSERT_EQ(small.list_within(term, other, {})->postings(),
                roomy.list_within(term, other, {})->postings())
          << term << ' ' << other;
      ASSERT_EQ(small.frequency(term), IndexView(database).get_termfreq(term));
      ASSERT_LE(small.bytes(), bytes);
    }
  }
  EXPECT_GT(roomy.bytes(), 20000u) << "the small ones had to let go of some";
}

TEST_F(CacheTest, RoomGrowsWithTheIndex) {
  const Xapian::Database database = this->database();
  const std::vector<std::string> terms = terms_of(database);
  constexpr std::size_t kLists = 100;
  Postings postings(database, {.cache_lists = kLists, .least_cache_bytes = 0});
  for (const std::string& term : terms) {
    postings.list(term);
    ASSERT_LE(postings.bytes(), kLists * database.get_lastdocid()) << term;
  }
  Postings least(database, {.cache_lists = 1, .least_cache_bytes = 1 << 20});
  for (const std::string& term : terms) least.list(term);
  EXPECT_GT(least.bytes(), kLists * database.get_lastdocid());
}

// As the workers of a server do: what one has read the others find, each with a database of its
// own.
TEST_F(CacheTest, IsSharedByThreads) {
  std::vector<std::string> terms = terms_of(database());
  const auto caches = std::make_shared<PostingCaches>();
  const PostingsOptions options{.cache_bytes = 20000, .shared = caches, .name = "one"};
  std::vector<std::thread> threads;
  std::atomic<std::uint64_t> wrong{0};
  for (unsigned seed = 0; seed < 4; ++seed) {
    threads.emplace_back([&, seed] {
      const Xapian::Database own = database();
      Postings postings(own, options);
      std::mt19937 rng(seed);
      for (int i = 0; i < 2000; ++i) {
        const std::string& term = terms[rng() % terms.size()];
        const Xapian::doccount documents = IndexView(own).get_termfreq(term);
        if (postings.list(term)->size() != documents) ++wrong;
        if (postings.with(term)->cardinality() != documents) ++wrong;
        if (postings.bytes() > options.cache_bytes) ++wrong;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0u);
}

TEST_F(CacheTest, OneNameIsOneCache) {
  const Xapian::Database database = this->database();
  const std::vector<std::string> terms = terms_of(database);
  const auto caches = std::make_shared<PostingCaches>();
  Postings first(database, {.shared = caches, .name = "a"});
  Postings second(database, {.shared = caches, .name = "a"});
  Postings other(database, {.shared = caches, .name = "b"});
  const auto list = first.list(terms[10]);
  EXPECT_EQ(second.list(terms[10]), list);
  EXPECT_EQ(second.use().read, 0u);
  EXPECT_NE(other.list(terms[10]), list);
}

TEST_F(CacheTest, NobodysCacheIsForgotten) {
  PostingCaches caches;
  auto cache = caches.of("a", 1000);
  const std::weak_ptr<PostingCache> seen = cache;
  EXPECT_EQ(caches.of("a", 1000), cache);
  cache.reset();
  EXPECT_TRUE(seen.expired());
}

TEST_F(CacheTest, WhatIsHeldOutlivesItsEviction) {
  const Xapian::Database database = this->database();
  const std::vector<std::string> terms = terms_of(database);
  Postings postings(database, {.cache_bytes = 1000});
  std::vector<std::shared_ptr<const PostingList>> lists;
  std::vector<std::shared_ptr<const DocumentSet>> sets;
  for (const std::string& term : terms) {
    lists.push_back(postings.list(term));
    sets.push_back(postings.with(term));
  }
  for (std::size_t i = 0; i < terms.size(); ++i) {
    EXPECT_EQ(lists[i]->documents(), *sets[i]) << terms[i];
    EXPECT_EQ(lists[i]->size(), IndexView(database).get_termfreq(terms[i])) << terms[i];
  }
}

TEST_F(CacheTest, WhatIsReadIsCounted) {
  const Xapian::Database database = this->database();
  std::vector<std::string> terms = terms_of(database);
  // A list without counts is not kept beside its set.
  std::erase_if(
      terms, [&](const std::string& term) { return !Postings(database).list(term)->has_counts(); });
  ASSERT_GT(terms.size(), 1u);
  Postings postings(database);
  const auto expect = [&](std::uint64_t kept, std::uint64_t read, const char* what) {
    EXPECT_EQ(postings.use().kept, kept) << what;
    EXPECT_EQ(postings.use().read, read) << what;
  };
  postings.list(terms[0]);
  expect(0, 1, "a new list");
  postings.list(terms[0]);
  expect(1, 1, "the same");
  postings.with(terms[0]);
  expect(2, 1, "a set is made of the list that is kept");
  postings.list_within(terms[0], terms[1], {});
  expect(3, 2, "of two lists one is new");
  postings.list_within(terms[0], terms[1], {});
  expect(4, 2, "the merged list");
}

TEST_F(CacheTest, WhatWasUsedLastStays) {
  const Xapian::Database database = this->database();
  const std::vector<std::string> terms = terms_of(database);
  Postings postings(database, {.cache_bytes = 4000});
  const auto kept = postings.list(terms[10]);
  for (std::size_t i = 11; i < 200; ++i) {
    postings.list(terms[i]);
    EXPECT_EQ(postings.list(terms[10]), kept) << "asked for in between";
  }
  for (std::size_t i = 11; i < 200; ++i) postings.list(terms[i]);
  EXPECT_NE(postings.list(terms[10]), kept) << "long not asked for";
}

}  // namespace
}  // namespace tracuu
