// Bytes, lines and decoding: what stands between a file and its text.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/source/byte_stream.h"
#include "indexer/source/decode.h"
#include "indexer/source/line_reader.h"
#include "tests/indexer/temp_folder.h"

namespace tracuu::input {
namespace {

using testing::ElementsAre;

struct Packing {
  const char* filter;
  Compression compression;
};

constexpr Packing kPackings[] = {
    {"gzip", Compression::kGzip}, {"xz", Compression::kXz}, {"zstd", Compression::kZstd}};

// 1 MB that does not shrink to nothing.
std::string long_text() {
  std::string text;
  unsigned state = 1;
  while (text.size() < 1'000'000) {
    state = state * 1664525 + 1013904223;
    text += "Quyết định số " + std::to_string(state >> 8) + "/QĐ-UBND\n";
  }
  return text;
}

std::string read_all(ByteStream& in) {
  std::string all;
  for (std::string_view piece = in.next(); !piece.empty(); piece = in.next()) all += piece;
  return all;
}

std::vector<std::string> lines_of(LineReader& lines) {
  std::vector<std::string> all;
  while (const auto line = lines.next()) {
    all.push_back(std::to_string(line->number) + (line->too_long ? " too long" : ":") +
                  std::string(line->text));
  }
  return all;
}

LineReader lines_in(const std::string& path, std::size_t limit) {
  return {ByteStream(path, Compression::kNone), limit};
}

TEST(ByteStreamTest, PlainAndPackedFilesGiveTheSameBytes) {
  const TempFolder folder;
  const std::string text = long_text();
  ByteStream plain(folder.write("a.txt", text), Compression::kNone);
  EXPECT_TRUE(read_all(plain) == text);
  EXPECT_EQ(plain.consumed_bytes(), text.size());
  for (const auto& [filter, compression] : kPackings) {
    const std::string bytes = packed(text, filter);
    ByteStream in(folder.write(filter, bytes), compression);
    EXPECT_TRUE(read_all(in) == text) << filter;
    EXPECT_FALSE(in.problem()) << filter;
    EXPECT_EQ(in.consumed_bytes(), bytes.size()) << filter;
  }
}

TEST(ByteStreamTest, AnEmptyPackedFileIsEmptyAndNoProblem) {
  const TempFolder folder;
  for (const auto& [filter, compression] : kPackings) {
    ByteStream in(folder.write(filter, packed("", filter)), compression);
    EXPECT_EQ(read_all(in), "") << filter;
    EXPECT_FALSE(in.problem()) << filter << in.problem()->detail;
  }
}

TEST(ByteStreamTest, ATruncatedFileKeepsWhatCameBeforeAndSaysSo) {
  const TempFolder folder;
  const std::string text = long_text();
  for (const auto& [filter, compression] : kPackings) {
    const std::string bytes = packed(text, filter);
    ByteStream in(folder.write(filter, bytes.substr(0, bytes.size() / 2)), compression);
    const std::string got = read_all(in);
    EXPECT_GT(got.size(), text.size() / 4) << filter;
    EXPECT_TRUE(text.starts_with(got)) << filter;
    ASSERT_TRUE(in.problem()) << filter;
    EXPECT_EQ(in.problem()->reason, SkipReason::kCorrupt) << filter;
    EXPECT_NE(in.problem()->detail, "") << filter;
  }
}

TEST(ByteStreamTest, PlainTextUnderACompressedNameIsCorrupt) {
  const TempFolder folder;
  for (const auto& [filter, compression] : kPackings) {
    ByteStream in(folder.write(filter, "không nén"), compression);
    EXPECT_EQ(read_all(in), "") << filter;
    ASSERT_TRUE(in.problem()) << filter;
    EXPECT_EQ(in.problem()->reason, SkipReason::kCorrupt) << filter;
  }
}

TEST(ByteStreamTest, AMissingFileAndAFolderAreUnreadable) {
  const TempFolder folder;
  for (const std::string& path : {folder.path("không có"), folder.path()}) {
    ByteStream in(path, Compression::kNone);
    EXPECT_EQ(in.next(), "");
    ASSERT_TRUE(in.problem());
    EXPECT_EQ(in.problem()->reason, SkipReason::kUnreadable);
  }
}

TEST(LineReaderTest, LinesAreNumberedAndEndsAreCutOff) {
  const TempFolder folder;
  LineReader lines = lines_in(folder.write("a", "\xEF\xBB\xBFmột\r\n\nba"), 100);
  EXPECT_THAT(lines_of(lines), ElementsAre("1:một", "2:", "3:ba"));
  EXPECT_EQ(lines.last_number(), 3U);
}

TEST(LineReaderTest, ALineTooLongIsToldOnceAndTheNextOnesAreRead) {
  const TempFolder folder;
  const std::string long_line(700'000, 'x');  // over several pieces
  LineReader lines = lines_in(folder.write("a", "một\n" + long_line + "\nba\n" + long_line), 1000);
  EXPECT_THAT(lines_of(lines), ElementsAre("1:một", "2 too long", "3:ba", "4 too long"));
}

TEST(LineReaderTest, LinesOverPieceBordersAreWhole) {
  const TempFolder folder;
  std::string text;
  std::vector<std::string> expected;
  for (std::size_t i = 1; i <= 40; ++i) {
    const std::string line(i * 7919 % 60'000, static_cast<char>('a' + i % 26));
    text += line + '\n';
    expected.push_back(std::to_string(i) + ":" + line);
  }
  LineReader lines = lines_in(folder.write("a", text), 100'000);
  EXPECT_TRUE(lines_of(lines) == expected);
}

struct DecodeRow {
  const char* name;
  std::string bytes;
  std::string text;
  std::size_t malformed = 0;
};

std::string utf16(std::u16string_view text, bool big) {
  std::string bytes = big ? "\xFE\xFF" : "\xFF\xFE";
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    bytes += big ? high : low;
    bytes += big ? low : high;
  }
  return bytes;
}

TEST(DecodeTest, TextComesOutAsUtf8) {
  const std::vector<DecodeRow> rows = {
      {"as it is", "Quyết định\r\n", "Quyết định\r\n"},
      {"UTF-8 mark", "\xEF\xBB\xBFQuyết", "Quyết"},
      {"UTF-16LE", utf16(u"Quyết định", false), "Quyết định"},
      {"UTF-16BE", utf16(u"Quyết định", true), "Quyết định"},
      {"malformed", "Quy\xD5t \xE1\xBA", "Quy\xD5t \xE1\xBA", 3},
      {"decomposed", "Quye\u0302\u0301t", "Quye\u0302\u0301t"},
  };
  for (const DecodeRow& row : rows) {
    const auto decoded = decode_text(row.bytes);
    ASSERT_TRUE(std::holds_alternative<DecodedText>(decoded)) << row.name;
    EXPECT_EQ(std::get<DecodedText>(decoded).text, row.text) << row.name;
    EXPECT_EQ(std::get<DecodedText>(decoded).malformed, row.malformed) << row.name;
  }
}

TEST(DecodeTest, WhatIsNoTextIsTold) {
  struct Row {
    const char* name;
    std::string bytes;
    SkipReason reason;
  };
  const std::vector<Row> rows = {
      {"empty", "", SkipReason::kEmpty},
      {"only a mark", "\xEF\xBB\xBF", SkipReason::kEmpty},
      {"NUL", std::string("a\0b", 3), SkipReason::kBinary},
      {"controls", "\x01\x02\x03\x04 abcdef", SkipReason::kBinary},
      {"UTF-16 without a mark", utf16(u"abc", false).substr(2), SkipReason::kBinary},
  };
  for (const Row& row : rows) {
    const auto decoded = decode_text(row.bytes);
    ASSERT_TRUE(std::holds_alternative<ReadProblem>(decoded)) << row.name;
    EXPECT_EQ(std::get<ReadProblem>(decoded).reason, row.reason) << row.name;
  }
}

TEST(DecodeTest, AFileLargerThanTheLimitIsTold) {
  const TempFolder folder;
  ByteStream in(folder.write("a.gz", packed(std::string(100'000, 'a'), "gzip")),
                Compression::kGzip);
  const auto read = read_text(in, 99'999);
  ASSERT_TRUE(std::holds_alternative<ReadProblem>(read));
  EXPECT_EQ(std::get<ReadProblem>(read).reason, SkipReason::kTooLarge);
}

}  // namespace
}  // namespace tracuu::input
