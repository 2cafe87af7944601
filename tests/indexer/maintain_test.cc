// Keeping an index: what is compacted, repaired, backed up and restored is the same index.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>
#include <zstd.h>

#include "core/base/error.h"
#include "core/index/closed_mark.h"
#include "core/index/database.h"
#include "core/index/directory.h"
#include "core/index/record.h"
#include "core/index/schema.h"
#include "indexer/indexer.h"
#include "indexer/maintain/backup.h"
#include "indexer/maintain/check.h"
#include "indexer/maintain/repair.h"
#include "indexer/maintain/stats.h"
#include "indexer/maintain/switch.h"
#include "indexer/writer.h"
#include "tests/indexer/temp_folder.h"

namespace tracuu {
namespace {

namespace fs = std::filesystem;

std::string read_all(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_all(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

// Everything an index holds of its documents, by id.
std::map<std::string, std::string> content_of(const fs::path& index) {
  const Xapian::Database database = open_index(index);
  std::map<std::string, std::string> all;
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
    const Xapian::Document document = database.get_document(*it);
    std::string& text = all[document.get_value(schema::kIdSlot)];
    text = document.get_data();
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
      text += "\n=" + std::to_string(value.get_valueno()) + *value;
    }
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      text += "\n" + *term + " " + std::to_string(term.get_wdf());
      for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at) {
        text += " " + std::to_string(*at);
      }
    }
  }
  return all;
}

class MaintainTest : public testing::Test {
 protected:
  MaintainTest() {
    run_indexer({.index = index_, .paths = {TRACUU_TEST_DATA "/../data/sample"}}, {});
    content_ = content_of(index_);
  }

  fs::path live() const { return IndexDirectory(index_).live(); }

  input::TempFolder folder_;
  const fs::path index_ = folder_.path("index");
  std::map<std::string, std::string> content_;
};

TEST_F(MaintainTest, AnIndexJustBuiltIsSound) {
  const CheckReport report = check_index(index_);
  EXPECT_EQ(report.problem_count, 0u) << to_text(report, Language::kEnglish);
  EXPECT_EQ(report.documents, content_.size());
  const IndexStats stats = read_stats(index_);
  EXPECT_EQ(stats.documents, content_.size());
  EXPECT_EQ(stats.bytes, size_of(live()));
  EXPECT_GT(stats.terms, 1000u);
}

TEST_F(MaintainTest, ACompactedIndexIsTheSame) {
  EXPECT_EQ(compact_index(index_).bytes_before, size_of(index_ / "gen-0001"));
  EXPECT_EQ(IndexDirectory(index_).current(), "gen-0002");
  EXPECT_EQ(content_of(index_), content_);
  EXPECT_EQ(check_index(index_).problem_count, 0u);
}

// What the record keeps is enough: every term, position and value comes out of it again.
TEST_F(MaintainTest, ARepairedIndexIsTheSame) {
  const RepairReport report = repair_index(index_, {});
  EXPECT_EQ(report.documents, content_.size());
  EXPECT_EQ(report.lost_count, 0u);
  const std::map<std::string, std::string> now = content_of(index_);
  ASSERT_EQ(now.size(), content_.size());
  for (const auto& [id, text] : content_) EXPECT_EQ(now.at(id), text) << id;
}

// Overwrites one block of a table. Returns whether there was such a block.
bool damage(const fs::path& table, std::size_t block) {
  constexpr std::size_t kBlockBytes = 8192;
  std::string bytes = read_all(table);
  if ((block + 1) * kBlockBytes > bytes.size()) return false;
  std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(block * kBlockBytes), kBlockBytes, 'Z');
  write_all(table, bytes);
  return true;
}

// Whichever block it is: it is found, and repaired but for what stood in it; where the index no
// longer opens, that is said.
TEST_F(MaintainTest, ADamagedBlockIsFoundAndRepaired) {
  constexpr std::size_t kStep = 17;
  std::size_t repaired = 0;
  for (const char* table : {"docdata", "postlist", "position", "termlist"}) {
    for (std::size_t block = 1;; block += kStep) {
      SCOPED_TRACE(table + std::string(" ") + std::to_string(block));
      const fs::path copy = folder_.path("copy");
      fs::remove_all(copy);
      fs::copy(index_, copy, fs::copy_options::recursive);
      if (!damage(copy / "gen-0001" / (std::string(table) + ".glass"), block)) break;
      // A block that nothing stands in may be anything.
      if (check_index(copy).problem_count == 0) {
        EXPECT_EQ(content_of(copy), content_);
        continue;
      }
      try {
        const RepairReport report = repair_index(copy, {});
        EXPECT_EQ(report.documents + report.lost_count, content_.size());
        EXPECT_EQ(report.lost_count > 0, std::string_view(table) == "docdata");
        const CheckReport after = check_index(copy);
        EXPECT_EQ(after.problem_count, 0u) << to_text(after, Language::kEnglish);
        EXPECT_EQ(after.documents, report.documents);
        ++repaired;
      } catch (const Error& error) {
        EXPECT_EQ(static_cast<int>(error.code()), static_cast<int>(ErrorCode::kIndexDamaged));
      }
    }
  }
  EXPECT_GT(repaired, 5u);
}

TEST_F(MaintainTest, ABackupRestoresTheSameIndex) {
  const fs::path file = folder_.path("idx.tar.zst");
  EXPECT_EQ(back_up(index_, file).documents, content_.size());
  EXPECT_FALSE(fs::exists(file.string() + ".part"));
  const fs::path other = folder_.path("other");
  restore(other, file);
  EXPECT_EQ(content_of(other), content_);

  // In place of another index, which is kept.
  { IndexWriter(other, {.mode = WriteMode::kRebuild}).finish(); }
  restore(other, file);
  EXPECT_EQ(content_of(other), content_);
  EXPECT_EQ(roll_back(other).documents, 0u);
}

TEST_F(MaintainTest, ABackupOfTheOldestFormatIsRestoredAsItIs) {
  const fs::path old = fs::path(TRACUU_TEST_DATA "/golden/formats") /
                       ("v" + std::to_string(schema::kOldestFormatVersion));
  const fs::path index = folder_.path("old");
  fs::copy(old, index, fs::copy_options::recursive);
  back_up(index, folder_.path("old.tar.zst"));
  restore(folder_.path("old-again"), folder_.path("old.tar.zst"));
  EXPECT_EQ(read_stats(folder_.path("old-again")).format, schema::kOldestFormatVersion);
  EXPECT_EQ(read_stats(folder_.path("old-again")).documents, 3u);
}

// What was closed stays known where the restored index cannot be read.
TEST_F(MaintainTest, ARestoredIndexIsMarkedAsClosed) {
  const fs::path file = folder_.path("idx.tar.zst");
  const fs::path other = folder_.path("other");
  back_up(index_, file);
  restore(other, file);
  EXPECT_FALSE(has_closed_mark(other));
  {
    IndexWriter writer(index_);
    writer.set_default_access({Access::Kind::kAdministrators});
    writer.finish();
  }
  fs::remove(file);
  back_up(index_, file);
  restore(other, file);
  EXPECT_TRUE(has_closed_mark(other));
}

std::string restoring_fails(const fs::path& index, const fs::path& file) {
  try {
    restore(index, file);
  } catch (const Error& error) {
    return error.what();
  }
  return "it was restored";
}

TEST_F(MaintainTest, ADamagedBackupIsRefusedAndTheIndexStays) {
  const fs::path file = folder_.path("idx.tar.zst");
  back_up(index_, file);
  const std::string whole = read_all(file);
  const std::string before = read_all(index_ / "current");
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{10}, whole.size() / 2, whole.size() - 1}) {
    SCOPED_TRACE(size);
    write_all(file, whole.substr(0, size));
    EXPECT_TRUE(restoring_fails(index_, file).starts_with("read backup '" + file.string() + "': "));
  }
  for (std::size_t at = 0; at < whole.size(); at += whole.size() / 40) {
    SCOPED_TRACE(at);
    std::string bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
    write_all(file, bytes);
    EXPECT_TRUE(restoring_fails(index_, file).starts_with("read backup '" + file.string() + "': "));
  }
  EXPECT_EQ(read_all(index_ / "current"), before);
  EXPECT_EQ(content_of(index_), content_);
  EXPECT_EQ(std::distance(fs::directory_iterator(index_), {}), 4) << "nothing is left behind";
}

// The zeros after a tar's last entry, however many, are read to the end of the file: a decoder that
// stops at the first of them does not see that the end is missing.
TEST_F(MaintainTest, ABackupWithoutItsLastByteIsRefusedWhateverItsLength) {
  constexpr std::size_t kMaxTarBytes = std::size_t{64} << 20;
  constexpr std::size_t kBlockBytes = std::size_t{128} << 10;  // what zstd decodes at once
  const fs::path file = folder_.path("idx.tar.zst");
  back_up(index_, file);
  const std::string packed = read_all(file);
  std::string tar(kMaxTarBytes, '\0');
  const std::size_t size = ZSTD_decompress(tar.data(), tar.size(), packed.data(), packed.size());
  ASSERT_FALSE(ZSTD_isError(size)) << ZSTD_getErrorName(size);
  const std::size_t whole_blocks = (size + kBlockBytes - 1) / kBlockBytes * kBlockBytes;
  for (const std::size_t padded : {size, whole_blocks, whole_blocks + 512, 2 * whole_blocks}) {
    SCOPED_TRACE(padded);
    tar.resize(size);
    tar.resize(padded, '\0');
    std::string bytes(ZSTD_compressBound(tar.size()), '\0');
    bytes.resize(ZSTD_compress(bytes.data(), bytes.size(), tar.data(), tar.size(), 1));
    write_all(file, bytes);
    EXPECT_EQ(restoring_fails(folder_.path("other"), file), "it was restored");
    bytes.pop_back();
    write_all(file, bytes);
    EXPECT_TRUE(restoring_fails(index_, file).starts_with("read backup '" + file.string() + "': "));
  }
}

// A plain tar with these entries.
void write_tar(const fs::path& file,
               const std::vector<std::pair<std::string, std::string>>& files) {
  archive* tar = archive_write_new();
  archive_write_set_format_pax_restricted(tar);
  ASSERT_EQ(archive_write_open_filename(tar, file.c_str()), ARCHIVE_OK);
  for (const auto& [name, bytes] : files) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(tar, entry);
    archive_write_data(tar, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_free(tar);
}

TEST_F(MaintainTest, AForeignArchiveIsRefused) {
  const std::string head = R"({"version":1,"format":)" + std::to_string(schema::kFormatVersion) +
                           R"(,"analyzer":")" + std::string(text::Analyzer::signature()) +
                           R"(","documents":1,"bytes":100})";
  struct Row {
    std::vector<std::pair<std::string, std::string>> files;
    std::string cause;
  };
  const std::vector<Row> rows = {
      {{{"a.txt", "x"}}, "this is no backup of tracuu"},
      {{{"tracuu-backup.json", "{"}}, "this is no backup of tracuu"},
      {{{"tracuu-backup.json",
         R"({"version":1,"format":3,"analyzer":"","documents":1,"bytes":1})"}},
       "its format is 3, this program's is " + std::to_string(schema::kFormatVersion) +
           "; use the program's version that made it"},
      {{{"tracuu-backup.json", head}, {"../escaped", "x"}}, "this is no backup of tracuu"},
      {{{"tracuu-backup.json", head}, {"/tmp/escaped", "x"}}, "this is no backup of tracuu"},
      {{{"tracuu-backup.json", head}, {"a", "x"}, {"a", "x"}}, "this is no backup of tracuu"},
      {{{"tracuu-backup.json", head}, {"a", std::string(101, 'x')}},
       "it is cut short or damaged (bytes)"},
      {{{"tracuu-backup.json", head}, {"a", "x"}}, "it is cut short or damaged (checksums.json)"},
      {{{"tracuu-backup.json", head}, {"a", "x"}, {"checksums.json", "{}"}},
       "it is cut short or damaged (checksums.json)"},
      {{{"tracuu-backup.json", head}, {"checksums.json", R"({"a":{"bytes":1,"xxh3":""}})"}},
       "the content of 'a' does not fit its checksum"},
  };
  const fs::path file = folder_.path("foreign.tar");
  for (const Row& row : rows) {
    write_tar(file, row.files);
    EXPECT_EQ(restoring_fails(index_, file), "read backup '" + file.string() + "': " + row.cause);
  }
  EXPECT_FALSE(fs::exists(folder_.path("escaped")));
  EXPECT_EQ(content_of(index_), content_);
}

}  // namespace
}  // namespace tracuu
