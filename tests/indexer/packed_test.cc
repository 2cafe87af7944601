// Words on their way into packed lists: batches, their runs, and what these are merged into.

#include <map>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/index/schema.h"
#include "core/text/vocabulary.h"
#include "indexer/packed/run_file.h"
#include "indexer/packed/word_batch.h"
#include "tests/index/random_lists.h"
#include "tests/indexer/temp_folder.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

Lists lists_of(const std::vector<fs::path>& runs) {
  Lists lists;
  std::string before;
  const bool is_whole = merge_runs(runs,
                                   [&](const std::string& term, std::span<const Posting> postings) {
                                     EXPECT_LT(before, term);
                                     before = term;
                                     lists[term].assign(postings.begin(), postings.end());
                                   },
                                   {});
  EXPECT_TRUE(is_whole);
  return lists;
}

// Adds to a batch, and to what is expected of it.
class Said {
 public:
  void begin_document(Xapian::docid docid) {
    docid_ = docid;
    batch_.begin_document(docid);
  }

  void add(WordKind kind, const std::string& first, const std::string& second,
           Xapian::termcount count) {
    if (kind == WordKind::kToned || kind == WordKind::kToneless) {
      batch_.add(kind, vocabulary_, form(first), count);
      const auto prefix = kind == WordKind::kToned ? "" : schema::kToneless;
      words_[schema::term(prefix, first)][docid_] += count;
    } else {
      batch_.add(kind, vocabulary_, form(first), form(second), count);
      const auto prefix = kind == WordKind::kPair ? schema::kPair : schema::kLoosePair;
      words_[schema::pair_term(prefix, first, second)][docid_] += count;
    }
    said_ += count;
  }

  void finish_document() {
    EXPECT_EQ(batch_.finish_document(), said_);
    said_ = 0;
  }

  // The vocabulary gives other numbers from here on.
  void forget_vocabulary() {
    for (std::size_t i = 0; i <= text::Vocabulary::kMaxWords; ++i) form("w" + std::to_string(i));
    vocabulary_.shrink();
  }

  WordBatch& batch() { return batch_; }

  Lists want() const {
    Lists lists;
    for (const auto& [term, counts] : words_) {
      for (const auto& [docid, count] : counts) lists[term].push_back({docid, count});
    }
    return lists;
  }

 private:
  text::FormId form(const std::string& text) {
    return vocabulary_.word(vocabulary_.intern(text, text.size())).toneless;
  }

  text::Vocabulary vocabulary_;
  WordBatch batch_;
  Xapian::docid docid_ = 0;
  Xapian::termcount said_ = 0;
  std::map<std::string, std::map<std::uint32_t, std::uint32_t>> words_;
};

class PackedTest : public testing::Test {
 protected:
  std::string file(const std::string& name) const { return folder_.path(name); }

  input::TempFolder folder_;
};

TEST_F(PackedTest, ABatchGivesWhatWasSaid) {
  std::mt19937 rng(20240611);
  const std::vector<std::string> words{"dieu", "kien", "le", "an",
                                       "ang",  "2020", "a",  std::string(96, 'x')};
  Said said;
  for (Xapian::docid docid = 5; docid < 40; ++docid) {
    said.begin_document(docid);
    for (std::size_t i = rng() % 60; i > 0; --i) {
      said.add(static_cast<WordKind>(rng() % 4), words[rng() % words.size()],
               words[rng() % words.size()], static_cast<Xapian::termcount>(rng() % 3));
    }
    said.finish_document();
    if (docid == 20) said.forget_vocabulary();
  }
  said.batch().write(file("run"));
  EXPECT_EQ(lists_of({file("run")}), said.want());
}

TEST_F(PackedTest, AnEmptyBatchGivesNothing) {
  WordBatch().write(file("run"));
  EXPECT_EQ(lists_of({file("run")}), Lists());
  EXPECT_EQ(lists_of({}), Lists());
}

TEST_F(PackedTest, RunsAreMergedInTheOrderOfTheirDocuments) {
  std::mt19937 rng(7);
  Lists want;
  std::vector<fs::path> runs;
  for (std::uint32_t number = 0; number < 9; ++number) {
    const Lists lists = random_lists(rng, 400, 1000);
    runs.emplace_back(file(std::to_string(number)));
    RunWriter run(runs.back());
    for (auto [term, postings] : lists) {
      for (Posting& posting : postings) posting.docid += 1000 * number;
      run.add(term, postings);
      want[term].insert(want[term].end(), postings.begin(), postings.end());
    }
    run.finish();
  }
  EXPECT_EQ(lists_of(runs), want);
}

TEST_F(PackedTest, AMergeStopsWhenItIsTold) {
  RunWriter run(file("run"));
  run.add("XUa", std::vector<Posting>{{1, 1}});
  run.finish();
  int taken = 0;
  EXPECT_FALSE(merge_runs(
      {file("run")}, [&](const std::string&, std::span<const Posting>) { ++taken; },
      [] { return true; }));
  EXPECT_EQ(taken, 0);
}

TEST_F(PackedTest, RunsThatAreMissingOrCutShortAreErrors) {
  {
    RunWriter run(file("run"));
    run.add("XUa", std::vector<Posting>{{1, 1}});
    run.finish();
  }
  const auto size = fs::file_size(file("run"));
  EXPECT_EQ(lists_of({file("run")}).size(), 1u);
  for (std::uintmax_t kept = 1; kept < size; ++kept) {
    fs::copy_file(file("run"), file("cut"), fs::copy_options::overwrite_existing);
    fs::resize_file(file("cut"), kept);
    EXPECT_THROW(lists_of({file("cut")}), Error) << kept;
  }
  EXPECT_THROW(lists_of({file("none")}), Error);
  EXPECT_THROW(RunWriter(file("no/such/folder/run")), Error);
}

}  // namespace
}  // namespace tracuu
