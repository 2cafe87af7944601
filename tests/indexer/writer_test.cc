// The writer: what is added, replaced and left alone, and that parts on several threads give the
// index that one thread gives.

#include "indexer/writer.h"

#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/index/database.h"
#include "core/index/packed_check.h"
#include "core/index/schema.h"
#include "indexer/part_builder.h"
#include "tests/index/plain_terms.h"
#include "tests/indexer/temp_folder.h"

namespace tracuu {
namespace {

Document document(const std::string& id, const std::string& body) {
  Document d;
  d.id = id;
  d.title = "Văn bản " + id;
  d.body = body;
  return d;
}

std::vector<std::string> ids_of(const std::filesystem::path& index) {
  const Xapian::Database database = open_index(index);
  std::vector<std::string> ids;
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
    ids.push_back(database.get_document(*it).get_value(schema::kIdSlot));
  }
  return ids;
}

class WriterTest : public testing::Test {
 protected:
  input::TempFolder folder_;
  std::filesystem::path index_ = std::filesystem::path(folder_.path()) / "index";
};

TEST_F(WriterTest, CountsWhatIsAddedReplacedAndUnchanged) {
  {
    IndexWriter writer(index_);
    EXPECT_EQ(writer.put(document("a", "một"), "/f/a"), PutResult::kAdded);
    EXPECT_EQ(writer.put(document("b", "hai"), "/f/b"), PutResult::kAdded);
    writer.finish();
    EXPECT_EQ(writer.document_count(), 2u);
  }
  IndexWriter writer(index_);
  EXPECT_EQ(writer.put(document("a", "một"), "/f/a"), PutResult::kUnchanged);
  EXPECT_EQ(writer.put(document("b", "hai hai"), "/f/b"), PutResult::kReplaced);
  EXPECT_EQ(writer.put(document("c", "ba"), "/f/c"), PutResult::kAdded);
  writer.finish();
  EXPECT_EQ(writer.document_count(), 3u);
}

TEST_F(WriterTest, OfTwoDocumentsWithOneIdTheLaterWins) {
  for (const char* run : {"first build", "live index"}) {
    SCOPED_TRACE(run);
    IndexWriter writer(index_);
    writer.put(document("a", std::string("sớm ") + run), "/f/a");
    EXPECT_TRUE(writer.has_put("a"));
    EXPECT_EQ(writer.put(document("a", std::string("muộn ") + run), "/f/b"), PutResult::kReplaced);
    writer.finish();
    EXPECT_EQ(writer.document_count(), 1u);
    const Xapian::Database words = plain_terms(open_index(index_));
    EXPECT_TRUE(words.term_exists("muộn"));
    EXPECT_FALSE(words.term_exists("sớm"));
  }
}

TEST_F(WriterTest, AnUnfinishedFirstBuildLeavesNoIndexAndTheNextRunWorks) {
  {
    IndexWriter writer(index_);
    writer.put(document("a", "một"), "/f/a");
  }
  EXPECT_THROW(open_index(index_), Error);
  IndexWriter writer(index_);
  writer.put(document("b", "hai"), "/f/b");
  writer.finish();
  EXPECT_EQ(ids_of(index_), std::vector<std::string>{"b"});
}

TEST_F(WriterTest, AnEmptyRunGivesAnEmptyIndex) {
  IndexWriter writer(index_);
  writer.finish();
  EXPECT_EQ(writer.document_count(), 0u);
  EXPECT_TRUE(ids_of(index_).empty());
}

TEST_F(WriterTest, ADryRunTouchesNothing) {
  IndexWriter writer(index_, {.mode = WriteMode::kDryRun});
  EXPECT_EQ(writer.put(document("a", "một"), "/f/a"), PutResult::kAdded);
  writer.finish();
  EXPECT_FALSE(std::filesystem::exists(index_));
}

TEST_F(WriterTest, DeletesOfAFileWhatWasNotPut) {
  {
    IndexWriter writer(index_);
    writer.put(document("a", "một"), "/f/a");
    writer.put(document("b", "hai"), "/f/a");
    writer.put(document("c", "ba"), "/g/c");
    writer.finish();
  }
  IndexWriter writer(index_);
  writer.put(document("a", "một"), "/f/a");
  EXPECT_EQ(writer.delete_documents_of("/f/a", IndexWriter::FileAfter::kRemember), 1u);
  EXPECT_EQ(writer.delete_documents_of("/f", IndexWriter::FileAfter::kForget), 0u);
  writer.finish();
  EXPECT_EQ(ids_of(index_), (std::vector<std::string>{"a", "c"}));
}

// Fills an index with documents 0 … count - 1.
void build(const std::filesystem::path& index, int count, const WriterOptions& options = {}) {
  IndexWriter writer(index, options);
  for (int i = 0; i < count; ++i) writer.put(document(std::to_string(i), "nội dung"), "/f/a");
  writer.finish();
}

TEST_F(WriterTest, ARebuildHoldsWhatWasPutAndKeepsWhatWas) {
  build(index_, 3);
  const Xapian::Database reader = open_index(index_);
  build(index_, 2, {.mode = WriteMode::kRebuild});
  EXPECT_EQ(ids_of(index_), (std::vector<std::string>{"0", "1"}));
  EXPECT_EQ(reader.get_doccount(), 3u) << "who was reading goes on";
  const IndexDirectory directory(index_);
  EXPECT_EQ(directory.current(), "gen-0002");
  EXPECT_EQ(directory.kept().size(), 1u);
  directory.roll_back();
  EXPECT_EQ(ids_of(index_).size(), 3u);
}

TEST_F(WriterTest, ARebuildThatLosesMostDocumentsIsNotMadeLive) {
  build(index_, 40);
  const WriterOptions options{.mode = WriteMode::kRebuild, .max_delete = 50};
  try {
    build(index_, 19, options);
    ADD_FAILURE() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), ("update index '" + index_.string() +
                                "': 21 of 40 documents are gone, more than 50 %; if they were "
                                "meant to go, run again with --max-delete 100")
                                   .c_str());
  }
  EXPECT_EQ(ids_of(index_).size(), 40u);
  build(index_, 20, options);
  EXPECT_EQ(ids_of(index_).size(), 20u);
  build(index_, 0, {.mode = WriteMode::kRebuild, .max_delete = 100});
  EXPECT_TRUE(ids_of(index_).empty());
}

TEST_F(WriterTest, ARebuildReplacesAnIndexThatCannotBeRead) {
  build(index_, 3);
  std::filesystem::resize_file(IndexDirectory(index_).live() / "iamglass", 10);
  EXPECT_THROW(open_index(index_), Error);
  build(index_, 1, {.mode = WriteMode::kRebuild, .max_delete = 50});
  EXPECT_EQ(ids_of(index_).size(), 1u);
}

// Part sizes so small that every border is met: commits, parts, and rounds of compaction.
TEST_F(WriterTest, PartsOnManyThreadsKeepTheOrderOfAdding) {
  const text::Analyzer analyzer;
  const PartSizes sizes{.documents = 3,
                        .bytes = 1u << 20,
                        .commit_documents = 2,
                        .commit_bytes = 1u << 20,
                        .merged_at_once = 4};
  std::filesystem::create_directories(index_);
  PartBuilder builder(index_ / "scratch", analyzer, 4, sizes);
  std::vector<std::string> wanted;
  for (int i = 0; i < 100; ++i) {
    const std::string id = "id" + std::to_string(i);
    EXPECT_EQ(builder.add({document(id, "nội dung số " + std::to_string(i)), "/f"}),
              static_cast<Xapian::docid>(i + 1));
    wanted.push_back(id);
  }
  EXPECT_TRUE(builder.finish(index_ / "built"));
  EXPECT_FALSE(std::filesystem::exists(index_ / "scratch"));
  const Xapian::Database database((index_ / "built").string());
  ASSERT_EQ(database.get_doccount(), 100u);
  for (Xapian::docid docid = 1; docid <= 100; ++docid) {
    EXPECT_EQ(database.get_document(docid).get_value(schema::kIdSlot), wanted[docid - 1]);
  }
  EXPECT_EQ(find_packed_damage(database), std::vector<std::string>());
  const Xapian::Database words = plain_terms(database);
  EXPECT_EQ(words.get_termfreq("XBnoi dung"), 100u);
  for (Xapian::docid docid = 1; docid <= 100; ++docid) {
    const std::string pair = "XBso " + std::to_string(docid - 1);
    ASSERT_EQ(words.get_termfreq(pair), 1u) << pair;
    EXPECT_EQ(*words.postlist_begin(pair), docid);
  }
}

// Asked for the n-th time, for each n until the whole is built without it.
TEST_F(WriterTest, PuttingTogetherIsStoppedWhereverItIsAsked) {
  const text::Analyzer analyzer;
  const PartSizes sizes{.documents = 2, .merged_at_once = 3};
  bool is_built = false;
  int stopped = 0;
  for (int most = 0; !is_built; ++most) {
    ASSERT_LT(most, 1000);
    std::filesystem::remove_all(index_);
    std::filesystem::create_directories(index_);
    PartBuilder builder(index_ / "scratch", analyzer, 2, sizes);
    for (int i = 0; i < 9; ++i) {
      builder.add({document(std::to_string(i), "nội dung " + std::to_string(i)), "/f"});
    }
    int asked = 0;
    is_built = builder.finish(index_ / "built", [&] { return ++asked > most; });
    EXPECT_EQ(asked, is_built ? asked : most + 1) << "told once, nobody asks again";
    stopped += is_built ? 0 : 1;
  }
  EXPECT_GE(stopped, 3) << "before each of three compactions";
  EXPECT_EQ(Xapian::Database((index_ / "built").string()).get_doccount(), 9u);
}

TEST_F(WriterTest, AFailureOfAThreadReachesTheCaller) {
  const text::Analyzer analyzer;
  std::filesystem::create_directories(index_);
  PartBuilder builder(index_ / "scratch", analyzer, 2, {.documents = 1});
  std::filesystem::remove_all(index_ / "scratch");
  const auto fill = [&] {
    for (int i = 0; i < 50; ++i) builder.add({document(std::to_string(i), "x"), "/f"});
    builder.finish(index_ / "built");
  };
  EXPECT_THROW(fill(), Error);
}

}  // namespace
}  // namespace tracuu
