// An index is opened only by the program it was made for: each refusal with its sentence.

#include "core/index/database.h"

#include <cerrno>
#include <filesystem>
#include <string>

#include <gtest/gtest.h>
#include <xapian.h>

#include "core/index/directory.h"
#include "core/index/schema.h"
#include "core/index/xapian_error.h"
#include "core/text/analyzer.h"
#include "tests/index/expect_error.h"
#include "tests/indexer/temp_folder.h"

namespace tracuu {
namespace {

using input::TempFolder;

// Makes a live generation with this metadata; an empty value is left out.
void make_index(const TempFolder& folder, const std::string& format, const std::string& analyzer) {
  const IndexDirectory directory(folder.path());
  const IndexLock lock(directory);
  const std::filesystem::path generation = directory.next_generation();
  {
    Xapian::WritableDatabase database(generation.string(), Xapian::DB_CREATE);
    database.set_metadata(std::string(schema::kFormatKey), format);
    database.set_metadata(std::string(schema::kAnalyzerKey), analyzer);
    database.add_document({});
    database.commit();
  }
  directory.make_live(generation);
}

const std::string kOurs = std::to_string(schema::kFormatVersion);
const std::string kNewer = std::to_string(schema::kFormatVersion + 1);
const std::string kSignature(text::Analyzer::signature());

TEST(OpenIndexTest, ReadsWhatWriteContractWrote) {
  const TempFolder folder;
  const IndexDirectory directory(folder.path());
  const IndexLock lock(directory);
  {
    Xapian::WritableDatabase database(folder.path("gen-0001"), Xapian::DB_CREATE);
    write_contract(database);
    database.add_document({});
    database.commit();
    EXPECT_NO_THROW(check_contract(database, folder.path()));
  }
  directory.make_live(folder.path("gen-0001"));
  EXPECT_EQ(open_index(folder.path()).get_doccount(), 1u);
}

struct ContractRow {
  const char* name;
  std::string format;
  std::string analyzer;
  ErrorCode code;
  std::string sentence;  // behind "open index '…': "
};

class ContractTest : public testing::TestWithParam<ContractRow> {};

TEST_P(ContractTest, AnotherContractIsRefusedWithItsSentence) {
  const ContractRow& row = GetParam();
  const TempFolder folder;
  make_index(folder, row.format, row.analyzer);
  expect_error([&] { open_index(folder.path()); }, row.code,
               "open index '" + folder.path() + "': " + row.sentence);
}

INSTANTIATE_TEST_SUITE_P(
    All, ContractTest,
    testing::Values(
        ContractRow{
            "newer_format", kNewer, kSignature, ErrorCode::kIndexTooNew,
            "format " + kNewer + " is newer than this program's " + kOurs + "; update the program"},
        // The format decides before the analyzer: a newer one may well have another.
        ContractRow{
            "newer_format_and_other_analyzer", kNewer, "vi-syllable/9", ErrorCode::kIndexTooNew,
            "format " + kNewer + " is newer than this program's " + kOurs + "; update the program"},
        ContractRow{"older_format", "0", kSignature, ErrorCode::kIndexTooOld,
                    "format 0 is older than this program's " + kOurs + "; build the index again"},
        ContractRow{"other_analyzer", kOurs, "vi-syllable/0", ErrorCode::kOtherAnalyzer,
                    "it was built with analyzer 'vi-syllable/0', this program has '" + kSignature +
                        "'; build the index again"},
        ContractRow{"no_analyzer", kOurs, "", ErrorCode::kOtherAnalyzer,
                    "it was built with analyzer '', this program has '" + kSignature +
                        "'; build the index again"},
        ContractRow{"no_format", "", kSignature, ErrorCode::kNotAnIndex,
                    "this is no tracuu index (a Xapian database of another program)"},
        ContractRow{"format_is_no_number", "1x", kSignature, ErrorCode::kNotAnIndex,
                    "this is no tracuu index (a Xapian database of another program)"},
        ContractRow{"format_is_beyond_numbers", "99999999999999", kSignature,
                    ErrorCode::kNotAnIndex,
                    "this is no tracuu index (a Xapian database of another program)"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(OpenIndexTest, DirectoryThatIsNoIndexIsRefused) {
  const TempFolder folder;
  folder.write("bai.txt", "x");
  expect_error([&] { open_index(folder.path()); }, ErrorCode::kNotAnIndex,
               "open index '" + folder.path() + "': this is no tracuu index (it holds 'bai.txt')");
}

TEST(OpenIndexTest, BareXapianDatabaseIsRefused) {
  const TempFolder folder;
  Xapian::WritableDatabase(folder.path("db"), Xapian::DB_CREATE).commit();
  EXPECT_THROW(open_index(folder.path("db")), Error);
}

TEST(OpenIndexTest, GenerationWithoutADatabaseIsNoIndex) {
  const TempFolder folder;
  folder.write("current", "gen-0001\n");
  folder.write("gen-0001/readme", "x");
  try {
    open_index(folder.path());
    ADD_FAILURE() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_EQ(static_cast<int>(error.code()), static_cast<int>(ErrorCode::kNotAnIndex));
    EXPECT_EQ(error.arguments().front(), folder.path());
  }
}

// Bytes that are lost or changed end in one of our codes, never in another exception.
TEST(OpenIndexTest, DamagedDatabaseIsRefusedWithACode) {
  for (const char* file : {"iamglass", "postlist.glass", "docdata.glass", "termlist.glass"}) {
    for (const std::uintmax_t size : {0u, 7u, 100u}) {
      SCOPED_TRACE(testing::Message() << file << " cut to " << size << " bytes");
      const TempFolder folder;
      make_index(folder, kOurs, kSignature);
      const std::string path = folder.path("gen-0001/" + std::string(file));
      if (!std::filesystem::exists(path) || std::filesystem::file_size(path) <= size) continue;
      std::filesystem::resize_file(path, size);
      try {
        const Xapian::Database database = open_index(folder.path());
        static_cast<void>(database.get_document(1).get_data());
      } catch (const Error& error) {
        EXPECT_TRUE(error.code() == ErrorCode::kNotAnIndex ||
                    error.code() == ErrorCode::kIndexDamaged)
            << error.what();
      } catch (const Xapian::Error& error) {
        const ErrorCode code = translate(error, "x").code();
        EXPECT_TRUE(code == ErrorCode::kNotAnIndex || code == ErrorCode::kIndexDamaged)
            << error.get_description();
      }
    }
  }
}

struct TranslationRow {
  const char* name = "";
  Error got;
  ErrorCode code = ErrorCode::kInternal;
};

TEST(TranslateTest, XapianErrorsBecomeOurs) {
  const TranslationRow rows[] = {
      {"lock", translate(Xapian::DatabaseLockError("held"), "x"), ErrorCode::kIndexBusy},
      {"corrupt", translate(Xapian::DatabaseCorruptError("block 7"), "x"),
       ErrorCode::kIndexDamaged},
      {"opening", translate(Xapian::DatabaseOpeningError("no"), "x"), ErrorCode::kNotAnIndex},
      {"version", translate(Xapian::DatabaseVersionError("chert"), "x"), ErrorCode::kNotAnIndex},
      {"disk full as errno", translate(Xapian::DatabaseError("write", ENOSPC), "x"),
       ErrorCode::kDiskFull},
      {"disk full as text", translate(Xapian::DatabaseError("No space left on device"), "x"),
       ErrorCode::kDiskFull},
      {"cut short", translate(Xapian::DatabaseError("EOF reading block 0"), "x"),
       ErrorCode::kIndexDamaged},
      {"database", translate(Xapian::DatabaseError("read", EIO), "x"), ErrorCode::kIo},
      {"anything else", translate(Xapian::InvalidArgumentError("term"), "x"), ErrorCode::kInternal},
  };
  for (const TranslationRow& row : rows) {
    EXPECT_EQ(static_cast<int>(row.got.code()), static_cast<int>(row.code))
        << row.name << ": " << row.got.what();
    EXPECT_EQ(row.got.arguments().front(), "x") << row.name;
  }
}

}  // namespace
}  // namespace tracuu
