// The whole input side: files in, documents and reasons out. One row per bad input of issue 2.
#include "indexer/source/source.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/indexer/temp_folder.h"

namespace tracuu::input {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kIsSanitized = true;  // GCC
#elif defined(__has_feature)
constexpr bool kIsSanitized = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
constexpr bool kIsSanitized = false;
#endif

struct Outcome {
  std::vector<std::string> ids;
  std::vector<std::string> skips;  // "malformed_json s/a.jsonl:2"
};

Outcome run(const std::string& path, const SourceOptions& options = {}) {
  Source source({path}, options);
  Outcome outcome;
  while (const auto item = source.next()) {
    if (const auto* document = std::get_if<Document>(&item->result)) {
      outcome.ids.push_back(document->id);
      continue;
    }
    const auto& skip = std::get<Skip>(item->result);
    outcome.skips.push_back(std::string(skip_code(skip.reason)) + ' ' + skip.path +
                            (skip.line > 0 ? ':' + std::to_string(skip.line) : ""));
  }
  return outcome;
}

Document only_document(const std::string& path, const SourceOptions& options = {}) {
  Source source({path}, options);
  auto item = source.next();
  if (!item || !std::holds_alternative<Document>(item->result)) return {};
  return std::get<Document>(std::move(item->result));
}

struct BadFileRow {
  const char* name;
  const char* file;
  std::string bytes;
  std::vector<std::string> skips;
  std::vector<std::string> ids;
};

std::vector<BadFileRow> bad_files() {
  const std::string jsonl = "{\"id\":\"a\",\"body\":\"x\"}\n";
  return {
      {"Empty", "a.txt", "", {"empty s/a.txt"}, {}},
      {"EmptyJsonLines", "a.jsonl", "\n\n", {"empty s/a.jsonl"}, {}},
      {"OnlyBlanks", "a.txt", " \n ", {"no_text s/a.txt"}, {}},
      {"OnlyAScript", "a.html", "<script>x</script>", {"no_text s/a.html"}, {}},
      {"Binary", "a.txt", std::string("\x89PNG\0\0", 6), {"binary s/a.txt"}, {}},
      {"BinaryJsonLines",
       "a.jsonl",
       std::string("\x7F"
                   "ELF\0",
                   5),
       {"binary s/a.jsonl"},
       {}},
      {"Utf16JsonLines", "a.jsonl", "\xFF\xFE{", {"utf16_lines s/a.jsonl"}, {}},
      {"TooLarge", "a.txt", std::string(3000, 'x'), {"too_large s/a.txt"}, {}},
      {"LongLine",
       "a.jsonl",
       jsonl + std::string(3000, 'x') + "\n{\"id\":\"c\",\"body\":\"x\"}",
       {"line_too_long s/a.jsonl:2"},
       {"a", "c"}},
      {"MalformedJson", "a.jsonl", "{\"id\":\n" + jsonl, {"malformed_json s/a.jsonl:1"}, {"a"}},
      {"WrongType",
       "a.jsonl",
       "{\"id\":7,\"body\":\"x\"}\n" + jsonl,
       {"wrong_type s/a.jsonl:1"},
       {"a"}},
      {"NotAnObject", "a.jsonl", "[1]\n" + jsonl, {"wrong_type s/a.jsonl:1"}, {"a"}},
      {"MissingId", "a.jsonl", jsonl + "{\"body\":\"x\"}", {"missing_id s/a.jsonl:2"}, {"a"}},
      {"ControlInId",
       "a.jsonl",
       "{\"id\":\"a\\u001bb\",\"body\":\"x\"}",
       {"bad_id s/a.jsonl:1"},
       {}},
      {"LongId",
       "a.jsonl",
       "{\"id\":\"" + std::string(241, 'i') + "\",\"body\":\"x\"}",
       {"id_too_long s/a.jsonl:1"},
       {}},
      {"NoTextInARecord", "a.jsonl", "{\"id\":\"a\"}", {"no_text s/a.jsonl:1"}, {}},
      {"OpenArray", "a.json", "[" + jsonl + ",", {"malformed_json s/a.json:2"}, {"a"}},
      {"Corrupt", "a.txt.xz", "không nén", {"corrupt s/a.txt.xz"}, {}},
      {"TruncatedXz",
       "a.txt.xz",
       packed("Quyết định", "xz").substr(0, 40),
       {"corrupt s/a.txt.xz"},
       {}},
      {"Unsupported", "a.docx", "PK", {"unsupported s/a.docx"}, {}},
  };
}

class BadFileTest : public testing::TestWithParam<BadFileRow> {};

TEST_P(BadFileTest, IsToldAndTheRestIsRead) {
  const TempFolder folder;
  folder.write(std::string("s/") + GetParam().file, GetParam().bytes);
  folder.write("s/z.txt", "Văn bản lành lặn");
  SourceOptions options;
  options.limits.file_bytes = options.limits.line_bytes = 2000;
  const Outcome outcome = run(folder.path("s"), options);
  EXPECT_EQ(outcome.skips, GetParam().skips);
  std::vector<std::string> ids = GetParam().ids;
  ids.emplace_back("s/z.txt");
  EXPECT_EQ(outcome.ids, ids);
}

INSTANTIATE_TEST_SUITE_P(Rows, BadFileTest, testing::ValuesIn(bad_files()),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(SourceTest, AllFormatsAndCompressionsAreRead) {
  const TempFolder folder;
  folder.write("s/a.txt", "Văn bản a");
  folder.write("s/b.md.gz", packed("# Văn bản b", "gzip"));
  folder.write("s/c.HTM.zst", packed("<p>Văn bản c", "zstd"));
  folder.write("s/d.json", R"([{"id": "d1", "body": "x"}, {"_id": "d2", "text": "y"}])");
  folder.write("s/e.jsonl.xz", packed("{\"id\":\"e\",\"title\":\"x\"}\n", "xz"));
  folder.write("s/f.ndjson", "{\"id\":\"f\",\"title\":\"x\"}\n");
  const Outcome outcome = run(folder.path("s"));
  EXPECT_THAT(outcome.skips, IsEmpty());
  EXPECT_THAT(outcome.ids,
              ElementsAre("s/a.txt", "s/b.md.gz", "s/c.HTM.zst", "d1", "d2", "e", "f"));
}

TEST(SourceTest, ProgressEndsAtTheTotal) {
  const TempFolder folder;
  folder.write("s/a.txt", "Văn bản a");
  folder.write("s/b.jsonl.gz", packed("{\"id\":\"e\",\"title\":\"x\"}\n", "gzip"));
  Source source({folder.path("s")}, {});
  std::uint64_t last = 0;
  while (const auto item = source.next()) {
    EXPECT_GE(item->bytes_read, last);
    last = item->bytes_read;
  }
  EXPECT_EQ(last, source.total_bytes());
  EXPECT_EQ(source.total_files(), 2U);
}

TEST(SourceTest, IdsFromPathsCountLinesAndRecords) {
  const TempFolder folder;
  folder.write("s/a.jsonl", "{\"id\":\"x\",\"title\":\"1\"}\n\n{\"title\":\"3\"}\n");
  folder.write("s/b.json", R"([{"title": "1"}, {"title": "2"}])");
  folder.write("s/c.json", R"({"title": "1"})");
  folder.write("s/d.md", "---\nid: d\n---\nx");
  const Outcome outcome = run(folder.path("s"), {.id_from = IdFrom::kPath});
  EXPECT_THAT(outcome.ids, ElementsAre("s/a.jsonl#1", "s/a.jsonl#3", "s/b.json#1", "s/b.json#2",
                                       "s/c.json", "s/d.md"));
}

TEST(SourceTest, IdsFromFieldsNeedTheField) {
  const TempFolder folder;
  folder.write("s/a.txt", "x");
  folder.write("s/b.md", "---\nid: b\n---\nx");
  folder.write("s/c.html", "<meta name=id content=c><p>x");
  folder.write("s/d.html", "<p>x");
  const Outcome outcome = run(folder.path("s"), {.id_from = IdFrom::kField});
  EXPECT_THAT(outcome.ids, ElementsAre("b", "c"));
  EXPECT_THAT(outcome.skips, ElementsAre("missing_id s/a.txt", "missing_id s/d.html"));
}

TEST(SourceTest, FieldsOfARecordPassUnchanged) {
  const TempFolder folder;
  const Document document = only_document(folder.write(
      "a.jsonl",
      R"({"id":"1","title":"T","body":"a\r\nb  ế","number":"1/QĐ","date":"2020-06-03"})"));
  EXPECT_EQ(document.body, "a\r\nb  ế");
  EXPECT_EQ(document.title, "T");
  EXPECT_EQ(document.number, "1/QĐ");
  EXPECT_EQ(document.date, "2020-06-03");
  EXPECT_EQ(document.path, "a.jsonl");
}

TEST(SourceTest, AnAdministrativeDocumentTellsItsNumberAndDate) {
  const TempFolder folder;
  const Document document = only_document(
      folder.write("qd.txt",
                   "ỦY BAN NHÂN DÂN\r\nTỈNH SÔNG LAM\r\nSố: 15/QĐ-UBND\r\n"
                   "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\r\nĐộc lập - Tự do - Hạnh phúc\r\n"
                   "Sông Lam, ngày 31 tháng 12 năm 2020\r\n\r\nQUYẾT ĐỊNH\r\n"
                   "Về việc thành lập Ban chỉ đạo\r\n\r\nĐiều 1. Thành lập Ban chỉ đạo.\r\n"));
  EXPECT_EQ(document.number, "15/QĐ-UBND");
  EXPECT_EQ(document.date, "2020-12-31");
  EXPECT_EQ(document.id, "qd.txt");
}

TEST(SourceTest, AnArticleTellsItsSiteAndAuthor) {
  const TempFolder folder;
  const Document document = only_document(folder.write(
      "tin.txt",
      "Xã Mẫu số hóa sổ hộ tịch\n\n(Mic.gov.vn) - \n\nXã Mẫu vừa số hóa xong sổ hộ tịch.\n\n"
      "Việc này giúp người dân tra cứu nhanh hơn.\n\nVân Anh\n\nTừ khóa: số hóa, hộ tịch\n"));
  EXPECT_EQ(document.title, "Xã Mẫu số hóa sổ hộ tịch");
  EXPECT_EQ(document.author, "Vân Anh");
  EXPECT_THAT(document.keywords, ElementsAre("số hóa", "hộ tịch"));
}

TEST(SourceTest, AFileWithoutPermissionIsUnreadable) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read every file; see AFileThatVanished…";
  const TempFolder folder;
  const std::string path = folder.write("s/a.txt", "x");
  std::filesystem::permissions(path, std::filesystem::perms::none);
  EXPECT_THAT(run(folder.path("s")).skips, ElementsAre("unreadable s/a.txt"));
}

TEST(SourceTest, MalformedBytesAreCounted) {
  const TempFolder folder;
  Source source({folder.write("a.txt", "Quyết định s\xE1 12")}, {});
  const auto item = source.next();
  ASSERT_TRUE(item);
  EXPECT_EQ(item->malformed, 1U);
  EXPECT_EQ(std::get<Document>(item->result).body, "Quyết định s\uFFFD 12");
}

TEST(SourceTest, ATruncatedArchiveOfLinesKeepsTheLinesBefore) {
  const TempFolder folder;
  std::string lines;
  unsigned state = 1;
  for (int i = 0; i < 40'000; ++i) {
    state = state * 1664525 + 1013904223;
    lines += "{\"id\":\"" + std::to_string(i) + "\",\"title\":\"" + std::to_string(state) + "\"}\n";
  }
  const std::string bytes = packed(lines, "xz");
  folder.write("s/a.jsonl.xz", bytes.substr(0, bytes.size() * 3 / 4));
  const Outcome outcome = run(folder.path("s"));
  EXPECT_GT(outcome.ids.size(), 15'000U);
  ASSERT_EQ(outcome.skips.size(), 1U);
  EXPECT_EQ(outcome.skips[0], "corrupt s/a.jsonl.xz:" + std::to_string(outcome.ids.size() + 1));
}

TEST(SourceTest, AFileThatVanishedAfterTheWalkIsUnreadable) {
  const TempFolder folder;
  const std::string path = folder.write("s/a.txt", "x");
  Source source({folder.path("s")}, {});
  std::filesystem::remove(path);
  const auto item = source.next();
  ASSERT_TRUE(item);
  EXPECT_EQ(skip_sentence(std::get<Skip>(item->result), Language::kVietnamese),
            "s/a.txt: không đọc được: No such file or directory");
}

// Measured in a child, whose peak memory is its own.
TEST(SourceTest, ALineOf200MegabytesTakesLittleMemory) {
  if (kIsSanitized) GTEST_SKIP() << "a sanitizer's own memory hides what is measured";
  const TempFolder folder;
  const std::string path = folder.write("a.jsonl", "{\"id\":\"a\",\"body\":\"");
  std::filesystem::resize_file(path, 200'000'000);  // sparse
  std::ofstream(path, std::ios::app) << "\"}\n{\"id\":\"b\",\"body\":\"x\"}\n";
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    const Outcome outcome = run(path);
    const bool good = outcome.ids == std::vector<std::string>{"b"} &&
                      outcome.skips == std::vector<std::string>{"line_too_long a.jsonl:1"};
    ::_exit(good ? 0 : 1);
  }
  int status = 0;
  rusage usage{};
  ASSERT_EQ(::wait4(child, &status, 0, &usage), child);
  EXPECT_EQ(status, 0);
  EXPECT_LT(usage.ru_maxrss, 150 * 1024);  // KiB
}

TEST(SkipTest, SentencesNameThePlaceAndTheReason) {
  const Skip skip{SkipReason::kLineTooLong, "s/a.jsonl", 7, size_in_words(32U << 20), 1, {}};
  EXPECT_EQ(skip_sentence(skip, Language::kVietnamese),
            "s/a.jsonl, dòng 7: dòng dài hơn giới hạn 32 MiB");
  EXPECT_EQ(skip_sentence(skip, Language::kEnglish),
            "s/a.jsonl, line 7: the line is longer than the limit of 32 MiB");
}

TEST(SkipTest, OnlyLostContentIsAFailure) {
  for (const SkipReason reason : {SkipReason::kUnsupported, SkipReason::kEmpty, SkipReason::kNoText,
                                  SkipReason::kFolderLoop, SkipReason::kNotAFile}) {
    EXPECT_FALSE(is_failure(reason)) << skip_code(reason);
  }
  for (const SkipReason reason :
       {SkipReason::kUnreadable, SkipReason::kBinary, SkipReason::kMalformedJson,
        SkipReason::kMissingId, SkipReason::kCorrupt, SkipReason::kTooLarge}) {
    EXPECT_TRUE(is_failure(reason)) << skip_code(reason);
  }
}

}  // namespace
}  // namespace tracuu::input
