// Who may see what, through the runs of a writer: what is kept, what changes without the files, and
// that words leave the model of a class with their documents.

#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/index/access.h"
#include "core/index/closed_mark.h"
#include "core/index/database.h"
#include "core/index/directory.h"
#include "core/index/record.h"
#include "core/index/schema.h"
#include "core/index/syllable_model.h"
#include "indexer/indexer.h"
#include "indexer/writer.h"
#include "tests/indexer/temp_folder.h"

namespace tracuu {
namespace {

using Kind = Access::Kind;

Access group(const std::string& name) {
  return {Kind::kGroups, {name}};
}

const Access kClosed{Kind::kAdministrators};

Document document(const std::string& id, const std::string& body,
                  std::vector<std::string> access = {}) {
  Document d;
  d.id = id;
  d.body = body;
  d.access = std::move(access);
  return d;
}

class WriterAccessTest : public testing::Test {
 protected:
  PutResult put(const Document& one) {
    IndexWriter writer(index_);
    const PutResult result = writer.put(one, "/f/" + one.id);
    writer.finish();
    return result;
  }

  std::uint64_t update(const IndexWriter::AccessRule& rule) {
    IndexWriter writer(index_);
    const std::uint64_t changed =
        writer.update_access([](const std::string& file) { return file != "/f/outside"; }, rule);
    writer.finish();
    return changed;
  }

  // As value, terms and record say, which must say the same.
  KeptAccess access_of(const std::string& id) const {
    const Xapian::Database database = open_index(index_);
    const auto posting = database.postlist_begin(schema::term(schema::kId, id));
    if (posting == database.postlist_end(schema::term(schema::kId, id))) return {};
    const Xapian::Document stored = database.get_document(*posting);
    KeptAccess kept = decode_access(stored.get_value(schema::kAccessSlot));
    EXPECT_EQ(kept_access(decode_record(stored.get_data())), kept) << id;
    const std::set<std::string> terms(stored.termlist_begin(), stored.termlist_end());
    const bool is_restricted = kept.access.kind != Kind::kEveryone;
    EXPECT_EQ(terms.contains(std::string(schema::kRestricted)), is_restricted) << id;
    for (const std::string& name : kept.access.groups) {
      EXPECT_TRUE(terms.contains(schema::term(schema::kAccessGroup, name))) << id;
    }
    return kept;
  }

  // Whether readers of the class are told of the two words side by side.
  bool knows(const Access& access, const std::string& first, const std::string& second) const {
    const SyllableModel model(IndexDirectory(index_).live(), access_class(access));
    const auto a = model.find(first, first);
    const auto b = model.find(second, second);
    return a && b && model.pair_count(*a, *b) > 0;
  }

  input::TempFolder folder_;
  std::filesystem::path index_ = std::filesystem::path(folder_.path()) / "index";
};

TEST_F(WriterAccessTest, DocumentSaysWhoMaySeeIt) {
  put(document("a", "mot hai"));
  put(document("b", "mot hai", {"noi-vu", "noi-vu", " phap-che"}));
  put(document("c", "mot hai", {"!"}));
  put(document("d", "mot hai", {"*"}));
  put(document("e", "mot hai", {"*", "a"}));
  EXPECT_EQ(access_of("a"), KeptAccess{});
  EXPECT_EQ(access_of("b"), (KeptAccess{{Kind::kGroups, {"noi-vu", "phap-che"}}, true}));
  EXPECT_EQ(access_of("c"), (KeptAccess{kClosed, true}));
  EXPECT_EQ(access_of("d"), (KeptAccess{{}, true}));
  EXPECT_EQ(access_of("e"), (KeptAccess{kClosed, true})) << "a list that is none closes it";
}

TEST_F(WriterAccessTest, ChangedAccessIsNoChangedContent) {
  put(document("a", "mot hai"));
  EXPECT_EQ(put(document("a", "mot hai", {"x"})), PutResult::kAccessChanged);
  EXPECT_EQ(access_of("a"), (KeptAccess{group("x"), true}));
  EXPECT_EQ(put(document("a", "mot hai", {"x"})), PutResult::kUnchanged);
  EXPECT_EQ(put(document("a", "mot hai ba", {"y"})), PutResult::kReplaced);
  EXPECT_EQ(access_of("a"), (KeptAccess{group("y"), true}));
}

TEST_F(WriterAccessTest, RuleThatIsNotRepeatedStays) {
  Document ruled = document("a", "mot hai", {"x"});
  ruled.access_by_rule = true;
  put(ruled);
  EXPECT_EQ(put(document("a", "mot hai")), PutResult::kUnchanged);
  EXPECT_EQ(put(document("a", "mot hai ba")), PutResult::kReplaced);
  EXPECT_EQ(access_of("a"), (KeptAccess{group("x"), false})) << "silence never publishes";
  ruled.access = {"*"};
  ruled.body = "mot hai ba";
  EXPECT_EQ(put(ruled), PutResult::kAccessChanged);
  EXPECT_EQ(access_of("a"), KeptAccess{});
}

TEST_F(WriterAccessTest, RulesChangeWithoutTheFilesAndLeaveOwnAccessAlone) {
  put(document("a", "mot hai"));
  put(document("b", "mot hai", {"x"}));
  put(document("c", "mot hai"));
  const auto rule = [](const std::string& file) {
    return file == "/f/c" ? std::nullopt : std::optional(group("y"));
  };
  EXPECT_EQ(update(rule), 1u);
  EXPECT_EQ(update(rule), 0u);
  EXPECT_EQ(access_of("a"), (KeptAccess{group("y"), false}));
  EXPECT_EQ(access_of("b"), (KeptAccess{group("x"), true}));
  EXPECT_EQ(access_of("c"), KeptAccess{});
}

TEST_F(WriterAccessTest, WordsAreLearntForTheirReadersOnly) {
  put(document("a", "mot hai"));
  put(document("b", "ba bon", {"x"}));
  put(document("c", "nam sau", {"!"}));
  EXPECT_TRUE(knows({}, "mot", "hai"));
  EXPECT_FALSE(knows({}, "ba", "bon"));
  EXPECT_TRUE(knows(group("x"), "ba", "bon"));
  EXPECT_FALSE(knows(group("x"), "mot", "hai")) << "merged by who reads, not by who writes";
  EXPECT_TRUE(knows(kClosed, "nam", "sau"));
}

TEST_F(WriterAccessTest, WordsLeaveAClassWithTheirDocument) {
  std::string often;
  for (int i = 0; i < 137; ++i) often += "ba bon, ";
  put(document("a", "mot hai"));
  put(document("b", often));
  ASSERT_TRUE(knows({}, "ba", "bon"));
  EXPECT_EQ(update([](const std::string& file) {
              return file == "/f/b" ? std::optional(group("x")) : std::nullopt;
            }),
            1u);
  EXPECT_FALSE(knows({}, "ba", "bon"));
  EXPECT_TRUE(knows({}, "mot", "hai"));
  EXPECT_TRUE(knows(group("x"), "ba", "bon"));
  EXPECT_FALSE(SyllableModel(IndexDirectory(index_).live()).find("bon", "bon"));
}

TEST_F(WriterAccessTest, ReplacedTextLeavesItsOldClass) {
  put(document("a", "mot hai"));
  put(document("b", "ba bon"));
  put(document("b", "nam sau", {"x"}));
  EXPECT_FALSE(knows({}, "ba", "bon"));
  EXPECT_FALSE(knows({}, "nam", "sau"));
  EXPECT_TRUE(knows(group("x"), "nam", "sau"));
}

TEST_F(WriterAccessTest, DefaultIsRemembered) {
  {
    IndexWriter writer(index_);
    EXPECT_EQ(writer.default_access(), std::nullopt);
    writer.set_default_access(kClosed);
    writer.put(document("a", "mot hai"), "/f/a");
    writer.finish();
  }
  EXPECT_EQ(IndexWriter(index_).default_access(), kClosed);
  {
    IndexWriter writer(index_);
    writer.set_default_access(Access{});
    writer.finish();
  }
  EXPECT_EQ(IndexWriter(index_).default_access(), Access{});
}

TEST_F(WriterAccessTest, RebuildKeepsWhatItIsNotTold) {
  Document ruled = document("a", "mot hai", {"x"});
  ruled.access_by_rule = true;
  put(ruled);
  put(document("b", "mot hai"));
  {
    IndexWriter writer(index_);
    writer.set_default_access({Kind::kGroups, {"noi-bo"}});
    writer.finish();
  }
  {
    IndexWriter writer(index_, {.mode = WriteMode::kRebuild});
    writer.put(document("a", "mot hai"), "/f/a");
    writer.put(document("new", "mot hai"), "/f/new");
    // What comes from the index and not from a file is as open as it was.
    writer.put_again(document("b", "mot hai"), "/f/b", "hash");
    writer.finish();
  }
  EXPECT_EQ(access_of("a"), (KeptAccess{group("x"), false}));
  EXPECT_EQ(access_of("new"), (KeptAccess{group("noi-bo"), false}));
  EXPECT_EQ(access_of("b"), KeptAccess{});
  EXPECT_EQ(IndexWriter(index_).default_access(), group("noi-bo"));
}

enum class Replaced { kOfEarlierFormat, kDamaged, kDamagedBehindItsHead };

struct LostCase {
  const char* name;
  Replaced replaced;
  bool is_closed;  // a document of what is replaced
  bool is_lost;    // who may see the document that is put
};

class LostAccessTest : public WriterAccessTest, public testing::WithParamInterface<LostCase> {
 protected:
  void spoil(Replaced how) const {
    const std::filesystem::path live = IndexDirectory(index_).live();
    if (how == Replaced::kOfEarlierFormat) {
      Xapian::WritableDatabase database(live.string());
      database.set_metadata(std::string(schema::kFormatKey), "1");
      database.commit();
      return;
    }
    const char* const file = how == Replaced::kDamaged ? "iamglass" : "postlist.glass";
    std::ofstream(live / file, std::ios::binary) << std::string(20000, '?');
  }
};

// A rebuild must not open to everyone what the old index would have kept closed.
TEST_P(LostAccessTest, WhatIsNotKnownIsAskedFor) {
  const LostCase& c = GetParam();
  Document ruled = document("a", "mot hai");
  if (c.is_closed) ruled.access = {"x"};
  ruled.access_by_rule = c.is_closed;
  put(ruled);
  spoil(c.replaced);
  const WriterOptions options{.mode = WriteMode::kRebuild};
  {
    IndexWriter writer(index_, options);
    writer.put(document("b", "mot hai", {"y"}), "/f/b");
    if (c.is_lost) {
      try {
        writer.put(document("a", "mot hai"), "/f/a");
        FAIL() << "it is open to everyone";
      } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::kAccessLost);
      }
    } else {
      writer.put(document("a", "mot hai"), "/f/a");
    }
  }
  IndexWriter writer(index_, options);
  writer.set_default_access(group("noi-bo"));
  writer.put(document("a", "mot hai"), "/f/a");
  writer.finish();
  EXPECT_EQ(access_of("a"), (KeptAccess{group("noi-bo"), false}));
}

INSTANTIATE_TEST_SUITE_P(
    Cases, LostAccessTest,
    testing::Values(LostCase{"EarlierFormatWithClosedOnes", Replaced::kOfEarlierFormat, true, true},
                    LostCase{"EarlierFormatAllOpen", Replaced::kOfEarlierFormat, false, false},
                    LostCase{"Damaged", Replaced::kDamaged, true, true},
                    LostCase{"DamagedAllOpen", Replaced::kDamaged, false, false},
                    LostCase{"DamagedPostings", Replaced::kDamagedBehindItsHead, true, true}),
    [](const auto& test) { return std::string(test.param.name); });

TEST_F(WriterAccessTest, TheMarkIsThereFromTheFirstThatIsClosed) {
  const auto set_default = [&](const Access& access) {
    IndexWriter writer(index_);
    writer.set_default_access(access);
    writer.finish();
  };
  put(document("a", "mot hai"));
  put(document("b", "mot hai", {"*"}));
  set_default({});
  EXPECT_FALSE(has_closed_mark(index_));
  set_default(group("noi-bo"));
  EXPECT_TRUE(has_closed_mark(index_));
  std::filesystem::remove(std::filesystem::path(index_) / "closed");
  put(document("c", "mot hai", {"x"}));
  EXPECT_TRUE(has_closed_mark(index_));
}

TEST_F(WriterAccessTest, DefaultClosesWhatIsOpenAndOpensNothing) {
  Document ruled = document("a", "mot hai", {"x"});
  ruled.access_by_rule = true;
  put(ruled);
  put(document("b", "mot hai"));
  put(document("c", "mot hai", {"*"}));
  put(document("outside", "mot hai"));
  const auto default_is = [&](const Access& access) {
    IndexWriter writer(index_);
    writer.set_default_access(access);
    writer.update_access([](const std::string& file) { return file != "/f/outside"; },
                         [](const std::string&) { return std::nullopt; });
    writer.put(document("a", "mot hai ba"), "/f/a");
    writer.finish();
  };
  default_is({});
  EXPECT_EQ(access_of("a"), (KeptAccess{group("x"), false}));
  default_is(kClosed);
  EXPECT_EQ(access_of("a"), (KeptAccess{group("x"), false}));
  EXPECT_EQ(access_of("b"), (KeptAccess{kClosed, false}));
  EXPECT_EQ(access_of("c"), (KeptAccess{{}, true}));
  EXPECT_EQ(access_of("outside"), KeptAccess{}) << "not of this run";
  put(document("d", "mot hai"));
  EXPECT_EQ(access_of("d"), (KeptAccess{kClosed, false}));
}

// Whole runs over files.
class AccessRunTest : public WriterAccessTest {
 protected:
  IndexReport run(const IndexOptions& given) {
    IndexOptions options = given;
    options.index = index_;
    if (options.paths.empty()) options.paths = {folder_.path("vb")};
    return run_indexer(options, {});
  }

  IndexOptions nothing() const { return IndexOptions{index_, {}}; }
};

TEST_F(AccessRunTest, FilesFollowTheirFoldersAndRecordsThemselves) {
  folder_.write("vb/1.txt", "mot hai");
  folder_.write("vb/mat/2.txt", "ba bon");
  folder_.write("vb/mat/.tracuu-access", "lanh-dao\n");
  folder_.write("vb/mat/3.jsonl", R"({"id":"r1","body":"nam sau"})"
                                  "\n"
                                  R"({"id":"r2","body":"nam sau","access":["*"]})"
                                  "\n"
                                  R"({"id":"r3","body":"nam sau","access":["a,b"]})"
                                  "\n");
  IndexOptions options = nothing();
  options.default_access = kClosed;
  const IndexReport report = run(options);
  EXPECT_EQ(report.added, 5u);
  ASSERT_EQ(report.notices.size(), 1u);
  EXPECT_EQ(report.notices[0].kind, Notice::Kind::kBadAccess);
  EXPECT_EQ(access_of("vb/1.txt"), (KeptAccess{kClosed, false}));
  EXPECT_EQ(access_of("vb/mat/2.txt"), (KeptAccess{group("lanh-dao"), false}));
  EXPECT_EQ(access_of("r1"), (KeptAccess{group("lanh-dao"), false}));
  EXPECT_EQ(access_of("r2"), (KeptAccess{{}, true}));
  EXPECT_EQ(access_of("r3"), (KeptAccess{kClosed, true}));
}

TEST_F(AccessRunTest, ChangedRuleTakesEffectWithoutReading) {
  folder_.write("vb/1.txt", "mot hai");
  folder_.write("vb/mat/2.txt", "ba bon");
  run(nothing());
  EXPECT_EQ(access_of("vb/mat/2.txt"), KeptAccess{});
  folder_.write("vb/mat/.tracuu-access", "lanh-dao");
  folder_.write("vb/mat/2.txt", "một chữ khác");  // is not read now
  IndexOptions options = nothing();
  options.access_only = true;
  EXPECT_EQ(run(options).access_changed, 1u);
  EXPECT_EQ(access_of("vb/mat/2.txt"), (KeptAccess{group("lanh-dao"), false}));
  EXPECT_EQ(access_of("vb/1.txt"), KeptAccess{});
  EXPECT_TRUE(knows(group("lanh-dao"), "ba", "bon"));
  EXPECT_FALSE(knows({}, "ba", "bon"));
}

TEST_F(AccessRunTest, AccessOfARunIsOfItsPathsAlone) {
  folder_.write("vb/1.txt", "mot hai");
  folder_.write("tin/2.txt", "ba bon");
  IndexOptions options = nothing();
  options.access = group("noi-vu");
  run(options);
  IndexOptions news = nothing();
  news.paths = {folder_.path("tin")};
  run(news);
  EXPECT_EQ(access_of("vb/1.txt"), (KeptAccess{group("noi-vu"), false}));
  EXPECT_EQ(access_of("tin/2.txt"), KeptAccess{});
  run(nothing());
  EXPECT_EQ(access_of("vb/1.txt"), (KeptAccess{group("noi-vu"), false}));
}

}  // namespace
}  // namespace tracuu
