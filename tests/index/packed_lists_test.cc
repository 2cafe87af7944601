// Packed lists in a database: what is written is found again, and what is damaged is noticed.

#include "core/index/packed_lists.h"

#include <map>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/index/packed_check.h"
#include "core/index/schema.h"
#include "tests/index/random_lists.h"
#include "tests/indexer/temp_folder.h"

namespace tracuu {
namespace {

constexpr std::uint32_t kDocuments = 3000;

class PackedListsTest : public testing::Test {
 protected:
  PackedListsTest() : database_(folder_.path("index"), Xapian::DB_CREATE) {}

  // A database of these lists, and of documents of the length that they say.
  void write(const Lists& lists) {
    std::vector<Xapian::termcount> words(kDocuments + 1);
    for (const auto pass : {PackedWriter::Pass::kApart, PackedWriter::Pass::kBlocks}) {
      PackedWriter writer(database_, pass);
      for (const auto& [term, postings] : lists) writer.add(term, postings);
      writer.finish(kDocuments);
    }
    for (const auto& [term, postings] : lists) {
      for (const Posting& posting : postings) words[posting.docid] += posting.count;
    }
    for (std::uint32_t docid = 1; docid <= kDocuments; ++docid) {
      Xapian::Document document;
      document.add_term(std::string(schema::kPacked), words[docid]);
      database_.add_document(document);
    }
    database_.commit();
  }

  static std::vector<Posting> postings_of(const PackedLists& packed, const std::string& term) {
    std::vector<Posting> postings;
    packed.for_each(term, [&](const Posting& posting) { postings.push_back(posting); });
    return postings;
  }

  std::string first_key(const std::string& prefix) const {
    const auto key = database_.metadata_keys_begin(prefix);
    return key == database_.metadata_keys_end(prefix) ? std::string() : *key;
  }

  input::TempFolder folder_;
  Xapian::WritableDatabase database_;
};

TEST_F(PackedListsTest, ADatabaseWithoutAnyHasNone) {
  const PackedLists packed(database_);
  EXPECT_EQ(packed.documents(), 0u);
  EXPECT_FALSE(packed.find("XUdieu"));
  EXPECT_TRUE(postings_of(packed, "XUdieu").empty());
  EXPECT_FALSE(PackedLists::Terms(packed, "").next());
  EXPECT_TRUE(find_packed_damage(database_).empty());
}

TEST_F(PackedListsTest, EachTermIsFoundAndNoOther) {
  std::mt19937 rng(20240611);
  const Lists lists = random_lists(rng, 1500, kDocuments);
  write(lists);
  ASSERT_FALSE(first_key("tracuu.list.").empty()) << "no list was long enough to be apart";
  const PackedLists packed(database_);
  EXPECT_EQ(packed.documents(), kDocuments);
  const Lists others = random_lists(rng, 1500, 3);
  std::vector<std::string> terms{"", "X", "XB", "XZ", "\xff"};
  for (const Lists& each : {lists, others}) {
    for (const auto& [term, postings] : each) terms.push_back(term);
  }
  for (const std::string& term : terms) {
    const auto known = lists.find(term);
    const std::vector<Posting> want = known == lists.end() ? std::vector<Posting>() : known->second;
    EXPECT_EQ(postings_of(packed, term), want) << term;
    const std::optional<PackedList> found = packed.find(term);
    ASSERT_EQ(found.has_value(), known != lists.end()) << term;
    EXPECT_EQ(found ? found->documents : 0, want.size()) << term;
  }
}

TEST_F(PackedListsTest, TermsFromAnyOneOnAreInOrder) {
  std::mt19937 rng(7);
  const Lists lists = random_lists(rng, 1000, 200);
  write(lists);
  const PackedLists packed(database_);
  for (const std::string first : {"", "XB", "XBab", "XBcccc", "XP", "XPaaaaaaaaa", "XQ"}) {
    std::vector<std::string> want;
    for (auto it = lists.lower_bound(first); it != lists.end(); ++it) want.push_back(it->first);
    std::vector<std::string> got;
    for (PackedLists::Terms terms(packed, first); terms.next();) got.push_back(terms.term());
    EXPECT_EQ(got, want) << first;
  }
}

TEST_F(PackedListsTest, TheLongestTermsFit) {
  std::vector<Posting> every;
  for (std::uint32_t docid = 1; docid <= kDocuments; ++docid) every.push_back({docid, 2});
  const std::string longest = schema::term(schema::kToneless, std::string(500, 'a'));
  const std::string next = schema::term(schema::kToneless, std::string(500, 'b'));
  write({{longest, every}, {next, {{1, 1}}}});
  const PackedLists packed(database_);
  EXPECT_EQ(postings_of(packed, longest), every);
  EXPECT_EQ(postings_of(packed, next), (std::vector<Posting>{{1, 1}}));
}

TEST_F(PackedListsTest, DamageIsFound) {
  std::mt19937 rng(20240611);
  write(random_lists(rng, 800, kDocuments));
  EXPECT_EQ(find_packed_damage(database_), std::vector<std::string>());
  for (const char* keys : {"tracuu.pack.", "tracuu.list."}) {
    const std::string key = first_key(keys);
    const std::string bytes = database_.get_metadata(key);
    for (const std::string& damaged : {std::string(), bytes.substr(0, bytes.size() - 1),
                                       bytes.substr(1), bytes + "\x01", bytes + bytes}) {
      database_.set_metadata(key, damaged);
      EXPECT_FALSE(find_packed_damage(database_).empty()) << key;
    }
    database_.set_metadata(key, bytes);
  }
  Xapian::Document shorter;
  shorter.add_term(std::string(schema::kPacked), 1);
  database_.replace_document(7, shorter);
  EXPECT_EQ(find_packed_damage(database_).size(), 1u);
  database_.delete_document(7);  // then nothing is said of it any more
  EXPECT_EQ(find_packed_damage(database_), std::vector<std::string>());
  for (const char* documents : {"many", "3000 ", "99999999999"}) {
    database_.set_metadata("tracuu.packed_documents", documents);
    EXPECT_FALSE(find_packed_damage(database_).empty()) << documents;
  }
}

TEST_F(PackedListsTest, ReadingADamagedListSaysSo) {
  std::vector<Posting> every;
  for (std::uint32_t docid = 1; docid <= kDocuments; ++docid) every.push_back({docid, 2});
  write({{"XUdieu", every}});
  database_.set_metadata("tracuu.list.XUdieu", "\x01");
  try {
    postings_of(PackedLists(database_), "XUdieu");
    FAIL() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kIndexDamaged);
  }
}

}  // namespace
}  // namespace tracuu
