// A view of an index says the same whether syllables and pairs are packed or terms of Xapian, and
// whatever became of the documents since they were packed.

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>

#include "core/index/database.h"
#include "core/index/schema.h"
#include "indexer/writer.h"
#include "searcher/index_view.h"
#include "searcher/postings.h"
#include "tests/index/plain_terms.h"
#include "tests/searcher/random_collection.h"
#include "tests/searcher/test_index.h"

namespace tracuu {
namespace {

using Counts = std::map<std::string, std::uint32_t>;  // by the id of the document

// What a view says of a term.
struct Said {
  Xapian::doccount documents = 0;
  Xapian::termcount occurrences = 0;
  bool exists = false;
  Counts counts;

  friend bool operator==(const Said&, const Said&) = default;
};

Said said_of(const std::string& term, const IndexView& view) {
  Said said{view.get_termfreq(term), view.get_collection_freq(term), view.term_exists(term), {}};
  Xapian::docid before = 0;
  view.for_each_posting(term, [&](const Posting& posting) {
    EXPECT_GT(posting.docid, before) << term;
    before = posting.docid;
    said.counts[view.get_document(posting.docid).get_value(schema::kIdSlot)] = posting.count;
  });
  return said;
}

std::map<std::string, Xapian::doccount> terms_from(const std::string& prefix,
                                                   const IndexView& view) {
  std::map<std::string, Xapian::doccount> terms;
  std::string before;
  view.for_each_term(prefix, [&](const std::string& term, Xapian::doccount documents) {
    EXPECT_GT(term, before);
    before = term;
    terms[term] = documents;
    return true;
  });
  return terms;
}

std::map<std::string, Xapian::termcount> lengths_of(const IndexView& view) {
  std::map<std::string, Xapian::termcount> lengths;
  for (auto it = view.postlist_begin(""); it != view.postlist_end(""); ++it) {
    lengths[view.get_document(*it).get_value(schema::kIdSlot)] = it.get_doclength();
  }
  return lengths;
}

void expect_same(const IndexView& got, const IndexView& want, const std::set<std::string>& terms) {
  for (const std::string& term : terms) {
    EXPECT_TRUE(said_of(term, got) == said_of(term, want)) << term;
  }
  for (const std::string prefix :
       {"XU", "XUch", "XB", "XBso", "XBq", "XP", "XPx", "q", "2", "S", "XT"}) {
    EXPECT_EQ(terms_from(prefix, got), terms_from(prefix, want)) << prefix;
  }
  EXPECT_EQ(lengths_of(got), lengths_of(want));
  EXPECT_DOUBLE_EQ(got.get_avlength(), want.get_avlength());
}

// Whatever is asked for first: what was read for one tells the others.
void expect_same_numbers(const IndexView& got, const IndexView& want,
                         const std::set<std::string>& terms) {
  for (const int first : {0, 1, 2}) {
    Postings postings(got);
    for (const std::string& term : terms) {
      if (first == 1) postings.list(term);
      if (first == 2) {
        EXPECT_EQ(postings.occurrences(term), want.get_collection_freq(term)) << term;
      }
      EXPECT_EQ(postings.frequency(term), want.get_termfreq(term)) << term;
      EXPECT_EQ(postings.occurrences(term), want.get_collection_freq(term)) << term;
      EXPECT_EQ(postings.list(term)->size(), want.get_termfreq(term)) << term;
    }
  }
}

class PackedViewTest : public testing::Test {
 protected:
  // Documents for everyone and for groups.
  static std::vector<Document> documents(unsigned seed) {
    std::vector<Document> documents = RandomCollection(seed).documents(60);
    for (std::size_t i = 0; i < documents.size(); ++i) {
      if (i % 3 != 0) documents[i].access = {i % 3 == 1 ? "noi-vu" : "y-te"};
    }
    return documents;
  }

  static void put(IndexWriter& writer, const Document& document) {
    writer.put(document, "/srv/" + document.id);
  }

  // The index of the first documents, changed to hold the second ones.
  static void change(const std::string& directory, const std::vector<Document>& before,
                     const std::vector<Document>& after) {
    IndexWriter writer(directory);
    for (const Document& document : after) put(writer, document);
    for (const Document& document : before) {
      if (!writer.has_put(document.id)) writer.remove(document.id);
    }
    writer.finish();
  }

  static void expect_same_views(const Xapian::Database& got, const Xapian::Database& want) {
    std::set<std::string> terms = all_terms(want);
    terms.merge(all_terms(got));
    terms.insert({"XUkhong", "XBkhong co", "khong"});
    expect_same(IndexView(got), IndexView(want), terms);
    expect_same_numbers(IndexView(got), IndexView(want), terms);
    expect_same_numbers(IndexView(got, {"noi-vu"}), IndexView(want, {"noi-vu"}), terms);
    for (const std::vector<std::string>& groups :
         {std::vector<std::string>{}, {"noi-vu"}, {"noi-vu", "y-te"}}) {
      expect_same(IndexView(got, groups), IndexView(want, groups), terms);
    }
  }
};

TEST_F(PackedViewTest, PackedWordsAreAsGoodAsTerms) {
  const TestIndex index(documents(test_seed()));
  const Xapian::Database packed = open_index(index.directory());
  ASSERT_GT(PackedLists(packed).documents(), 0u);
  ASSERT_FALSE(packed.term_exists("XUso"));
  expect_same_views(packed, plain_terms(packed));
}

TEST_F(PackedViewTest, WhatWasChangedSinceIsAsIfItHadAlwaysBeenSo) {
  const std::vector<Document> before = documents(test_seed());
  std::vector<Document> after;
  const std::vector<Document> others = documents(test_seed() + 1);
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (i % 7 == 0) continue;  // is deleted
    after.push_back(before[i]);
    if (i % 5 == 0) after.back().body = others[i].body;
    if (i % 11 == 0) after.back().access = {"y-te"};
  }
  after.push_back({.id = "new", .title = "chuyển đổi số", .body = others[1].body});
  const TestIndex changed(before);
  change(changed.directory(), before, after);
  const TestIndex fresh(after);
  const Xapian::Database database = open_index(changed.directory());
  ASSERT_TRUE(database.term_exists(std::string(schema::kPacked)));
  ASSERT_TRUE(database.term_exists("XUso"));
  expect_same_views(database, open_index(fresh.directory()));
  expect_same_views(database, plain_terms(database));
}

TEST_F(PackedViewTest, ADocumentPutTwiceInANewIndexCountsOnce) {
  const Document last{.id = "a", .body = "nền tảng số"};
  const TestIndex once(std::vector<Document>{last});
  const input::TempFolder folder;
  const std::string directory = folder.path("index");
  {
    IndexWriter writer(directory);
    put(writer, {.id = "a", .body = "chuyển đổi số số"});
    put(writer, last);
    writer.finish();
  }
  expect_same_views(open_index(directory), open_index(once.directory()));
}

TEST_F(PackedViewTest, ChangesOfAccessKeepTheWordsPacked) {
  std::vector<Document> all = documents(test_seed());
  const TestIndex index(all);
  const Xapian::doccount packed = PackedLists(open_index(index.directory())).documents();
  for (Document& document : all) document.access = {"y-te"};
  change(index.directory(), all, all);
  const Xapian::Database database = open_index(index.directory());
  EXPECT_EQ(database.get_termfreq(std::string(schema::kPacked)), packed);
  expect_same_views(database, open_index(TestIndex(all).directory()));
}

TEST_F(PackedViewTest, ListsOfPackableTermsAreNotReadPastThePackedOnes) {
  const TestIndex index(std::vector<Document>{{.id = "a", .body = "chuyển đổi số"}});
  const IndexView view(open_index(index.directory()));
  EXPECT_THROW(view.postlist_begin("XUso"), Xapian::InvalidArgumentError);
  EXPECT_THROW(view.postlist_begin("số"), Xapian::InvalidArgumentError);
  EXPECT_NO_THROW(view.postlist_begin(""));
  EXPECT_NO_THROW(view.postlist_begin("Ssố"));
}

}  // namespace
}  // namespace tracuu
