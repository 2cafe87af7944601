// The ring of what commits touched, against what they did touch.

#include "core/index/touched.h"

#include <cstdlib>
#include <filesystem>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/indexer/temp_folder.h"

namespace tracuu {
namespace {

using Docids = std::vector<Xapian::docid>;

class TouchedTest : public testing::Test {
 protected:
  TouchedTest() : writer_(path(), Xapian::DB_CREATE) {
    writer_.add_document({});
    writer_.commit();
  }

  std::string path() const { return folder_.path("index"); }
  Xapian::Database reader() const { return Xapian::Database(path()); }
  IndexState state() const { return state_of(reader()).value(); }

  void commit(const Docids& docids) {
    for (const Xapian::docid docid : docids) writer_.replace_document(docid, {});
    write_touched(writer_, docids);
    writer_.commit();
  }

  void commit_without_row() {
    writer_.set_metadata("other", std::to_string(++others_));
    writer_.commit();
  }

  input::TempFolder folder_;
  Xapian::WritableDatabase writer_;
  int others_ = 0;
};

TEST_F(TouchedTest, TellsWhatCommitsTouchedSinceEachStateBefore) {
  const char* chosen = std::getenv("TRACUU_TEST_SEED");
  const unsigned seed = chosen == nullptr ? 20240611 : static_cast<unsigned>(std::atoi(chosen));
  SCOPED_TRACE(testing::Message() << "TRACUU_TEST_SEED=" << seed);
  std::mt19937 rng(seed);
  std::vector<IndexState> states{state()};
  std::vector<std::set<Xapian::docid>> touched;
  for (int round = 0; round < 20; ++round) {
    Docids docids;
    for (std::size_t n = rng() % 6; n > 0; --n)
      docids.push_back(static_cast<Xapian::docid>(1 + rng() % 1000));
    commit(docids);
    touched.emplace_back(docids.begin(), docids.end());
    states.push_back(state());
    for (std::size_t from = 0; from < states.size(); ++from) {
      std::set<Xapian::docid> wanted;
      for (std::size_t i = from; i < touched.size(); ++i) {
        wanted.insert(touched[i].begin(), touched[i].end());
      }
      EXPECT_EQ(touched_since(reader(), states[from]), Docids(wanted.begin(), wanted.end()));
    }
  }
}

TEST_F(TouchedTest, ACommitWithoutARowIsNotKnown) {
  const IndexState before = state();
  commit_without_row();
  const IndexState after = state();
  commit({7});
  EXPECT_EQ(touched_since(reader(), before), std::nullopt);
  EXPECT_EQ(touched_since(reader(), after), Docids{7});
}

TEST_F(TouchedTest, WhoIsARingBehindIsToldNothing) {
  const IndexState oldest = state();
  commit({1});
  const IndexState second = state();
  for (Xapian::docid docid = 2; docid <= kTouchedRows; ++docid) commit({docid});
  EXPECT_EQ(touched_since(reader(), oldest), std::nullopt);
  EXPECT_EQ(touched_since(reader(), second).value_or(Docids()).size(), kTouchedRows - 1);
}

TEST_F(TouchedTest, ALargeCommitLeavesNoRow) {
  const IndexState before = state();
  Docids all;
  for (Xapian::docid docid = 1; docid <= kMaxTouched + 1; ++docid) all.push_back(docid);
  writer_.replace_document(1, {});
  write_touched(writer_, all);
  writer_.commit();
  EXPECT_EQ(touched_since(reader(), before), std::nullopt);
}

// Put back from a copy and written to again, the revisions go on as if nothing had happened.
TEST_F(TouchedTest, AnIndexPutBackAndChangedOtherwiseIsAnotherOne) {
  commit({1});
  const std::string copy = folder_.path("copy");
  std::filesystem::copy(path(), copy);
  commit({2});
  const IndexState seen = state();
  Xapian::WritableDatabase other(copy, Xapian::DB_OPEN);
  for (const Xapian::docid docid : {2U, 3U}) {
    write_touched(other, {docid});
    other.commit();
  }
  EXPECT_EQ(touched_since(Xapian::Database(copy), seen), std::nullopt);
  EXPECT_NE(state_of(Xapian::Database(copy)), seen);
}

TEST_F(TouchedTest, RowsThatAreNoneAreNotKnown) {
  struct Row {
    const char* name;
    std::string bytes;
  };
  const IndexState before = state();
  const std::string key = "tracuu.touched." + std::to_string(before.revision % kTouchedRows);
  const std::string tag(8, 'x');
  const auto from = static_cast<char>(before.revision);
  const auto read = [&](const std::string& bytes) {
    const std::string copy = folder_.path("damaged");
    std::filesystem::remove_all(copy);
    std::filesystem::copy(path(), copy);
    Xapian::WritableDatabase damaged(copy, Xapian::DB_OPEN);
    damaged.set_metadata(key, bytes);
    damaged.commit();
    return touched_since(Xapian::Database(copy), before);
  };
  ASSERT_LT(before.revision, 0x80U);
  EXPECT_EQ(read(tag + from + "\x02\x05\x04"), (Docids{5, 9}));
  for (const Row& row : std::vector<Row>{
           {"cut within the tag", "xxxx"},
           {"no number", tag},
           {"a number without an end", tag + from + "\x02\x05\xFF"},
           {"fewer documents than it says", tag + from + "\x02\x05"},
           {"more documents than there may be", tag + from + "\xFF\xFF\xFF\x7F\x05"},
           {"a document twice", tag + from + std::string("\x02\x05\x00", 3)},
           {"beyond the last docid", tag + from + "\x01\xFF\xFF\xFF\xFF\x7F"},
           {"of another commit", tag + static_cast<char>(from + 1) + "\x01\x05"},
           {"bytes of anything", std::string(200, '\xFF')},
       }) {
    EXPECT_EQ(read(row.bytes), std::nullopt) << row.name;
  }
}

TEST_F(TouchedTest, ADatabaseWithoutARevisionHasNoState) {
  EXPECT_EQ(state_of(Xapian::Database(std::string(), Xapian::DB_BACKEND_INMEMORY)), std::nullopt);
  Xapian::Database two = reader();
  two.add_database(reader());
  EXPECT_EQ(state_of(two), std::nullopt);
  EXPECT_EQ(touched_since(two, state()), std::nullopt);
}

}  // namespace
}  // namespace tracuu
